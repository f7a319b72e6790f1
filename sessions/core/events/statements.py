"""Written statements."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenStatementReceived:
    """Handed in for the record. `sha256` is that of its words; `item` is empty for the whole session."""

    statement: str
    seat: str
    item: str
    title: str
    text: str
    language: str
    sha256: str
