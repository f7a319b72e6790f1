"""Rules of the agenda as a whole: the chair adopts it aloud; afterwards no change is made without a reason."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import BEFORE, SITTING, phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.rules.quorum import refuse_without_both_sides, refuse_without_quorum
from sessions.core.state import Item, Room
from sessions.core.terms import AgendaChange, ItemKind, ItemState, Phase

# Every session opens with attendance and ends with the reading of agreements and the closing.
FIXED = (ItemKind.ATTENDANCE, ItemKind.READING, ItemKind.CLOSING)
UNTREATED = (ItemState.PENDING, ItemState.DEFERRED)
MOST = 600  # minutes of one item


def adopt(room: Room, ask: c.AdoptAgenda, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Once, from the item of the agenda on (any item, where the agenda has none of that kind)."""
    phase(room, Phase.OPEN)
    refuse_if(room.order.adopted_at is not None, Code.AGENDA_ADOPTED)
    refuse_if(not reached(room), Code.AGENDA_NOT_REACHED)
    refuse_while_deciding(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_without_quorum(room)
    refuse_without_both_sides(room)
    items = tuple(i.plan for i in room.items if i.state is not ItemState.WITHDRAWN)
    return (e.AgendaAdopted(items, room.order.amended > 0),)


def reached(room: Room) -> bool:
    """Whether the item of the agenda was opened; where there is none, whether any item was."""
    own = [i for i in room.items if i.plan.kind is ItemKind.AGENDA and i.state is not ItemState.WITHDRAWN]
    return any(i.state is not ItemState.PENDING for i in own or room.items)


def amend(room: Room, ask: c.AmendAgenda, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Only what was not taken up yet changes its place, its words, or goes."""
    phase(room, *BEFORE, *SITTING)
    item = _untreated(room, ask.item)
    adopted = room.order.adopted_at is not None
    needed = adopted or ask.change is AgendaChange.WITHDRAWN
    why = limits.reason(ask.reason) if needed else limits.optional(ask.reason)
    before = es = en = ""
    if ask.change is AgendaChange.MOVED:
        before = _place(room, item, ask.before)
    elif ask.change is AgendaChange.RETITLED:
        es, en = _title(item, ask)
    else:
        refuse_if(item.plan.kind in FIXED, Code.FIXED_ITEM)
    return (e.AgendaAmended(ask.change, item.plan.id, before, es, en, why, adopted),)


def extend(room: Room, ask: c.ExtendItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """More time for the item that is open."""
    phase(room, Phase.OPEN)
    item = room.item(room.current)
    if item is None:
        raise Refused(Code.NO_ITEM_OPEN)
    minutes = limits.between(ask.minutes, 1, MOST - item.plan.minutes)
    return (e.ItemExtended(item.plan.id, minutes, limits.reason(ask.reason)),)


def _untreated(room: Room, item_id: str) -> Item:
    item = room.item(item_id)
    if item is None:
        raise Refused(Code.UNKNOWN_ITEM)
    refuse_if(item.state not in UNTREATED, Code.ITEM_NOT_PENDING)
    return item


def _place(room: Room, item: Item, before: str) -> str:
    refuse_if(item.plan.kind in FIXED, Code.FIXED_ITEM)
    there = _untreated(room, before)
    refuse_if(there.plan.kind in (ItemKind.ATTENDANCE, ItemKind.CLOSING), Code.FIXED_ITEM)
    here = room.items.index(item)
    follows = here + 1 < len(room.items) and room.items[here + 1] is there
    refuse_if(there is item or follows, Code.STANDS_THERE)
    return there.plan.id


def _title(item: Item, ask: c.AmendAgenda) -> tuple[str, str]:
    es, en = limits.optional(ask.title_es, limits.TITLE), limits.optional(ask.title_en, limits.TITLE)
    limits.words(es or en)
    refuse_if((es, en) == (item.plan.title_es, item.plan.title_en), Code.NOTHING_TO_CORRECT)
    return es, en
