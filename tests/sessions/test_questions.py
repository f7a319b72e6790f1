"""Questions beside the floor through pages and the database: who reads what, who answers, what stays owed."""

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

from consultations.desk.row import Waiting
from consultations.desk.sources import waiting_for
from incidencia.clock import now
from incidencia.deadlines.calendar import add_business_days
from incidencia.deadlines.holidays import STATUTORY
from incidencia.web.refusals import Refused as Plain
from sessions import log
from sessions.after import owed
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.refusals import Refused
from sessions.forms.questions import AnswerForm, AskForm
from sessions.hub import frames
from sessions.minutes import journal, services
from sessions.minutes.exporters import json as exporter
from sessions.minutes.queries import record_of
from sessions.models import OwedAnswer, Session
from tests.day import local_day
from tests.factories import sessions as make
from tests.factories.minutes import AT_ONCE, minutes_in
from tests.sessions.test_acts import Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
WHO = ("alba", "bruno", "dora", "elias", "fatima")
SECRET = "MARCADOR-QUE-ESPERA"
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))


def day(days: int = 5) -> Any:
    return add_business_days(local_day(), days, STATUTORY)


def asked(*, public: bool = False, **fields: Any) -> Session:
    """Questions are open; fatima's was let through, bruno's waits with the marker in it."""
    session = make.session_open(list_open=False, **fields)
    Session.objects.filter(pk=session.pk).update(public_live=public)
    for who, act in (
        ("alba", c.OpenQuestions()), ("fatima", c.AskQuestion("¿Cuándo se publican las cifras?")),
        ("alba", c.ApproveQuestion("q1")), ("bruno", c.AskQuestion(f"¿Y esto? {SECRET}")),
    ):  # fmt: skip
        make.play(session, who, act)
    return session


def test_whoever_has_no_seat_is_told_who_asks_and_is_not_sent_to_a_button_they_lack() -> None:
    session = make.session_open(list_open=False)
    Session.objects.filter(pk=session.pk).update(public_live=True)
    make.play(session, "alba", c.OpenQuestions())
    whole = Client().get(url(session)).content.decode()
    page = whole.partition('data-region="questions"')[2].partition("</section>")[0]
    assert "may ask the secretariat for a seat as an observer" in page
    assert "Ask with" not in page
    assert "actos/ask_question" not in page


def waits(who: str) -> list[Waiting]:
    """The answers that wait on somebody's list."""
    with translation.override("en"):
        return [w for w in waiting_for(make.cast(who)) if "owed in writing" in w.title]


def closed(*, promise: bool = False) -> Session:
    """The question of fatima had no answer when the session closed; with `promise` elias owes it."""
    session = asked()
    if promise:
        make.play(session, "dora", c.OweAnswer("q1", make.seat_of(session, "elias").key, day()))
    make.play(session, "dora", c.CloseSession())
    return session


# --- Each role -------------------------------------------------------------------------------------------
# What each seat is told; None: it is done.
WALK: dict[str, dict[str, str | None]] = {
    "open_questions": dict.fromkeys(("alba", "dora"), "questions_open")
    | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "close_questions": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "ask_question": dict.fromkeys(WHO),
    "approve_question": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "merge_question": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "decline_question": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "support_question": dict.fromkeys(("alba", "bruno", "dora", "elias")) | {"fatima": "own_question"},
    "withdraw_support": dict.fromkeys(WHO, "not_supported"),
    "answer_question": dict.fromkeys(("dora", "elias")) | dict.fromkeys(("bruno", "fatima"), "not_official"),
    "note_answered": dict.fromkeys(("alba", "dora"), "unknown_turn")
    | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "owe_answer": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
}  # fmt: skip


def command(name: str) -> c.Command:
    return {
        "open_questions": c.OpenQuestions(), "close_questions": c.CloseQuestions(),
        "ask_question": c.AskQuestion("¿Y?"), "approve_question": c.ApproveQuestion("q2"),
        "merge_question": c.MergeQuestion("q2", "q1"), "decline_question": c.DeclineQuestion("q2", "No"),
        "support_question": c.SupportQuestion("q1"), "withdraw_support": c.WithdrawSupport("q1"),
        "answer_question": c.AnswerQuestion("q1", "En mayo"), "note_answered": c.NoteAnswered("q1", "t1"),
        "owe_answer": c.OweAnswer("q1", "", day()),
    }[name]  # type: ignore[return-value]  # fmt: skip


@pytest.mark.parametrize("name", list(WALK))
def test_every_role_may_do_what_is_its_own_and_nothing_else(name: str) -> None:
    session = asked()
    for who, expected in WALK[name].items():
        code = None
        with transaction.atomic():
            try:
                make.play(session, who, command(name))
            except Refused as found:
                code = found.code.value
            transaction.set_rollback(True)
        log.forget()
        session.refresh_from_db()
        assert code == expected, who


@pytest.mark.parametrize("name", list(WALK))
def test_whoever_has_no_seat_neither_acts_nor_reads_the_form(client_of: ClientOf, nobody: Any, name: str) -> None:
    session = asked()
    carmen = client_of(make.cast("carmen"))
    assert carmen.get(url(session, name)).status_code == 403
    assert carmen.post(url(session, name), {"key": "k", "question": "q1"}).status_code == 403
    assert carmen.get(f"{url(session)}preguntas/").status_code == 403
    assert client_of(nobody).get(url(session, name)).status_code == 302


def test_questions_go_through_the_pages_from_the_observer_to_the_answer(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    p = {n: Person(client_of(make.cast(n)), session) for n in WHO}
    steps: list[tuple[str, str, dict[str, str]]] = [
        ("alba", "open_questions", {}), ("fatima", "ask_question", {"text": "¿Cuándo?", "language": "es"}),
        ("bruno", "ask_question", {"text": "¿Para cuándo?", "language": "es"}),
        ("alba", "approve_question", {"question": "q1"}),
        ("alba", "merge_question", {"question": "q2", "into": "q1"}),
        ("elias", "support_question", {"question": "q1"}), ("dora", "support_question", {"question": "q1"}),
        ("dora", "withdraw_support", {"question": "q1"}),
        ("elias", "answer_question", {"question": "q1", "text": "En mayo", "language": "es"}),
        ("dora", "close_questions", {}),
    ]  # fmt: skip
    for who, name, data in steps:
        assert p[who].does(name, **data).status_code == 303, (who, name)
    page = p["bruno"].client.get(url(session)).content.decode()
    assert "En mayo" in page
    mine = p["bruno"].client.get(f"{url(session)}preguntas/").content.decode()
    assert "merged with another one that asks the same" in mine


def test_without_a_script_an_observer_finds_how_to_ask_and_what_became_of_it(client_of: ClientOf) -> None:
    session = asked()
    fatima = Person(client_of(make.cast("fatima")), session)
    assert "Ask a question in writing" in fatima.client.get(f"{url(session)}actos/").content.decode()
    assert fatima.does("ask_question", text="¿Quién responde?", language="es").status_code == 303
    make.play(session, "alba", c.DeclineQuestion("q3", "Es del punto 6"))
    page = fatima.client.get(f"{url(session)}preguntas/").content.decode()
    assert "Es del punto 6" in page
    assert "in the list, not answered yet" in page
    others = client_of(make.cast("bruno")).get(f"{url(session)}preguntas/").content.decode()
    assert "Es del punto 6" not in others


# --- What nobody else may read -----------------------------------------------------------------------------
def test_a_question_that_waits_or_was_declined_is_read_by_the_desk_and_its_asker_alone(client_of: ClientOf) -> None:
    session = asked(public=True)
    places = [url(session), f"{url(session)}actos/", f"{url(session)}preguntas/", f"{url(session)}desde/?since=0"]
    places += [url(session, name) for name in WALK] + [f"/en/sesiones/{session.reference}/"]
    for state in ("waiting", "declined"):
        readers = {n: client_of(make.cast(n)) for n in ("elias", "fatima", "carmen")} | {"nobody": Client()}
        for name, client in readers.items():
            for place in places:
                assert SECRET not in client.get(place).content.decode(), (state, name, place)
        for language in ("es-mx", "en"):
            for audience in (Audience.PUBLIC, Audience.ROOM):
                assert SECRET not in frames.as_text(frames.frame_since(session, audience, language, 0))
            told = frames.as_text(frames.frame_since(session, Audience.DESK, language, 0))
            assert SECRET in told
        assert SECRET in client_of(make.cast("bruno")).get(f"{url(session)}preguntas/").content.decode()
        if state == "waiting":
            make.play(session, "alba", c.DeclineQuestion("q2", f"No procede {SECRET}"))


def test_names_of_supporters_are_in_no_public_frame() -> None:
    session = asked(public=True)
    make.play(session, "elias", c.SupportQuestion("q1"))
    make.play(session, "dora", c.CloseQuestions())
    frame = frames.frame_since(session, Audience.PUBLIC, "en", 0)
    assert "1 supports it" in frame["regions"]["questions"]
    assert 'data-marks=""' in frame["regions"]["questions"]
    assert make.cast("elias").name not in frame["regions"]["questions"]
    assert not [x for x in frame["journal"] if "supports" in x["html"]]


def test_words_that_were_not_let_through_are_in_no_minutes_export_or_public_log(client_of: ClientOf) -> None:
    session = asked(rules=AT_ONCE)
    make.play(session, "fatima", c.AskQuestion(f"¿Otra? {SECRET}"))
    make.play(session, "alba", c.DeclineQuestion("q3", f"No {SECRET}"))
    make.play(session, "dora", c.CloseSession())
    row = minutes_in("published", session=session)
    record = record_of(row)
    assert SECRET not in exporter.write(record).decode()
    assert SECRET not in json.dumps(row.document, ensure_ascii=False)
    assert not [x for x in journal.lines(record, desk=False) if x.line and SECRET in x.line.said]
    for client in (Client(), client_of(make.cast("elias"))):
        for name in ("session_page", "minutes_page", "minutes_log", "minutes_json", "room"):
            page = client.get(reverse(name, args=[session.reference]))
            assert page.status_code == 200, name
            assert SECRET not in page.content.decode(), name
    assert (row.document["questions_declined"], row.document["questions_unseen"]) == (1, 1)


# --- Minutes -----------------------------------------------------------------------------------------------
def test_minutes_tell_each_question_once_under_its_item_and_list_what_is_owed(client_of: ClientOf) -> None:
    session = asked()
    make.play(session, "alba", c.ApproveQuestion("q2"))
    make.play(session, "elias", c.AnswerQuestion("q2", "Se entrega en mayo"))
    make.play(session, "elias", c.SupportQuestion("q1"))
    make.play(session, "dora", c.CloseSession())
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    first, second = (q for i in row.document["items"] for q in i["questions"])
    assert (first["state"], first["support"], first["owes"]) == ("owed", 1, None)
    assert (second["state"], second["answer"]["text"]) == ("answered", "Se entrega en mayo")
    assert "se entrega en mayo" in row.search
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert page.count("¿Cuándo se publican las cifras?") == 1
    annex = page.partition('id="answers-owed"')[2].partition("</section>")[0]
    assert "Question 1, by Fátima Nájera" in annex
    assert "Directorate for Global Affairs" in annex


# --- Owed ----------------------------------------------------------------------------------------------------
def test_an_answer_that_is_owed_waits_on_the_list_of_whoever_owes_it_and_of_nobody_else() -> None:
    closed(promise=True)
    assert {n: len(waits(n)) for n in WHO} == dict.fromkeys(WHO, 0) | {"elias": 1}


def test_what_nobody_promised_waits_for_the_secretariat() -> None:
    closed()
    assert {n: len(waits(n)) for n in WHO} == dict.fromkeys(WHO, 0) | {"alba": 1}


def test_an_answer_is_given_on_its_page_and_published_under_its_question(client_of: ClientOf) -> None:
    session = closed(promise=True)
    page = f"/en/sesiones/{session.reference}/respuestas/q1/"
    elias = client_of(make.cast("elias"))
    assert "¿Cuándo se publican las cifras?" in elias.get(page).content.decode()
    sent = elias.post(page, {"text": "En mayo, por estado.", "language": "es"})
    assert sent.status_code == 303
    told = elias.get(f"/en/sesiones/{session.reference}/").content.decode()
    assert "En mayo, por estado." in told
    assert waits("elias") == []
    mine = client_of(make.cast("fatima")).get(f"{url(session)}preguntas/").content.decode()
    assert "En mayo, por estado." in mine
    again = elias.post(page, {"text": "Mejor en junio", "language": "es"})
    assert again.status_code == 422
    assert "already answered" in again.content.decode()
    assert OwedAnswer.objects.get().text == "En mayo, por estado."


def test_only_whoever_owes_it_and_the_secretariat_open_its_page(client_of: ClientOf, nobody: Any) -> None:
    session = closed(promise=True)
    page = f"/en/sesiones/{session.reference}/respuestas/q1/"
    for who in ("bruno", "dora", "fatima", "carmen"):
        assert client_of(make.cast(who)).get(page).status_code == 403
        assert client_of(make.cast(who)).post(page, {"text": "x", "language": "es"}).status_code == 403
    assert client_of(nobody).get(page).status_code == 302
    assert client_of(make.cast("elias")).get(page.replace("q1", "q9")).status_code == 404
    sent = client_of(make.cast("alba")).post(page, {"text": "Por oficio: en mayo", "language": "es"})
    assert sent.status_code == 303
    assert "entered by the secretariat" in client_of(make.cast("bruno")).get(page[:-14]).content.decode()
    assert OwedAnswer.objects.get().answered_by == make.seat_of(session, "alba")


@pytest.mark.guideline("G8.I")
def test_what_is_overdue_is_shown_overdue_to_everybody_without_its_words(client_of: ClientOf) -> None:
    session = closed(promise=True)
    with time_machine.travel(now() + timedelta(days=30)):
        page = Client().get(f"/en/sesiones/{session.reference}/").content.decode()
        assert "Overdue" in page
        assert "Elías Montes" in page
        assert "¿Cuándo se publican las cifras?" not in page
        assert (
            "¿Cuándo se publican las cifras?"
            in client_of(make.cast("bruno")).get(f"/en/sesiones/{session.reference}/").content.decode()
        )
        (late,) = waits("elias")
        assert late.is_late(now())


def test_reopening_and_answering_leaves_nothing_owed() -> None:
    session = closed()
    assert OwedAnswer.objects.count() == 1
    make.play(session, "dora", c.ReopenSession("Faltó responder"))
    make.play(session, "elias", c.AnswerQuestion("q1", "En mayo"))
    make.play(session, "dora", c.CloseSession())
    assert OwedAnswer.objects.count() == 0


def test_what_was_answered_between_two_closings_stays_answered() -> None:
    session = closed()
    owed.give(OwedAnswer.objects.get(), seat=make.seat_of(session, "alba"), text="En mayo", language="es")
    make.play(session, "dora", c.ReopenSession("Faltó leer"))
    make.play(session, "dora", c.CloseSession())
    assert OwedAnswer.objects.get().text == "En mayo"


@pytest.mark.parametrize("text", ["", "   ", "x" * 20_001])
def test_an_answer_without_words_or_without_end_is_refused(text: str) -> None:
    session = closed()
    with pytest.raises(Plain):
        owed.give(OwedAnswer.objects.get(), seat=make.seat_of(session, "alba"), text=text, language="es")
    assert OwedAnswer.objects.get().answered_at is None


@pytest.mark.engine
@pytest.mark.parametrize(
    "fields", [{"text": "Sin fecha"}, {"answered_at": now()}, {"answered_at": now(), "text": "x"}]
)
def test_the_database_holds_no_half_of_an_answer(fields: dict[str, Any]) -> None:
    closed()
    with pytest.raises(IntegrityError), transaction.atomic():
        OwedAnswer.objects.update(**fields)


# --- What people type ------------------------------------------------------------------------------------------
def test_every_naughty_string_is_taken_as_typed_or_refused_plainly() -> None:
    session = asked()
    room, taken = make.room_of(session), 0
    for string in STRINGS:
        for form, data in ((AskForm, {}), (AnswerForm, {"question": "q1"})):
            filled = form({"key": "k", "text": string, "language": "es", **data}, room=room, session=session)
            if not filled.is_valid():
                assert set(filled.errors) == {"text"}
                continue
            assert "\x00" not in filled.cleaned_data["text"]
            assert "\u202e" not in filled.cleaned_data["text"]
            taken += 1
    assert taken > 600


def test_naughty_strings_are_shown_safe_wherever_a_question_is(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    make.play(session, "alba", c.OpenQuestions())
    alba, fatima = (Person(client_of(make.cast(n)), session) for n in ("alba", "fatima"))
    n = 0
    for string in STRINGS[::16]:
        if fatima.does("ask_question", text=string, language="es").status_code != 303:
            continue
        n += 1
        for page in (url(session), url(session, "decline_question")):
            shown = alba.client.get(page).content.decode()
            assert "<script>alert" not in shown
            assert "<img" not in shown
        alba.does(("approve_question", "decline_question")[n % 2], question=f"q{n}", reason=string)
        assert "<script>alert" not in fatima.client.get(f"{url(session)}preguntas/").content.decode()
        assert "<script>alert" not in fatima.client.get(url(session)).content.decode()
    assert n > 20


def test_bad_input_is_refused_beside_its_field_and_changes_nothing(client_of: ClientOf) -> None:
    session = asked()
    p = {n: Person(client_of(make.cast(n)), session) for n in WHO}
    seq = session.seq
    for who, name, data in (
        ("fatima", "ask_question", {"text": "", "language": "es"}), ("fatima", "ask_question", {"text": "x"}),
        ("fatima", "ask_question", {"text": "x", "language": "klingon"}),
        ("fatima", "ask_question", {"text": "x" * 1001, "language": "es"}),
        ("bruno", "support_question", {"question": "q2"}), ("bruno", "support_question", {"question": "q1; drop"}),
        ("alba", "approve_question", {"question": "q1"}), ("alba", "approve_question", {}),
        ("alba", "decline_question", {"question": "q2", "reason": ""}),
        ("alba", "owe_answer", {"question": "q1", "seat": "99", "due": str(day())}),
        ("alba", "owe_answer", {"question": "q1", "seat": "", "due": "mañana"}),
        ("alba", "owe_answer", {"question": "q1", "seat": "", "due": "0001-01-01"}),
        ("alba", "owe_answer", {"question": "q1", "seat": "", "due": "9999-12-31"}),
        ("elias", "answer_question", {"question": "q2", "text": "x", "language": "es"}),
    ):  # fmt: skip
        assert p[who].does(name, **data).status_code == 422, (who, name, data)
    session.refresh_from_db()
    assert session.seq == seq
    for n in range(3):
        assert p["fatima"].does("ask_question", text=f"¿{n}?", language="es").status_code == 303
    refused(p["fatima"].does("ask_question", text="¿Otra más?", language="es"), "3 questions", "¿Otra más?")
