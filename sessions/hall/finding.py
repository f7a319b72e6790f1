"""Whom the desk means: a badge number, or the first letters of a name or an organization. Pure.

The badge number of a seat is its key in the session: short, given once, the same on every sheet and in the log.
"""

import re
from collections.abc import Iterable

from incidencia.text.fold import fold
from sessions.core.rules.who import has_voice
from sessions.core.state import Room, Seat
from sessions.core.terms import Role

LETTERS = 3  # as many letters of a word name it; a shorter word has to be whole
_WORDS = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s,;.·/]+")


def found(room: Room, asked: str) -> tuple[Seat, ...]:
    """Those in the room whom `asked` names, by name: the one of that badge, or all whose words begin like that.

    Whoever has no voice is answered only where nobody else fits: they can't be put on the list, and are told so.
    """
    here = sorted((s for s in room.present() if s.role is not Role.SECRETARIAT), key=lambda s: (s.name, s.id))
    if badge := badge_of(asked):
        return tuple(s for s in here if s.id == badge)
    fit = [s for s in here if names(asked, s.name, s.organization)]
    return tuple([s for s in fit if has_voice(room, s)] or fit)


def badge_of(asked: str) -> str:
    """The badge number that was typed (`7`, `007`, `#7`), or nothing when it is no number."""
    number = fold(asked).lstrip("#").strip()
    return str(int(number)) if number.isdecimal() and len(number) <= 8 else ""


def names(asked: str, *texts: str) -> bool:
    """Whether every word asked for begins a word of these texts; accents and capitals aside."""
    wanted = _WORDS.findall(fold(asked))
    known = {word for text in texts for word in _WORDS.findall(fold(text))}
    return bool(wanted) and all(_begins(word, known) for word in wanted)


def means(asked: str, badge: str, *texts: str) -> bool:
    """Whether `asked` is this badge, or names these texts; whoever asks for nothing means everybody."""
    if not asked.strip():
        return True
    number = badge_of(asked)
    return badge == number if number else names(asked, *texts)


def example(room: Room) -> str:
    """What one may type to find somebody here: letters of a name, of an organization, a badge; "" if nobody is here.

    Each of them finds whoever it was taken from.
    """
    here = [s for s in room.present() if s.role is not Role.SECRETARIAT and has_voice(room, s)]
    if not here:
        return ""
    first = min(here, key=lambda s: (not s.organization, s.name, s.id))
    name = _letters(first.name)[-1:]
    told = [*name, " ".join(_letters(first.organization)[:2]), max((s.id for s in here), key=int)]
    return ", ".join(part for part in told if part)


def _letters(text: str) -> list[str]:
    """The first letters of each word that is long enough to be named by them."""
    return [word[:LETTERS] for word in _WORDS.findall(fold(text)) if len(word) >= LETTERS and word.isalpha()]


def badges(text: str) -> tuple[list[str], list[str]]:
    """The badge numbers in a list that was typed or pasted (`3 7, 12`), each once, and what is no number."""
    numbers: dict[str, None] = {}
    strange: dict[str, None] = {}
    for word in filter(None, _BETWEEN.split(text)):
        badge = badge_of(word)
        (numbers if badge else strange).setdefault(badge or word[:40])
    return list(numbers), list(strange)


def _begins(word: str, known: Iterable[str]) -> bool:
    return any(one == word or (len(word) >= LETTERS and one.startswith(word)) for one in known)
