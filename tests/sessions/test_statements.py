"""Written statements through pages: in the room, in the hours after it closed, and in the annex."""

import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import translation

from incidencia.clock import now
from sessions import desk
from sessions.core import commands as c
from sessions.forms.statements import StatementForm
from sessions.minutes import services
from sessions.minutes.exporters import json as exporter
from sessions.minutes.queries import record_again
from sessions.models import MinutesEntry, Session
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))
WORDS = {"title": "Postura de Red Norte", "text": "Pedimos cifras\npor estado.", "language": "es", "item": "i5"}


def closed() -> Session:
    session = make.session_open(list_open=False)
    make.play(session, "dora", c.CloseSession())
    return session


def place(session: Session, name: str = "statement_send") -> str:
    with translation.override("en"):
        return reverse(name, args=[session.reference])


def test_a_member_hands_one_in_and_everybody_in_the_room_may_read_it(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    bruno = Person(client_of(make.cast("bruno")), session)
    assert bruno.does("submit_statement", **WORDS).status_code == 303
    refused(bruno.does("submit_statement", **WORDS), "already received, word for word")
    for who in ("elias", "fatima"):
        page = client_of(make.cast(who)).get(place(session, "room_statements")).content.decode()
        assert "por estado." in page
        assert sha256(b"Postura de Red Norte\n\nPedimos cifras\r\npor estado.").hexdigest() in page or (
            sha256(b"Postura de Red Norte\n\nPedimos cifras\npor estado.").hexdigest() in page
        )
    for client in (Client(), client_of(make.cast("carmen"))):
        assert client.get(place(session, "room_statements")).status_code == 403
    last = session.entries.last()
    assert last is not None
    assert last.type == "WrittenStatementReceived"


@pytest.mark.parametrize("who", ["fatima", "alba"])
def test_who_has_no_voice_is_refused_plainly(client_of: ClientOf, who: str) -> None:
    session = make.session_open(list_open=False)
    refused(Person(client_of(make.cast(who)), session).does("submit_statement", **WORDS), "does not belong")
    assert not session.entries.filter(type="WrittenStatementReceived").exists()


def test_the_secretariat_enters_one_for_somebody_in_the_hall(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    alba, bruno = Person(client_of(make.cast("alba")), session), make.seat_of(session, "bruno").key
    assert alba.does("submit_statement", others="1", behalf=bruno, via="hall", **WORDS).status_code == 303
    assert make.room_of(session).statements[0].seat == bruno


def test_after_closing_and_sealing_there_are_still_hours_for_it(client_of: ClientOf) -> None:
    session = closed()
    bruno = client_of(make.cast("bruno"))
    with time_machine.travel(now() + timedelta(minutes=100)):
        assert desk.settle(session.pk).phase == "sealed"
        bruno = client_of(make.cast("bruno"))
        assert "Hand in a written statement" in bruno.get(place(session, "session_page")).content.decode()
        sent = bruno.post(place(session), {"key": "k" * 20, **WORDS})
        assert sent.status_code == 303
        assert bruno.post(place(session), {"key": "k" * 20, **WORDS}).status_code == 303  # the same form twice
    assert MinutesEntry.objects.filter(type="StatementReceived").count() == 1
    row = services.drafted(session)
    assert row is not None
    assert "pedimos cifras" in row.search
    assert "por estado." in exporter.write(record_again(row)).decode()
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    annex = page.partition('id="statements"')[2].partition("</section>")[0]
    assert "Statement received after closing" in annex
    assert "Bruno Sosa" in annex


def test_after_the_hours_it_is_refused_and_what_was_typed_stays(client_of: ClientOf) -> None:
    session = closed()
    with time_machine.travel(now() + timedelta(minutes=121)):
        bruno = client_of(make.cast("bruno"))
        assert "Hand in a written statement" not in bruno.get(place(session, "session_page")).content.decode()
        sent = bruno.post(place(session), {"key": "k" * 20, **WORDS})
        page = sent.content.decode()
    assert sent.status_code == 422
    assert "no longer received" in page
    assert "Postura de Red Norte" in page
    assert not MinutesEntry.objects.exists()


def test_after_closing_too_it_is_for_those_with_a_voice_who_were_admitted(client_of: ClientOf, nobody: Any) -> None:
    session = closed()
    assert client_of(make.cast("fatima")).post(place(session), {"key": "k", **WORDS}).status_code == 422
    assert client_of(make.cast("carmen")).post(place(session), {"key": "k", **WORDS}).status_code == 403
    assert client_of(nobody).get(place(session)).status_code == 302
    assert not MinutesEntry.objects.exists()


@pytest.mark.parametrize(
    "data",
    [{"title": ""}, {"text": ""}, {"title": "x" * 301}, {"text": "x" * 20_001}, {"item": "i99"},
     {"language": "klingon"},
     {"key": ""}, {"key": "k" * 65}],
)  # fmt: skip
def test_bad_input_is_refused_and_changes_nothing(client_of: ClientOf, data: dict[str, str]) -> None:
    session = closed()
    sent = client_of(make.cast("bruno")).post(place(session), {"key": "k", **WORDS, **data})
    assert sent.status_code == 422
    assert not MinutesEntry.objects.exists()


def test_minutes_annex_it_word_for_word_once(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    make.play(session, "bruno", c.SubmitStatement("Postura", "Pedimos cifras por estado.", "es", "i5"))
    make.play(session, "dora", c.CloseSession())
    row = services.drafted(session)
    assert row is not None
    (told,) = row.document["statements"]
    assert (told["text"], told["item"], told["who"]["name"]) == ("Pedimos cifras por estado.", "i5", "Bruno Sosa")
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert page.count("Pedimos cifras por estado.") == 1
    assert "Statement received at" in page


def test_every_naughty_string_is_taken_as_typed_or_refused_plainly() -> None:
    session = make.session_open(list_open=False)
    room, taken = make.room_of(session), 0
    for string in STRINGS:
        data = {"key": "k", "title": string[:300], "text": string, "language": "es", "item": ""}
        filled = StatementForm(data, room=room, session=session)
        if not filled.is_valid():
            assert set(filled.errors) <= {"title", "text"}
            continue
        assert "\x00" not in filled.cleaned_data["text"] + filled.cleaned_data["title"]
        assert "\u202e" not in filled.cleaned_data["text"] + filled.cleaned_data["title"]
        taken += 1
    assert taken > 300


def test_a_hostile_statement_is_shown_safe(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    make.play(session, "bruno", c.SubmitStatement(bad, bad))
    make.play(session, "dora", c.CloseSession())
    alba = client_of(make.cast("alba"))
    for name in ("room", "room_statements", "minutes_page", "minutes_log"):
        page = alba.get(place(session, name)).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page
