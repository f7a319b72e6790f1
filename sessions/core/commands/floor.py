"""The list of speakers, the floor, points of order: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import PointKind, Speaks


@dataclass(frozen=True, slots=True)
class OpenList:
    pass


@dataclass(frozen=True, slots=True)
class CloseList:
    """In so many seconds from now; 0 closes at once. Sooner than the rules say needs the chair's reason."""

    seconds: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RequestFloor:
    """In favour or against only while words are before the room: put to it, or on the table.

    `item`: the one that was open on the page of whoever asks; empty where it is not told.
    `language`: in which one will speak, empty where one does not say.
    """

    speaks: Speaks = Speaks.GENERAL
    item: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    pass


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Empty `request`: whoever is next. A request out of turn needs the chair's reason."""

    request: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """The speaker called does not answer: they wait and keep their place."""


@dataclass(frozen=True, slots=True)
class PauseSpeech:
    pass


@dataclass(frozen=True, slots=True)
class ResumeSpeech:
    pass


@dataclass(frozen=True, slots=True)
class ExtendSpeech:
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class EndSpeech:
    pass


@dataclass(frozen=True, slots=True)
class RecordTurn:
    """Catch-up: somebody spoke off the list. The act carries when it happened."""

    seat: str
    seconds: int
    statement: str = ""
    language: str = "es"


@dataclass(frozen=True, slots=True)
class NoteStatement:
    turn: str
    statement: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class RaisePointOfOrder:
    """Its kind suffices; whoever raises it says the rest aloud."""

    text: str = ""
    kind: PointKind = PointKind.RULES


@dataclass(frozen=True, slots=True)
class RulePointOfOrder:
    upheld: bool
    ruling: str


@dataclass(frozen=True, slots=True)
class WithdrawFloor:
    """The chair takes the floor from whoever has it; they would not end by themselves."""

    reason: str
