"""Rules of the door: admitting, refusing, leaving, removing."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.rules.pending import asked
from sessions.core.rules.who import on_line
from sessions.core.state import Room, Seat
from sessions.core.terms import Phase, Role

DOOR_OPEN = (Phase.LOBBY, *SITTING)
NEVER_PROVISIONAL = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)


def ask(room: Room, ask: c.AskAdmission, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *DOOR_OPEN)
    seat = room.seats.get(act.by)
    refuse_if(seat is not None and seat.present, Code.ALREADY_ADMITTED, name=ask.name)
    known = room.waiting.get(act.by)
    refuse_if(known is not None and not known.refused, Code.ALREADY_WAITING)
    return (e.AdmissionAsked(act.by, ask.name, ask.organization),)


def admit(room: Room, ask: c.Admit, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *DOOR_OPEN)
    seat = room.seats.get(ask.seat)
    refuse_if(seat is not None and seat.present, Code.ALREADY_ADMITTED, name=ask.name)
    came = act.happened_at or facts.now
    refuse_if(seat is not None and seat.left is not None and came < seat.left, Code.OUT_OF_ORDER)
    shown = room.credentials.get(ask.seat)  # what the room recorded stands when somebody comes back
    provisional = ask.provisional or (seat is not None and seat.provisional)
    refuse_if(provisional and ask.role in NEVER_PROVISIONAL, Code.NEVER_PROVISIONAL)
    awaits = provisional and ask.votes and not room.rules.provisional_votes
    return (
        e.PersonAdmitted(
            ask.seat, ask.name, ask.capacity, ask.role, ask.side, ask.organization, ask.votes and not awaits,
            shown.empowered if shown else ask.empowered, ask.via, provisional, awaits,
        ),
    )  # fmt: skip


def confirm(room: Room, ask: c.ConfirmAccreditation, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """The letter came. A vote that waited for it counts from the next question on: electorates stand still."""
    phase(room, *DOOR_OPEN, Phase.CLOSED)
    seat = room.seats.get(ask.seat)
    if seat is None:
        raise Refused(Code.UNKNOWN_SEAT)
    refuse_if(not seat.provisional, Code.NOT_PROVISIONAL)
    document = limits.words(ask.document, limits.TITLE)
    return (e.AccreditationConfirmed(seat.id, document, seat.votes or seat.vote_awaits),)


def refuse(room: Room, ask: c.RefuseAdmission, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *DOOR_OPEN)
    seat = room.seats.get(ask.seat)
    refuse_if(seat is not None and seat.present, Code.ALREADY_ADMITTED, name=ask.name)
    return (e.AdmissionRefused(ask.seat, ask.name, limits.reason(ask.reason)),)


def leave(room: Room, ask: c.Leave, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *DOOR_OPEN)
    seat = room.seats.get(act.on_behalf_of or act.by)
    early = seat is not None and act.happened_at is not None and act.happened_at < seat.since
    refuse_if(early, Code.OUT_OF_ORDER)
    # A line that was lost is waited for; whoever is in the hall or on the telephone leaves through the desk alone.
    for_them = bool(act.on_behalf_of) and seat is not None and on_line(seat)
    refuse_if(for_them and act.on_behalf_of in asked(room), Code.ELECTOR)
    return _out(room, act.on_behalf_of or act.by, "")


def remove(room: Room, ask: c.Remove, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Nobody whom the room is asking: else whoever presides chooses who decides."""
    phase(room, *DOOR_OPEN)
    refuse_if(ask.seat in asked(room), Code.ELECTOR)
    return _out(room, ask.seat, limits.reason(ask.reason))


def removable(room: Room) -> list[Seat]:
    """Those in the room whom the chair may remove now."""
    presiding = room.presiding if room.phase in SITTING else ""
    return [s for s in room.present() if s.id not in asked(room) and s.id != presiding]


def _out(room: Room, seat_id: str, why: str) -> tuple[e.Event, ...]:
    """Out of the room: the floor and the place on the list go with the person, said as facts."""
    seat = room.seats.get(seat_id)
    if seat is None or not seat.present:
        raise Refused(Code.NOT_ADMITTED, seat=seat_id)
    refuse_if(seat_id == room.presiding and room.phase in SITTING, Code.CHAIR_LEAVING)
    first: list[e.Event] = []
    speech, request = room.floor.speech, room.request_of(seat_id)
    if speech and speech.seat == seat_id:
        refuse_if(room.floor.point is not None, Code.POINT_PENDING)
        first.append(e.SpeechEnded(speech.turn))
    if request:
        first.append(e.RequestWithdrawn(request.id))
    return (*first, e.PersonRemoved(seat_id, why) if why else e.PersonLeft(seat_id))
