"""All that can have happened in a room. Past tense; immutable; stored for ever in the log.

Seats, items, requests, turns, proposals and agreements are named by short ids that live in this room:
`"7"`, `"i3"`, `"r12"`, `"t9"`, `"p2"`, `"v1"`, `"k1"`, `"A2"`. Times are aware datetimes; seconds are whole numbers.
"""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events.agenda import (
    ItemAdded,
    ItemConcluded,
    ItemDeferred,
    ItemOpened,
    ItemReopened,
    ItemTimeSet,
    PendingListed,
)
from sessions.core.events.amending import AgendaAdopted, AgendaAmended, ItemExtended
from sessions.core.events.budgets import BudgetSet
from sessions.core.events.captions import CaptionAppended, LanguageMarked
from sessions.core.events.chat import ChatClosed, ChatOpened
from sessions.core.events.credentials import ConflictDeclared, CredentialsRecorded, CredentialsWithdrawn
from sessions.core.events.decisions import (
    AdoptedWithoutVote,
    AdoptionProposed,
    AgreementRead,
    AgreementRecorded,
    LateObjectionRaised,
    ObjectionRaised,
    ObjectionWithdrawn,
    ProposalWithdrawn,
    ReservationEntered,
    StoodAside,
    WindowPaused,
    WindowResumed,
)
from sessions.core.events.experts import ExpertAsked, ExpertInvited
from sessions.core.events.floor import (
    FloorGiven,
    FloorRequested,
    FloorWithdrawn,
    ListClosed,
    ListClosing,
    ListOpened,
    PointOfOrderRaised,
    PointOfOrderRuled,
    RequestWithdrawn,
    SpeakerDidNotAnswer,
    SpeechEnded,
    SpeechExtended,
    SpeechPaused,
    SpeechResumed,
    StatementNoted,
    TurnRecorded,
)
from sessions.core.events.meeting import (
    ChairHandedOver,
    ChairTaken,
    LobbyOpened,
    LogSealed,
    PaperTabled,
    QuorumAsked,
    QuorumVerified,
    SessionCancelled,
    SessionClosed,
    SessionConvened,
    SessionNotHeld,
    SessionOpened,
    SessionReopened,
    SessionRescheduled,
    SessionResumed,
    SessionSuspended,
)
from sessions.core.events.motions import (
    AgreementSuperseded,
    DebateClosed,
    DecisionReopened,
    MotionCarried,
    MotionHeard,
    MotionLapsed,
    MotionLost,
    MotionMoved,
    MotionSpeakerListed,
    MotionWithdrawn,
    RecountAsked,
    RulingAppealed,
    RulingOverturned,
    RulingUpheld,
)
from sessions.core.events.pacing import SpeakingTimeSet
from sessions.core.events.people import (
    AccreditationConfirmed,
    AdmissionAsked,
    AdmissionRefused,
    PersonAdmitted,
    PersonLeft,
    PersonRemoved,
)
from sessions.core.events.positions import Dissociated, PositionExplained, TextHandedIn
from sessions.core.events.questions import (
    AnswerOwed,
    QuestionAnswered,
    QuestionAnsweredAloud,
    QuestionApproved,
    QuestionAsked,
    QuestionDeclined,
    QuestionMerged,
    QuestionsClosed,
    QuestionsOpened,
    QuestionSupported,
    SupportWithdrawn,
)
from sessions.core.events.record import (
    ActUndone,
    SlipCorrected,
)
from sessions.core.events.replies import ReplyAsked, ReplyGiven, ReplyGranted, ReplyRefused, ReplyWithdrawn
from sessions.core.events.reserves import (
    CameOnRecord,
    ItemClassified,
    ItemDeclassified,
    ReserveConfirmed,
    SeatCleared,
    SeatUncleared,
    WentOffRecord,
)
from sessions.core.events.statements import WrittenStatementReceived
from sessions.core.events.text import (
    AlternativeAdded,
    AlternativesMerged,
    AmendmentAdmitted,
    AmendmentCarried,
    AmendmentLost,
    AmendmentRevised,
    AmendmentRuledOut,
    AmendmentSubmitted,
    AmendmentWithdrawn,
    BracketLifted,
    BracketPlaced,
    DivisionMoved,
    DivisionRuled,
    LiftConsented,
    ParagraphAgreed,
    ParagraphEdited,
    ParagraphReopened,
    PortionDecided,
    SponsorAdded,
    SponsorWithdrawn,
    TextAdopted,
    TextPresented,
    VotingOrderSet,
    Wording,
)
from sessions.core.events.values import (
    Count,
    ItemPlan,
    Part,
    Pending,
    Result,
    SideVotes,
    Stances,
    Votes,
)
from sessions.core.events.votes import (
    BallotCast,
    HallCounted,
    ResultDeclared,
    TemperatureClosed,
    TemperatureNoted,
    TemperatureShown,
    TemperatureTaken,
    VoteCast,
    VoteClosed,
    VoteExplained,
    VotePut,
    VoteWithdrawn,
)
from sessions.core.events.waiving import AmendmentsClosed, CirculationWaived, DeadlineWaived
from sessions.core.terms import Via

Event = (
    SessionConvened | SessionRescheduled | SessionCancelled | PaperTabled | LobbyOpened | SessionOpened
    | SessionNotHeld | SessionSuspended | SessionResumed | SessionClosed | SessionReopened | LogSealed
    | ChairHandedOver | ChairTaken | QuorumAsked | QuorumVerified
    | AdmissionAsked | PersonAdmitted | AdmissionRefused | PersonLeft | PersonRemoved
    | ItemAdded | ItemOpened | PendingListed | ItemConcluded | ItemDeferred | ItemReopened | ItemTimeSet
    | ListOpened | ListClosing | ListClosed | FloorRequested | RequestWithdrawn | SpeakerDidNotAnswer
    | FloorGiven | SpeechPaused | SpeechResumed | SpeechExtended | SpeechEnded | TurnRecorded | StatementNoted
    | PointOfOrderRaised | PointOfOrderRuled
    | AdoptionProposed | WindowPaused | WindowResumed | ProposalWithdrawn | ObjectionRaised
    | ObjectionWithdrawn | StoodAside | AdoptedWithoutVote | AgreementRecorded | LateObjectionRaised
    | ReservationEntered | AgreementRead | SlipCorrected | ActUndone
    | VotePut | VoteCast | BallotCast | HallCounted | VoteClosed | VoteWithdrawn | ResultDeclared | VoteExplained
    | TemperatureTaken | TemperatureShown | TemperatureClosed | TemperatureNoted
    | QuestionsOpened | QuestionsClosed | QuestionAsked | QuestionApproved | QuestionMerged | QuestionDeclined
    | QuestionSupported | SupportWithdrawn | QuestionAnswered | QuestionAnsweredAloud | AnswerOwed
    | TextPresented | AmendmentSubmitted | AmendmentRevised | SponsorAdded | SponsorWithdrawn | AmendmentWithdrawn
    | AmendmentAdmitted | AmendmentRuledOut | VotingOrderSet | AmendmentCarried | AmendmentLost | DivisionMoved
    | DivisionRuled | PortionDecided | ParagraphEdited | BracketPlaced | AlternativeAdded | AlternativesMerged
    | LiftConsented | BracketLifted | ParagraphAgreed | ParagraphReopened | TextAdopted
    | AgendaAdopted | AgendaAmended | ItemExtended | CredentialsRecorded | CredentialsWithdrawn | ConflictDeclared
    | PositionExplained | Dissociated | TextHandedIn
    | BudgetSet | ReplyAsked | ReplyWithdrawn | ReplyGranted | ReplyRefused | ReplyGiven | ExpertAsked
    | ExpertInvited | MotionMoved | RulingAppealed | MotionSpeakerListed | MotionHeard | MotionWithdrawn
    | MotionLapsed | MotionCarried | MotionLost | RulingUpheld | RulingOverturned | DebateClosed
    | DecisionReopened | AgreementSuperseded | RecountAsked | LanguageMarked | CaptionAppended
    | WentOffRecord | CameOnRecord | ItemClassified | ReserveConfirmed | ItemDeclassified
    | SeatCleared | SeatUncleared
    | AccreditationConfirmed
    | WrittenStatementReceived | ChatOpened | ChatClosed
    | FloorWithdrawn | CirculationWaived | AmendmentsClosed | DeadlineWaived
    | SpeakingTimeSet
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `by` is the seat that acted, empty when time did.

    `at` is when it happened, `written` when it was recorded; they differ for catch-up entries.
    `instructed_by` is the presiding seat when the secretariat acted on the chair's instruction;
    `on_behalf_of` the seat for which it acted, `via` how that person reached it; `act` names the command,
    so that entries of one act stand together.
    """

    seq: int
    at: datetime
    written: datetime
    act: str
    by: str
    instructed_by: str
    on_behalf_of: str
    via: Via
    event: Event


__all__ = [
    "AccreditationConfirmed", "ActUndone", "AdmissionAsked", "AdmissionRefused", "AdoptedWithoutVote",
    "AdoptionProposed", "AgendaAdopted", "AgendaAmended", "AgreementRead", "AgreementRecorded", "AgreementSuperseded",
    "AlternativeAdded", "AlternativesMerged", "AmendmentAdmitted", "AmendmentCarried", "AmendmentLost",
    "AmendmentRevised", "AmendmentRuledOut", "AmendmentSubmitted", "AmendmentWithdrawn", "AmendmentsClosed",
    "AnswerOwed", "BallotCast", "BracketLifted", "BracketPlaced", "BudgetSet", "CameOnRecord", "CaptionAppended",
    "ChairHandedOver", "ChairTaken", "ChatClosed", "ChatOpened", "CirculationWaived", "ConflictDeclared", "Count",
    "CredentialsRecorded", "CredentialsWithdrawn", "DeadlineWaived", "DebateClosed", "DecisionReopened",
    "Dissociated", "DivisionMoved", "DivisionRuled", "Entry", "Event", "ExpertAsked", "ExpertInvited", "FloorGiven",
    "FloorRequested", "FloorWithdrawn", "HallCounted", "ItemAdded", "ItemClassified", "ItemConcluded",
    "ItemDeclassified", "ItemDeferred", "ItemExtended", "ItemOpened", "ItemPlan", "ItemReopened", "ItemTimeSet",
    "LanguageMarked", "LateObjectionRaised", "LiftConsented", "ListClosed", "ListClosing", "ListOpened",
    "LobbyOpened", "LogSealed", "MotionCarried", "MotionHeard", "MotionLapsed", "MotionLost", "MotionMoved",
    "MotionSpeakerListed", "MotionWithdrawn", "ObjectionRaised", "ObjectionWithdrawn", "PaperTabled",
    "ParagraphAgreed", "ParagraphEdited", "ParagraphReopened", "Part", "Pending", "PendingListed", "PersonAdmitted",
    "PersonLeft", "PersonRemoved", "PointOfOrderRaised", "PointOfOrderRuled", "PortionDecided", "PositionExplained",
    "ProposalWithdrawn", "QuestionAnswered", "QuestionAnsweredAloud", "QuestionApproved", "QuestionAsked",
    "QuestionDeclined", "QuestionMerged", "QuestionSupported", "QuestionsClosed", "QuestionsOpened", "QuorumAsked",
    "QuorumVerified", "RecountAsked", "ReplyAsked", "ReplyGiven", "ReplyGranted", "ReplyRefused", "ReplyWithdrawn",
    "RequestWithdrawn", "ReservationEntered", "ReserveConfirmed", "Result", "ResultDeclared", "RulingAppealed",
    "RulingOverturned", "RulingUpheld", "SeatCleared", "SeatUncleared", "SessionCancelled", "SessionClosed",
    "SessionConvened", "SessionNotHeld", "SessionOpened", "SessionReopened", "SessionRescheduled", "SessionResumed",
    "SessionSuspended", "SideVotes", "SlipCorrected", "SpeakerDidNotAnswer", "SpeakingTimeSet", "SpeechEnded",
    "SpeechExtended", "SpeechPaused", "SpeechResumed", "SponsorAdded", "SponsorWithdrawn", "Stances",
    "StatementNoted", "StoodAside", "SupportWithdrawn", "TemperatureClosed", "TemperatureNoted", "TemperatureShown",
    "TemperatureTaken", "TextAdopted", "TextHandedIn", "TextPresented", "TurnRecorded", "VoteCast", "VoteClosed",
    "VoteExplained", "VotePut", "VoteWithdrawn", "Votes", "VotingOrderSet", "WentOffRecord", "WindowPaused",
    "WindowResumed", "Wording", "WrittenStatementReceived",
]  # fmt: skip
