"""Which regions of the screen an event changes. Pure table; a frame carries these and nothing else."""

from sessions.core import events as e

STATUS, AGENDA, FLOOR, LIST, DECISION, AGREEMENTS, PEOPLE, LOBBY = (
    "status", "agenda", "floor", "list", "decision", "agreements", "people", "lobby",
)  # fmt: skip
REGIONS = (STATUS, AGENDA, FLOOR, LIST, DECISION, AGREEMENTS, PEOPLE, LOBBY)
ALL = frozenset(REGIONS)

_TABLE: dict[type, frozenset[str]] = {
    e.SessionConvened: ALL, e.SessionRescheduled: frozenset({STATUS, FLOOR}), e.SessionCancelled: ALL,
    e.PaperTabled: frozenset({AGENDA}), e.LobbyOpened: ALL, e.SessionOpened: ALL, e.SessionNotHeld: ALL,
    e.SessionSuspended: ALL, e.SessionResumed: ALL, e.SessionClosed: ALL, e.SessionReopened: ALL,
    e.LogSealed: ALL, e.ChairHandedOver: frozenset({STATUS, PEOPLE, FLOOR}),
    e.ChairTaken: frozenset({STATUS, PEOPLE, FLOOR}),
    e.QuorumAsked: frozenset({STATUS, DECISION}), e.QuorumVerified: frozenset({STATUS, DECISION}),
    e.AdmissionAsked: frozenset({LOBBY}),
    e.PersonAdmitted: frozenset({STATUS, PEOPLE, LOBBY, LIST}), e.AdmissionRefused: frozenset({LOBBY}),
    e.PersonLeft: frozenset({STATUS, PEOPLE, LOBBY, LIST, FLOOR}),
    e.PersonRemoved: frozenset({STATUS, PEOPLE, LOBBY, LIST, FLOOR}),
    e.ItemAdded: frozenset({AGENDA}), e.ItemOpened: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION}),
    e.PendingListed: frozenset({AGENDA}),
    e.ItemConcluded: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION}),
    e.ItemDeferred: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION}),
    e.ItemReopened: frozenset({STATUS, AGENDA, FLOOR, LIST, DECISION}), e.ItemTimeSet: frozenset({AGENDA}),
    e.ListOpened: frozenset({STATUS, LIST}), e.ListClosing: frozenset({STATUS, LIST}),
    e.ListClosed: frozenset({STATUS, LIST}),
    e.FloorRequested: frozenset({LIST}), e.RequestWithdrawn: frozenset({LIST}),
    e.SpeakerDidNotAnswer: frozenset({STATUS, LIST, FLOOR}), e.FloorGiven: frozenset({STATUS, LIST, FLOOR}),
    e.SpeechPaused: frozenset({STATUS, FLOOR}), e.SpeechResumed: frozenset({STATUS, FLOOR}),
    e.SpeechExtended: frozenset({FLOOR}), e.SpeechEnded: frozenset({STATUS, FLOOR, LIST, PEOPLE}),
    e.TurnRecorded: frozenset({PEOPLE, FLOOR}), e.StatementNoted: frozenset({FLOOR}),
    e.PointOfOrderRaised: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.PointOfOrderRuled: frozenset({STATUS, AGENDA, FLOOR, DECISION}),
    e.AdoptionProposed: frozenset({STATUS, DECISION}), e.WindowPaused: frozenset({DECISION}),
    e.WindowResumed: frozenset({DECISION}), e.ProposalWithdrawn: frozenset({STATUS, DECISION}),
    e.ObjectionRaised: frozenset({STATUS, DECISION}), e.ObjectionWithdrawn: frozenset({STATUS, DECISION}),
    e.StoodAside: frozenset({DECISION}), e.AdoptedWithoutVote: frozenset({STATUS, DECISION}),
    e.AgreementRecorded: frozenset({STATUS, AGREEMENTS}), e.LateObjectionRaised: frozenset({AGREEMENTS}),
    e.ReservationEntered: frozenset({AGREEMENTS}), e.AgreementRead: frozenset({STATUS, AGREEMENTS}),
    e.SlipCorrected: frozenset({FLOOR, PEOPLE, STATUS, AGREEMENTS}), e.ActUndone: ALL,
    e.VotePut: frozenset({STATUS, DECISION}), e.VoteCast: frozenset({DECISION}),
    e.BallotCast: frozenset({DECISION}), e.HallCounted: frozenset({DECISION}),
    e.VoteClosed: frozenset({STATUS, DECISION}), e.VoteWithdrawn: frozenset({STATUS, DECISION}),
    e.ResultDeclared: frozenset({STATUS, DECISION}), e.VoteExplained: frozenset({DECISION}),
    e.TemperatureTaken: frozenset({STATUS, DECISION}), e.TemperatureShown: frozenset({DECISION}),
    e.TemperatureClosed: frozenset({STATUS, DECISION}), e.TemperatureNoted: frozenset({DECISION}),
    e.WentOffRecord: ALL, e.CameOnRecord: ALL, e.ItemClassified: ALL, e.ItemDeclassified: ALL,
    e.ReserveConfirmed: frozenset({AGENDA, FLOOR}), e.SeatCleared: frozenset({PEOPLE}),
    e.SeatUncleared: frozenset({PEOPLE, LIST}),
}  # fmt: skip

# Who has voted, one by one: the desk follows it; everybody else is told how many, and the result.
CASTING: frozenset[type] = frozenset({e.VoteCast, e.BallotCast, e.TemperatureShown})
# Heard by the desk alone; everything else in the log is heard by everybody admitted.
DESK_ONLY: frozenset[type] = CASTING | {e.AdmissionAsked, e.AdmissionRefused}
# Heard in the room, not outside it: who came and went, minute by minute. The list of attendance tells the rest.
INSIDE: frozenset[type] = DESK_ONLY | {e.PersonAdmitted, e.PersonLeft}


def touches(event: e.Event) -> frozenset[str]:
    """The regions this event changes. Raises KeyError for an event without a row (a test looks)."""
    return _TABLE[type(event)]
