"""What was done on paper and is entered afterwards: what can be asked. The act carries when it happened."""

from dataclasses import dataclass

from sessions.core.events import Part
from sessions.core.terms import Base, Choice, Effect, Majority, Method, Sought


@dataclass(frozen=True, slots=True)
class RecordPaperVote:
    """A question that was voted on paper.

    `named`: each elector's choice, for a roll call. Otherwise the totals, and the two seats that counted them.
    `agrees`: the question is words for an agreement. Majority, base and consensus: as in `PutToVote`.
    """

    question: str
    method: Method
    majority: Majority | None = None
    base: Base | None = None
    in_favour: int = 0
    against: int = 0
    abstain: int = 0
    scrutineers: tuple[str, ...] = ()
    named: tuple[tuple[str, Choice], ...] = ()
    language: str = "es"
    agrees: bool = False
    effect: Effect = Effect.BINDS
    parts: tuple[Part, ...] = ()
    power: str = ""
    ad_referendum: bool = False
    consensus: Sought = Sought.UNTOLD
    consensus_note: str = ""


@dataclass(frozen=True, slots=True)
class RecordPaperAgreement:
    """Words that were read aloud and to which nobody objected. `cut_off`: who was there and had lost the line."""

    text: str
    effect: Effect
    parts: tuple[Part, ...] = ()
    power: str = ""
    language: str = "es"
    ad_referendum: bool = False
    cut_off: tuple[str, ...] = ()
