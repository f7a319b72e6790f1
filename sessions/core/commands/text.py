"""The text on the table: what can be asked. `base` is the version of the paragraph that the asker had before them.

The whole text, an amendment, a bracket or a part is decided by `ProposeAdoption` or `PutToVote` with `about`.
"""

from dataclasses import dataclass

from sessions.core.terms import AmendmentKind, Lift, TextKind


@dataclass(frozen=True, slots=True)
class PresentText:
    kind: TextKind
    title: str
    paragraphs: tuple[str, ...]
    language: str = "es"


@dataclass(frozen=True, slots=True)
class SubmitAmendment:
    """`sponsor`: the member with a vote whom somebody without one asks to sponsor it."""

    paragraph: str
    base: int
    kind: AmendmentKind
    words: str = ""
    rationale: str = ""
    sponsor: str = ""


@dataclass(frozen=True, slots=True)
class ReviseAmendment:
    amendment: str
    base: int
    words: str = ""
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class CoSponsor:
    amendment: str


@dataclass(frozen=True, slots=True)
class WithdrawSponsor:
    amendment: str


@dataclass(frozen=True, slots=True)
class RuleAdmissible:
    amendment: str


@dataclass(frozen=True, slots=True)
class RuleOutOfOrder:
    amendment: str
    reason: str


@dataclass(frozen=True, slots=True)
class OrderAmendments:
    """Without `order`, the computed one."""

    order: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MoveDivision:
    target: str
    portions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleDivision:
    division: str
    granted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class EditParagraph:
    paragraph: str
    base: int
    words: str


@dataclass(frozen=True, slots=True)
class PlaceBracket:
    """`quote` empty: the whole paragraph. `unattributed`: by rule nobody is named; then no placers are."""

    paragraph: str
    base: int
    quote: str = ""
    alternatives: tuple[str, ...] = ()
    placers: tuple[str, ...] = ()
    unattributed: bool = False


@dataclass(frozen=True, slots=True)
class AddAlternative:
    bracket: str
    words: str


@dataclass(frozen=True, slots=True)
class MergeAlternatives:
    bracket: str
    first: int
    second: int
    words: str


@dataclass(frozen=True, slots=True)
class ConsentToLift:
    bracket: str
    how: Lift
    alternative: int = 0


@dataclass(frozen=True, slots=True)
class LiftBracket:
    bracket: str
    how: Lift
    alternative: int = 0


@dataclass(frozen=True, slots=True)
class AgreeParagraph:
    """`base` 0: whatever version stands."""

    paragraph: str
    base: int = 0


@dataclass(frozen=True, slots=True)
class ReopenParagraph:
    paragraph: str
    reason: str
