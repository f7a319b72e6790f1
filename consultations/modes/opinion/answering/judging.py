"""The author says, once, whether the response answers the point; a "no" returns it to the desk once."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.opinion.models import ResponseTo, Verdict
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def verdict_give(*, row: ResponseTo, answers: bool, reason: str, by: Person) -> Verdict:
    """Say it once. A "no" needs its reason, and in the first round opens a second one with a term of its own.

    Raises Refused before the publication, a second time, and for a "no" without a reason.
    """
    row = ResponseTo.objects.select_for_update(of=("self",)).select_related("response").get(pk=row.pk)
    if row.response.published_at is None:
        raise Refused("not-answered", _("It has no answer yet."), advice=_("You get a letter when it comes."))
    if Verdict.objects.filter(response_to=row).exists():
        raise Refused("said-before", _("You said it before: once is what counts."), rule="G8.I")
    if not answers and not reason.strip():
        raise Refused(
            "reason-needed", _("Say what remains unanswered."), rule="G8.I",
            advice=_("Officials answer that point, once more."),
        )  # fmt: skip
    return Verdict.objects.create(
        response_to=row, answers=answers, reason="" if answers else reason.strip(), at=now(), by=by
    )
