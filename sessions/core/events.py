"""All that can have happened in a room. Past tense; immutable; stored for ever in the log.

Seats, items, requests, turns, proposals and agreements are named by short ids that live in this room:
`"7"`, `"i3"`, `"r12"`, `"t9"`, `"p2"`, `"A2"`. Times are aware datetimes; seconds are whole numbers.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sessions.core.ruleset import Rules
from sessions.core.terms import Effect, ItemKind, Role, Side, Slip, Via

fact = dataclass(frozen=True, slots=True)


# --- Values that events carry ----------------------------------------------------------------------
@fact
class ItemPlan:
    """One agenda item as convened: `minutes` is the time planned for it."""

    id: str
    kind: ItemKind
    title_es: str
    title_en: str
    minutes: int


@fact
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


@fact
class Part:
    """One side's part of an agreement: who, what, by when (G8.V)."""

    side: Side
    who: str
    what: str
    due: date | None


@fact
class Pending:
    """An agreement of an earlier session that is still open, as the follow-up item lists it (G33)."""

    reference: str
    text: str
    who: str
    due: date | None
    overdue: bool


# --- The session -----------------------------------------------------------------------------------
@fact
class SessionConvened:
    reference: str
    title_es: str
    title_en: str
    host_es: str
    host_en: str
    zone: str
    starts_at: datetime
    items: tuple[ItemPlan, ...]
    rules: Rules


@fact
class SessionRescheduled:
    starts_at: datetime
    reason: str


@fact
class SessionCancelled:
    reason: str


@fact
class PaperTabled:
    """A paper before the members; `late` when circulated after the term of the rules (G27.I)."""

    paper: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime
    late: bool


@fact
class LobbyOpened:
    pass


@fact
class SessionOpened:
    presiding: str
    count: Count


@fact
class SessionNotHeld:
    reason: str
    count: Count


@fact
class SessionSuspended:
    reason: str
    until: datetime | None


@fact
class SessionResumed:
    pass


@fact
class SessionClosed:
    pass


@fact
class SessionReopened:
    reason: str


@fact
class LogSealed:
    pass


@fact
class ChairHandedOver:
    seat: str


@fact
class ChairTaken:
    seat: str
    reason: str


@fact
class QuorumAsked:
    seat: str


@fact
class QuorumVerified:
    count: Count


# --- People ----------------------------------------------------------------------------------------
@fact
class AdmissionAsked:
    """Somebody accredited knocks. Heard by the desk alone."""

    seat: str
    name: str
    organization: str


@fact
class PersonAdmitted:
    """A person takes their seat; name, capacity and organization as they were at that instant."""

    seat: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via


@fact
class AdmissionRefused:
    """Heard by the desk alone: it concerns one person."""

    seat: str
    name: str
    reason: str


@fact
class PersonLeft:
    seat: str


@fact
class PersonRemoved:
    seat: str
    reason: str


# --- Agenda ----------------------------------------------------------------------------------------
@fact
class ItemAdded:
    item: ItemPlan
    reason: str


@fact
class ItemOpened:
    item: str


@fact
class PendingListed:
    """What the follow-up item found open when it was opened."""

    agreements: tuple[Pending, ...]


@fact
class ItemConcluded:
    item: str
    outcome: str


@fact
class ItemDeferred:
    item: str
    reason: str


@fact
class ItemReopened:
    item: str
    reason: str


@fact
class ItemTimeSet:
    item: str
    minutes: int
    reason: str


# --- The floor -------------------------------------------------------------------------------------
@fact
class ListOpened:
    pass


@fact
class ListClosing:
    """Announced before it closes: whoever wants to speak asks until then."""

    at: datetime


@fact
class ListClosed:
    pass


@fact
class FloorRequested:
    """`position` is the place given by the balance rule, from 0; `passed` are the requests it went before."""

    request: str
    seat: str
    position: int
    passed: tuple[str, ...]
    why: str


@fact
class RequestWithdrawn:
    request: str


@fact
class SpeakerDidNotAnswer:
    """Called and silent: waits and keeps the place."""

    request: str


@fact
class FloorGiven:
    """`override` is the chair's reason for not following the list, empty when it was followed."""

    turn: str
    request: str
    seat: str
    seconds: int
    override: str


@fact
class SpeechPaused:
    pass


@fact
class SpeechResumed:
    pass


@fact
class SpeechExtended:
    seconds: int


@fact
class SpeechEnded:
    turn: str


@fact
class TurnRecorded:
    """A turn that was taken off the list or on paper and entered afterwards."""

    turn: str
    seat: str
    item: str
    seconds: int
    statement: str
    language: str


@fact
class StatementNoted:
    turn: str
    statement: str
    language: str


@fact
class PointOfOrderRaised:
    point: str
    seat: str
    text: str


@fact
class PointOfOrderRuled:
    point: str
    upheld: bool
    ruling: str


# --- Decisions -------------------------------------------------------------------------------------
@fact
class AdoptionProposed:
    """The chair puts words to the room; silence until the window ends adopts them."""

    proposal: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    seconds: int
    count: Count
    cut_off: tuple[str, ...]


@fact
class WindowPaused:
    """Too many voting members are cut off; the window waits for them."""

    cut_off: tuple[str, ...]


@fact
class WindowResumed:
    pass


@fact
class ProposalWithdrawn:
    proposal: str
    reason: str


@fact
class ObjectionRaised:
    proposal: str
    seat: str
    reason: str


@fact
class ObjectionWithdrawn:
    proposal: str
    seat: str


@fact
class StoodAside:
    proposal: str
    seat: str
    reason: str


@fact
class AdoptedWithoutVote:
    proposal: str
    count: Count
    cut_off: tuple[str, ...]


@fact
class AgreementRecorded:
    """`ad_referendum`: no official present was empowered for it; it awaits ratification (G22)."""

    agreement: str
    proposal: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool


@fact
class LateObjectionRaised:
    """By somebody entitled, present and cut off during the window: the agreement stands subject to it."""

    agreement: str
    seat: str
    reason: str


@fact
class ReservationEntered:
    agreement: str
    seat: str
    text: str
    language: str


@fact
class AgreementRead:
    """Read back aloud and confirmed as it stands."""

    agreement: str


# --- The record ------------------------------------------------------------------------------------
@fact
class SlipCorrected:
    """A slip of the pen put right by a later entry; the slip stays in the log."""

    slip: Slip
    ref: str
    was: str
    now: str
    reason: str


@fact
class ActUndone:
    """Within seconds, before it was final: the entries named here no longer count."""

    entries: tuple[int, ...]


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
)  # fmt: skip


@fact
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
