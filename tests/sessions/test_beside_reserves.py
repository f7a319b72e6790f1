"""Beside the log, too, a reserve keeps what it keeps: answers owed, the chat, the names of regions (A9)."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from incidencia.clock import now
from incidencia.web.refusals import Refused as Plain
from sessions import chat
from sessions.after import owed
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.terms import Choice, Circle, Method, Role, Side
from sessions.forms.questions import OweForm
from sessions.hub import frames
from sessions.hub.frames import Hearer
from sessions.models import OwedAnswer, Session
from tests.day import local_day
from tests.factories import sessions as make
from tests.sessions.reserved import MARK, reserve

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


def closed(clear: tuple[str, ...] = ("bruno",)) -> tuple[Session, str]:
    """A session whose open item `i5` is closed to all but these, and the id of an item that is not."""
    session = make.session_open()
    for who in clear:
        seat = make.seat_of(session, who)
        make.play(session, "alba", c.ClearSeat(seat.key, seat.name, "Firmó"))
    make.play(session, "alba", c.AddItem("Otro asunto", "", 20, "Hace falta"))
    other = next(i.plan.id for i in make.room_of(session).items if i.plan.title_es == "Otro asunto")
    make.play(session, "alba", reserve(Circle.CLOSED))
    make.lively(session)
    return session, other


def asked(session: Session, who: str = "bruno") -> None:
    """Somebody asks a question, and the desk lets it through."""
    make.play(session, "alba", c.OpenQuestions())
    make.play(session, who, c.AskQuestion(f"Pregunta {MARK}", "es"))
    make.play(session, "alba", c.ApproveQuestion("q1"))


def over(session: Session) -> None:
    make.play(session, "alba", c.ConcludeItem(""))
    make.play(session, "alba", c.CloseSession())


def weekday(days: int) -> date:
    day = (local_day() + timedelta(days=days))
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def answers(session: Session) -> str:
    return f"/en/sesiones/{session.reference}/respuestas/q1/"


# --- Answers owed -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["", "fatima", "elias", "carmen"])
def test_an_answer_to_a_question_asked_before_the_reserve_is_told_when_the_reserve_ends(
    who: str, client_of: ClientOf
) -> None:
    session = make.session_open()
    Session.objects.filter(pk=session.pk).update(public_live=True)
    make.play(session, "alba", c.OpenQuestions())
    make.play(session, "fatima", c.AskQuestion("¿Qué se hará?", "es"))
    make.play(session, "alba", c.ApproveQuestion("q1"))
    make.play(session, "alba", reserve(Circle.CLOSED))
    over(session)
    owed.give(OwedAnswer.objects.get(), seat=make.seat_of(session, "alba"), text=f"Respuesta {MARK}", language="es")
    reader, page = client_of(make.cast(who)) if who else Client(), f"/en/sesiones/{session.reference}/"
    told = reader.get(page).content.decode()
    assert "¿Qué se hará?" in told
    assert MARK not in told
    assert "published when the reserve of its item ends" in told
    assert MARK in client_of(make.cast("alba")).get(page).content.decode()
    assert MARK not in client_of(make.cast("fatima")).get(f"{page}sala/preguntas/").content.decode()
    with time_machine.travel(now() + timedelta(days=401)):
        assert MARK in (client_of(make.cast(who)) if who else Client()).get(page).content.decode()


def test_an_official_who_may_not_hear_the_question_does_not_open_its_page(client_of: ClientOf) -> None:
    session, _other = closed()
    asked(session)
    elias = make.seat_of(session, "elias").key
    make.play(session, "alba", c.ClearSeat(elias, "Elías", "Firmó"))
    make.play(session, "alba", c.OweAnswer("q1", elias, weekday(12)))
    make.play(session, "alba", c.UnclearSeat(elias, "Ya no"))
    over(session)
    page = client_of(make.cast("elias"))
    assert page.get(answers(session)).status_code == 404
    assert page.post(answers(session), {"text": "x", "language": "es"}).status_code == 404
    assert MARK in client_of(make.cast("alba")).get(answers(session)).content.decode()
    assert OwedAnswer.objects.get().answered_at is None


def test_whoever_was_removed_answers_nothing_the_secretariat_neither(client_of: ClientOf) -> None:
    session = make.session_open()
    second = make.seat(session, "carmen", Role.SECRETARIAT, Side.GUEST, votes=False)
    make.admit(session, second)
    asked(session, "fatima")
    make.play(session, "alba", c.OweAnswer("q1", make.seat_of(session, "elias").key, weekday(12)))
    for who in ("carmen", "elias"):
        make.play(session, "dora", c.Remove(make.seat_of(session, who).key, "Perturba"))
    over(session)
    for who in ("carmen", "elias"):
        assert client_of(make.cast(who)).get(answers(session)).status_code == 403
        with pytest.raises(Plain) as refused:
            owed.give(OwedAnswer.objects.get(), seat=make.seat_of(session, who), text="x", language="es")
        assert refused.value.code == "not-yours-to-answer"
    assert client_of(make.cast("alba")).get(answers(session)).status_code == 200


def test_an_answer_owed_in_a_rehearsal_waits_for_nobody() -> None:
    session = make.session_open()
    asked(session)
    over(session)
    assert owed.owed_by(make.cast("alba")).count() == 1
    Session.objects.filter(pk=session.pk).update(rehearsal=True, search="")
    assert owed.owed_by(make.cast("alba")).count() == 0


def test_an_answer_about_a_closed_item_is_promised_for_those_cleared_alone() -> None:
    session, _other = closed()
    asked(session)
    elias = make.seat_of(session, "elias").key

    def form() -> OweForm:
        data = {"key": "k", "question": "q1", "seat": elias, "due": weekday(12).isoformat()}
        return OweForm(data, room=make.room_of(session), session=session)

    assert "seat" in form().errors
    make.play(session, "alba", c.ClearSeat(elias, "Elías", "Firmó"))
    assert "seat" not in form().errors


def test_an_answer_about_an_open_item_is_not_promised_for_the_closed_one_beside_it() -> None:
    """Two questions, one of each: who is not cleared is among the choices, and is told so for the closed one."""
    session, other = closed()
    asked(session)
    make.play(session, "alba", c.ConcludeItem(""))
    make.play(session, "alba", c.OpenItem(other))
    make.play(session, "alba", c.OpenQuestions())
    make.play(session, "fatima", c.AskQuestion("Otra", "es"))
    make.play(session, "alba", c.ApproveQuestion("q2"))
    data = {"key": "k", "seat": make.seat_of(session, "elias").key, "due": weekday(12).isoformat()}
    room = make.room_of(session)
    found = {q: OweForm({**data, "question": q}, room=room, session=session).errors for q in ("q1", "q2")}
    assert "no está habilitada" in str(found["q1"]["seat"])
    assert "seat" not in found["q2"]


# --- The chat -----------------------------------------------------------------------------------------------
def test_those_cleared_are_in_the_chat_too(client_of: ClientOf) -> None:
    session = make.session_open()
    bruno = make.seat_of(session, "bruno")
    make.play(session, "alba", c.ClearSeat(bruno.key, bruno.name, "Firmó"))
    make.play(session, "alba", c.OpenChat())
    page = f"/en/sesiones/{session.reference}/sala/chat/"
    assert client_of(make.cast("bruno")).post(page, {"text": "Hola"}).status_code == 303
    assert "Hola" in client_of(make.cast("fatima")).get(page).content.decode()


def test_while_a_closed_item_is_open_nobody_writes_or_reads_in_the_chat(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "alba", c.OpenChat())
    message = chat.post(session, make.seat_of(session, "bruno"), f"Antes {MARK}")
    bruno = make.seat_of(session, "bruno")
    make.play(session, "alba", c.ClearSeat(bruno.key, bruno.name, "Firmó"))
    make.play(session, "alba", reserve(Circle.CLOSED))
    page = f"/en/sesiones/{session.reference}/sala/chat/"
    for who in ("alba", "bruno", "fatima"):
        told = client_of(make.cast(who)).get(page).content.decode()
        assert MARK not in told
        assert "The chat has no circles" in told
        sent = client_of(make.cast(who)).post(page, {"text": "Durante"})
        assert (sent.status_code, "Durante" in sent.content.decode()) == (422, True)
        scripted = client_of(make.cast(who)).post(page, {"text": "Durante"}, headers={"HX-Request": "true"})
        assert MARK not in scripted.content.decode()
    assert client_of(make.cast("alba")).get(f"{page}{message.pk}/").status_code in (403, 404)
    assert client_of(make.cast("fatima")).get(page).content.decode().count("Durante") == 0
    make.play(session, "alba", c.ConcludeItem(""))
    assert MARK in client_of(make.cast("fatima")).get(page).content.decode()
    assert client_of(make.cast("fatima")).post(page, {"text": "Después"}).status_code == 303


def test_an_item_reserved_to_those_admitted_leaves_the_chat_open() -> None:
    """Nobody else reads it."""
    session = make.session_open()
    make.play(session, "alba", c.OpenChat())
    make.play(session, "alba", reserve(Circle.MEMBERS))
    chat.post(session, make.seat_of(session, "fatima"), "Hola")


# --- Names of regions ---------------------------------------------------------------------------------------
def names(session: Session, since: int, audience: Audience) -> set[str]:
    seat = make.seat_of(session, "fatima").key if audience is Audience.ROOM else ""
    told = frames.news(session.pk, since, frozenset({Hearer(seat, audience, "en")})).frames
    assert json.loads(next(iter(told.values())))["seq"] == session.seq
    polled = set(frames.frame_since(session, audience, "en", since)["regions"])
    found = set(json.loads(next(iter(told.values())))["regions"])
    assert found == polled
    return found


@pytest.mark.parametrize("audience", [Audience.ROOM, Audience.PUBLIC])
def test_the_regions_of_a_frame_do_not_tell_a_vote_from_a_request(audience: Audience) -> None:
    session, _other = closed(("bruno", "elias"))
    Session.objects.filter(pk=session.pk).update(public_live=True)
    acts: tuple[tuple[str, c.Command], ...] = (
        ("alba", c.OpenList()), ("bruno", c.RequestFloor()), ("bruno", c.WithdrawRequest()),
        ("alba", c.PutToVote("¿Sí?", Method.SHOW)), ("bruno", c.CastVote(Choice.FOR)),
    )  # fmt: skip
    for who, act in acts:
        since = session.seq
        make.play(session, who, act)
        assert names(session, since, audience) == set(), act


def test_what_a_reserve_itself_changes_is_sent_to_those_outside_it() -> None:
    session = make.session_open()
    since = session.seq
    make.play(session, "alba", reserve(Circle.CLOSED))
    assert "agenda" in names(session, since, Audience.ROOM)
    since = session.seq
    make.play(session, "alba", c.ConcludeItem("Visto"))
    assert "agenda" in names(session, since, Audience.ROOM)
