"""How references are written and read: permanent, neutral to language, the same in addresses, mail and minutes."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a reference names."""

    CONSULTATION = "consultation"
    SESSION = "session"
    AGREEMENT = "agreement"
    CONTRIBUTION = "contribution"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in its parts; `str()` writes it as it is printed."""

    series: str
    year: int
    number: int
    session: int | None = None
    agreement: int | None = None
    level: str = ""
    contribution: int | None = None
    response: int | None = None

    @property
    def kind(self) -> Kind:
        """What it names: the last part decides."""
        if self.contribution is not None:
            return Kind.CONTRIBUTION
        if self.response is not None:
            return Kind.RESPONSE
        if self.agreement is not None:
            return Kind.AGREEMENT
        return Kind.CONSULTATION if self.session is None else Kind.SESSION

    @property
    def consultation(self) -> str:
        """The reference of the consultation it belongs to: `MEC-2026-014`."""
        return f"{self.series}-{self.year}-{self.number:03d}"

    def __str__(self) -> str:
        session = "" if self.session is None else f"-S{self.session}"
        agreement = "" if self.agreement is None else f"-A{self.agreement}"
        contribution = "" if self.contribution is None else f"-{self.level}-{self.contribution:03d}"
        response = "" if self.response is None else f"-R{self.response}"
        return f"{self.consultation}{session}{agreement}{contribution}{response}"


_SHAPE = re.compile(
    r"(?P<series>[A-Z][A-Z0-9]{1,11})-(?P<year>[12]\d{3})-(?P<number>\d{3,6})"
    r"(?:-S(?P<session>\d{1,4})(?:-A(?P<agreement>\d{1,4}))?"
    r"|-(?P<level>VI|IV|V|I{1,3}|P)-(?P<contribution>\d{3,6})|-R(?P<response>\d{1,6}))?",
    re.ASCII,
)


def consultation_reference(series: str, year: int, number: int) -> str:
    """Promise `MEC-2026-014`. Raises ValueError unless `series` is 2 to 12 letters and digits, `number` 1 or more."""
    return _checked(f"{series.upper()}-{year}-{number:03d}")


def session_reference(consultation: str, number: int) -> str:
    """Promise `MEC-2026-014-S3`, the third session of `consultation`. Raises ValueError."""
    return _checked(f"{consultation}-S{number}")


def agreement_reference(session: str, number: int) -> str:
    """Promise `MEC-2026-014-S3-A2`, the second agreement of `session`. Raises ValueError."""
    return _checked(f"{session}-A{number}")


def contribution_reference(consultation: str, level: str, number: int) -> str:
    """Promise `MEC-2026-014-III-007`: what was sent or published at a level; `P` for an issue raised unasked.

    Raises ValueError.
    """
    return _checked(f"{consultation}-{level}-{number:03d}")


def response_reference(consultation: str, number: int) -> str:
    """Promise `MEC-2026-014-R12`, the twelfth reasoned response in `consultation`. Raises ValueError."""
    return _checked(f"{consultation}-R{number}")


def parse(reference: str) -> Reference:
    """Promise the parts of `reference`, typed in capitals or not. Raises ValueError if it is none."""
    shape = _SHAPE.fullmatch(reference.strip().upper())
    if shape is None:
        raise ValueError(f"{reference!r} is not a reference")
    words = ("series", "level")
    numbers = {name: int(part) for name, part in shape.groupdict().items() if part and name not in words}
    if not all(numbers.values()):
        raise ValueError(f"{reference!r} counts from 1")
    return Reference(series=shape["series"], level=shape["level"] or "", **numbers)


def _checked(reference: str) -> str:
    return str(parse(reference))
