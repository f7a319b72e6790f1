"""The state of a consultation, read from its dates. Nothing opens or closes by a call or a scheduled job."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class State(StrEnum):
    """Where a consultation stands, in the order in which it passes through."""

    DRAFT = "draft"
    CALLED = "called"
    OPEN = "open"
    CLOSED = "closed"
    OPERATING = "operating"
    CONCLUDED = "concluded"

    @property
    def label(self) -> Promise:
        """The state in words for a page."""
        return _LABELS[self]


_LABELS: dict[State, Promise] = {
    State.DRAFT: _("Draft, not published"),
    State.CALLED: _("Call published, applications not open yet"),
    State.OPEN: _("Call open"),
    State.CLOSED: _("Applications closed"),
    State.OPERATING: _("In operation"),
    State.CONCLUDED: _("Concluded"),
}


@dataclass(frozen=True, slots=True)
class Dates:
    """The instants that decide the state, all in UTC; None while not set or not yet done."""

    published_at: datetime | None = None
    applications_open_at: datetime | None = None
    applications_close_at: datetime | None = None
    started_at: datetime | None = None
    ends_at: datetime | None = None


def state(dates: Dates, now: datetime) -> State:
    """Promise the state at the instant `now`. A boundary instant belongs to what begins."""
    if dates.published_at is None or now < dates.published_at:
        return State.DRAFT
    if dates.ends_at is not None and now >= dates.ends_at:
        return State.CONCLUDED
    if dates.started_at is not None and now >= dates.started_at:
        return State.OPERATING
    if dates.applications_open_at is None or now < dates.applications_open_at:
        return State.CALLED
    if dates.applications_close_at is not None and now >= dates.applications_close_at:
        return State.CLOSED
    return State.OPEN


def accepts_applications(dates: Dates, now: datetime) -> bool:
    """Whether somebody may apply at `now`: a consultation may already operate while its call is open."""
    if state(dates, now) in (State.DRAFT, State.CALLED, State.CONCLUDED):
        return False
    opened, closes = dates.applications_open_at, dates.applications_close_at
    return opened is not None and closes is not None and opened <= now < closes
