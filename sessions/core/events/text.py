"""The text on the table, paragraph by paragraph.

Everything about a text bears its id first: the text `x1`, its paragraphs `x1.3`, amendments `x1.a2`, brackets
`x1.b1`, divisions `x1.d1`. A number once given is never given again. `version` is the paragraph's next one, `words`
are those it has from then on; `decision` is the proposal or the vote by which the room decided, or empty.
"""

from dataclasses import dataclass

from sessions.core.terms import AmendmentKind, Lift, TextKind


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph as presented."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class TextPresented:
    text: str
    item: str
    kind: TextKind
    title: str
    language: str
    paragraphs: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class AmendmentSubmitted:
    """By a member with a vote, who sponsors it, or by somebody else, who asked the seat `asked` to sponsor it."""

    amendment: str
    paragraph: str
    base: int
    kind: AmendmentKind
    words: str
    rationale: str
    seat: str
    sponsors: tuple[str, ...]
    asked: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentRevised:
    """Written anew by a sponsor, upon the words as they stand; it is ruled upon anew."""

    amendment: str
    base: int
    words: str
    rationale: str
    seat: str


@dataclass(frozen=True, slots=True)
class SponsorAdded:
    amendment: str
    seat: str


@dataclass(frozen=True, slots=True)
class SponsorWithdrawn:
    amendment: str
    seat: str


@dataclass(frozen=True, slots=True)
class AmendmentWithdrawn:
    """Nobody sponsors it any more."""

    amendment: str


@dataclass(frozen=True, slots=True)
class AmendmentAdmitted:
    amendment: str


@dataclass(frozen=True, slots=True)
class AmendmentRuledOut:
    amendment: str
    reason: str


@dataclass(frozen=True, slots=True)
class VotingOrderSet:
    """The order in which amendments are decided; not `computed`: the chair's own, for `reason`."""

    text: str
    order: tuple[str, ...]
    computed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class AmendmentCarried:
    """`paragraph` has `words` from now on: none where it was deleted; a new one where something was added."""

    amendment: str
    paragraph: str
    version: int
    words: str
    decision: str


@dataclass(frozen=True, slots=True)
class AmendmentLost:
    amendment: str
    decision: str


@dataclass(frozen=True, slots=True)
class DivisionMoved:
    """`portions`: the words of an amendment cut in parts, or paragraphs of the text by their ids."""

    division: str
    target: str
    seat: str
    portions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DivisionRuled:
    division: str
    granted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class PortionDecided:
    """One part, put separately: `number` from 1. A paragraph of the text that is lost is deleted."""

    division: str
    number: int
    carried: bool
    decision: str


@dataclass(frozen=True, slots=True)
class ParagraphEdited:
    paragraph: str
    version: int
    words: str


@dataclass(frozen=True, slots=True)
class BracketPlaced:
    """`quote`: the words that are not agreed; empty: the whole paragraph. Without `placers` it is unattributed."""

    bracket: str
    paragraph: str
    quote: str
    alternatives: tuple[str, ...]
    placers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlternativeAdded:
    bracket: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class AlternativesMerged:
    bracket: str
    first: int
    second: int
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class LiftConsented:
    """Somebody who placed the bracket agrees that it ends this way, and no other."""

    bracket: str
    seat: str
    how: Lift
    alternative: int


@dataclass(frozen=True, slots=True)
class BracketLifted:
    """By consent of those who placed it, or by a decision of the room."""

    bracket: str
    how: Lift
    alternative: int
    version: int
    words: str
    decision: str


@dataclass(frozen=True, slots=True)
class ParagraphAgreed:
    """Provisionally: nothing is agreed until everything is agreed."""

    paragraph: str
    version: int


@dataclass(frozen=True, slots=True)
class ParagraphReopened:
    paragraph: str
    reason: str


@dataclass(frozen=True, slots=True)
class TextAdopted:
    text: str
    agreement: str
