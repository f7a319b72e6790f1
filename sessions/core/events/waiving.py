"""Terms that were not met, and what the chair waived."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CirculationWaived:
    """A late paper of this item may be decided upon, by decision of the chair (G27.I)."""

    item: str
    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class AmendmentsClosed:
    """The term for amendments to this text has ended."""

    text: str


@dataclass(frozen=True, slots=True)
class DeadlineWaived:
    """Amendments to this text are taken without a term, by decision of the chair."""

    text: str
    reason: str
