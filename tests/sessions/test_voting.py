"""Votes through pages and the database: each person once, each act by its seat, told when they are declared."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections, transaction
from django.test import Client

from incidencia.clock import now
from sessions import desk, log, wire
from sessions.core import commands as c
from sessions.core.evolve import replay
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Method, Via
from sessions.minutes import journal, services
from sessions.minutes.queries import record_of
from sessions.models import Participation, Session, UrnSum
from sessions.wording.lines import line
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused, url

ClientOf = Callable[[Any], Client]
FOR, AGAINST = c.CastVote(Choice.FOR), c.CastVote(Choice.AGAINST)


def put(session: Session, method: Method = Method.SECRET, **fields: Any) -> Session:
    make.play(session, "dora", c.PutToVote("¿Se publican las cifras?", method, **fields))
    return session


# --- Once --------------------------------------------------------------------------------------------
@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("method", list(Method))
def test_two_devices_at_once_cast_one_vote(method: Method) -> None:
    session = put(make.session_open(), method)
    seat = make.seat_of(session, "bruno").key

    def device(choice: Choice) -> Code | None:
        try:
            desk.handle(session.pk, c.Act(seat, uuid4().hex, c.CastVote(choice)))
        except Refused as found:
            return found.code
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(4) as four:
        answers = [x.result() for x in [four.submit(device, Choice.FOR) for _ in range(4)]]
    assert (answers.count(None), answers.count(Code.ALREADY_VOTED)) == (1, 3)
    session.refresh_from_db()
    assert len(make.room_of(session).vote.voted) == 1  # type: ignore[union-attr]
    if method is Method.SECRET:
        assert sum(UrnSum.objects.values_list("count", flat=True)) == Participation.objects.count() == 1
    assert log.load(session) == replay(log.entries(session))


@pytest.mark.engine
@pytest.mark.django_db
def test_the_same_form_sent_twice_casts_one_ballot() -> None:
    session = put(make.session_open())
    for _ in range(2):
        make.play(session, "bruno", FOR, key="k" * 32)
    assert sum(UrnSum.objects.values_list("count", flat=True)) == 1


@pytest.mark.engine
@pytest.mark.django_db
def test_a_room_restored_from_its_log_counts_the_same() -> None:
    session = put(make.session_open(), Method.ROLL_CALL, agrees=True)
    for who, choice in (("bruno", FOR), ("elias", FOR), ("dora", AGAINST)):
        make.play(session, who, choice)
    make.play(session, "alba", c.CloseVote())
    make.play(session, "alba", c.DeclareResult(True))
    room = replay(log.entries(session))
    assert room == log.load(session)
    assert session.agreements.get().text == "¿Se publican las cifras?"
    assert wire.build(type(room), json.loads(json.dumps(wire.plain(room)))) == room


# --- Pages -------------------------------------------------------------------------------------------
class Voter(Person):
    """Somebody whose forms name the question that is before the room, as their pages do."""

    def does(self, name: str, /, *, key: str = "", **data: Any) -> Any:
        asked = self.room().vote or self.room().temperature
        return super().does(name, key=key, **({"question": asked.id} if asked else {}) | data)


WHO = ("alba", "bruno", "dora", "elias", "fatima")
# What each seat is told when it asks for an act while a roll call is open; None: it is done.
WALK: dict[str, dict[str, str | None]] = {
    "cast_vote": dict.fromkeys(("bruno", "dora", "elias")) | dict.fromkeys(("alba", "fatima"), "not_yours"),
    "put_to_vote": dict.fromkeys(("alba", "dora"), "vote_open")
    | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "close_vote": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "withdraw_vote": dict.fromkeys(("alba", "dora")) | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "declare_result": dict.fromkeys(("alba", "dora"), "vote_not_closed")
    | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "count_hall": dict.fromkeys(("alba", "bruno", "dora", "elias"), "no_hall") | {"fatima": "not_yours"},
    "take_temperature": dict.fromkeys(("alba", "dora"), "vote_open")
    | dict.fromkeys(("bruno", "elias", "fatima"), "not_yours"),
    "explain_vote": dict.fromkeys(("bruno", "dora", "elias"))
    | dict.fromkeys(("alba", "fatima"), "not_yours"),
}  # fmt: skip
COMMANDS: dict[str, c.Command] = {
    "cast_vote": FOR, "put_to_vote": c.PutToVote("¿Otra?", Method.SHOW), "close_vote": c.CloseVote(),
    "withdraw_vote": c.WithdrawVote("No"), "declare_result": c.DeclareResult(True),
    "count_hall": c.CountHall(0, 0, 0),
    "take_temperature": c.TakeTemperature("¿Y?"), "explain_vote": c.ExplainVote("v1", "Porque sí"),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", list(WALK))
def test_every_role_may_do_what_is_its_own_and_nothing_else(name: str) -> None:
    session = put(make.session_open(), Method.ROLL_CALL)
    for who in WHO:
        code = None
        with transaction.atomic():
            try:
                make.play(session, who, COMMANDS[name])
            except Refused as found:
                code = found.code.value
            transaction.set_rollback(True)
        log.forget()
        session.refresh_from_db()
        assert code == WALK[name][who], who


@pytest.mark.django_db
def test_whoever_has_no_seat_neither_votes_nor_reads_the_form(client_of: ClientOf, nobody: Any) -> None:
    session = put(make.session_open(), Method.ROLL_CALL)
    carmen = client_of(make.cast("carmen"))
    for name in ("cast_vote", "count_hall", "close_vote", "declare_result"):
        assert carmen.get(url(session, name)).status_code == 403
        assert carmen.post(url(session, name), {"key": "k", "choice": "for"}).status_code == 403
        assert client_of(nobody).get(url(session, name)).status_code == 302
    assert make.room_of(session).vote.voted == ()  # type: ignore[union-attr]


@pytest.mark.django_db
@pytest.mark.guideline("G31")
def test_a_question_goes_through_the_pages_from_the_temperature_to_the_explanation(client_of: ClientOf) -> None:
    session = make.session_open()
    p = {n: Voter(client_of(make.cast(n)), session) for n in WHO}
    question = {"text": "Publicar las cifras cada mes", "language": "es", "majority": "two_thirds", "base": "present",
                "agrees": "on", "effect": "commits", "power": "Art. 12", "public_who": "DGAG",
                "public_what": "Las publica", "public_due": f"{now().year + 1}-01-31"}  # fmt: skip
    steps: list[tuple[str, str, dict[str, str]]] = [
        ("alba", "take_temperature", {"question": "¿Cada mes?", "language": "es"}),
        ("bruno", "show_temperature", {"stance": "accept"}), ("dora", "close_temperature", {}),
        ("alba", "note_temperature", {"temperature": "k1"}),
        ("alba", "put_to_vote", question | {"method": "roll_call"}),
        ("bruno", "cast_vote", {"choice": "against"}), ("bruno", "change_vote", {"choice": "for"}),
        ("elias", "cast_vote", {"choice": "for"}), ("dora", "cast_vote", {"choice": "abstain"}),
        ("alba", "close_vote", {}), ("dora", "declare_result", {"carried": "yes", "reason": ""}),
        ("elias", "explain_vote", {"vote": "v1", "text": "Ya las reunimos", "language": "es"}),
        ("alba", "put_to_vote", {"text": "Cambiar de sede", "language": "es", "method": "secret",
                                 "majority": "simple", "base": "cast"}),
        ("bruno", "cast_ballot", {"choice": "against"}), ("elias", "cast_ballot", {"choice": "abstain"}),
        ("dora", "cast_ballot", {"choice": "against"}), ("alba", "close_vote", {}),
        ("dora", "declare_result", {"carried": "no", "reason": ""}),
    ]  # fmt: skip
    for who, name, data in steps:
        assert p[who].does(name, **data).status_code == 303, (who, name)
    (agreement,) = session.agreements.all()
    assert (agreement.text, agreement.effect, agreement.parts[0]["who"]) == (question["text"], "commits", "DGAG")
    page = p["bruno"].client.get(url(session)).content.decode()
    assert "Cambiar de sede" in page
    assert "2 votes in favour were needed, of 2" in page
    said = " ".join(x.sentence for x in lines(session))
    assert "In favour: 2; against: 0; abstentions: 1. 2 votes in favour were needed, of 3" in said


def lines(session: Session) -> list[Any]:
    room = make.room_of(session)
    return [line(x, room) for x in log.entries(session)]


@pytest.mark.django_db
def test_voting_without_a_script_says_that_it_was_counted(client_of: ClientOf) -> None:
    session = put(make.session_open())
    bruno = Voter(client_of(make.cast("bruno")), session)
    offered = bruno.client.get(f"{url(session)}actos/").content.decode()
    assert "Cast my ballot" in offered
    form = bruno.client.get(url(session, "cast_ballot")).content.decode()
    assert "Your ballot is secret" in form
    assert "«¿Se publican las cifras?»" in form
    assert form.count('type="radio"') == 3
    assert bruno.does("cast_ballot", choice="for")["Location"] == url(session)
    page = bruno.client.get(url(session)).content.decode()
    assert "Your ballot is in the urn. It was counted once." in page
    assert "1 of 3 have voted." in page
    refused(bruno.does("cast_ballot", choice="against"), "This vote is already counted.")


@pytest.mark.django_db
def test_a_page_left_open_from_an_earlier_question_votes_on_no_other(client_of: ClientOf) -> None:
    session = put(make.session_open(), Method.ROLL_CALL)
    bruno = Voter(client_of(make.cast("bruno")), session)
    page = bruno.client.get(url(session, "cast_vote")).content.decode()
    assert 'name="question" value="v1"' in page
    make.play(session, "dora", c.WithdrawVote("Mejores palabras"))
    put(session, Method.SECRET)
    for stale in ("v1", ""):
        for name in ("cast_vote", "cast_ballot"):
            refused(bruno.does(name, choice="for", question=stale), "Another question is before the room now")
    assert make.room_of(session).vote.voted == ()  # type: ignore[union-attr]
    assert bruno.does("cast_ballot", choice="for").status_code == 303


@pytest.mark.django_db
def test_a_ballot_without_a_choice_is_asked_for_beside_the_field(client_of: ClientOf) -> None:
    session = put(make.session_open())
    bruno = Voter(client_of(make.cast("bruno")), session)
    for choice in ("", "maybe"):
        answer = bruno.does("cast_ballot", choice=choice)
        assert answer.status_code == 422
        assert 'id="id_choice_error"' in answer.content.decode()
    assert make.room_of(session).vote.voted == ()  # type: ignore[union-attr]


@pytest.mark.django_db
def test_the_desk_enters_the_hall_and_a_telephone_and_is_told_who_is_missing(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.Leave())
    make.admit(session, "bruno", Via.PHONE)
    put(session, Method.ROLL_CALL)
    alba, bruno = Voter(client_of(make.cast("alba")), session), make.seat_of(session, "bruno").key
    assert "3 have not voted" in alba.client.get(url(session)).content.decode()
    sent = alba.does("cast_vote", others="1", behalf=bruno, via="phone", choice="for")
    assert sent.status_code == 303
    last = session.entries.last()
    assert last is not None
    assert (last.type, last.on_behalf_of, last.via) == ("VoteCast", bruno, "phone")
    make.lively(session)
    elias = make.seat_of(session, "elias").key
    refused(alba.does("cast_vote", others="1", behalf=elias, via="phone", choice="for"), "from their own device")
    form = alba.client.get(url(session, "cast_vote"), {"others": 1}).content.decode()
    assert f'<option value="{elias}">' not in form


@pytest.mark.django_db
def test_a_declaration_that_differs_is_asked_for_its_reason_and_keeps_what_was_typed(client_of: ClientOf) -> None:
    session = put(make.session_open(), Method.ROLL_CALL)
    dora = Voter(client_of(make.cast("dora")), session)
    make.play(session, "bruno", FOR)
    dora.does("close_vote")
    page = dora.client.get(url(session, "declare_result")).content.decode()
    assert "In favour: 1; against: 0; abstentions: 0" in page
    assert 'value="yes" required id="id_carried_0" checked' in page or 'value="yes"' in page
    refused(dora.does("declare_result", carried="no", reason=""), "The declaration differs from the count")
    assert dora.does("declare_result", carried="no", reason="No se oyó la pregunta").status_code == 303
    shown_ = dora.client.get(url(session)).content.decode()
    assert "The chair declared something else than the count says" in shown_
    assert "No se oyó la pregunta" in shown_


@pytest.mark.django_db
def test_minutes_are_found_by_what_was_voted_and_never_tell_a_secret_choice(client_of: ClientOf) -> None:
    session = make.session_open(list_open=False)
    for method, question in ((Method.ROLL_CALL, "Publicar las cifras"), (Method.SECRET, "Sesionar en Oaxaca")):
        make.play(session, "dora", c.PutToVote(question, method))
        for who, choice in (("bruno", FOR), ("elias", AGAINST), ("dora", FOR)):
            make.play(session, who, choice)
        make.play(session, "dora", c.CloseVote())
        make.play(session, "dora", c.DeclareResult(True))
    make.play(session, "elias", c.ExplainVote("v1", "Faltan los municipios"))
    make.play(session, "dora", c.CloseSession())
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    for words in ("publicar las cifras", "sesionar en oaxaca", "faltan los municipios"):
        assert words in row.search
    roll, secret = (v for i in row.document["items"] for v in i["votes"])
    assert {(n["who"]["name"], n["choice"]) for n in roll["roll"]} == {
        ("Bruno Sosa", "for"), ("Dora Ibarra", "for"), ("Elías Montes", "against"),
    }  # fmt: skip
    assert secret["roll"] == []
    assert "Montes" not in json.dumps(secret, ensure_ascii=False)
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert page.count("<caption>Roll call</caption>") == 1
    assert page.count("Explanation of vote") == 1
    told = [x.line.sentence for x in journal.lines(record_of(row), desk=False) if x.line]
    assert not [sentence for sentence in told if "voted" in sentence]
