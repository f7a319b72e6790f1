"""The terms of a round: computed from facts at the moment of reading, never stored."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Min

from consultations.modes.surveillance.models import CheckRound, FrozenItem
from consultations.modes.surveillance.rounds import Instants, State
from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import Calendars, calendars

AFTER = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Timed:
    """A round with its two terms and the state read from them."""

    round: CheckRound
    instants: Instants
    notice: Deadline | None  # to prepare what will be asked for
    reply: Deadline | None  # to reply to the findings

    @property
    def state(self) -> State:
        """The state at this instant."""
        return self.instants.state(now())

    @property
    def may_publish(self) -> bool:
        """Whether its reply is complete, or the term is over."""
        return self.instants.may_publish(now())


def timed(rounds: Iterable[CheckRound], closed: Calendars | None = None) -> list[Timed]:
    """Promise each round with its terms, in the same order. One query for what was said, one for the `closed` days
    where they are not given.

    The rounds bring `checklist.contribution.consultation.agency`.
    """
    rows = list(rounds)
    said = FrozenItem.objects.filter(round__in=rows).values("round").order_by()
    said = said.annotate(claimed=Min("claim__first_at"), corrected=Max("finding__corrections__at"))
    known = {one["round"]: (one["claimed"], one["corrected"]) for one in said} if rows else {}
    days = closed or (calendars() if rows else Calendars({}))
    return [
        _timed(
            row, days.of(row.checklist.contribution.consultation.agency.acronym), *known.get(row.pk, (None, None))
        )
        for row in rows
    ]


def timed_one(row: CheckRound) -> Timed:
    """Promise one round with its terms. Two queries."""
    return timed([row])[0]


def _timed(
    row: CheckRound, closed: Container[date], claimed_at: datetime | None, corrected_at: datetime | None
) -> Timed:
    zone = row.checklist.contribution.consultation.zone
    notice = reply = None
    if row.announced_at is not None:
        notice = Deadline(row.announced_at, days=row.notice_days, closed=closed, zone=zone)
    if row.sent_at is not None:
        met_at = row.completed_at
        since = max(row.sent_at, corrected_at or row.sent_at)  # a correction gives the authority its whole term anew
        reply = Deadline(since, days=row.reply_days, closed=closed, zone=zone, met_at=met_at)
    begins = notice.due_at + AFTER if notice and notice.due_at else None
    ends = reply.due_at if reply else None
    instants = Instants(
        row.announced_at, begins, row.sent_at, ends, claimed_at, row.completed_at, row.published_at
    )  # fmt: skip
    return Timed(row, instants, notice, reply)
