"""Folds of the agenda and its clocks."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.clocks import running
from sessions.core.folds.fold import Fold
from sessions.core.state import Floor, Item, Room
from sessions.core.terms import ItemState


def _with(room: Room, item_id: str, **changes: object) -> tuple[Item, ...]:
    return tuple(replace(i, **changes) if i.plan.id == item_id else i for i in room.items)  # type: ignore[arg-type]


def _added(room: Room, ev: e.ItemAdded, x: e.Entry) -> Room:
    """Before the reading of agreements and the closing, which stay last."""
    tail = next((n for n, i in enumerate(room.items) if i.plan.kind in ("other_matters", "reading", "closing")),
                len(room.items))  # fmt: skip
    items = (*room.items[:tail], Item(ev.item), *room.items[tail:])
    order = replace(room.order, amended=room.order.amended + 1)
    return replace(room, items=items, order=order, made={**room.made, "i": room.made.get("i", 0) + 1})


def _opened(room: Room, ev: e.ItemOpened | e.ItemReopened, x: e.Entry) -> Room:
    item = room.item(ev.item)
    watch = replace(item.watch, holds=()).start(x.at) if item else running(x.at)
    items = _with(room, ev.item, state=ItemState.OPEN, watch=watch, deferred_to="")
    return replace(room, items=items, current=ev.item, floor=Floor(), agenda_at=x.at)


def _listed(room: Room, ev: e.PendingListed, x: e.Entry) -> Room:
    return replace(room, items=_with(room, room.current, pending=ev.agreements))


def _concluded(room: Room, ev: e.ItemConcluded, x: e.Entry) -> Room:
    item = room.item(ev.item)
    assert item is not None
    outcome = ev.outcome or item.outcome
    items = _with(room, ev.item, state=ItemState.CONCLUDED, watch=item.watch.stop(x.at), outcome=outcome)
    return replace(room, items=items, current="", floor=Floor(), agenda_at=x.at)


def _deferred(room: Room, ev: e.ItemDeferred, x: e.Entry) -> Room:
    item = room.item(ev.item)
    assert item is not None
    items = _with(room, ev.item, state=ItemState.DEFERRED, watch=item.watch.stop(x.at), outcome=ev.reason,
                  deferred_to=ev.to)  # fmt: skip
    if ev.item != room.current:
        return replace(room, items=items)
    return replace(room, items=items, current="", floor=Floor(), agenda_at=x.at)


def _time_set(room: Room, ev: e.ItemTimeSet, x: e.Entry) -> Room:
    item = room.item(ev.item)
    assert item is not None
    return replace(room, items=_with(room, ev.item, plan=replace(item.plan, minutes=ev.minutes)))


FOLDS: dict[type, Fold] = {
    e.ItemAdded: _added, e.ItemOpened: _opened, e.PendingListed: _listed, e.ItemConcluded: _concluded,
    e.ItemDeferred: _deferred, e.ItemReopened: _opened, e.ItemTimeSet: _time_set,
}  # fmt: skip
