"""Words of the room: no reason, no line and no term without them, in the reader's language."""

import re
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args

import pytest
from django.utils import translation

from incidencia.clock import now
from sessions import wire
from sessions.core import events as e
from sessions.core import terms
from sessions.core.events import Entry
from sessions.core.refusals import Code, Refused
from sessions.core.state import Room
from sessions.core.terms import Via
from sessions.wording import lines
from sessions.wording.refusals import WORDS, worded
from sessions.wording.words import PLACES, word

HOLE = re.compile(r"%\(|…")


@pytest.mark.parametrize("code", list(Code))
def test_every_refusal_says_what_was_wrong_why_and_what_to_do(code: Code) -> None:
    words = WORDS[code]
    assert all(str(part).strip() for part in (words.wrong, words.rule, words.advice))


FACTS = [
    (Code.WRONG_PHASE, {"phase": "lobby"}),
    (Code.ONE_SIDE_EMPTY, {"side": "civil"}),
    (Code.NO_QUORUM, {"present": 3, "required": 5}),
    (Code.QUORUM_MET, {"present": 5, "required": 5}),
    (Code.TOO_LONG, {"longest": 2000, "length": 100_000}),
    (Code.NUMBER_OUT_OF_RANGE, {"least": 1, "most": 600}),
    (Code.AGREEMENTS_UNREAD, {"agreements": "A1, A2"}),
    (Code.ALREADY_ADMITTED, {"name": "Bruno Sosa"}),
    (Code.HALL_EXCEEDED, {"given": 7, "most": 5}),
    (Code.URN_DIFFERS, {"held": 7, "took_part": 5}),
    (Code.FEW_BALLOTS, {"least": 5}), (Code.VOTE_TOO_SHORT, {"seconds": 12}),
    (Code.RESERVE_TOO_LONG, {"years": 5}),
    (Code.VOTERS_NOT_CLEARED, {"n": 2}),
    (Code.REPLIES_USED, {"most": 2}),
    (Code.NO_MORE_SPEAKERS, {"most": 2}),
    (Code.PARAGRAPH_DELETED, {"number": "3 bis"}),
    (Code.OUTDATED, {"seen": 1, "now": 2}),
    (Code.AMENDMENT_OUTDATED, {"seen": 1, "now": 2}),
    (Code.AMENDMENTS_OPEN, {"n": 2}),
    (Code.BRACKETS_OPEN, {"n": 1}),
    (Code.NOT_NEXT, {"number": 4}),
    (Code.QUOTE_TWICE, {"n": 2}),
    (Code.CONSENT_MISSING, {"names": "Bruno Sosa"}),
    (Code.TOO_MANY_WAITING, {"most": 3}),
    (Code.TOO_FAR_AHEAD, {"days": 365}),
    (Code.TOO_MANY_STATEMENTS, {"most": 5}),
    (Code.MAJORITY_TOO_LOW, {"majority": "two_thirds", "base": "present"}),
    (Code.METHOD_NOT_ALLOWED, {"method": "show", "methods": "roll_call secret"}),
    (Code.PAPER_LATE, {"title": "Nota"}),
    (Code.LIST_UNANNOUNCED, {"n": 60}),
]


@pytest.mark.parametrize(("code", "facts"), FACTS)
def test_the_facts_of_a_refusal_fill_its_sentence(code: Code, facts: dict[str, Any]) -> None:
    refusal = worded(Refused(code, **facts))
    assert refusal.code == code.value
    assert not HOLE.search(str(refusal.message))


def test_every_sentence_with_facts_is_among_those_shown() -> None:
    assert {c for c, w in WORDS.items() if "%(" in str(w.wrong)} == {c for c, _facts in FACTS}


def made(kind: Any, name: str) -> Any:
    """Any value of the type."""
    values = {"str": f"<b>{name}</b>", "int": 2, "bool": True, "datetime": now(), "date": date(2026, 1, 2)}
    hints = wire._hints(kind)
    return kind(**{f.name: value(hints[f.name], values, f.name) for f in fields(kind)})


def value(kind: Any, values: dict[str, Any], name: str) -> Any:
    inner = get_args(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    if hasattr(kind, "__dataclass_fields__"):
        return kind() if kind.__name__ == "Rules" else made(kind, name)
    if inner and type(None) in inner:
        return value(inner[0], values, name)
    if inner and inner[0] is int and name == "entries":
        return (1,)
    if inner:
        return (value(inner[0], values, name),)
    return values[kind.__name__] if kind.__name__ != "str" else name


@pytest.mark.parametrize("kind", get_args(e.Event), ids=lambda k: k.__name__)
@pytest.mark.parametrize("language", ["es-mx", "en"])
def test_every_event_has_a_sentence(kind: type, language: str) -> None:
    at = now()
    entry = Entry(7, at, at, "key", "1", "2", "", Via.WEB, made(kind, "x"))
    with translation.override(language):
        line = lines.line(entry, Room())
    assert line.sentence.strip()
    assert "%(" not in line.sentence
    assert line.notes


def test_no_sentence_is_left_without_its_event() -> None:
    assert set(lines.LINES) == set(get_args(e.Event))


def test_an_entry_made_afterwards_says_both_times() -> None:
    at = now().replace(hour=17, minute=2)
    entry = Entry(7, at, at.replace(minute=15), "key", "1", "", "3", Via.PHONE, e.PersonLeft("3"))
    with translation.override("en"):
        notes = " ".join(lines.line(entry, Room(zone="America/Mexico_City")).notes)
    assert "by telephone" in notes
    assert "11:02" in notes
    assert "11:15" in notes


@pytest.mark.parametrize("kind", [k for k in vars(terms).values() if isinstance(k, type) and issubclass(k, StrEnum)
                                  and k is not StrEnum], ids=lambda k: k.__name__)  # fmt: skip
def test_every_term_has_a_word(kind: type[StrEnum]) -> None:
    assert all(word(term) for term in kind)


def test_the_same_text_in_two_lists_keeps_two_words() -> None:
    with translation.override("en"):
        assert word(terms.Phase.OPEN) != word(terms.ItemState.OPEN)
        assert word(terms.Role.CHAIR) != word(terms.Balance.CHAIR)


def test_every_reason_for_a_place_has_words() -> None:
    assert set(PLACES) >= {"order_of_request", "first_time", "side_below_share", "spoke_less", "asked_before"}
