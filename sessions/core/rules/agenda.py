"""Rules of the agenda: one item is open at a time; what was planned stands beside what was used."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits, owing
from sessions.core.rules.meeting import BEFORE, SITTING, phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.state import Item, Room
from sessions.core.terms import ItemKind, ItemState, Phase


def _item(room: Room, item_id: str) -> Item:
    item = room.item(item_id)
    if item is None:
        raise Refused(Code.UNKNOWN_ITEM)
    return item


def _refuse_while_busy(room: Room) -> None:
    refuse_if(room.floor.speech is not None, Code.SOMEBODY_SPEAKS)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_while_deciding(room)
    owing.refuse_while_owed(room)


def add(room: Room, ask: c.AddItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING)
    es, en = limits.optional(ask.title_es, limits.TITLE), limits.optional(ask.title_en, limits.TITLE)
    limits.words(es or en)
    minutes = limits.between(ask.minutes, 1, 600)
    plan = e.ItemPlan(room.next_id("i"), ItemKind.SUBJECT, es, en, minutes, ask.decides)
    return (e.ItemAdded(plan, limits.reason(ask.reason)),)


def open_item(room: Room, ask: c.OpenItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Opens an item; concludes the one that is open first, unless the floor or a decision is at work."""
    phase(room, Phase.OPEN)
    item = _item(room, ask.item)
    refuse_if(item.state not in (ItemState.PENDING, ItemState.DEFERRED), Code.ITEM_NOT_PENDING)
    _refuse_while_busy(room)
    before: tuple[e.Event, ...] = (e.ItemConcluded(room.current, ""),) if room.current else ()
    listed: tuple[e.Event, ...] = ()
    if item.plan.kind is ItemKind.FOLLOW_UP and facts.pending:
        listed = (e.PendingListed(facts.pending),)
    return (*before, e.ItemOpened(item.plan.id), *listed)


def conclude(room: Room, ask: c.ConcludeItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    _refuse_while_busy(room)
    return (e.ItemConcluded(room.current, limits.optional(ask.outcome, limits.STATEMENT)),)


def defer(room: Room, ask: c.DeferItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    item = _item(room, ask.item)
    refuse_if(item.state not in (ItemState.PENDING, ItemState.OPEN), Code.ITEM_NOT_PENDING)
    if item.plan.id == room.current:
        _refuse_while_busy(room)
    to = ask.to.strip()
    refuse_if(bool(to) and not _is_sister(room.reference, to), Code.OTHER_SERIES)
    return (e.ItemDeferred(item.plan.id, limits.reason(ask.reason), to),)


def _is_sister(reference: str, to: str) -> bool:
    """Whether `to` names another session of the series: `MEC-2026-014-S4` beside `MEC-2026-014-S3`."""
    series, _, number = to.rpartition("-S")
    own = reference.partition("-E")[0]  # of a rehearsal, the session it practises
    plain = number.isascii() and number.isdigit() and number[:1] != "0" and len(number) <= 4
    return series == own.rpartition("-S")[0] and plain and to != own


def reopen(room: Room, ask: c.ReopenItem, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    item = _item(room, ask.item)
    refuse_if(item.state is not ItemState.CONCLUDED, Code.ITEM_NOT_CLOSED)
    why = limits.reason(ask.reason)
    _refuse_while_busy(room)
    before: tuple[e.Event, ...] = (e.ItemConcluded(room.current, ""),) if room.current else ()
    return (*before, e.ItemReopened(item.plan.id, why))


def set_time(room: Room, ask: c.SetItemTime, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING)
    item = _item(room, ask.item)
    minutes = limits.between(ask.minutes, 1, 600)
    return (e.ItemTimeSet(item.plan.id, minutes, limits.reason(ask.reason)),)
