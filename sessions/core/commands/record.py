"""The record itself: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import Slip


@dataclass(frozen=True, slots=True)
class CorrectSlip:
    slip: Slip
    ref: str
    now: str
    reason: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back one's own last act, within the seconds of the rules."""
