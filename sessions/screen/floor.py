"""The floor and the list of speakers."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from sessions.audiences import Audience
from sessions.core.rules import pacing
from sessions.core.rules.budgets import over
from sessions.core.state import Room, Seat
from sessions.core.terms import ItemState, PointKind, Speaks
from sessions.models import Session
from sessions.screen import budgets, captions, replies
from sessions.screen.timers import timer
from sessions.wording.tongues import tongue
from sessions.wording.words import WORDS, clock, name_of, place, standing_of, titled, word


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the list: who, why there, and about how many minutes until then.

    `language`: in which they will speak, if they said so; `length`: of their turn, where it is not everybody's.
    """

    request: str
    number: int
    seat: Seat
    standing: str
    why: str
    wait: int
    aside: bool
    fixed: bool
    speaks: str
    over: bool
    language: str
    length: str


def floor(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """Who has the floor with its clock, a point of order, or what the room is waiting for."""
    speech, point, item = room.floor.speech, room.floor.point, room.item(room.current)
    seat = room.seats.get(speech.seat) if speech else None
    return {
        "item": titled(item.plan) if item and item.state is ItemState.OPEN else "",
        "item_timer": timer(item.watch, timedelta()) if item else None,
        "speech": speech,
        "speaker": seat,
        "standing": standing_of(seat) if seat else "",
        "timer": timer(speech.watch, speech.limit) if speech else None,
        "point": point,
        "point_by": name_of(room, point.seat) if point else "",
        "point_kind": word(point.kind) if point and point.kind is not PointKind.OTHER else "",
        "phase": room.phase.value,
        "budget": budgets.running(room),
        "spoken": captions.spoken(room),
        "debate_closed": room.floor.debate_closed,
    }


def speakers(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The list in its order; the next ones do not change any more."""
    known = [r for r in room.floor.requests if r.seat in room.seats]
    return {
        "places": [_place(room, n, r.id) for n, r in enumerate(known)],
        "open": room.floor.list_open,
        "closes_at": room.floor.closes_at,
        "each": clock(timedelta(seconds=each(room))),
        "each_set": each(room) != room.rules.speech_seconds,
        "rule": WORDS[type(room.rules.balance)][room.rules.balance],
        "item_open": bool(room.current),
        "zone": session.zone,
        "replies": replies.waiting(room),
        "reply_each": clock(timedelta(seconds=room.rules.reply_seconds)),
        "debate_closed": room.floor.debate_closed,
    }


def wait(room: Room, position: int) -> int:
    """About how many minutes until the place at `position` (from 0): one full turn for each before."""
    before = [room.seats[r.seat] for r in room.floor.requests if r.seat in room.seats][:position]
    speaker = room.seats.get(room.floor.speech.seat) if room.floor.speech else None
    seconds = sum(pacing.seconds_for(room, seat) for seat in before)
    return ceil((seconds + (pacing.first_turn(room, speaker) if speaker else 0)) / 60)


def _place(room: Room, position: int, request_id: str) -> Place:
    request = next(r for r in room.floor.requests if r.id == request_id)
    seat = room.seats[request.seat]
    own = pacing.seconds_for(room, seat)
    standing = " · ".join(p for p in (seat.organization or seat.capacity, word(seat.side)) if p)
    return Place(
        request.id, position + 1, seat, standing, place(request.why), wait(room, position), request.aside,
        position < room.rules.frozen, word(request.speaks) if request.speaks is not Speaks.GENERAL else "",
        over(room, seat.side), tongue(request.language) if request.language else "",
        clock(timedelta(seconds=own)) if own != each(room) else "",
    )  # fmt: skip


def each(room: Room) -> int:
    """The seconds of a turn on the open item, of whoever the rules do not set apart."""
    item = room.item(room.current)
    return (item.turn_seconds if item else 0) or room.rules.speech_seconds
