"""All that can be asked of a room. Imperative; each docstring-free field is what the asker typed.

Who may ask for each is the table in `rules/who.py`; what it leads to is in `rules/<subject>.py`.
"""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events import ItemPlan, Part
from sessions.core.ruleset import Rules
from sessions.core.terms import Effect, Role, Side, Slip, Via

ask = dataclass(frozen=True, slots=True)


# --- The session -----------------------------------------------------------------------------------
@ask
class Convene:
    reference: str
    title_es: str
    title_en: str
    host_es: str
    host_en: str
    zone: str
    starts_at: datetime
    items: tuple[ItemPlan, ...]
    rules: Rules


@ask
class Reschedule:
    starts_at: datetime
    reason: str


@ask
class Cancel:
    reason: str


@ask
class TablePaper:
    paper: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime


@ask
class OpenLobby:
    pass


@ask
class OpenSession:
    pass


@ask
class RecordNotHeld:
    reason: str


@ask
class Suspend:
    reason: str
    until: datetime | None = None


@ask
class Resume:
    pass


@ask
class CloseSession:
    pass


@ask
class ReopenSession:
    reason: str


@ask
class HandOverChair:
    seat: str


@ask
class TakeChair:
    reason: str


@ask
class AskQuorum:
    pass


@ask
class VerifyQuorum:
    pass


# --- People ----------------------------------------------------------------------------------------
@ask
class AskAdmission:
    name: str
    organization: str


@ask
class Admit:
    seat: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via = Via.WEB


@ask
class RefuseAdmission:
    seat: str
    name: str
    reason: str


@ask
class Leave:
    pass


@ask
class Remove:
    seat: str
    reason: str


# --- Agenda ----------------------------------------------------------------------------------------
@ask
class AddItem:
    title_es: str
    title_en: str
    minutes: int
    reason: str


@ask
class OpenItem:
    item: str


@ask
class ConcludeItem:
    outcome: str = ""


@ask
class DeferItem:
    item: str
    reason: str


@ask
class ReopenItem:
    item: str
    reason: str


@ask
class SetItemTime:
    item: str
    minutes: int
    reason: str


# --- The floor -------------------------------------------------------------------------------------
@ask
class OpenList:
    pass


@ask
class CloseList:
    """In so many seconds from now; 0 closes at once."""

    seconds: int = 0


@ask
class RequestFloor:
    pass


@ask
class WithdrawRequest:
    pass


@ask
class GiveFloor:
    """Empty `request`: whoever is next. A request out of turn needs the chair's reason."""

    request: str = ""
    reason: str = ""


@ask
class SetAside:
    """The speaker called does not answer: they wait and keep their place."""


@ask
class PauseSpeech:
    pass


@ask
class ResumeSpeech:
    pass


@ask
class ExtendSpeech:
    seconds: int = 60


@ask
class EndSpeech:
    pass


@ask
class RecordTurn:
    """Catch-up: somebody spoke off the list. The act carries when it happened."""

    seat: str
    seconds: int
    statement: str = ""
    language: str = "es"


@ask
class NoteStatement:
    turn: str
    statement: str
    language: str = "es"


@ask
class RaisePointOfOrder:
    text: str


@ask
class RulePointOfOrder:
    upheld: bool
    ruling: str


# --- Decisions -------------------------------------------------------------------------------------
@ask
class ProposeAdoption:
    text: str
    effect: Effect
    parts: tuple[Part, ...] = ()
    power: str = ""
    language: str = "es"
    ad_referendum: bool = False


@ask
class WithdrawProposal:
    reason: str


@ask
class Object:
    reason: str


@ask
class WithdrawObjection:
    pass


@ask
class StandAside:
    reason: str = ""


@ask
class ObjectLate:
    agreement: str
    reason: str


@ask
class EnterReservation:
    agreement: str
    text: str
    language: str = "es"


@ask
class ReadAgreement:
    agreement: str


# --- The record ------------------------------------------------------------------------------------
@ask
class CorrectSlip:
    slip: Slip
    ref: str
    now: str
    reason: str


@ask
class Undo:
    """Take back one's own last act, within the seconds of the rules."""


Command = (
    Convene | Reschedule | Cancel | TablePaper | OpenLobby | OpenSession | RecordNotHeld | Suspend | Resume
    | CloseSession | ReopenSession | HandOverChair | TakeChair | AskQuorum | VerifyQuorum
    | AskAdmission | Admit | RefuseAdmission | Leave | Remove
    | AddItem | OpenItem | ConcludeItem | DeferItem | ReopenItem | SetItemTime
    | OpenList | CloseList | RequestFloor | WithdrawRequest | GiveFloor | SetAside | PauseSpeech
    | ResumeSpeech | ExtendSpeech | EndSpeech | RecordTurn | NoteStatement | RaisePointOfOrder | RulePointOfOrder
    | ProposeAdoption | WithdrawProposal | Object | WithdrawObjection | StandAside | ObjectLate
    | EnterReservation | ReadAgreement | CorrectSlip | Undo
)  # fmt: skip


@ask
class Act:
    """A command and who asks for it.

    `by` is the asker's seat; `key` makes the act once; `on_behalf_of` is the seat of somebody on the
    telephone, in the hall or on paper for whom the secretariat acts; `happened_at` is set for catch-up
    entries only, in the past.
    """

    by: str
    key: str
    command: Command
    on_behalf_of: str = ""
    via: Via = Via.WEB
    happened_at: datetime | None = None
