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
from sessions.core.state import Reserve, Room
from sessions.core.terms import Circle, ItemKind, Slip

# Never reserved: attendance, that a session takes place, what its members agreed to do next, how it ended.
NEVER = (ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.READING, ItemKind.CLOSING)

# Of the session, not of an item: told as they are.
OPEN: frozenset[type] = frozenset({
    e.SessionConvened, e.SessionRescheduled, e.SessionCancelled, e.LobbyOpened, e.SessionOpened, e.SessionNotHeld,
    e.SessionSuspended, e.SessionResumed, e.SessionClosed, e.SessionReopened, e.LogSealed, e.ChairHandedOver,
    e.ChairTaken, e.QuorumAsked, e.QuorumVerified, e.AdmissionAsked, e.PersonAdmitted, e.AdmissionRefused,
    e.PersonLeft, e.PersonRemoved, e.ItemAdded, e.ItemOpened, e.ActUndone, e.WentOffRecord, e.CameOnRecord,
    e.ItemClassified, e.ReserveConfirmed, e.ItemDeclassified, e.SeatCleared, e.SeatUncleared, e.AgendaAdopted,
    e.AgendaAmended, e.CredentialsRecorded, e.CredentialsWithdrawn, e.AccreditationConfirmed,
})  # fmt: skip

About = Callable[[Room, Any], str | None]


def _current(room: Room, ev: Any) -> str:
    return room.current


def _named(room: Room, ev: Any) -> str:
    return str(ev.item)


def _proposal(room: Room, ev: Any) -> str | None:
    return room.proposal.item if room.proposal else None


def _agreement(room: Room, ev: Any) -> str | None:
    found = room.agreement(ev.agreement)
    return found.item if found else None


def _turn(room: Room, ev: Any) -> str | None:
    found = room.turn(ev.turn)
    return found.item if found else None


def _vote(room: Room, ev: Any) -> str | None:
    found = room.vote if room.vote and room.vote.id == ev.vote else room.declared(ev.vote)
    return found.item if found else None


def _temperature(room: Room, ev: Any) -> str | None:
    asked = (*room.temperatures, *([room.temperature] if room.temperature else []))
    return next((t.item for t in asked if t.id == ev.temperature), None)


def _point(room: Room, ev: Any) -> str | None:
    return next((p.item for p in room.points if p.id == ev.point), None)


def _corrected(room: Room, ev: e.SlipCorrected) -> str | None:
    if ev.slip is Slip.AGREEMENT_TEXT:
        agreement = room.agreement(ev.ref)
        return agreement.item if agreement else None
    if ev.slip is Slip.RULING:
        return next((p.item for p in room.points if p.id == ev.ref), None)
    turn = room.turn(ev.ref)
    return turn.item if turn else None


def _question(room: Room, ev: Any) -> str | None:
    found = room.questions.get(ev.question)
    return found.item if found else None


def _text(room: Room, ev: Any) -> str | None:
    """Paragraphs, amendments, brackets and divisions are named after their text: `x1.a2`."""
    names = (getattr(ev, kind, "") for kind in ("text", "amendment", "paragraph", "bracket", "division"))
    text = next(n for n in names if n).partition(".")[0]
    return next((t.item for t in room.texts if t.id == text), None)


def _motion(room: Room, ev: Any) -> str | None:
    return next((m.item for m in room.motions if m.id == ev.motion), None)


def _reply(room: Room, ev: Any) -> str | None:
    return next((r.item for r in room.replies if r.id == ev.reply), None)


def _spoken(room: Room, ev: Any) -> str | None:
    speech = room.floor.speech
    return speech.item if speech and speech.turn == ev.turn else _turn(room, ev)


# The item an entry is about: "" is none; None is one that is not known any more.
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
    **dict.fromkeys((e.LateObjectionRaised, e.ReservationEntered, e.AgreementRead), _agreement),
    **dict.fromkeys((
        e.VoteCast, e.BallotCast, e.HallCounted, e.VoteClosed, e.VoteWithdrawn, e.ResultDeclared, e.VoteExplained,
    ), _vote),
    **dict.fromkeys((e.TemperatureShown, e.TemperatureClosed, e.TemperatureNoted), _temperature),
    e.StatementNoted: _turn, e.PointOfOrderRuled: _point, e.SlipCorrected: _corrected,
    **dict.fromkeys((
        e.QuestionsOpened, e.QuestionsClosed, e.QuestionAsked, e.TextPresented, e.ItemExtended, e.ConflictDeclared,
        e.BudgetSet, e.ReplyAsked, e.ExpertAsked, e.ExpertInvited, e.MotionMoved, e.RulingAppealed, e.DebateClosed,
        e.WrittenStatementReceived,
    ), _named),
    **dict.fromkeys((
        e.QuestionApproved, e.QuestionMerged, e.QuestionDeclined, e.QuestionSupported, e.SupportWithdrawn,
        e.QuestionAnswered, e.QuestionAnsweredAloud, e.AnswerOwed,
    ), _question),
    **dict.fromkeys((
        e.AmendmentSubmitted, e.AmendmentRevised, e.SponsorAdded, e.SponsorWithdrawn, e.AmendmentWithdrawn,
        e.AmendmentAdmitted, e.AmendmentRuledOut, e.VotingOrderSet, e.AmendmentCarried, e.AmendmentLost,
        e.DivisionMoved, e.DivisionRuled, e.PortionDecided, e.ParagraphEdited, e.BracketPlaced, e.AlternativeAdded,
        e.AlternativesMerged, e.LiftConsented, e.BracketLifted, e.ParagraphAgreed, e.ParagraphReopened, e.TextAdopted,
    ), _text),
    **dict.fromkeys((
        e.PositionExplained, e.Dissociated, e.TextHandedIn, e.AgreementSuperseded,
    ), _agreement),
    **dict.fromkeys((
        e.MotionSpeakerListed, e.MotionHeard, e.MotionWithdrawn, e.MotionLapsed, e.MotionCarried, e.MotionLost,
        e.RulingUpheld, e.RulingOverturned, e.DecisionReopened,
    ), _motion),
    **dict.fromkeys((e.ReplyWithdrawn, e.ReplyGranted, e.ReplyRefused, e.ReplyGiven), _reply),
    **dict.fromkeys((e.LanguageMarked, e.CaptionAppended), _spoken),
    e.RecountAsked: _vote,
}  # fmt: skip


def _agreed(ev: e.AgreementRecorded) -> e.AgreementRecorded:
    """That there is an agreement, what it does and by when; never what it says nor who has to do it."""
    parts = tuple(replace(p, who="", what="") for p in ev.parts)
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


def keeper(room: Room, entry: e.Entry) -> Reserve | None:
    """The reserve that keeps this entry, by the room before it; None: it is told to everybody who hears the room."""
    standing = [r for r in room.reserves if not is_over(r, room.zone, entry.written)]
    if not standing or type(entry.event) in OPEN:
        return None
    about = ABOUT.get(type(entry.event))
    item = about(room, entry.event) if about else None
    if item is None:  # nobody can say what it is about: the narrowest circle keeps it
        return max(standing, key=lambda r: (r.circle is Circle.CLOSED, r.item == room.current, r.until))
    return next((r for r in reversed(standing) if r.item == item), None)


def keep(room: Room, entry: e.Entry) -> tuple[Reserve, ...]:
    """The reserves of the room after this entry: one of them may keep it."""
    kept_by = keeper(room, entry)
    return tuple(_with(r, entry.seq) if r is kept_by else r for r in room.reserves)


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
    """The numbers that these reserves keep, each with its reserve."""
    return {
        n: r for r in room.reserves if r.id in hidden for first, last in r.entries for n in range(first, last + 1)
    }
