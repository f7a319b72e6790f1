"""The chat: read by those admitted, hidden by the secretariat, forgotten by the clock, and in no record."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import chat
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.hub import frames
from sessions.minutes.exporters import json as exporter
from sessions.minutes.queries import record_of
from sessions.models import ChatMessage, LogEntry, MinutesEntry, Session, Snapshot
from sessions.own_data import collect
from tests.factories import sessions as make
from tests.factories.minutes import AT_ONCE, minutes_in

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
SECRET = "MARCADOR-DEL-CHAT"
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))


def place(session: Session, name: str = "room_chat", *args: Any) -> str:
    with translation.override("en"):
        return reverse(name, args=[session.reference, *args])


def chatting(**fields: Any) -> Session:
    session = make.session_open(list_open=False, **fields)
    make.play(session, "alba", c.OpenChat())
    chat.post(session, make.seat_of(session, "bruno"), f"Hola {SECRET}")
    return session


# --- Reading and writing -------------------------------------------------------------------------------------
def test_without_a_script_there_is_a_page_with_the_messages_and_a_form(client_of: ClientOf) -> None:
    session = chatting()
    fatima = client_of(make.cast("fatima"))
    page = fatima.get(place(session)).content.decode()
    assert SECRET in page
    assert "not part of the minutes" in page
    assert "7 days after the session" in page
    sent = fatima.post(place(session), {"text": "Buenos días"})
    assert (sent.status_code, sent["Location"]) == (303, place(session))
    assert "Buenos días" in client_of(make.cast("bruno")).get(place(session)).content.decode()


def test_with_a_script_the_messages_come_alone(client_of: ClientOf) -> None:
    session = chatting()
    sent = client_of(make.cast("fatima")).post(place(session), {"text": "Aquí"}, headers={"HX-Request": "true"})
    page = sent.content.decode()
    assert sent.status_code == 200
    assert "<html" not in page
    assert "<form" not in page
    assert "Aquí" in page


def test_the_card_is_in_the_room_while_the_chat_is_open(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    bruno, room = client_of(make.cast("bruno")), place(session, "room")
    card = 'data-when="chat" hidden'
    assert card in bruno.get(room).content.decode()
    make.play(session, "alba", c.OpenChat())
    page = bruno.get(room).content.decode()
    assert card not in page
    assert "not part of the minutes" in page.partition('id="chat"')[2].partition("</details>")[0]


def test_only_the_last_fifty_are_shown(client_of: ClientOf) -> None:
    session = chatting()
    seat = make.seat_of(session, "elias")
    ChatMessage.objects.bulk_create(
        ChatMessage(session=session, seat=seat, at=now(), text=f"Número {n}.") for n in range(60)
    )
    page = client_of(make.cast("bruno")).get(place(session)).content.decode()
    assert page.count("Número") == chat.SHOWN
    assert "Número 59." in page
    assert SECRET not in page


def test_one_person_writes_six_messages_a_minute(client_of: ClientOf) -> None:
    session = chatting()
    fatima = client_of(make.cast("fatima"))
    for n in range(chat.PER_MINUTE):
        assert fatima.post(place(session), {"text": f"{n}"}).status_code == 303
    sent = fatima.post(place(session), {"text": "Una más que costó escribir"})
    assert sent.status_code == 422
    assert "Una más que costó escribir" in sent.content.decode()
    assert client_of(make.cast("elias")).post(place(session), {"text": "Yo sí"}).status_code == 303
    with time_machine.travel(now() + timedelta(seconds=61)):
        chat.post(session, make.seat_of(session, "fatima"), "Después")


def test_nobody_writes_in_a_chat_that_is_closed_or_from_outside(client_of: ClientOf) -> None:
    session = chatting()
    Session.objects.filter(pk=session.pk).update(public_live=True)
    make.play(session, "bruno", c.Leave())
    for who in ("bruno", "carmen"):
        client = client_of(make.cast(who))
        for sent in (client.get(place(session)), client.post(place(session), {"text": "Hola"})):
            assert sent.status_code == 403
            assert SECRET not in sent.content.decode()
    assert Client().get(place(session)).status_code == 302
    make.play(session, "alba", c.CloseChat())
    assert client_of(make.cast("fatima")).post(place(session), {"text": "Hola"}).status_code == 422
    with pytest.raises(Refused):
        chat.post(session, make.seat_of(session, "bruno"), "Hola")
    assert ChatMessage.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  \n", "x" * 1001, "con \x00 nulo", "al \u202erevés"])
def test_bad_input_is_refused_and_writes_nothing(client_of: ClientOf, text: str) -> None:
    session = chatting()
    assert client_of(make.cast("fatima")).post(place(session), {"text": text}).status_code == 422
    with pytest.raises(Refused):
        chat.post(session, make.seat_of(session, "fatima"), text)
    assert ChatMessage.objects.count() == 1


def test_naughty_strings_are_shown_safe_and_no_address_becomes_a_link(client_of: ClientOf) -> None:
    session = chatting()
    seat = make.seat_of(session, "elias")
    said = [s for s in STRINGS if s.strip() and "\x00" not in s][:400]
    for batch in (said[n : n + chat.SHOWN] for n in range(0, len(said), chat.SHOWN)):
        ChatMessage.objects.bulk_create(
            ChatMessage(session=session, seat=seat, at=now(), text=s[:1000]) for s in batch
        )
        page = client_of(make.cast("bruno")).get(place(session)).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="http' not in page.partition('class="chat"')[2].partition("</ol>")[0]


# --- Hiding --------------------------------------------------------------------------------------------------
def test_the_secretariat_hides_a_message_with_a_reason_and_its_words_are_gone(client_of: ClientOf) -> None:
    session = chatting()
    message = ChatMessage.objects.get()
    alba, page = client_of(make.cast("alba")), place(session, "chat_hide", message.pk)
    assert SECRET in alba.get(page).content.decode()
    for reason in ("", "x" * 301):
        assert alba.post(page, {"reason": reason}).status_code == 422
    assert alba.post(page, {"reason": "Datos personales"}).status_code == 303
    for who in ("alba", "bruno"):
        shown = client_of(make.cast(who)).get(place(session)).content.decode()
        assert SECRET not in shown
        assert "Hidden by the secretariat: Datos personales" in shown
    message.refresh_from_db()
    assert message.text == ""


def test_nobody_else_hides_anything(client_of: ClientOf) -> None:
    session = chatting()
    message = ChatMessage.objects.get()
    for who in ("bruno", "dora", "fatima", "carmen"):
        sent = client_of(make.cast(who)).post(place(session, "chat_hide", message.pk), {"reason": "x"})
        assert sent.status_code == 403
    with pytest.raises(Refused):
        chat.hide(message, by=make.seat_of(session, "dora"), reason="No")
    other = make.session_open(list_open=False)
    sent = client_of(make.cast("alba")).post(place(other, "chat_hide", message.pk), {"reason": "x"})
    assert sent.status_code == 404
    message.refresh_from_db()
    assert message.hidden_at is None


@pytest.mark.engine
def test_the_database_holds_no_hidden_message_with_its_words() -> None:
    chatting()
    for fields in ({"hidden_at": now()}, {"text": ""}, {"hidden_because": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChatMessage.objects.update(**fields)


# --- In no record ----------------------------------------------------------------------------------------------
def test_its_words_are_in_no_log_frame_minutes_or_export(client_of: ClientOf) -> None:
    session = chatting(rules=AT_ONCE)
    for audience in Audience:
        for language in ("es-mx", "en"):
            assert SECRET not in frames.as_text(frames.frame_since(session, audience, language, 0))
    make.play(session, "dora", c.CloseSession())
    row = minutes_in("published", session=session)
    assert SECRET not in exporter.write(record_of(row)).decode()
    for kind, field in ((LogEntry, "payload"), (MinutesEntry, "payload"), (Snapshot, "state")):
        assert SECRET not in json.dumps(list(kind.objects.values_list(field, flat=True)), ensure_ascii=False)
    for client in (Client(), client_of(make.cast("bruno"))):
        for name in ("room", "session_page", "minutes_page", "minutes_log", "minutes_json"):
            page = client.get(place(session, name))
            assert page.status_code == 200, name
            assert SECRET not in page.content.decode(), name


def test_no_line_of_the_server_log_holds_a_message(client_of: ClientOf, caplog: pytest.LogCaptureFixture) -> None:
    session = chatting()
    with caplog.at_level(0):
        client_of(make.cast("fatima")).post(place(session), {"text": f"{SECRET} x{'y' * 1001}"})
        client_of(make.cast("fatima")).post(place(session), {"text": SECRET})
    assert SECRET not in caplog.text.replace(f"%{SECRET}", "")


# --- Forgotten -------------------------------------------------------------------------------------------------
def test_some_days_after_the_session_it_is_shown_to_nobody_and_gone(client_of: ClientOf) -> None:
    session = chatting()
    make.play(session, "dora", c.CloseSession())
    assert SECRET in client_of(make.cast("bruno")).get(place(session)).content.decode()
    with time_machine.travel(now() + timedelta(days=7, minutes=1)):
        page = client_of(make.cast("bruno")).get(place(session)).content.decode()
        assert SECRET not in page
        assert "The messages were deleted." in page
    assert not ChatMessage.objects.exists()


def test_closing_a_session_collects_what_earlier_ones_left() -> None:
    earlier = chatting()
    make.play(earlier, "dora", c.CloseSession())
    chat.forget_after(earlier.pk)
    assert ChatMessage.objects.count() == 1
    with time_machine.travel(now() + timedelta(days=8)):
        later = chatting()
        chat.forget_after(later.pk)
        assert [m.session_id for m in ChatMessage.objects.all()] == [later.pk]


def test_ones_own_messages_are_among_ones_own_data() -> None:
    session = chatting()
    make.play(session, "dora", c.CloseSession())
    told = {who: json.dumps(collect(make.cast(who)), default=str) for who in ("bruno", "elias")}
    assert SECRET in told["bruno"]
    assert SECRET not in told["elias"]


# --- The doorbell ------------------------------------------------------------------------------------------------
def test_the_word_of_a_chat_changes_with_each_message_and_each_hiding() -> None:
    session = chatting()
    words = [chat.versions((session.pk,))[session.pk]]
    chat.post(session, make.seat_of(session, "elias"), "Otra")
    words.append(chat.versions((session.pk,))[session.pk])
    chat.hide(ChatMessage.objects.latest("id"), by=make.seat_of(session, "alba"), reason="Repetida")
    words.append(chat.versions((session.pk,))[session.pk])
    assert len(set(words)) == 3
    assert chat.versions((session.pk + 1,)) == {}
