"""Which regions of the screen an event changes. Pure table; a frame carries these and nothing else."""

from collections.abc import Iterable

from sessions.core import events as e

STATUS, AGENDA, FLOOR, LIST, DECISION, AGREEMENTS, PEOPLE, LOBBY, TEXT = (
    "status", "agenda", "floor", "list", "decision", "agreements", "people", "lobby", "text",
)  # fmt: skip
QUESTIONS = "questions"
NEXT = "next"  # the chair's next step rests on the whole room: any event may change it
CAPTIONS = "captions"
REGIONS = (STATUS, AGENDA, FLOOR, LIST, DECISION, AGREEMENTS, PEOPLE, LOBBY, QUESTIONS, NEXT, TEXT, CAPTIONS)
DESK_REGIONS = frozenset({LOBBY, NEXT})  # nobody else is sent them
ALL = frozenset(REGIONS)

_TABLE: dict[type, frozenset[str]] = {
    e.SessionConvened: ALL, e.SessionRescheduled: frozenset({STATUS, FLOOR, AGENDA}), e.SessionCancelled: ALL,
    e.PaperTabled: frozenset({AGENDA}), e.LobbyOpened: ALL, e.SessionOpened: ALL, e.SessionNotHeld: ALL,
    e.SessionSuspended: ALL, e.SessionResumed: ALL, e.SessionClosed: ALL, e.SessionReopened: ALL,
    e.LogSealed: ALL, e.ChairHandedOver: frozenset({STATUS, PEOPLE, FLOOR}),
    e.ChairTaken: frozenset({STATUS, PEOPLE, FLOOR}),
    e.QuorumAsked: frozenset({STATUS, DECISION}), e.QuorumVerified: frozenset({STATUS, DECISION}),
    e.AdmissionAsked: frozenset({LOBBY}),
    e.PersonAdmitted: frozenset({STATUS, PEOPLE, LOBBY, LIST}), e.AdmissionRefused: frozenset({LOBBY}),
    e.PersonLeft: frozenset({STATUS, PEOPLE, LOBBY, LIST, FLOOR}),
    e.PersonRemoved: frozenset({STATUS, PEOPLE, LOBBY, LIST, FLOOR}),
    e.ItemAdded: frozenset({AGENDA}), e.ItemOpened: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION, TEXT, PEOPLE}),
    e.PendingListed: frozenset({AGENDA}),
    e.ItemConcluded: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION, TEXT, PEOPLE}),
    e.ItemDeferred: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION, TEXT, PEOPLE}),
    e.ItemReopened: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION, TEXT, PEOPLE}),
    e.ItemTimeSet: frozenset({AGENDA}),
    e.ListOpened: frozenset({STATUS, LIST}), e.ListClosing: frozenset({STATUS, LIST}),
    e.ListClosed: frozenset({STATUS, LIST}),
    e.FloorRequested: frozenset({LIST}), e.RequestWithdrawn: frozenset({LIST}),
    e.SpeakerDidNotAnswer: frozenset({STATUS, LIST, FLOOR}), e.FloorGiven: frozenset({STATUS, LIST, FLOOR}),
    e.SpeechPaused: frozenset({STATUS, FLOOR}), e.SpeechResumed: frozenset({STATUS, FLOOR}),
    e.SpeechExtended: frozenset({FLOOR}), e.SpeechEnded: frozenset({STATUS, FLOOR, LIST, PEOPLE}),
    e.TurnRecorded: frozenset({PEOPLE, FLOOR}), e.StatementNoted: frozenset({FLOOR}),
    e.PointOfOrderRaised: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.PointOfOrderRuled: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.AdoptionProposed: frozenset({STATUS, DECISION, TEXT}), e.WindowPaused: frozenset({DECISION}),
    e.WindowResumed: frozenset({DECISION}), e.ProposalWithdrawn: frozenset({STATUS, DECISION, TEXT}),
    e.ObjectionRaised: frozenset({STATUS, DECISION}), e.ObjectionWithdrawn: frozenset({STATUS, DECISION}),
    e.StoodAside: frozenset({DECISION}), e.AdoptedWithoutVote: frozenset({STATUS, DECISION, TEXT}),
    e.AgreementRecorded: frozenset({STATUS, AGREEMENTS}), e.LateObjectionRaised: frozenset({AGREEMENTS}),
    e.ReservationEntered: frozenset({AGREEMENTS}), e.AgreementRead: frozenset({STATUS, AGREEMENTS}),
    e.SlipCorrected: frozenset({FLOOR, PEOPLE, STATUS, AGREEMENTS}), e.ActUndone: ALL,
    e.VotePut: frozenset({STATUS, DECISION, TEXT}), e.VoteCast: frozenset({DECISION}),
    e.BallotCast: frozenset({DECISION}), e.HallCounted: frozenset({DECISION}),
    e.VoteClosed: frozenset({STATUS, DECISION}), e.VoteWithdrawn: frozenset({STATUS, DECISION, TEXT}),
    e.ResultDeclared: frozenset({STATUS, DECISION, TEXT}), e.VoteExplained: frozenset({DECISION}),
    e.TemperatureTaken: frozenset({STATUS, DECISION}), e.TemperatureShown: frozenset({DECISION}),
    e.TemperatureClosed: frozenset({STATUS, DECISION}), e.TemperatureNoted: frozenset({DECISION}),
    e.QuestionsOpened: frozenset({QUESTIONS}), e.QuestionsClosed: frozenset({QUESTIONS}),
    e.QuestionAsked: frozenset({QUESTIONS}), e.QuestionApproved: frozenset({QUESTIONS}),
    e.QuestionMerged: frozenset({QUESTIONS}), e.QuestionDeclined: frozenset({QUESTIONS}),
    e.QuestionSupported: frozenset({QUESTIONS}), e.SupportWithdrawn: frozenset({QUESTIONS}),
    e.QuestionAnswered: frozenset({QUESTIONS}), e.QuestionAnsweredAloud: frozenset({QUESTIONS}),
    e.AnswerOwed: frozenset({QUESTIONS}),
    **dict.fromkeys((
        e.TextPresented, e.AmendmentSubmitted, e.AmendmentRevised, e.SponsorAdded, e.SponsorWithdrawn,
        e.AmendmentWithdrawn, e.AmendmentAdmitted, e.AmendmentRuledOut, e.VotingOrderSet, e.AmendmentLost,
        e.DivisionMoved, e.DivisionRuled, e.ParagraphEdited, e.BracketPlaced, e.AlternativeAdded,
        e.AlternativesMerged, e.LiftConsented, e.ParagraphAgreed, e.ParagraphReopened, e.TextAdopted,
    ), frozenset({TEXT})),
    # They also take what was adopted in silence from before the room.
    **dict.fromkeys((e.AmendmentCarried, e.PortionDecided, e.BracketLifted), frozenset({TEXT, STATUS, DECISION})),
    e.AgendaAdopted: frozenset({AGENDA, FLOOR}), e.AgendaAmended: frozenset({AGENDA}),
    e.ItemExtended: frozenset({AGENDA}), e.CredentialsRecorded: frozenset({PEOPLE}),
    e.CredentialsWithdrawn: frozenset({PEOPLE}), e.ConflictDeclared: frozenset({AGENDA, PEOPLE}),
    e.PositionExplained: frozenset({AGREEMENTS}), e.Dissociated: frozenset({AGREEMENTS}),
    e.TextHandedIn: frozenset({AGREEMENTS}),
    e.BudgetSet: frozenset({AGENDA, FLOOR, LIST, PEOPLE}),
    e.ReplyAsked: frozenset({LIST}), e.ReplyWithdrawn: frozenset({LIST}), e.ReplyGranted: frozenset({LIST}),
    e.ReplyRefused: frozenset({LIST}), e.ReplyGiven: frozenset({LIST, FLOOR}),
    e.ExpertAsked: frozenset({PEOPLE}), e.ExpertInvited: frozenset({PEOPLE}),
    e.MotionMoved: frozenset({STATUS, FLOOR, DECISION}),
    e.RulingAppealed: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.MotionSpeakerListed: frozenset({DECISION}), e.MotionHeard: frozenset({FLOOR, DECISION}),
    e.MotionWithdrawn: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.MotionLapsed: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.MotionCarried: frozenset({STATUS, FLOOR, DECISION}), e.MotionLost: frozenset({STATUS, FLOOR, DECISION}),
    e.RulingUpheld: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.RulingOverturned: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.DebateClosed: frozenset({STATUS, FLOOR, LIST}), e.DecisionReopened: frozenset({AGREEMENTS, DECISION}),
    e.AgreementSuperseded: frozenset({AGREEMENTS}), e.RecountAsked: frozenset({STATUS, DECISION}),
    e.LanguageMarked: frozenset({FLOOR, CAPTIONS}), e.CaptionAppended: frozenset({CAPTIONS}),
    e.WentOffRecord: ALL, e.CameOnRecord: ALL, e.ItemClassified: ALL, e.ItemDeclassified: ALL,
    e.ReserveConfirmed: frozenset({AGENDA, FLOOR}), e.SeatCleared: frozenset({PEOPLE}),
    e.SeatUncleared: frozenset({PEOPLE, LIST}),
    e.AccreditationConfirmed: frozenset({STATUS, PEOPLE, LIST, FLOOR}),
    e.WrittenStatementReceived: frozenset({QUESTIONS}), e.ChatOpened: frozenset({STATUS}),
    e.ChatClosed: frozenset({STATUS}),
    e.FloorWithdrawn: frozenset({STATUS, FLOOR, LIST, PEOPLE}), e.CirculationWaived: frozenset({AGENDA}),
    e.AmendmentsClosed: frozenset({TEXT}), e.DeadlineWaived: frozenset({TEXT}),
    e.SpeakingTimeSet: frozenset({LIST}),
}  # fmt: skip

# Questions are open while their item is; whoever presides may answer them; a correction may name another speaker.
_TABLE |= {
    kind: _TABLE[kind] | {QUESTIONS}
    for kind in (e.ItemOpened, e.ItemConcluded, e.ItemDeferred, e.ItemReopened, e.ChairHandedOver, e.ChairTaken,
                 e.PersonAdmitted, e.PersonLeft, e.PersonRemoved, e.SlipCorrected)
}  # fmt: skip

# What a change of item or of people changes besides: whose voice is heard, what time is left, who moved or speaks.
_BESIDES: dict[type, frozenset[str]] = {
    **dict.fromkeys((e.ItemOpened, e.ItemConcluded, e.ItemDeferred, e.ItemReopened), frozenset({PEOPLE})),
    **dict.fromkeys((e.PersonAdmitted, e.PersonLeft, e.PersonRemoved), frozenset({DECISION})),
    e.TurnRecorded: frozenset({LIST}), e.SlipCorrected: frozenset({LIST}),
}  # fmt: skip
_TABLE.update({kind: _TABLE[kind] | besides for kind, besides in _BESIDES.items()})

# Who has voted, one by one: the desk follows it; everybody else is told how many, and the result.
CASTING: frozenset[type] = frozenset({e.VoteCast, e.BallotCast, e.TemperatureShown})
# Heard by the desk alone; everything else in the log is heard by everybody admitted.
DESK_ONLY: frozenset[type] = CASTING | {e.AdmissionAsked, e.AdmissionRefused}
DESK_ONLY |= {e.QuestionAsked, e.QuestionDeclined, e.QuestionSupported, e.SupportWithdrawn}
# In no journal: captions are working material, shown while they are fresh.
RELAYED: frozenset[type] = frozenset({e.CaptionAppended})
# Heard in the room, not outside it: who came and went, minute by minute. The list of attendance tells the rest.
INSIDE: frozenset[type] = DESK_ONLY | RELAYED | {e.PersonAdmitted, e.PersonLeft, e.AccreditationConfirmed}


def touches(event: e.Event) -> frozenset[str]:
    """The regions this event changes. Raises KeyError for an event without a row (a test looks)."""
    return _TABLE[type(event)]


def changed(events: Iterable[e.Event]) -> frozenset[str]:
    """The regions that these events together change on screen."""
    found = frozenset[str]().union(*(touches(event) for event in events))
    return found | {NEXT} if found else found
