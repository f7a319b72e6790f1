"""The clock of what was agreed ad referendum: business days of its agency, by the rules of the session (G22)."""

from collections.abc import Container
from datetime import date

from consultations.modes.deliberation.models import Ratification
from incidencia.deadlines.deadline import Deadline
from sessions.models import Agreement
from sessions.queries import rules_of


def ratification_of(agreement: Agreement) -> Ratification | None:
    """Promise what was decided on it, or None; no query where it was selected with the agreement."""
    return getattr(agreement, "ratification", None)


def deadline_of(agreement: Agreement, closed: Container[date]) -> Deadline:
    """Promise the term for ratifying, met by the act that ratified or refused. No query."""
    decided, session = ratification_of(agreement), agreement.session
    return Deadline(
        starts_at=agreement.adopted_at, days=max(rules_of(session).ratify_days, 1), closed=closed, zone=session.zone,
        met_at=decided.at if decided else None,
    )  # fmt: skip
