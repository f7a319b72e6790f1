"""The terms of a thread, computed from its turns: never stored (G8.I)."""

from collections.abc import Container
from datetime import date, datetime

from consultations.models import Consultation
from consultations.modes.dialogue.models import Conclusion, ExpertOpinion, Turn
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import closed_days

DISSENT_DAYS = 5  # business days to attach a dissent after sealing
Closed = Container[date]


def closed_of(consultation: Consultation) -> Closed:
    """Promise the days that do not count in a consultation. One query."""
    return closed_days(consultation.agency.acronym)


def of_turn(turn: Turn, closed: Closed, zone: str) -> Deadline:
    """Promise the term of a turn. One that ended in silence is never met."""
    met_at = turn.ended_at if turn.met else None
    return Deadline(turn.since, days=turn.days, closed=closed, zone=zone, met_at=met_at)


def of_proposal(conclusion: Conclusion, closed: Closed, zone: str) -> Deadline:
    """Promise the term in which the other side assents or replies."""
    met_at = conclusion.fell_at or (conclusion.sealed_at if conclusion.assented else None)
    return Deadline(conclusion.proposed_at, days=conclusion.days, closed=closed, zone=zone, met_at=met_at)


def of_dissent(sealed_at: datetime, closed: Closed, zone: str) -> Deadline:
    """Promise the term in which a dissent can be attached."""
    return Deadline(sealed_at, days=DISSENT_DAYS, closed=closed, zone=zone)


def of_opinion(asked: ExpertOpinion, closed: Closed, zone: str) -> Deadline | None:
    """Promise the term of an opinion, from when it was forwarded; None before that, and where it was declined."""
    if asked.forwarded_at is None:
        return None
    return Deadline(asked.forwarded_at, days=asked.days, closed=closed, zone=zone, met_at=asked.recorded_at)
