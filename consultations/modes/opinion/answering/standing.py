"""Which contributions wait for an answer."""

from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext as _

from consultations.models import Consultation
from consultations.modes.opinion.models import Inadmission, Response, ResponseTo, Submission
from consultations.modes.opinion.referring.queries import standing
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from incidencia.organizations.queries import coordinates
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import local

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


def answering_agency(consultation: Consultation, rows: Iterable[Submission], by: Person) -> Agency:
    """Promise the agency that answers `rows`: the convening one, or the one that holds all of them by referral.

    Raises Refused for whoever does not act for it: the wrong agency gives no answer (G8.IV).
    """
    rows = list(rows)
    held = standing(rows)
    holders = {held[row.pk].agency if row.pk in held else None for row in rows}
    if len(holders) > 1:
        raise Refused(
            "several-holders", _("Different agencies hold them."), rule="G8.IV",
            advice=_("Answer together only what the same agency holds."),
        )  # fmt: skip
    holder = holders.pop()
    if holder is not None and coordinates(by, holder):
        return holder
    if holder is None and is_official_of(by, consultation):
        return consultation.agency
    name = local(holder or consultation.agency, "name")
    raise Refused(
        "wrong-agency", _("%(agency)s holds it, and answers it.") % {"agency": name}, rule="G8.IV",
        advice=_("It can be answered here once it is given back with reasons."),
    )  # fmt: skip


def refuse_foreign(response: Response, by: Person) -> None:
    """Raise Refused for whoever does not act for the agency that answers: they read it second, no more (G8.IV)."""
    if not by.has_perm("consultations.response_write", response):
        name = local(response.agency, "name")
        raise Refused(
            "wrong-agency", _("%(agency)s answers it, in its own words.") % {"agency": name}, rule="G8.IV",
            advice=_("Read it, and return it with a remark if something should change."),
        )  # fmt: skip


def refuse_inadmissible(rows: Iterable[Submission]) -> None:
    """Raise Refused where one of them was not admitted."""
    found = Inadmission.objects.filter(submission__in=list(rows)).exclude(lifted=True)
    if (one := found.select_related("submission__contribution").first()) is not None:
        reference = one.submission.contribution.reference
        raise Refused(
            "inadmissible", _("%(reference)s was not admitted.") % {"reference": reference},
            advice=_("If its author's appeal is upheld, it is answered."),
        )  # fmt: skip


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
