"""Hints to the desk at moments of the turn that runs: its browser shows each from an instant on. Clock facts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sessions.core.state import Room
from sessions.wording import moments
from sessions.wording.words import name_of

SILENT = timedelta(seconds=20)  # after it, somebody who was called and does not speak is set aside
OFFERED = timedelta(seconds=60)  # how long that is offered: later the turn has plainly begun


@dataclass(frozen=True, slots=True)
class Silence:
    """Who was called; between these instants the desk is offered to set them aside."""

    name: str
    since: datetime
    until: datetime


def of_turn(room: Room) -> dict[str, Any]:
    """What the region of the next step says of the turn that runs, and from when; nothing while its clock stands."""
    speech = room.floor.speech
    if speech is None or speech.watch.since is None:
        return {"silence": None, "over_at": None}
    return {
        "silence": _silence(room),
        "over_at": speech.watch.runs_out(speech.limit),
        "time_over": moments.time_over(),
    }


def _silence(room: Room) -> Silence | None:
    """Where the log knows that the turn began, nobody is set aside: it was stopped, or its language marked."""
    speech = room.floor.speech
    turn = room.turn(speech.turn) if speech else None
    if speech is None or turn is None or not speech.request or room.relay.turn == speech.turn:
        return None
    if speech.watch.used or speech.watch.since != turn.started:
        return None
    return Silence(name_of(room, speech.seat), turn.started + SILENT, turn.started + OFFERED)
