"""Which contributions wait for an answer."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from consultations.models import Consultation
from consultations.modes.opinion.models import ResponseTo, Submission
from incidencia.web.refusals import Refused

SHORTEST = 40  # characters of reasons


def to_answer(consultation: Consultation, submissions: Collection[int]) -> dict[Submission, int]:
    """Promise those submissions, held, each with the round that is due: 2 after a "no" of its author."""
    rows = list(
        Submission.objects.select_for_update(of=("self",))
        .filter(pk__in=submissions, contribution__consultation=consultation)
        .select_related("contribution")
        .order_by("pk")
    )
    if not rows or len(rows) != len(set(submissions)):
        raise Refused("nothing-chosen", _("Choose at least one that waits here for its answer."))
    again = ResponseTo.objects.filter(submission__in=rows, round=1, verdict__answers=False)
    refused = set(again.values_list("submission", flat=True))
    return {row: 2 if row.pk in refused else 1 for row in rows}


def refuse_taken(rows: Mapping[Submission, int]) -> None:
    """Raise Refused where one of them has its answer, or is in a response that is being written."""
    taken = ResponseTo.objects.filter(submission__in=list(rows))
    taken = taken.select_related("submission__contribution", "response")
    rounds = {row.pk: due for row, due in rows.items()}
    for one in taken:
        if one.round == rounds[one.submission_id]:
            raise Refused(
                "taken",
                _("%(contribution)s is answered in %(response)s already.")
                % {"contribution": one.submission.contribution.reference, "response": one.response.reference},
                advice=_("Leave it out, or open that response."),
            )
