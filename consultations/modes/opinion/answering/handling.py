"""What happens to the clock of a contribution: it stands, runs on, or gets more days. Each says why in public."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.modes.opinion.clock import deadline_of
from consultations.modes.opinion.holding import held
from consultations.modes.opinion.models import MoreTime, Pause, Submission
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from incidencia.web.refusals import Refused, stated

MOST_DAYS = 60
STOPPED = (State.MET, State.OVERDUE)


@transaction.atomic
def clock_pause(*, submission: Submission, reason: str, by: Person) -> Pause:
    """Stop the clock with a reason everybody reads; the contribution stays in the count.

    Raises Refused without a reason, while it stands already, and once it was answered or is overdue.
    """
    submission = held(submission)
    _refuse_over(submission)
    if submission.pauses.filter(end__isnull=True).exists():
        raise Refused("paused", _("Its clock stands already."), advice=_("Let it run on first."))
    return Pause.objects.create(
        submission=submission, reason=stated(reason, rule="G8.I"), start=now(), by=by,
        acted_as=of_official(by, submission.contribution.consultation),
    )  # fmt: skip


@transaction.atomic
def clock_resume(*, submission: Submission, by: Person) -> None:
    """Let the clock run on. Again changes nothing."""
    submission = held(submission)
    Pause.objects.filter(submission=submission, end__isnull=True).update(
        end=now(), ended_by=by, ended_as=of_official(by, submission.contribution.consultation)
    )


@transaction.atomic
def clock_extend(*, submission: Submission, days: int, reason: str, by: Person) -> MoreTime:
    """Give more business days (*prórroga motivada*), with a reason everybody reads.

    Raises Refused without a reason, for no days or more than sixty, and once it was answered or is overdue.
    """
    submission = held(submission)
    _refuse_over(submission)
    refuse_days(days)
    return MoreTime.objects.create(
        submission=submission, days=days, reason=stated(reason, rule="G8.I"), at=now(), by=by,
        acted_as=of_official(by, submission.contribution.consultation),
    )  # fmt: skip


def refuse_days(days: int) -> None:
    """Raise Refused for a term of no days, or of more than sixty."""
    if not 1 <= days <= MOST_DAYS:
        raise Refused("wrong-days", _("Between 1 and %(n)s business days can be given.") % {"n": MOST_DAYS})


def _refuse_over(submission: Submission) -> None:
    if deadline_of(submission).state(now()) in STOPPED:
        raise Refused(
            "term-over",
            _("Its term is over: it can't be stopped or moved any more."),
            rule="G8.I",
            advice=_("Answer it. What is overdue stays counted as overdue."),
        )
