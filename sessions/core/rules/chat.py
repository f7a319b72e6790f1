"""Rules of the chat: the desk opens and closes it, from the lobby to the end."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.state import Room
from sessions.core.terms import Phase

WHILE = (Phase.LOBBY, *SITTING)


def is_open(room: Room) -> bool:
    """Whether messages are taken now: the desk opened it, and the session is not over."""
    return room.chat and room.phase in WHILE


def open_(room: Room, ask: c.OpenChat, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *WHILE)
    refuse_if(room.chat, Code.CHAT_OPEN)
    return (e.ChatOpened(),)


def close(room: Room, ask: c.CloseChat, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *WHILE)
    refuse_if(not room.chat, Code.CHAT_CLOSED)
    return (e.ChatClosed(),)
