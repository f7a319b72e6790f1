"""The terms of a thread, computed from its turns: never stored (G8.I)."""

from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from consultations.models import Consultation
from consultations.moderation.models import Hiding
from consultations.modes.dialogue.models import Conclusion, ExpertOpinion, Thread, Turn
from consultations.modes.dialogue.turn import Side
from incidencia.deadlines.deadline import Deadline, Pause
from incidencia.deadlines.queries import closed_days

DISSENT_DAYS = 5  # business days to attach a dissent after sealing
Closed = Container[date]
Times = tuple[tuple[datetime, datetime | None], ...]  # hidden at, and until when


def closed_of(consultation: Consultation) -> Closed:
    """Promise the days that do not count in a consultation. One query."""
    return closed_days(consultation.agency.acronym)


def hidden_of(threads: Iterable[int]) -> Mapping[int, Times]:
    """Promise when moderation hid each of these threads as a whole, by thread. One query."""
    found: dict[int, Times] = {}
    rows = Hiding.objects.filter(contribution__in=list(threads), part=0)
    for thread, at, lifted_at in rows.order_by("at").values_list("contribution", "at", "lifted_at"):
        found[thread] = (*found.get(thread, ()), (at, lifted_at))
    return found


def hidden_in(thread: Thread) -> Times:
    """Promise when moderation hid one thread as a whole. One query."""
    return hidden_of([thread.pk]).get(thread.pk, ())


def of_turn(turn: Turn, closed: Closed, zone: str, hidden: Times) -> Deadline:
    """Promise the term of a turn; lost to silence it is never met. Hidden days count for the authority only."""
    met_at, civil = turn.ended_at if turn.met else None, turn.side == Side.CIVIL.value
    pauses = _pauses(hidden, zone) if civil else ()
    return Deadline(turn.since, days=turn.days, closed=closed, zone=zone, met_at=met_at, pauses=pauses)


def of_proposal(conclusion: Conclusion, closed: Closed, zone: str, hidden: Times) -> Deadline:
    """Promise the term in which the other side assents or replies. Hidden days count for the authority only."""
    met_at = conclusion.fell_at or (conclusion.sealed_at if conclusion.assented else None)
    pauses = _pauses(hidden, zone) if conclusion.side == Side.PUBLIC.value else ()
    return Deadline(
        conclusion.proposed_at, days=conclusion.days, closed=closed, zone=zone, met_at=met_at, pauses=pauses
    )


def of_dissent(sealed_at: datetime, closed: Closed, zone: str, hidden: Times) -> Deadline:
    """Promise the term in which a dissent can be attached. Hidden days do not count."""
    return Deadline(sealed_at, days=DISSENT_DAYS, closed=closed, zone=zone, pauses=_pauses(hidden, zone))


def of_opinion(asked: ExpertOpinion, closed: Closed, zone: str) -> Deadline | None:
    """Promise the term of an opinion, from when it was forwarded; None before that, and where it was declined."""
    if asked.forwarded_at is None:
        return None
    return Deadline(asked.forwarded_at, days=asked.days, closed=closed, zone=zone, met_at=asked.recorded_at)


def _pauses(hidden: Times, zone: str) -> tuple[Pause, ...]:
    """A day on which it was hidden for a moment does not count: who hides could else lift it each evening."""
    return tuple(Pause(at, _end_of(lifted, zone), reason=_("It is hidden by moderation.")) for at, lifted in hidden)


def _end_of(lifted: datetime | None, zone: str) -> datetime | None:
    if lifted is None:
        return None
    return datetime.combine(lifted.astimezone(ZoneInfo(zone)).date() + timedelta(days=1), time.min, ZoneInfo(zone))
