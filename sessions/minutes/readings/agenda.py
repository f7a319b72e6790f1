"""Reads the agenda: when each item was taken up, put off, reopened, given more time."""

from sessions.core import events as e
from sessions.minutes.document import Change
from sessions.minutes.readings import amending
from sessions.minutes.readings.draft import Draft, Reader


def _rests(draft: Draft, item: str, x: e.Entry) -> None:
    draft.item_rests.setdefault(item, []).append(x.seq)


def _added(draft: Draft, ev: e.ItemAdded, x: e.Entry) -> None:
    draft.added[ev.item.id] = ev.reason
    amending.added(draft, ev, x)
    _rests(draft, ev.item.id, x)


def _opened(draft: Draft, ev: e.ItemOpened, x: e.Entry) -> None:
    """An item may be opened again after it was put off: the first opening is told, the clock sums both."""
    draft.started.setdefault(ev.item, x.at)
    draft.ended.pop(ev.item, None)
    _rests(draft, ev.item, x)


def _listed(draft: Draft, ev: e.PendingListed, x: e.Entry) -> None:
    _rests(draft, draft.room.current, x)


def _ended(draft: Draft, ev: e.ItemConcluded | e.ItemDeferred, x: e.Entry) -> None:
    draft.ended[ev.item] = x.at
    _rests(draft, ev.item, x)


def _reopened(draft: Draft, ev: e.ItemReopened, x: e.Entry) -> None:
    draft.changes.setdefault(ev.item, []).append(Change(x.at, None, ev.reason, (x.seq,)))
    draft.ended.pop(ev.item, None)
    _rests(draft, ev.item, x)


def _time_set(draft: Draft, ev: e.ItemTimeSet, x: e.Entry) -> None:
    draft.changes.setdefault(ev.item, []).append(Change(x.at, ev.minutes, ev.reason, (x.seq,)))
    _rests(draft, ev.item, x)


READERS: dict[type, Reader] = {
    e.ItemAdded: _added, e.ItemOpened: _opened, e.PendingListed: _listed, e.ItemConcluded: _ended,
    e.ItemDeferred: _ended, e.ItemReopened: _reopened, e.ItemTimeSet: _time_set,
}  # fmt: skip
