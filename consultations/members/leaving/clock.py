"""The term in which a member may reply to a notice: computed, never stored."""

from collections.abc import Container
from datetime import date

from consultations.members.models import SeparationNotice
from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import closed_days


def deadline_of(notice: SeparationNotice, closed: Container[date] | None = None) -> Deadline:
    """Promise the term of the reply, in business days of the agency. One query unless its `closed` days are given.

    Ask for `membership__consultation__agency` with the notice.
    """
    consultation = notice.membership.consultation
    if closed is None:
        closed = closed_days(consultation.agency.acronym)
    return Deadline(
        notice.at, days=notice.reply_days, closed=closed, zone=consultation.zone, met_at=notice.replied_at
    )


def may_be_decided(notice: SeparationNotice, deadline: Deadline) -> bool:
    """Promise whether the reply is in, or its term is over (G21)."""
    return notice.replied_at is not None or deadline.is_late(now())
