"""Folds of the agenda as a whole."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Item, Room
from sessions.core.terms import AgendaChange, ItemState


def _adopted(room: Room, ev: e.AgendaAdopted, x: e.Entry) -> Room:
    return replace(room, order=replace(room.order, adopted_at=x.at))


def _amended(room: Room, ev: e.AgendaAmended, x: e.Entry) -> Room:
    room = replace(room, order=replace(room.order, amended=room.order.amended + 1))
    item = room.item(ev.item)
    assert item is not None
    if ev.change is AgendaChange.MOVED:
        return replace(room, items=_moved(room, item, ev.before))
    if ev.change is AgendaChange.RETITLED:
        plan = replace(item.plan, title_es=ev.title_es, title_en=ev.title_en)
        return _with(room, replace(item, plan=plan))
    return _with(room, replace(item, state=ItemState.WITHDRAWN, outcome=ev.reason))


def _extended(room: Room, ev: e.ItemExtended, x: e.Entry) -> Room:
    item = room.item(ev.item)
    assert item is not None
    return _with(room, replace(item, plan=replace(item.plan, minutes=item.plan.minutes + ev.minutes)))


def _moved(room: Room, item: Item, before: str) -> tuple[Item, ...]:
    others = [i for i in room.items if i is not item]
    there = next(n for n, i in enumerate(others) if i.plan.id == before)
    return (*others[:there], item, *others[there:])


def _with(room: Room, changed: Item) -> Room:
    return replace(room, items=tuple(changed if i.plan.id == changed.plan.id else i for i in room.items))


FOLDS: dict[type, Fold] = {e.AgendaAdopted: _adopted, e.AgendaAmended: _amended, e.ItemExtended: _extended}
