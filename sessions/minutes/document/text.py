"""A text that was on the table: its basis, amendments with sponsors, rulings and results, brackets, and its history.

What was adopted stands in the agreement, only there: the last words of each paragraph are then empty here.
"""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import AmendmentKind, AmendmentState, Change, Lift, ParagraphState, TextKind
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class TextVersion:
    """`ref`: the amendment, bracket or division the words came by; `by` is None where the room decided in silence."""

    number: int
    words: str
    how: Change
    ref: str
    at: datetime
    by: Who | None


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """`label` is the number people say."""

    id: str
    label: str
    state: ParagraphState
    versions: tuple[TextVersion, ...]
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextAmendment:
    """`paragraph` is the number people say. `left`: sponsors who withdrew; `decision`: the proposal or vote."""

    id: str
    number: int
    paragraph: str
    kind: AmendmentKind
    words: str
    rationale: str
    by: Who
    asked: Who | None
    sponsors: tuple[Who, ...]
    left: tuple[Who, ...]
    state: AmendmentState
    ruled_by: Who | None
    ruled_at: datetime | None
    reason: str
    decision: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextBracket:
    """`quote` empty: the whole paragraph. Without `placers` it was unattributed by rule."""

    id: str
    number: int
    paragraph: str
    quote: str
    alternatives: tuple[str, ...]
    placers: tuple[Who, ...]
    consented: tuple[Who, ...]
    lifted: Lift | None
    decision: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextOrder:
    """The order of deciding, by numbers of amendments; not `computed`: the chair's own, for `reason`."""

    at: datetime
    order: tuple[int, ...]
    computed: bool
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part that was put separately; `carried` is None while it was not."""

    words: str
    carried: bool | None


@dataclass(frozen=True, slots=True)
class TextDivision:
    """`amendment`: the number of what was divided, nought for the text itself."""

    id: str
    by: Who
    amendment: int
    parts: tuple[TextPart, ...]
    granted: bool | None
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """`amendments_until`: the term the rules gave; `term_waived`: why the chair waived it."""

    id: str
    at: datetime
    by: Who | None
    kind: TextKind
    title: str
    language: str
    paragraphs: tuple[TextParagraph, ...]
    amendments: tuple[TextAmendment, ...]
    brackets: tuple[TextBracket, ...]
    orders: tuple[TextOrder, ...]
    divisions: tuple[TextDivision, ...]
    agreement: str
    rests: tuple[int, ...]
    amendments_until: datetime | None = None
    term_waived: str = ""
