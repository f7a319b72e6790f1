"""Folds of the record's own silence: off the record, reserves, who is cleared."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Floor, OffRecord, Reserve, Room


def _off(room: Room, ev: e.WentOffRecord, x: e.Entry) -> Room:
    return replace(room, off_record=OffRecord(x.at, ev.reason))


def _on(room: Room, ev: e.CameOnRecord, x: e.Entry) -> Room:
    return replace(room, off_record=None)


def _classified(room: Room, ev: e.ItemClassified, x: e.Entry) -> Room:
    """The list of an open item begins anew, among those who may hear it."""
    reserve = Reserve(
        ev.reserve, ev.item, ev.circle, ev.ground, ev.article, ev.risk, ev.interest, ev.least, ev.told, ev.untold,
        ev.language, ev.decision, ev.decided_on, ev.confirm_by, ev.until, x.by, x.at,
        reservable=ev.reservable,
    )  # fmt: skip
    floor = Floor() if ev.item == room.current else room.floor
    made = {**room.made, "c": room.made.get("c", 0) + 1}
    return replace(room, reserves=(*room.reserves, reserve), floor=floor, made=made)


def _reserve(room: Room, reserve: str, **changes: object) -> Room:
    reserves = tuple(
        replace(r, **changes) if r.id == reserve else r  # type: ignore[arg-type]
        for r in room.reserves
    )
    return replace(room, reserves=reserves)


def _confirmed(room: Room, ev: e.ReserveConfirmed, x: e.Entry) -> Room:
    return _reserve(room, ev.reserve, decision=ev.decision, decided_on=ev.decided_on)


def _declassified(room: Room, ev: e.ItemDeclassified, x: e.Entry) -> Room:
    return _reserve(room, ev.reserve, lifted=x.at, lifted_because=ev.reason)


def _cleared(room: Room, ev: e.SeatCleared, x: e.Entry) -> Room:
    return replace(room, cleared={**room.cleared, ev.seat: ev.undertaking})


def _uncleared(room: Room, ev: e.SeatUncleared, x: e.Entry) -> Room:
    """Who may not hear the open item any more has no place on its list either."""
    cleared = {seat: said for seat, said in room.cleared.items() if seat != ev.seat}
    reserve = room.reserve_on(room.current)
    requests = room.floor.requests
    if reserve is not None and reserve.circle == "closed":
        requests = tuple(r for r in requests if r.seat != ev.seat)
    return replace(room, cleared=cleared, floor=replace(room.floor, requests=requests))


FOLDS: dict[type, Fold] = {
    e.WentOffRecord: _off, e.CameOnRecord: _on, e.ItemClassified: _classified, e.ReserveConfirmed: _confirmed,
    e.ItemDeclassified: _declassified, e.SeatCleared: _cleared, e.SeatUncleared: _uncleared,
}  # fmt: skip
