"""What an entry of the log is about, and what of it may be told outside the circle of a reserve (A9). Pure tables.

Deny by default: an event that no table names is kept whole by any reserve that stands. Who adds an event gives it one
row, in `OPEN` or in `ABOUT` (and in `WORDLESS`, if that it happened may be told).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sessions.core import events as e
from sessions.core.circulation import day_of
from sessions.core.naming import items, on_table
from sessions.core.state import Reserve, Room
from sessions.core.terms import Circle, ItemKind

# Never reserved: attendance, that a session takes place, what its members agreed to do next, how it ended.
NEVER = (ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.READING, ItemKind.CLOSING)

# Of the session, not of an item: told as they are.
OPEN: frozenset[type] = frozenset({
    e.SessionConvened, e.SessionRescheduled, e.SessionCancelled, e.LobbyOpened, e.SessionOpened, e.SessionNotHeld,
    e.SessionSuspended, e.SessionResumed, e.SessionClosed, e.SessionReopened, e.LogSealed, e.ChairHandedOver,
    e.ChairTaken, e.QuorumAsked, e.QuorumVerified, e.AdmissionAsked, e.PersonAdmitted, e.AdmissionRefused,
    e.PersonLeft, e.PersonRemoved, e.ItemAdded, e.ItemOpened, e.ActUndone, e.WentOffRecord, e.CameOnRecord,
    e.ItemClassified, e.ReserveConfirmed, e.ItemDeclassified, e.SeatCleared, e.SeatUncleared, e.AgendaAdopted,
    e.AgendaAmended, e.CredentialsRecorded, e.CredentialsWithdrawn, e.AccreditationConfirmed, e.ChatOpened,
    e.ChatClosed,
})  # fmt: skip

About = Callable[[Room, Any], frozenset[str]]


def _current(room: Room, ev: Any) -> frozenset[str]:
    return frozenset({room.current})


def _named(room: Room, ev: Any) -> frozenset[str]:
    """An empty `item` is an answer too: the whole session."""
    return frozenset({ev.item}) if hasattr(ev, "item") else items(room, ev)


def _proposal(room: Room, ev: Any) -> frozenset[str]:
    return frozenset({room.proposal.item} if room.proposal else ())


def _text(room: Room, ev: Any) -> frozenset[str]:
    return frozenset(on_table(room, ev.text))


# The items an entry is about, besides those of whatever it names (`naming.py`): "" is the whole session; nothing at
# all: it is not known any more.
ABOUT: dict[type, About] = {
    **dict.fromkeys((
        e.PendingListed, e.ListOpened, e.ListClosing, e.ListClosed, e.FloorRequested, e.RequestWithdrawn,
        e.SpeakerDidNotAnswer, e.FloorGiven, e.SpeechPaused, e.SpeechResumed, e.SpeechExtended, e.SpeechEnded,
        e.PointOfOrderRaised,
    ), _current),
    **dict.fromkeys((
        e.ItemConcluded, e.ItemDeferred, e.ItemReopened, e.ItemTimeSet, e.PaperTabled, e.TurnRecorded,
        e.AdoptionProposed, e.VotePut, e.TemperatureTaken, e.AgreementRecorded,
    ), _named),
    **dict.fromkeys((
        e.WindowPaused, e.WindowResumed, e.ProposalWithdrawn, e.ObjectionRaised, e.ObjectionWithdrawn, e.StoodAside,
        e.AdoptedWithoutVote,
    ), _proposal),
    **dict.fromkeys((e.LateObjectionRaised, e.ReservationEntered, e.AgreementRead), _named),
    **dict.fromkeys((
        e.VoteCast, e.BallotCast, e.HallCounted, e.VoteClosed, e.VoteWithdrawn, e.ResultDeclared, e.VoteExplained,
    ), _named),
    **dict.fromkeys((e.TemperatureShown, e.TemperatureClosed, e.TemperatureNoted), _named),
    e.StatementNoted: _named, e.PointOfOrderRuled: _named, e.SlipCorrected: _named,
    **dict.fromkeys((
        e.QuestionsOpened, e.QuestionsClosed, e.QuestionAsked, e.TextPresented, e.ItemExtended, e.ConflictDeclared,
        e.BudgetSet, e.ReplyAsked, e.ExpertAsked, e.ExpertInvited, e.MotionMoved, e.RulingAppealed, e.DebateClosed,
        e.WrittenStatementReceived,
    ), _named),
    **dict.fromkeys((
        e.QuestionApproved, e.QuestionMerged, e.QuestionDeclined, e.QuestionSupported, e.SupportWithdrawn,
        e.QuestionAnswered, e.QuestionAnsweredAloud, e.AnswerOwed,
    ), _named),
    **dict.fromkeys((
        e.AmendmentSubmitted, e.AmendmentRevised, e.SponsorAdded, e.SponsorWithdrawn, e.AmendmentWithdrawn,
        e.AmendmentAdmitted, e.AmendmentRuledOut, e.AmendmentCarried, e.AmendmentLost,
        e.DivisionMoved, e.DivisionRuled, e.PortionDecided, e.ParagraphEdited, e.BracketPlaced, e.AlternativeAdded,
        e.AlternativesMerged, e.LiftConsented, e.BracketLifted, e.ParagraphAgreed, e.ParagraphReopened,
    ), _named),
    e.VotingOrderSet: _text, e.TextAdopted: _text,
    **dict.fromkeys((
        e.PositionExplained, e.Dissociated, e.TextHandedIn, e.AgreementSuperseded,
    ), _named),
    **dict.fromkeys((
        e.MotionSpeakerListed, e.MotionHeard, e.MotionWithdrawn, e.MotionLapsed, e.MotionCarried, e.MotionLost,
        e.RulingUpheld, e.RulingOverturned, e.DecisionReopened,
    ), _named),
    **dict.fromkeys((e.ReplyWithdrawn, e.ReplyGranted, e.ReplyRefused, e.ReplyGiven), _named),
    **dict.fromkeys((e.LanguageMarked, e.CaptionAppended), _named),
    e.RecountAsked: _named,
    e.FloorWithdrawn: _current, e.CirculationWaived: _named, e.AmendmentsClosed: _text, e.DeadlineWaived: _text,
    e.SpeakingTimeSet: _named,
}  # fmt: skip


def _agreed(ev: e.AgreementRecorded) -> e.AgreementRecorded:
    """That there is an agreement, what it does and by when; never what it says nor who has to do it."""
    parts = tuple(replace(p, who="", what="", criterion="") for p in ev.parts)
    return replace(ev, proposal="", vote="", text="", power="", parts=parts)


# Told without the words typed: that an item was concluded, deferred or reopened, that there is an agreement.
WORDLESS: dict[type, Callable[[Any], e.Event]] = {
    e.ItemConcluded: lambda ev: replace(ev, outcome=""),
    e.ItemDeferred: lambda ev: replace(ev, reason=""),
    e.ItemReopened: lambda ev: replace(ev, reason=""),
    e.ItemTimeSet: lambda ev: replace(ev, reason=""),
    e.AgreementRecorded: _agreed,
    e.AgreementRead: lambda ev: ev,
    e.ItemExtended: lambda ev: replace(ev, reason=""),
}


def without_words(entry: e.Entry) -> e.Entry | None:
    """What of a kept entry is told outside its circle, or None: nothing but its number.

    Who acted for whom is left out with the words.
    """
    make = WORDLESS.get(type(entry.event))
    return replace(entry, event=make(entry.event), on_behalf_of="") if make else None


def keepers(room: Room, entry: e.Entry) -> tuple[Reserve, ...]:
    """The reserves that keep this entry, by the room before it; none: it is told to everybody who hears the room.

    It is kept with each item of which it names anything: who hears it hears all that it rests on, whichever of the
    reserves ends first.
    """
    standing = [r for r in room.reserves if not is_over(r, room.zone, entry.written)]
    if not standing or type(entry.event) in OPEN:
        return ()
    about = ABOUT.get(type(entry.event))
    found = about(room, entry.event) | items(room, entry.event) if about else frozenset[str]()
    if not found:  # nobody can say what it is about: the narrowest circle keeps it
        return (max(standing, key=lambda r: (r.circle is Circle.CLOSED, r.item == room.current, r.until)),)
    last = {r.item: r for r in standing}
    return tuple(r for item, r in last.items() if item in found)


def keep(room: Room, entry: e.Entry) -> tuple[Reserve, ...]:
    """The reserves of the room after this entry: some of them may keep it."""
    kept_by = keepers(room, entry)
    return tuple(_with(r, entry.seq) if r in kept_by else r for r in room.reserves) if kept_by else room.reserves


def _with(reserve: Reserve, seq: int) -> Reserve:
    spans = reserve.entries
    if spans and spans[-1][1] == seq - 1:
        return replace(reserve, entries=(*spans[:-1], (spans[-1][0], seq)))
    return replace(reserve, entries=(*spans, (seq, seq)))


def is_over(reserve: Reserve, zone: str, now: datetime) -> bool:
    """Whether it keeps nothing any more: lifted, or its last day has passed where the session is."""
    return reserve.lifted is not None or day_of(now, zone) > reserve.until


def hidden_from(room: Room, circle: Circle | None, now: datetime) -> frozenset[str]:
    """The reserves that keep their item from this circle (None: from the public) at that instant."""
    return hidden_among(room.reserves, room.zone, circle, now)


def hidden_among(reserves: Iterable[Reserve], zone: str, circle: Circle | None, now: datetime) -> frozenset[str]:
    """As `hidden_from`, of these reserves of a session in that zone."""
    if circle is Circle.CLOSED:
        return frozenset()
    standing = [r for r in reserves if not is_over(r, zone, now)]
    return frozenset(r.id for r in standing if circle is None or r.circle is not circle)


def kept_entries(room: Room, hidden: frozenset[str]) -> Mapping[int, Reserve]:
    """The numbers that these reserves keep, each with its reserve: the narrower one of two."""
    narrowest_last = sorted((r for r in room.reserves if r.id in hidden), key=lambda r: r.circle is Circle.CLOSED)
    return {n: r for r in narrowest_last for first, last in r.entries for n in range(first, last + 1)}


def hears_item(room: Room, seat: str, item: str, now: datetime) -> bool:
    """Whether a seat without a duty may hear that item: a closed one is for the cleared, whoever else is there."""
    closed = (r for r in room.reserves if r.item == item and r.circle is Circle.CLOSED)
    return seat in room.cleared or all(is_over(r, room.zone, now) for r in closed)


def may_preside(room: Room, seat: str, now: datetime) -> bool:
    """Whether the chair may go to this seat: while a closed reserve hides its item from anybody, to the cleared."""
    closed = any(r.circle is Circle.CLOSED and not is_over(r, room.zone, now) for r in room.reserves)
    return not closed or seat in room.cleared
