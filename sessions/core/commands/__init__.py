"""All that can be asked of a room. Imperative; each docstring-free field is what the asker typed.

Who may ask for each is the table in `rules/who.py`; what it leads to is in `rules/<subject>.py`.
"""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.commands.agenda import (
    AddItem,
    ConcludeItem,
    DeferItem,
    OpenItem,
    ReopenItem,
    SetItemTime,
)
from sessions.core.commands.chat import CloseChat, OpenChat
from sessions.core.commands.decisions import (
    EnterReservation,
    Object,
    ObjectLate,
    ProposeAdoption,
    ReadAgreement,
    StandAside,
    WithdrawObjection,
    WithdrawProposal,
)
from sessions.core.commands.floor import (
    CloseList,
    EndSpeech,
    ExtendSpeech,
    GiveFloor,
    NoteStatement,
    OpenList,
    PauseSpeech,
    RaisePointOfOrder,
    RecordTurn,
    RequestFloor,
    ResumeSpeech,
    RulePointOfOrder,
    SetAside,
    WithdrawRequest,
)
from sessions.core.commands.meeting import (
    AskQuorum,
    Cancel,
    CloseSession,
    Convene,
    HandOverChair,
    OpenLobby,
    OpenSession,
    RecordNotHeld,
    ReopenSession,
    Reschedule,
    Resume,
    Suspend,
    TablePaper,
    TakeChair,
    VerifyQuorum,
)
from sessions.core.commands.people import (
    Admit,
    AskAdmission,
    Leave,
    RefuseAdmission,
    Remove,
)
from sessions.core.commands.questions import (
    AnswerQuestion,
    ApproveQuestion,
    AskQuestion,
    CloseQuestions,
    DeclineQuestion,
    MergeQuestion,
    NoteAnswered,
    OpenQuestions,
    OweAnswer,
    SupportQuestion,
    WithdrawSupport,
)
from sessions.core.commands.record import (
    CorrectSlip,
    Undo,
)
from sessions.core.commands.statements import SubmitStatement
from sessions.core.commands.votes import (
    CastVote,
    CloseTemperature,
    CloseVote,
    CountHall,
    DeclareResult,
    ExplainVote,
    NoteTemperature,
    PutToVote,
    ShowTemperature,
    TakeTemperature,
    WithdrawVote,
)
from sessions.core.terms import Via

Command = (
    Convene | Reschedule | Cancel | TablePaper | OpenLobby | OpenSession | RecordNotHeld | Suspend | Resume
    | CloseSession | ReopenSession | HandOverChair | TakeChair | AskQuorum | VerifyQuorum
    | AskAdmission | Admit | RefuseAdmission | Leave | Remove
    | AddItem | OpenItem | ConcludeItem | DeferItem | ReopenItem | SetItemTime
    | OpenList | CloseList | RequestFloor | WithdrawRequest | GiveFloor | SetAside | PauseSpeech
    | ResumeSpeech | ExtendSpeech | EndSpeech | RecordTurn | NoteStatement | RaisePointOfOrder | RulePointOfOrder
    | ProposeAdoption | WithdrawProposal | Object | WithdrawObjection | StandAside | ObjectLate
    | EnterReservation | ReadAgreement | CorrectSlip | Undo
    | PutToVote | CastVote | CountHall | CloseVote | WithdrawVote | DeclareResult | ExplainVote
    | TakeTemperature | ShowTemperature | CloseTemperature | NoteTemperature
    | OpenQuestions | CloseQuestions | AskQuestion | ApproveQuestion | MergeQuestion | DeclineQuestion
    | SupportQuestion | WithdrawSupport | AnswerQuestion | NoteAnswered | OweAnswer
    | SubmitStatement | OpenChat | CloseChat
)  # fmt: skip


@dataclass(frozen=True, slots=True)
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


__all__ = [
    "Act",
    "AddItem",
    "Admit",
    "AnswerQuestion",
    "ApproveQuestion",
    "AskAdmission",
    "AskQuestion",
    "AskQuorum",
    "Cancel",
    "CastVote",
    "CloseChat",
    "CloseList",
    "CloseQuestions",
    "CloseSession",
    "CloseTemperature",
    "CloseVote",
    "Command",
    "ConcludeItem",
    "Convene",
    "CorrectSlip",
    "CountHall",
    "DeclareResult",
    "DeclineQuestion",
    "DeferItem",
    "EndSpeech",
    "EnterReservation",
    "ExplainVote",
    "ExtendSpeech",
    "GiveFloor",
    "HandOverChair",
    "Leave",
    "MergeQuestion",
    "NoteAnswered",
    "NoteStatement",
    "NoteTemperature",
    "Object",
    "ObjectLate",
    "OpenChat",
    "OpenItem",
    "OpenList",
    "OpenLobby",
    "OpenQuestions",
    "OpenSession",
    "OweAnswer",
    "PauseSpeech",
    "ProposeAdoption",
    "PutToVote",
    "RaisePointOfOrder",
    "ReadAgreement",
    "RecordNotHeld",
    "RecordTurn",
    "RefuseAdmission",
    "Remove",
    "ReopenItem",
    "ReopenSession",
    "RequestFloor",
    "Reschedule",
    "Resume",
    "ResumeSpeech",
    "RulePointOfOrder",
    "SetAside",
    "SetItemTime",
    "ShowTemperature",
    "StandAside",
    "SubmitStatement",
    "SupportQuestion",
    "Suspend",
    "TablePaper",
    "TakeChair",
    "TakeTemperature",
    "Undo",
    "VerifyQuorum",
    "WithdrawObjection",
    "WithdrawProposal",
    "WithdrawRequest",
    "WithdrawSupport",
    "WithdrawVote",
]
