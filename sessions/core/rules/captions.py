"""The language of the turn that runs, and what is relayed of it in text."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.state import Room, Speech
from sessions.core.terms import Phase

SEGMENT = 500  # characters of one caption
LANGUAGE = 8


def _speech(room: Room) -> Speech:
    phase(room, Phase.OPEN)
    if room.floor.speech is None:
        raise Refused(Code.NOBODY_SPEAKS)
    return room.floor.speech


def mark(room: Room, ask: c.MarkLanguage, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    speech = _speech(room)
    language = limits.words(ask.language, LANGUAGE)
    refuse_if(room.relay.turn == speech.turn and room.relay.spoken == language, Code.ALREADY_MARKED)
    return (e.LanguageMarked(speech.turn, language),)


def relay(room: Room, ask: c.RelayText, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    speech = _speech(room)
    words = limits.words(ask.words, SEGMENT)
    return (e.CaptionAppended(speech.turn, limits.words(ask.language, LANGUAGE), words),)


def has_captions(room: Room) -> bool:
    """Whether there is something relayed to show."""
    return bool(room.relay.captions) and room.phase in SITTING
