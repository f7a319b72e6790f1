"""Values that events carry."""

from dataclasses import dataclass
from datetime import date

from sessions.core.terms import ItemKind, Purpose, Side


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """One agenda item as convened: `minutes` is the time planned for it, `decides` what is asked of it."""

    id: str
    kind: ItemKind
    title_es: str
    title_en: str
    minutes: int
    decides: Purpose = Purpose.UNSAID


@dataclass(frozen=True, slots=True)
class Count:
    """Who is there, counted by acts: entitled to vote, present of them, needed, officials with powers (G22).

    `connected` is what the desk saw of the lines at that instant; it informs, it decides nothing.
    """

    entitled: int
    present: int
    required: int
    empowered: int
    connected: int

    @property
    def met(self) -> bool:
        return self.present >= self.required


@dataclass(frozen=True, slots=True)
class Part:
    """One side's part of an agreement: who, what, by when (G8.V); `criterion`: what shows that it was fulfilled."""

    side: Side
    who: str
    what: str
    due: date | None
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """An agreement of an earlier session that is still open, as the follow-up item lists it (G33)."""

    reference: str
    text: str
    who: str
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes counted, by choice."""

    in_favour: int = 0
    against: int = 0
    abstain: int = 0

    @property
    def total(self) -> int:
        return self.in_favour + self.against + self.abstain

    def __add__(self, other: "Votes") -> "Votes":
        return Votes(self.in_favour + other.in_favour, self.against + other.against, self.abstain + other.abstain)


@dataclass(frozen=True, slots=True)
class SideVotes:
    """The votes of one side, told only where no side is smaller than the least cell of the rules."""

    side: Side
    votes: Votes


@dataclass(frozen=True, slots=True)
class Result:
    """What the count says: `needed` of `base` votes in favour carry; `tied`: as many for as against."""

    base: int
    needed: int
    carried: bool
    tied: bool


@dataclass(frozen=True, slots=True)
class Stances:
    """Answers of a temperature check, of everybody (`side` None) or of one side.

    `withheld`: so few answered that what they said is not told; the others are 0 then.
    """

    side: Side | None = None
    agree: int = 0
    accept: int = 0
    cannot: int = 0
    none: int = 0
    withheld: int = 0

    @property
    def total(self) -> int:
        return self.agree + self.accept + self.cannot + self.none + self.withheld
