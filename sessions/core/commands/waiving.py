"""Terms that were not met: what can be asked of the chair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WaiveCirculation:
    """A paper of the open item that came late may be decided upon all the same."""

    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class WaiveDeadline:
    """Amendments to the text on the table are taken after their term, or without one."""

    reason: str
