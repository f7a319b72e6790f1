"""Captions: the last lines of each channel, and the language of the turn that runs."""

from dataclasses import dataclass
from typing import Any

from sessions.audiences import Audience
from sessions.core.state import Room
from sessions.core.state.captions import Caption
from sessions.models import Session
from sessions.wording.tongues import tongue


@dataclass(frozen=True, slots=True)
class Channel:
    code: str
    name: str
    lines: tuple[Caption, ...]


def captions(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """Each channel that relays something, by its code."""
    codes = dict.fromkeys(c.language for c in sorted(room.relay.captions, key=lambda c: c.language))
    lines = room.relay.captions
    return {"channels": [Channel(x, tongue(x), tuple(c for c in lines if c.language == x)) for x in codes]}


def spoken(room: Room) -> tuple[str, str]:
    """The language marked for the turn that runs: its code and name; empty where none is."""
    speech = room.floor.speech
    if speech is None or room.relay.turn != speech.turn or not room.relay.spoken:
        return "", ""
    return room.relay.spoken, tongue(room.relay.spoken)
