"""The outcome of a proposal, told once, after its response (A6)."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.modes.opinion.concluding import emails
from consultations.modes.opinion.holding import held
from consultations.modes.opinion.models import Outcome, Submission
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def outcome_tell(*, submission: Submission, values: Mapping[str, str], by: Person) -> Outcome:
    """Say what was asked, what was defended and what was obtained, and at which meeting; who follows is told.

    Raises Refused before its response is published, the second time, and where what was raised is not said.
    """
    submission = held(submission)
    if not submission.responses.filter(response__published_at__isnull=False).exists():
        raise Refused(
            "unanswered", _("It has no published response yet."), rule="G8.I",
            advice=_("First the disposition with its reasons; then what came of it."),
        )  # fmt: skip
    if Outcome.objects.filter(submission=submission).exists():
        raise Refused("told", _("Its outcome was told already."), advice=_("It stands as it was told."))
    if values["result"] != Outcome.Result.NOT_RAISED and not values["defended"].strip():
        raise Refused(
            "defended-missing", _("Say what was defended."), rule="G31",
            advice=_("If nobody raised it at the meeting, choose so."),
        )  # fmt: skip
    made = Outcome.objects.create(
        submission=submission, at=now(), by=by,
        acted_as=of_official(by, submission.contribution.consultation),
        **{name: value.strip() for name, value in values.items()},
    )  # fmt: skip
    emails.outcome_told(made)
    return made
