"""Rules of convening, opening, suspending and closing, and of who presides."""

from datetime import datetime

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.circulation import day_of, short_by
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.reserves import may_preside
from sessions.core.rules import limits, owing
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.rules.quorum import count, refuse_without_both_sides
from sessions.core.state import Room
from sessions.core.terms import ItemState, Phase, Role, Via

BEFORE = (Phase.PLANNED, Phase.LOBBY)
SITTING = (Phase.OPEN, Phase.SUSPENDED)


def phase(room: Room, *allowed: Phase) -> None:
    """Raise Refused(WRONG_PHASE) unless the room is convened and in one of these phases."""
    refuse_if(not room.convened or room.phase not in allowed, Code.WRONG_PHASE, phase=room.phase.value)


def convene(room: Room, ask: c.Convene, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    refuse_if(room.convened, Code.ALREADY_CONVENED)
    refuse_if(not ask.items, Code.NO_AGENDA)
    limits.future(ask.starts_at, facts.now)
    if ask.ends_at is not None:
        limits.future(ask.ends_at, ask.starts_at)
    return (
        e.SessionConvened(
            ask.reference, ask.title_es, ask.title_en, ask.host_es, ask.host_en, ask.zone,
            ask.starts_at, ask.items, ask.rules, ask.ends_at,
            limits.optional(ask.without_papers),
        ),
    )  # fmt: skip


def reschedule(room: Room, ask: c.Reschedule, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE)
    limits.future(ask.starts_at, facts.now)
    late = tuple(p.id for p in room.papers if is_late(room, p.circulated_at, ask.starts_at, facts))
    return (e.SessionRescheduled(ask.starts_at, limits.reason(ask.reason), late),)


def cancel(room: Room, ask: c.Cancel, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE)
    return (e.SessionCancelled(limits.reason(ask.reason)),)


def table_paper(room: Room, ask: c.TablePaper, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING)
    refuse_if(bool(ask.item) and room.item(ask.item) is None, Code.UNKNOWN_ITEM)
    late = is_late(room, ask.circulated_at, begins(room, ask.circulated_at), facts)
    title = limits.words(ask.title, limits.TITLE)
    return (e.PaperTabled(ask.paper, ask.item, title, ask.sha256, ask.circulated_at, late),)


def begins(room: Room, circulated_at: datetime) -> datetime:
    """When the session begins for a paper that reached the members then: what comes while it sits comes after it."""
    sits = room.opened_at is not None and circulated_at >= room.opened_at
    return (room.opened_at if sits else room.starts_at) or circulated_at


def is_late(room: Room, circulated_at: datetime, starts_at: datetime, facts: Facts) -> bool:
    """Whether a paper that reached the members then comes late for a session that begins then (G27.I)."""
    came, begins = day_of(circulated_at, room.zone), day_of(starts_at, room.zone)
    return short_by(came, begins, room.rules.papers_days, facts.closed) > 0


def open_lobby(room: Room, ask: c.OpenLobby, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.PLANNED)
    return (e.LobbyOpened(),)


def open_session(room: Room, ask: c.OpenSession, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.LOBBY)
    presiding = who_presides(room)
    refuse_if(not presiding, Code.NO_CHAIR)
    stand_in = room.seats[presiding].role is Role.VICE_CHAIR
    refuse_if(stand_in and not may_preside(room, presiding, facts.now), Code.CHAIR_NOT_CLEARED)
    refuse_without_both_sides(room)
    counted = count(room, facts, deciding=False)
    refuse_if(not counted.met, Code.NO_QUORUM, present=counted.present, required=counted.required)
    refuse_if(_early(room, facts) and counted.present < counted.entitled, Code.TOO_EARLY)
    return (e.SessionOpened(presiding, counted),)


def who_presides(room: Room) -> str:
    """The chair in the room, else the vice-chair, else nobody."""
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        for seat in room.present():
            if seat.role is role:
                return seat.id
    return ""


def _early(room: Room, facts: Facts) -> bool:
    """Whether the hour everybody was told has not come: whoever comes on time must not find things decided."""
    return room.starts_at is not None and facts.now < room.starts_at


def record_not_held(room: Room, ask: c.RecordNotHeld, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.LOBBY)
    refuse_if(_early(room, facts), Code.TOO_EARLY)
    counted = count(room, facts, deciding=False)
    both = {s.side for s in room.voters()}
    refuse_if(counted.met and len(both) > 1 and bool(who_presides(room)), Code.QUORUM_MET,
              present=counted.present, required=counted.required)  # fmt: skip
    return (e.SessionNotHeld(limits.reason(ask.reason), counted),)


def suspend(room: Room, ask: c.Suspend, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    until = limits.future(ask.until, facts.now) if ask.until else None
    return (e.SessionSuspended(limits.reason(ask.reason), until),)


def resume(room: Room, ask: c.Resume, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.SUSPENDED)
    return (e.SessionResumed(),)


def close(room: Room, ask: c.CloseSession, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    refuse_if(room.floor.speech is not None, Code.SOMEBODY_SPEAKS)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_while_deciding(room)
    owing.refuse_while_owed(room)
    unread = [a.id for a in room.agreements if not a.read]
    refuse_if(bool(unread), Code.AGREEMENTS_UNREAD, agreements=", ".join(unread))
    current = room.item(room.current)
    ends_item: tuple[e.Event, ...] = (e.ItemConcluded(room.current, ""),) if current else ()
    return (*ends_item, *owing.left_open(room, facts), e.SessionClosed())


def reopen(room: Room, ask: c.ReopenSession, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.CLOSED)
    return (e.SessionReopened(limits.reason(ask.reason)),)


def hand_over(room: Room, ask: c.HandOverChair, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    seat = room.seats.get(ask.seat)
    if seat is None or not seat.present:
        raise Refused(Code.NOT_ADMITTED, seat=ask.seat)
    fit = seat.role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER) and seat.id != room.presiding
    fit = fit and not seat.provisional  # whoever presides is accredited
    refuse_if(not fit, Code.CANNOT_PRESIDE)
    refuse_if(not may_preside(room, seat.id, facts.now), Code.CHAIR_NOT_CLEARED)
    return (e.ChairHandedOver(seat.id),)


def take_chair(room: Room, ask: c.TakeChair, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """When the chair is lost: their line is gone, or they left. The vice-chair takes it, else the desk names one.

    Whoever presides hears closed items: while a reserve closes one, only somebody cleared takes the chair.
    """
    phase(room, *SITTING)
    chair = room.seats.get(room.presiding)
    reached = chair is not None and chair.present and (chair.via is not Via.WEB or chair.id in facts.connected)
    refuse_if(reached, Code.CHAIR_PRESENT)
    stand_in = room.seats.get(act.by)
    if stand_in is None or stand_in.role is not Role.VICE_CHAIR or not stand_in.present:
        there = [s for s in room.present() if s.id != room.presiding and s.id not in facts.cut_off]
        fit = [s for s in there if s.role is Role.VICE_CHAIR] + [s for s in there if s.votes]
        refuse_if(not fit, Code.NO_CHAIR)
        stand_in = next((s for s in fit if may_preside(room, s.id, facts.now)), fit[0])
    refuse_if(not may_preside(room, stand_in.id, facts.now), Code.CHAIR_NOT_CLEARED)
    return (e.ChairTaken(stand_in.id, limits.reason(ask.reason)),)


def pending_items(room: Room) -> list[str]:
    """The items that were never reached: shown before closing, so that nobody closes by mistake."""
    return [i.plan.id for i in room.items if i.state is ItemState.PENDING]
