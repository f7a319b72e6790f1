"""A text on the table: its paragraphs with their versions, amendments, brackets and divisions."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import AmendmentKind, AmendmentState, Change, Lift, ParagraphState, TextKind

UNDECIDED = (AmendmentState.WAITING, AmendmentState.SUBMITTED, AmendmentState.ADMITTED)
AFTER = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")


@dataclass(frozen=True, slots=True)
class Version:
    """The words a paragraph had. `ref`: the amendment, bracket or division it came by; `by`: the seat that acted."""

    number: int
    words: str
    how: Change
    ref: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`after`: the paragraph behind which an amendment put it. Deleted ones stay, for their history and number."""

    id: str
    words: str
    version: int
    history: tuple[Version, ...]
    after: str = ""
    agreed: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    """`by`: who drafted it; `asked`: the member whom they asked to sponsor it."""

    id: str
    paragraph: str
    base: int
    kind: AmendmentKind
    words: str
    rationale: str
    by: str
    sponsors: tuple[str, ...]
    state: AmendmentState
    at: datetime
    asked: str = ""
    reason: str = ""
    decision: str = ""

    @property
    def undecided(self) -> bool:
        return self.state in UNDECIDED

    @property
    def number(self) -> int:
        """Its number in its text."""
        return int(self.id.rpartition("a")[2])


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for those in brackets; `merged`: the number of the one it went into, or nought."""

    number: int
    words: str
    by: str
    merged: int = 0


@dataclass(frozen=True, slots=True)
class Consent:
    seat: str
    how: Lift
    alternative: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """`quote` empty: the whole paragraph. `lifted` is None while it is open."""

    id: str
    paragraph: str
    quote: str
    alternatives: tuple[Alternative, ...]
    placers: tuple[str, ...]
    consents: tuple[Consent, ...] = ()
    lifted: Lift | None = None
    decision: str = ""

    @property
    def standing(self) -> tuple[Alternative, ...]:
        """The alternatives that were not merged into another."""
        return tuple(a for a in self.alternatives if not a.merged)

    @property
    def number(self) -> int:
        """Its number in its text."""
        return int(self.id.rpartition("b")[2])

    def consented(self, seat: str, how: Lift, alternative: int) -> bool:
        """Whether that seat agreed that it ends this way."""
        return any((c.seat, c.how, c.alternative) == (seat, how, alternative) for c in self.consents)


@dataclass(frozen=True, slots=True)
class Portion:
    """A part that is put separately: words of an amendment, or the id of a paragraph."""

    words: str
    carried: bool | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """`granted` is None until the chair rules."""

    id: str
    target: str
    seat: str
    portions: tuple[Portion, ...]
    granted: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """`order`: how amendments are decided, as last set. `agreement`: what its words became once adopted.

    `closes_at`: the term for amendments, None where the rules give none; `waived`: why the chair waived it.
    """

    id: str
    item: str
    kind: TextKind
    title: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    presented_at: datetime
    amendments: tuple[Amendment, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    divisions: tuple[Division, ...] = ()
    order: tuple[str, ...] = ()
    order_computed: bool = True
    order_reason: str = ""
    agreement: str = ""
    closes_at: datetime | None = None
    amendments_closed: bool = False
    waived: str = ""

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph of that id, deleted ones too, or None."""
        return next((p for p in self.paragraphs if p.id == paragraph_id), None)

    def amendment(self, amendment_id: str) -> Amendment | None:
        """The amendment of that id, or None."""
        return next((a for a in self.amendments if a.id == amendment_id), None)

    def bracket(self, bracket_id: str) -> Bracket | None:
        """The bracket of that id, or None."""
        return next((b for b in self.brackets if b.id == bracket_id), None)

    def division(self, division_id: str) -> Division | None:
        """The division of that id, or None."""
        return next((d for d in self.divisions if d.id == division_id), None)

    def dividing(self, target: str) -> Division | None:
        """The division of this text or amendment that is not through, or None."""
        return next((d for d in self.divisions if d.target == target and self.unfinished(d)), None)

    def left(self, division: Division) -> tuple[int, ...]:
        """The numbers of its parts that are still to be put; none once what it divides has ended or is gone."""
        numbered = [(n, p.words) for n, p in enumerate(division.portions, 1) if p.carried is None]
        if division.target != self.id:
            one = self.amendment(division.target)
            return tuple(n for n, _words in numbered) if one and one.undecided else ()
        living = {p.id for p in self.living()}
        return tuple(n for n, words in numbered if words in living)

    def unfinished(self, division: Division) -> bool:
        """Whether it waits for the chair's ruling or for one of its parts."""
        return division.granted is not False and bool(self.left(division))

    def living(self) -> tuple[Paragraph, ...]:
        """The paragraphs that were not deleted, in order."""
        return tuple(p for p in self.paragraphs if not p.deleted)

    def open_brackets(self, paragraph: str = "") -> tuple[Bracket, ...]:
        """The brackets that were not lifted, of one paragraph or of the whole text."""
        return tuple(b for b in self.brackets if b.lifted is None and paragraph in ("", b.paragraph))

    def undecided(self, paragraph: str = "") -> tuple[Amendment, ...]:
        """The amendments that have not ended, to one paragraph or to the whole text."""
        return tuple(a for a in self.amendments if a.undecided and paragraph in ("", a.paragraph))

    def outdated(self, amendment: Amendment) -> bool:
        """Whether its paragraph has other words than those it was written upon, or is gone; adding needs no words."""
        paragraph = self.paragraph(amendment.paragraph)
        if paragraph is None or paragraph.deleted:
            return True
        return amendment.kind is not AmendmentKind.ADD and paragraph.version != amendment.base

    def state_of(self, paragraph: Paragraph) -> ParagraphState:
        """Proposed, bracketed, provisionally agreed, adopted; or deleted."""
        if paragraph.deleted:
            return ParagraphState.DELETED
        if self.agreement:
            return ParagraphState.ADOPTED
        if paragraph.agreed:
            return ParagraphState.AGREED
        return ParagraphState.BRACKETED if self.open_brackets(paragraph.id) else ParagraphState.PROPOSED

    def label(self, paragraph_id: str) -> str:
        """The number people say: 3; 3 bis for one that was put behind it. It never changes."""
        paragraph = self.paragraph(paragraph_id)
        if paragraph is None or not paragraph.after:
            return paragraph_id.rpartition(".")[2]
        like = [p.id for p in self.paragraphs if p.after == paragraph.after]
        place = sorted(like, key=lambda i: int(i.rpartition(".")[2])).index(paragraph_id)
        word = AFTER[place] if place < len(AFTER) else str(place + 2)
        return f"{self.label(paragraph.after)} {word}"

    @property
    def clean(self) -> str:
        """The words as they stand, without marks; paragraphs parted by a blank line."""
        return "\n\n".join(p.words for p in self.living())
