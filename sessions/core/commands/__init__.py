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
from sessions.core.commands.amending import AdoptAgenda, AmendAgenda, ExtendItem
from sessions.core.commands.budgets import SetBudget
from sessions.core.commands.captions import MarkLanguage, RelayText
from sessions.core.commands.chat import CloseChat, OpenChat
from sessions.core.commands.credentials import DeclareConflict, RecordCredentials, WithdrawCredentials
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
from sessions.core.commands.experts import AskExpert, InviteExpert
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
    WithdrawFloor,
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
from sessions.core.commands.motions import (
    AppealRuling,
    CarryMotion,
    HearOnMotion,
    LapseMotion,
    MoveProcedural,
    MoveReconsider,
    RequestRecount,
    SpeakOnMotion,
    SupersedeAgreement,
    WithdrawMotion,
)
from sessions.core.commands.pacing import SetSpeakingTime
from sessions.core.commands.paper import RecordPaperAgreement, RecordPaperVote
from sessions.core.commands.people import (
    Admit,
    AskAdmission,
    ConfirmAccreditation,
    Leave,
    RefuseAdmission,
    Remove,
)
from sessions.core.commands.positions import Dissociate, ExplainPosition, HandInText
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
from sessions.core.commands.replies import AskReply, GiveReply, GrantReply, RefuseReply, WithdrawReply
from sessions.core.commands.reserves import (
    BackOnRecord,
    ClassifyItem,
    ClearSeat,
    ConfirmReserve,
    DeclassifyItem,
    GoOffRecord,
    UnclearSeat,
)
from sessions.core.commands.statements import SubmitStatement
from sessions.core.commands.text import (
    AddAlternative,
    AgreeParagraph,
    ConsentToLift,
    CoSponsor,
    EditParagraph,
    LiftBracket,
    MergeAlternatives,
    MoveDivision,
    OrderAmendments,
    PlaceBracket,
    PresentText,
    ReopenParagraph,
    ReviseAmendment,
    RuleAdmissible,
    RuleDivision,
    RuleOutOfOrder,
    SubmitAmendment,
    WithdrawSponsor,
)
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
from sessions.core.commands.waiving import WaiveCirculation, WaiveDeadline
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
    | PresentText | SubmitAmendment | ReviseAmendment | CoSponsor | WithdrawSponsor | RuleAdmissible | RuleOutOfOrder
    | OrderAmendments | MoveDivision | RuleDivision | EditParagraph | PlaceBracket | AddAlternative
    | MergeAlternatives | ConsentToLift | LiftBracket | AgreeParagraph | ReopenParagraph
    | AdoptAgenda | AmendAgenda | ExtendItem | RecordCredentials | WithdrawCredentials | DeclareConflict
    | ExplainPosition | Dissociate | HandInText
    | SetBudget | AskReply | WithdrawReply | GrantReply | RefuseReply | GiveReply | AskExpert | InviteExpert
    | AppealRuling | MoveProcedural | MoveReconsider | SpeakOnMotion | HearOnMotion | WithdrawMotion
    | CarryMotion | LapseMotion | SupersedeAgreement | RequestRecount | MarkLanguage | RelayText
    | GoOffRecord | BackOnRecord | ClassifyItem | ConfirmReserve | DeclassifyItem | ClearSeat | UnclearSeat
    | ConfirmAccreditation | RecordPaperVote | RecordPaperAgreement
    | SubmitStatement | OpenChat | CloseChat
    | WithdrawFloor | WaiveCirculation | WaiveDeadline | SetSpeakingTime
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
    "Act", "AddAlternative", "AddItem", "Admit", "AdoptAgenda", "AgreeParagraph", "AmendAgenda", "AnswerQuestion",
    "AppealRuling", "ApproveQuestion", "AskAdmission", "AskExpert", "AskQuestion", "AskQuorum", "AskReply",
    "BackOnRecord", "Cancel", "CarryMotion", "CastVote", "ClassifyItem", "ClearSeat", "CloseChat", "CloseList",
    "CloseQuestions", "CloseSession", "CloseTemperature", "CloseVote", "CoSponsor", "Command", "ConcludeItem",
    "ConfirmAccreditation", "ConfirmReserve", "ConsentToLift", "Convene", "CorrectSlip", "CountHall",
    "DeclareConflict", "DeclareResult", "DeclassifyItem", "DeclineQuestion", "DeferItem", "Dissociate",
    "EditParagraph", "EndSpeech", "EnterReservation", "ExplainPosition", "ExplainVote", "ExtendItem", "ExtendSpeech",
    "GiveFloor", "GiveReply", "GoOffRecord", "GrantReply", "HandInText", "HandOverChair", "HearOnMotion",
    "InviteExpert", "LapseMotion", "Leave", "LiftBracket", "MarkLanguage", "MergeAlternatives", "MergeQuestion",
    "MoveDivision", "MoveProcedural", "MoveReconsider", "NoteAnswered", "NoteStatement", "NoteTemperature", "Object",
    "ObjectLate", "OpenChat", "OpenItem", "OpenList", "OpenLobby", "OpenQuestions", "OpenSession", "OrderAmendments",
    "OweAnswer", "PauseSpeech", "PlaceBracket", "PresentText", "ProposeAdoption", "PutToVote", "RaisePointOfOrder",
    "ReadAgreement", "RecordCredentials", "RecordNotHeld", "RecordPaperAgreement", "RecordPaperVote", "RecordTurn",
    "RefuseAdmission", "RefuseReply", "RelayText", "Remove", "ReopenItem", "ReopenParagraph", "ReopenSession",
    "RequestFloor", "RequestRecount", "Reschedule", "Resume", "ResumeSpeech", "ReviseAmendment", "RuleAdmissible",
    "RuleDivision", "RuleOutOfOrder", "RulePointOfOrder", "SetAside", "SetBudget", "SetItemTime", "SetSpeakingTime",
    "ShowTemperature",
    "SpeakOnMotion", "StandAside", "SubmitAmendment", "SubmitStatement", "SupersedeAgreement", "SupportQuestion",
    "Suspend", "TablePaper", "TakeChair", "TakeTemperature", "UnclearSeat", "Undo", "VerifyQuorum",
    "WaiveCirculation", "WaiveDeadline", "WithdrawCredentials", "WithdrawFloor", "WithdrawMotion",
    "WithdrawObjection", "WithdrawProposal", "WithdrawReply", "WithdrawRequest", "WithdrawSponsor",
    "WithdrawSupport", "WithdrawVote",
]  # fmt: skip
