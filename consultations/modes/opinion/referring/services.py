"""A contribution is referred, and returned. The clock of its answer runs on meanwhile."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.activities.models import Visibility
from consultations.capacities import of_official
from consultations.modes.opinion.answering.handling import refuse_days
from consultations.modes.opinion.clock import deadline_of
from consultations.modes.opinion.holding import held
from consultations.modes.opinion.models import Referral, Submission
from consultations.modes.opinion.referring import emails
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline, State
from incidencia.deadlines.queries import closed_days
from incidencia.organizations.models import Agency
from incidencia.web.refusals import Refused, stated
from incidencia.web.templatetags.ui import day


@transaction.atomic
def submission_refer(
    *, submission: Submission, agency: Agency | None, unit: str, reason: str, days: int, by: Person
) -> Referral:
    """Pass it on: to `unit` of the convening agency (`agency` None), or to another agency, which then answers it.

    Everybody sees who holds it, since when and until when. Raises Refused without unit or reason, while somebody
    holds it, once its answer is written, for the convening agency itself, for what only members read, and for a term
    that ends after that of the answer.
    """
    submission = held(submission)
    consultation, activity = submission.contribution.consultation, submission.contribution.activity
    if not (unit.strip() and reason.strip()):
        raise Refused("reason-needed", _("Say to whom, and why they are competent."), rule="G8.IV")
    refuse_days(days)
    if agency is not None and agency.pk == consultation.agency_id:
        raise Refused(
            "own-agency", _("That agency holds it already."), advice=_("Name the unit, and leave the agency empty.")
        )
    if agency is not None and activity is not None and activity.visibility != Visibility.PUBLIC:
        raise Refused(
            "not-public", _("What only members read does not leave the agency."), rule="G8.VI",
            advice=_("Refer it to a unit of this agency."),
        )  # fmt: skip
    _refuse_written(submission)
    if (holder := holder_of(submission)) is not None:
        raise Refused(
            "held", _("%(unit)s holds it.") % {"unit": holder.unit}, rule="G8.IV",
            advice=_("It comes back with reasons first; then it can be referred again."),
        )  # fmt: skip
    _refuse_beyond(submission, agency, days)
    made = Referral.objects.create(
        submission=submission, agency=agency, unit=unit.strip(), reason=reason.strip(), days=days, at=now(), by=by,
        acted_as=of_official(by, consultation),
    )  # fmt: skip
    emails.submission_referred(made)
    return made


@transaction.atomic
def referral_return(*, referral: Referral, reason: str, by: Person) -> Referral:
    """Give it back with reasons everybody reads. Raises Refused without, and where it is back already."""
    submission = held(referral.submission)
    referral = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    if referral.returned_at is not None:
        raise Refused("returned", _("It is back already."), advice=_("Its page says who holds it now."))
    reason = stated(reason, rule="G8.IV")
    _refuse_written(submission)
    referral.returned_at, referral.returned_by, referral.returned_because = now(), by, reason
    referral.returned_as = of_official(by, submission.contribution.consultation)
    referral.save()
    return referral


def holder_of(submission: Submission) -> Referral | None:
    """Promise who holds it by referral, or None: the convening agency does. One query."""
    return submission.referrals.filter(returned_at__isnull=True).select_related("agency").first()



def _refuse_beyond(submission: Submission, agency: Agency | None, days: int) -> None:
    """Nobody holds it for longer than its answer takes, unless that is overdue already."""
    consultation, term = submission.contribution.consultation, deadline_of(submission)
    acronym = agency.acronym if agency else consultation.agency.acronym
    held_until = Deadline(now(), days=days, closed=closed_days(acronym), zone=consultation.zone).due_on
    due = term.due_on
    if due is not None and held_until is not None and term.state(now()) is not State.OVERDUE and held_until > due:
        raise Refused(
            "beyond-the-answer",
            _("Its answer is owed by %(day)s, and this term ends later.") % {"day": day(due)},
            rule="G8.IV", advice=_("Give fewer days, so that the answer can still be written in time."),
        )  # fmt: skip


def _refuse_written(submission: Submission) -> None:
    standing = submission.responses.order_by("-round").select_related("verdict").first()
    verdict = getattr(standing, "verdict", None) if standing else None
    if standing is not None and (verdict is None or verdict.answers or standing.round > 1):
        raise Refused(
            "answered", _("Its answer is being written or was published."), rule="G8.I",
            advice=_("Discard the draft first, if another office has to answer."),
        )  # fmt: skip
