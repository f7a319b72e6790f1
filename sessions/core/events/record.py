"""The record itself."""

from dataclasses import dataclass

from sessions.core.terms import Slip


@dataclass(frozen=True, slots=True)
class SlipCorrected:
    """A slip of the pen put right by a later entry; the slip stays in the log."""

    slip: Slip
    ref: str
    was: str
    now: str
    reason: str


@dataclass(frozen=True, slots=True)
class ActUndone:
    """Within seconds, before it was final: the entries named here no longer count."""

    entries: tuple[int, ...]
