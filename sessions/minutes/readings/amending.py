"""Reads the agenda as a whole: adopted, amended; and items that got more time."""

from sessions.core import events as e
from sessions.core.terms import AgendaChange
from sessions.minutes.document import Agenda, Alteration, Change, Titled
from sessions.minutes.readings.draft import Draft, Reader


def added(draft: Draft, ev: e.ItemAdded, x: e.Entry) -> None:
    """An item that came onto the agenda, as a change of it."""
    item = Titled(ev.item.id, ev.item.title_es, ev.item.title_en)
    _altered(draft, x, None, item, None, None, ev.reason, draft.before.order.adopted_at is not None)


def _adopted(draft: Draft, ev: e.AgendaAdopted, x: e.Entry) -> None:
    by = draft.maybe(x.instructed_by or x.by)
    draft.agenda = Agenda(x.at, by, bool(x.instructed_by), ev.items, ev.amended, (), (x.seq,))


def _amended(draft: Draft, ev: e.AgendaAmended, x: e.Entry) -> None:
    before = _titled(draft, ev.before) if ev.before else None
    now = Titled(ev.item, ev.title_es, ev.title_en) if ev.change is AgendaChange.RETITLED else None
    _altered(draft, x, ev.change, _titled(draft, ev.item), before, now, ev.reason, ev.adopted)
    draft.item_rests.setdefault(ev.item, []).append(x.seq)


def _extended(draft: Draft, ev: e.ItemExtended, x: e.Entry) -> None:
    change = Change(x.at, None, ev.reason, (x.seq,), ev.minutes)
    draft.changes.setdefault(ev.item, []).append(change)
    draft.item_rests.setdefault(ev.item, []).append(x.seq)


def _titled(draft: Draft, item_id: str) -> Titled:
    """The item in the words it had before this entry."""
    item = draft.before.item(item_id)
    assert item is not None
    return Titled(item_id, item.plan.title_es, item.plan.title_en)


def _altered(
    draft: Draft, x: e.Entry, change: AgendaChange | None, item: Titled, before: Titled | None, now: Titled | None,
    reason: str, adopted: bool,
) -> None:  # fmt: skip
    by = draft.maybe(x.instructed_by or x.by)
    made = Alteration(x.at, change, item, before, now, reason, adopted, by, bool(x.instructed_by), (x.seq,))
    draft.alterations.append(made)


READERS: dict[type, Reader] = {e.AgendaAdopted: _adopted, e.AgendaAmended: _amended, e.ItemExtended: _extended}
