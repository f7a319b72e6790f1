"""Powers to agree as officials showed them (G22), and conflicts of interest as members declared them (G21)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CredentialsRecorded:
    """From this instant on the official has these powers; `empowered` false: they stated that they have none."""

    seat: str
    empowered: bool
    powers: str
    document: str


@dataclass(frozen=True, slots=True)
class CredentialsWithdrawn:
    """From this instant on the official has no powers; what was agreed before stands as it was recorded."""

    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConflictDeclared:
    """A member's own words; no vote is lost by it."""

    item: str
    seat: str
    text: str
    language: str
