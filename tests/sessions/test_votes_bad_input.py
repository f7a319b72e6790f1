"""What people should not send with a vote, and every string that has broken something somewhere."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from sessions import log
from sessions.core import commands as c
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Method
from sessions.forms.votes import ExplanationForm, QuestionForm, TemperatureForm
from sessions.models import Session
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, url
from tests.sessions.test_voting import Voter

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))
QUESTION = {"language": "es", "method": "show", "majority": "simple", "base": "cast"}


def test_every_naughty_string_is_taken_as_typed_or_refused_plainly() -> None:
    """By each form with words of its own; a direction override and a NUL never pass."""
    session = make.session_open()
    room, taken = make.room_of(session), 0
    for string in STRINGS:
        for form, data in (
            (QuestionForm, {"text": string, **QUESTION}), (TemperatureForm, {"question": string, "language": "es"}),
            (ExplanationForm, {"text": string, "language": "es", "vote": ""}),
        ):  # fmt: skip
            filled = form({"key": "k", **data}, room=room, session=session)
            name = "question" if form is TemperatureForm else "text"
            if name in filled.errors or form is ExplanationForm:
                assert all(str(one) for mistakes in filled.errors.values() for one in mistakes)
                continue
            assert filled.is_valid(), filled.errors
            assert "\x00" not in filled.cleaned_data[name]
            assert "\u202e" not in filled.cleaned_data[name]
            taken += 1
    assert taken > 600


@pytest.mark.engine
def test_naughty_strings_are_shown_safe_on_every_page_of_a_vote(client_of: ClientOf) -> None:
    session = make.session_open()
    dora, reader = Voter(client_of(make.cast("dora")), session), client_of(make.cast("bruno"))
    for string in STRINGS[::12]:
        if dora.does("put_to_vote", text=string, **QUESTION).status_code != 303:
            continue
        for page in (url(session), url(session, "cast_vote")):
            shown = reader.get(page).content.decode()
            assert "<script>alert" not in shown
            assert "<img" not in shown
        withdrawn = dora.does("withdraw_vote", reason=string)
        if withdrawn.status_code != 303:
            make.play(session, "dora", c.WithdrawVote("Otra vez"))
    said = [x.event.question for x in log.entries(session) if hasattr(x.event, "question")]
    assert len(said) > 20


@pytest.mark.parametrize(("name", "data"), [
    ("put_to_vote", {"text": "¿Se publica?", **QUESTION, "method": "shouting"}),
    ("put_to_vote", {"text": "¿Se publica?", **QUESTION, "majority": "all"}),
    ("put_to_vote", {"text": "", **QUESTION}),
    ("put_to_vote", {"text": "x" * 100_000, **QUESTION}),
    ("take_temperature", {"question": "x" * 2_001, "language": "es"}),
    ("take_temperature", {"question": "\u202eatled", "language": "es"}),
])  # fmt: skip
def test_what_makes_no_question_is_refused_and_kept(client_of: ClientOf, name: str, data: dict[str, str]) -> None:
    session = make.session_open()
    seq = session.seq
    dora = Person(client_of(make.cast("dora")), session)
    answer = dora.does(name, **data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert session.seq == seq


@pytest.mark.parametrize("number", ["-1", "99999999999999999999", "1.5", "uno", ""])
def test_totals_that_are_no_number_of_hands_are_refused(client_of: ClientOf, number: str) -> None:
    session = _with_a_hall()
    alba = Voter(client_of(make.cast("alba")), session)
    seq = make.room_of(session).seq
    assert alba.does("count_hall", in_favour=number, against="0", abstain="0").status_code == 422
    assert make.room_of(session).seq == seq


def test_a_choice_nobody_offers_reaches_no_urn() -> None:
    with pytest.raises(ValueError, match="maybe"):
        c.CastVote(Choice("maybe"))
    session = make.session_open()
    make.play(session, "dora", c.PutToVote("¿Se publica?", Method.SECRET))
    with pytest.raises(Refused) as found:
        make.play(session, "fatima", c.CastVote(Choice.FOR))
    assert found.value.code is Code.NOT_YOURS


def _with_a_hall() -> Session:
    session = make.session_open()
    make.play(session, "bruno", c.Leave())
    make.admit(session, "bruno", make.Via.HALL)
    make.play(session, "dora", c.PutToVote("¿Se publica?", Method.SHOW))
    return session
