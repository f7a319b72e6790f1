"""Rules of reserved items (A9): what may be reserved, with what reasons, until when; who may act in one."""

from datetime import date

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.circulation import day_of, first_day
from sessions.core.facts import Facts
from sessions.core.naming import items, of_motion, of_vote
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.reserves import NEVER, is_over
from sessions.core.rules import limits, paper
from sessions.core.rules.meeting import BEFORE, SITTING, phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.state import Reserve, Room, Seat
from sessions.core.terms import Circle, ItemState, Phase, Role

WORD = 60  # characters of the number of a decision


def _standing(room: Room, item: str, facts: Facts) -> Reserve:
    refuse_if(room.item(item) is None, Code.UNKNOWN_ITEM)
    found = room.reserve_on(item)
    if found is None or is_over(found, room.zone, facts.now):
        raise Refused(Code.NOT_CLASSIFIED)
    return found


def _decided(number: str, on: date | None, today: date) -> tuple[str, date | None]:
    """The decision of the committee: number and day, or neither."""
    number = limits.optional(number, WORD)
    refuse_if(bool(number) is not bool(on), Code.DECISION_INCOMPLETE)
    refuse_if(on is not None and on > today, Code.IN_THE_FUTURE)
    return number, on


def classify(room: Room, ask: c.ClassifyItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """From here on: what was heard before stays as it was. Told outside is something, or why it is nothing."""
    phase(room, *BEFORE, *SITTING)
    item = room.item(ask.item)
    if item is None:
        raise Refused(Code.UNKNOWN_ITEM)
    refuse_if(item.plan.kind in NEVER, Code.NEVER_RESERVED)
    refuse_if(item.state is ItemState.CONCLUDED, Code.HEARD_IN_PUBLIC)
    known = room.reserve_on(ask.item)
    refuse_if(known is not None and not is_over(known, room.zone, facts.now), Code.ALREADY_CLASSIFIED)
    if item.plan.id == room.current:
        refuse_if(room.floor.speech is not None, Code.SOMEBODY_SPEAKS)
        refuse_if(room.floor.point is not None, Code.POINT_PENDING)
        refuse_while_deciding(room)
    refuse_if(not ask.reservable, Code.NOT_DECLARED)
    today = day_of(facts.now, room.zone)
    number, decided_on = _decided(ask.decision, ask.decided_on, today)
    told, untold = limits.optional(ask.told), limits.optional(ask.untold)
    refuse_if(not told and not untold, Code.TELL_SOMETHING)
    refuse_if(ask.until < today, Code.IN_THE_PAST)
    years = room.rules.reserve_years
    refuse_if(ask.until > _years_on(today, years), Code.RESERVE_TOO_LONG, years=years)
    confirm_by = None if number else first_day(today, room.rules.confirm_days, facts.closed)
    return (
        e.ItemClassified(
            room.next_id("c"), item.plan.id, ask.circle, limits.words(ask.ground, limits.TITLE),
            limits.words(ask.article, limits.TITLE), limits.reason(ask.risk), limits.reason(ask.interest),
            limits.reason(ask.least), told, "" if told else untold, number, decided_on, confirm_by, ask.until,
            ask.language, ask.reservable,
        ),
    )  # fmt: skip


def _years_on(day: date, years: int) -> date:
    """The same day some years later; the 29th of February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def confirm(room: Room, ask: c.ConfirmReserve, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING, Phase.CLOSED)
    reserve = _standing(room, ask.item, facts)
    refuse_if(bool(reserve.decision), Code.ALREADY_CONFIRMED)
    number, on = _decided(ask.decision, ask.decided_on, day_of(facts.now, room.zone))
    if not number or on is None:
        raise Refused(Code.DECISION_INCOMPLETE)
    return (e.ReserveConfirmed(reserve.id, number, on),)


def declassify(room: Room, ask: c.DeclassifyItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING, Phase.CLOSED)
    return (e.ItemDeclassified(_standing(room, ask.item, facts).id, limits.reason(ask.reason)),)


def clear(room: Room, ask: c.ClearSeat, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Of whoever is accredited, also before they come: papers of a closed item circulate before the session."""
    phase(room, *BEFORE, *SITTING)
    refuse_if(not ask.seat.strip(), Code.UNKNOWN_SEAT)
    refuse_if(ask.seat in room.cleared, Code.ALREADY_CLEARED)
    return (e.SeatCleared(ask.seat, limits.words(ask.name, limits.TITLE), limits.reason(ask.undertaking)),)


def unclear(room: Room, ask: c.UnclearSeat, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING)
    refuse_if(ask.seat not in room.cleared, Code.NOT_CLEARED_YET)
    speech, reserve = room.floor.speech, room.reserve_on(room.current)
    closed = reserve is not None and reserve.circle is Circle.CLOSED
    refuse_if(closed and speech is not None and speech.seat == ask.seat, Code.SOMEBODY_SPEAKS)
    return (e.SeatUncleared(ask.seat, limits.reason(ask.reason)),)


# --- Who may act in a closed item -----------------------------------------------------------------------------
# Of the session, not of an item: open to whoever is not cleared too.
ANYWAY: frozenset[type] = frozenset({
    c.Convene, c.Reschedule, c.Cancel, c.OpenLobby, c.OpenSession, c.RecordNotHeld, c.Suspend, c.Resume,
    c.CloseSession, c.ReopenSession, c.HandOverChair, c.TakeChair, c.AskQuorum, c.VerifyQuorum, c.AskAdmission,
    c.Admit, c.RefuseAdmission, c.Leave, c.Remove, c.Undo, c.ClearSeat, c.UnclearSeat,
})  # fmt: skip
DECISIONS = (
    c.ProposeAdoption, c.PutToVote, c.TakeTemperature, c.RecordPaperVote, c.RecordPaperAgreement, c.CarryMotion,
)  # fmt: skip
# Upon what is before the room, whether they name it or not.
ON_VOTE = (c.CastVote, c.CountHall, c.CloseVote, c.WithdrawVote, c.DeclareResult, c.RequestRecount)
ON_MOTION = (c.SpeakOnMotion, c.HearOnMotion, c.WithdrawMotion, c.CarryMotion, c.LapseMotion)


def is_cleared(room: Room, seat: str, role: Role | None = None) -> bool:
    """Whether this seat hears closed items: cleared by the desk, or of it."""
    known = room.seats.get(seat)
    secretariat = role is Role.SECRETARIAT or (known is not None and known.role is Role.SECRETARIAT)
    return secretariat or seat in room.cleared or (bool(seat) and seat == room.presiding)


def refuse_the_uncleared(room: Room, act: c.Act, role: Role, facts: Facts) -> None:
    """Nobody acts in what they may not hear, and nobody decides what a voter beside them may not hear.

    Raises Refused(NOT_CLEARED | VOTERS_NOT_CLEARED).
    """
    if not any(r.circle is Circle.CLOSED and not is_over(r, room.zone, facts.now) for r in room.reserves):
        return
    command = act.command
    if type(command) not in ANYWAY and _are_closed(room, items_of(room, command), facts):
        behalf = act.on_behalf_of
        refuse_if(not is_cleared(room, behalf or act.by, None if behalf else role), Code.NOT_CLEARED)
        spoke = command.seat if isinstance(command, c.RecordTurn) else ""
        refuse_if(bool(spoke) and not is_cleared(room, spoke), Code.NOT_CLEARED)
        voters = sum(1 for s in _voters(room, act, facts) if not is_cleared(room, s.id))
        refuse_if(isinstance(command, DECISIONS) and voters > 0, Code.VOTERS_NOT_CLEARED, n=voters)
    if _are_closed(room, _deciding(room), facts):
        refuse_if(_brings_an_uncleared_voter(room, command), Code.VOTERS_NOT_CLEARED, n=1)


def _voters(room: Room, act: c.Act, facts: Facts) -> list[Seat]:
    """Who decides: those with a vote in the room; of what was done on paper, those of the hour."""
    if isinstance(act.command, paper.ON_PAPER):
        return paper.voters_at(room, act.happened_at or facts.now)
    return room.voters()


def _deciding(room: Room) -> frozenset[str]:
    """The items of the question that is before the room."""
    asked = room.proposal or room.vote or room.temperature
    if asked is None:
        return frozenset()
    return frozenset({asked.item} | (of_vote(room, room.vote) if room.vote else set()))


def _brings_an_uncleared_voter(room: Room, command: c.Command) -> bool:
    """Whether after it somebody with a vote would be there who may not hear what is being decided."""
    if isinstance(command, c.Admit):
        return command.votes and not is_cleared(room, command.seat, command.role)
    if isinstance(command, c.ConfirmAccreditation):
        seat = room.seats.get(command.seat)
        return seat is not None and seat.present and seat.vote_awaits and not is_cleared(room, seat.id)
    if isinstance(command, c.UnclearSeat):
        seat = room.seats.get(command.seat)
        return seat is not None and seat.present and seat.votes and command.seat != room.presiding
    if isinstance(command, c.HandOverChair | c.TakeChair):
        seat = room.seats.get(room.presiding)
        return seat is not None and seat.present and seat.votes and seat.id not in room.cleared
    return False


def _are_closed(room: Room, about: frozenset[str], facts: Facts) -> bool:
    """Whether a closed reserve stands on any of these items."""
    return any(
        r.item in about and r.circle is Circle.CLOSED and not is_over(r, room.zone, facts.now) for r in room.reserves
    )


def items_of(room: Room, command: c.Command) -> frozenset[str]:
    """The items a command is about: those of all that it names or acts upon, else the one that is open."""
    found = items(room, command)
    if isinstance(command, ON_VOTE) and room.vote:
        found |= of_vote(room, room.vote)
    if isinstance(command, ON_MOTION) and room.motion:
        found |= of_motion(room, room.motion)
    if isinstance(command, DECISIONS):
        found |= {room.current}
    return found or frozenset({room.current})


def decidable(room: Room) -> bool:
    """Whether everybody with a vote may hear the open item and what the motion is about, at its last instant."""
    about = {room.current} | (of_motion(room, room.motion) if room.motion else set())
    standing = (r for r in room.reserves if r.lifted is None and not (room.at and is_over(r, room.zone, room.at)))
    closed = any(r.item in about and r.circle is Circle.CLOSED for r in standing)
    return not closed or all(is_cleared(room, s.id) for s in room.voters())
