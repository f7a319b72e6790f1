"""Every act has a page; what is sent is judged, done once, or refused with the reason and what was typed."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from incidencia.clock import now
from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.core.terms import Effect, Phase
from sessions.models import Session
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
SCRIPTED = {"HTTP_HX_REQUEST": "true"}


def url(session: Session, name: str = "", rest: str = "") -> str:
    address = f"/en/sesiones/{session.reference}/sala/"
    return f"{address}actos/{name}/{rest}" if name else address


class Person:
    """Somebody with a browser in a session: `bruno.does("object", reason="…")`."""

    def __init__(self, client: Client, session: Session) -> None:
        self.client, self.session = client, session

    def does(self, name: str, /, *, key: str = "", **data: Any) -> Any:
        answer = self.client.post(url(self.session, name), {"key": key or uuid4().hex, **data})
        self.session.refresh_from_db()
        return answer

    def room(self) -> Any:
        return make.room_of(self.session)


@pytest.fixture
def session(db: None) -> Session:
    return make.session_open()


@pytest.fixture
def people(client_of: ClientOf, session: Session) -> dict[str, Person]:
    return {n: Person(client_of(make.cast(n)), session) for n in ("alba", "bruno", "dora", "elias", "fatima")}


def said(answer: Any) -> list[str]:
    """What the summary of the page says is wrong."""
    return re.findall(r"<li>(.*?)</li>", answer.content.decode().partition('role="alert"')[2], re.S)[:3]


def refused(answer: Any, *words: str) -> None:
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This could not be done yet" in page
    assert "Rule:" in page
    for word in words:
        assert word in page


# --- Pages -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["alba", "bruno"])
def test_every_act_has_a_page_of_its_own(people: dict[str, Person], session: Session, who: str) -> None:
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    client = people[who].client
    for name in ACTS:
        page = client.get(url(session, name))
        assert page.status_code == 200, name
        assert page.content.decode().count('name="key"') == 1, name
        assert client.get(url(session, name), **SCRIPTED).content.decode().lstrip().startswith("<div"), name


def test_an_act_nobody_knows_is_not_found(people: dict[str, Person], session: Session) -> None:
    assert people["alba"].client.get(url(session, "dance")).status_code == 404
    assert people["alba"].does("dance").status_code == 404


def test_whoever_has_no_seat_is_told_what_to_do(client_of: ClientOf, session: Session, nobody: Any) -> None:
    carmen = client_of(make.cast("carmen"))
    for answer in (
        carmen.get(url(session, "request_floor")),
        carmen.post(url(session, "request_floor"), {"key": "k"}),
    ):
        assert answer.status_code == 403
        assert "Ask the secretariat to accredit you" in answer.content.decode()
    assert client_of(nobody).post(url(session, "request_floor"), {"key": "k"}).status_code == 302
    assert make.room_of(session).floor.requests == ()


@pytest.mark.parametrize(("who", "there", "not_there"), [
    ("bruno", "Ask for the floor", "Open an item"), ("alba", "Open an item", "Object, with a reason"),
    ("fatima", "Leave the session", "Ask for the floor"),
])  # fmt: skip
def test_without_a_script_everything_one_can_do_is_on_a_page(
    people: dict[str, Person], session: Session, who: str, there: str, not_there: str
) -> None:
    page = people[who].client.get(f"{url(session)}actos/").content.decode()
    assert there in page
    assert not_there not in page


# --- Doing -----------------------------------------------------------------------------------------
def test_without_a_script_one_comes_back_to_the_room_with_a_word(people: dict[str, Person], session: Session) -> None:
    answer = people["bruno"].does("request_floor")
    assert answer.status_code == 303
    assert answer["Location"] == url(session)
    assert "Bruno Sosa asks for the floor." in people["bruno"].client.get(url(session)).content.decode()


def test_with_a_script_the_answer_says_so_and_offers_to_undo(people: dict[str, Person], session: Session) -> None:
    bruno = people["bruno"].client
    answer = bruno.post(url(session, "request_floor"), {"key": "k1"}, **SCRIPTED).content.decode()
    assert "Bruno Sosa asks for the floor." in answer
    assert url(session, "undo") in answer
    assert "Undo" not in bruno.post(url(session, "undo"), {"key": "k2"}, **SCRIPTED).content.decode().replace(
        "Done: Undo.", ""
    )
    assert make.room_of(session).floor.requests == ()


def test_admitting_everybody_is_told_as_done(client_of: Any) -> None:
    session = make.session_in_lobby(admit=False)
    make.play(session, "bruno", c.AskAdmission("Bruno Sosa", ""))
    sent = client_of(make.cast("alba")).post(url(session, "admit_waiting"), {"key": "k1"}, **SCRIPTED)
    assert "Whoever was waiting is admitted." in sent.content.decode()


def test_what_needs_nothing_typed_is_done_from_the_list_at_once(people: dict[str, Person], session: Session) -> None:
    page = people["bruno"].client.get(f"{url(session)}actos/").content.decode()
    assert f'<form method="post" action="{url(session, "request_floor")}"' in page
    assert f'<a class="button plain" href="{url(session, "raise_point")}"' in page


def test_the_same_form_sent_twice_does_its_work_once(people: dict[str, Person], session: Session) -> None:
    for _ in range(3):
        assert people["bruno"].does("request_floor", key="once").status_code == 303
    assert session.entries.filter(type="FloorRequested").count() == 1


def test_a_link_cannot_bring_a_key_of_its_own(people: dict[str, Person], session: Session) -> None:
    page = people["bruno"].client.get(url(session, "raise_point", "?key=planted&text=Typed")).content.decode()
    assert 'value="planted"' not in page
    assert "Typed" in page


def test_a_form_without_its_key_does_nothing(people: dict[str, Person], session: Session) -> None:
    seq = session.seq
    answer = people["bruno"].client.post(url(session, "request_floor"), {})
    assert answer.status_code == 422
    session.refresh_from_db()
    assert session.seq == seq


def test_a_whole_meeting_goes_through_the_pages(client_of: ClientOf) -> None:
    session = make.session_convened()
    p = {n: Person(client_of(make.cast(n)), session) for n in ("alba", "bruno", "dora", "elias", "fatima")}
    make.lively(session)
    keys = {n: make.seat_of(session, n).key for n in p}
    steps = [
        ("alba", "open_lobby", {}), ("bruno", "ask_admission", {}), ("fatima", "ask_admission", {}),
        ("alba", "refuse_admission", {"seat": keys["fatima"], "reason": "Falta la carta"}),
        ("elias", "ask_admission", {}), ("alba", "admit_waiting", {}),
        ("alba", "admit", {"seat": keys["dora"], "via": "hall"}),
        ("alba", "walk_in", {"name": "Rosa", "organization": "", "side": "civil", "role": "observer", "via": "hall"}),
        ("dora", "open_session", {}), ("alba", "open_item", {"item": "i1"}), ("alba", "verify_quorum", {}),
        ("alba", "conclude_item", {"outcome": "Hay quórum."}), ("dora", "open_item", {"item": "i5"}),
        ("alba", "open_list", {}), ("bruno", "request_floor", {}), ("elias", "request_floor", {}),
        ("alba", "close_list", {"seconds": "60"}), ("alba", "give_floor", {}), ("alba", "set_aside", {}),
        ("alba", "give_floor_to", {"request": "r1", "reason": ""}), ("alba", "pause_speech", {}),
        ("alba", "resume_speech", {}), ("alba", "extend_speech", {}), ("elias", "raise_point", {"text": "El orden"}),
        ("dora", "rule_point", {"upheld": "no", "ruling": "Sigue el orden"}), ("bruno", "end_speech", {}),
        ("elias", "withdraw_request", {}),
        ("alba", "record_turn", {"seat": keys["elias"], "minutes": "1", "seconds": "30", "language": "es"}),
        ("alba", "note_statement", {"turn": "t2", "statement": "Pide conservar", "language": "es"}),
        ("alba", "correct", {"what": "turn.statement:t2", "now": "Pide conservar el párrafo", "reason": "Faltaba"}),
        ("bruno", "ask_quorum", {}), ("dora", "verify_quorum", {}),
        ("alba", "propose", {"text": "Conservar el párrafo", "effect": "binds", "language": "es", "power": "Art. 12",
                             "public_who": "DGAG", "public_what": "Lo publica",
                             "public_due": f"{now().year + 1}-01-31"}),
        ("bruno", "object", {"reason": "Falta consulta"}), ("elias", "stand_aside", {"reason": ""}),
        ("bruno", "withdraw_objection", {}), ("dora", "withdraw_proposal", {"reason": "Se replantea"}),
        ("alba", "suspend", {"reason": "Receso", "until": ""}), ("dora", "resume", {}),
    ]  # fmt: skip
    for who, name, data in steps:
        answer = p[who].does(name, **data)
        assert answer.status_code == 303, f"{who} {name}: {said(answer)}"
    make.agree(session, "Conservar el párrafo 6")
    steps = [
        ("bruno", "enter_reservation", {"agreement": "A1", "text": "Con reserva", "language": "es"}),
        ("alba", "read_agreement", {"agreement": "A1"}), ("dora", "hand_over", {"seat": keys["elias"]}),
        ("alba", "set_item_time", {"item": "i5", "minutes": "50", "reason": "Hace falta"}),
        ("alba", "add_item", {"title_es": "Otro", "title_en": "", "minutes": "5", "reason": "Se pidió"}),
        ("alba", "conclude_item", {"outcome": ""}), ("elias", "reopen_item", {"item": "i5", "reason": "Algo nuevo"}),
        ("elias", "defer_item", {"item": "i2", "reason": "No hay tiempo"}),
        ("alba", "remove", {"seat": keys["dora"], "reason": "A petición"}), ("bruno", "leave", {}),
        ("alba", "close_session", {}), ("alba", "reopen_session", {"reason": "Faltó algo"}),
        ("elias", "close_session", {}),
    ]  # fmt: skip
    for who, name, data in steps:
        answer = p[who].does(name, **data)
        assert answer.status_code == 303, f"{who} {name}: {said(answer)}"
    session.refresh_from_db()
    assert session.phase == Phase.CLOSED
    assert session.agreements.count() == 1


def test_what_the_secretariat_does_for_the_chair_keeps_both(people: dict[str, Person], session: Session) -> None:
    page = people["alba"].client.get(url(session, "close_list")).content.decode()
    assert "It is recorded as done on the chair's instruction." in page
    people["alba"].does("close_list", seconds="0")
    last = session.entries.last()
    assert last is not None
    assert (last.by, last.instructed_by) == (make.seat_of(session, "alba").key, make.seat_of(session, "dora").key)


def test_the_secretariat_acts_for_somebody_on_the_telephone(people: dict[str, Person], session: Session) -> None:
    bruno = make.seat_of(session, "bruno").key
    assert people["alba"].does("request_floor", others="1", behalf=bruno, via="phone").status_code == 303
    last = session.entries.last()
    assert last is not None
    assert (last.on_behalf_of, last.via) == (bruno, "phone")
    assert (
        "entered by the secretariat for Bruno Sosa, by telephone"
        in people["bruno"].client.get(url(session)).content.decode()
    )


def test_a_stale_page_asks_for_the_floor_in_no_other_item(people: dict[str, Person], session: Session) -> None:
    page = people["bruno"].client.get(url(session, "request_floor")).content.decode()
    seen = make.room_of(session).current
    assert f'name="item" value="{seen}"' in page
    assert f'name="item" value="{seen}"' in people["bruno"].client.get(f"{url(session)}actos/").content.decode()
    assert f'data-item="{seen}"' in people["bruno"].client.get(url(session)).content.decode()
    assert people["alba"].does("open_item", item="i6").status_code == 303
    assert people["alba"].does("open_list").status_code == 303
    refused(people["bruno"].does("request_floor", item=seen), "Another item is open now", "Go back to the room")
    assert people["bruno"].does("request_floor", item="i6").status_code == 303


def test_nobody_else_acts_for_others(people: dict[str, Person], session: Session) -> None:
    elias = make.seat_of(session, "elias").key
    people["bruno"].does("request_floor", others="1", behalf=elias, via="phone")
    last = session.entries.last()
    assert last is not None
    assert (last.by, last.on_behalf_of) == (make.seat_of(session, "bruno").key, "")


def test_a_turn_entered_afterwards_keeps_both_times(people: dict[str, Person], session: Session) -> None:
    ahead = people["alba"].does("record_turn", seat=make.seat_of(session, "elias").key, minutes="1", seconds="0",
                                statement="", language="es", happened="23:59")  # fmt: skip
    refused(ahead, "That has not happened yet.")
    before = people["alba"].does("record_turn", seat=make.seat_of(session, "elias").key, minutes="1", seconds="0",
                                 statement="Apoya", language="es", happened="00:00")  # fmt: skip
    refused(before, "It is too late for this.", "Apoya")


# --- Refusals --------------------------------------------------------------------------------------
def test_a_refusal_says_why_and_keeps_what_was_typed(people: dict[str, Person], session: Session) -> None:
    answer = people["bruno"].does("object", reason="No hubo consulta previa")
    refused(answer, "Nothing is before the room for adoption.", "No hubo consulta previa")


def test_a_hundred_kilobytes_are_refused_plainly_and_kept(people: dict[str, Person], session: Session) -> None:
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    seq, text = session.seq, "palabra " * 12_500
    answer = people["alba"].does("note_statement", turn="t1", statement=text, language="es")
    refused(answer, "The text has 99999 characters and the limit is 20000.", "palabra palabra")
    assert session.seq == seq


def test_two_chairs_at_once_the_second_is_told_and_sees_the_new_state(
    people: dict[str, Person], session: Session
) -> None:
    """Two operators press the same button on pages that show the same room."""
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "elias", c.RequestFloor())
    first = people["dora"].does("give_floor")
    second = people["alba"].does("give_floor")
    assert first.status_code == 303
    refused(second, "Somebody has the floor.", "End that turn first.")
    assert "Bruno Sosa has the floor" in people["alba"].client.get(url(session)).content.decode()
    assert session.entries.filter(type="FloorGiven").count() == 1


def test_what_belongs_to_another_seat_is_refused(people: dict[str, Person], session: Session) -> None:
    for name, data in (("open_item", {"item": "i6"}), ("close_session", {}), ("verify_quorum", {}), ("walk_in", {
        "name": "X", "organization": "", "side": "civil", "role": "member", "via": "hall"})):  # fmt: skip
        refused(people["bruno"].does(name, **data), "This act does not belong to your seat.")
    seats = session.seats.count()
    assert seats == 5


def test_somebody_not_admitted_can_only_knock(client_of: ClientOf) -> None:
    session = make.session_in_lobby(admit=False)
    bruno = Person(client_of(make.cast("bruno")), session)
    refused(bruno.does("raise_point", text="Algo"), "The person is not in the room.")
    assert bruno.does("ask_admission").status_code == 303
    refused(bruno.does("ask_admission"), "You have already asked to be admitted.")


def test_a_session_that_is_closed_takes_nothing_more(client_of: ClientOf) -> None:
    session = make.session_closed()
    seq = make.room_of(session).seq  # an hour after closing the log is sealed
    for who, name, data in (
        ("bruno", "request_floor", {}), ("alba", "open_item", {"item": "i6"}),
        ("alba", "suspend", {"reason": "Receso"}), ("bruno", "ask_quorum", {}),
        ("alba", "add_item", {"title_es": "X", "minutes": 5, "reason": "Y"}),
    ):  # fmt: skip
        refused(Person(client_of(make.cast(who)), session).does(name, **data), "State of the session: Closed")
    assert session.seq == seq


def test_a_date_in_the_past_is_refused(people: dict[str, Person], session: Session) -> None:
    answer = people["alba"].does("suspend", reason="Receso", until="2020-01-01T10:00")
    refused(answer, "The date is in the past.", "Receso")
    make.lively(session)
    late = people["alba"].does("propose", text="Palabras", effect="binds", language="es", civil_who="Red",
                               civil_what="Hace", civil_due="2020-01-01")  # fmt: skip
    refused(late, "The date is in the past.", "Palabras")


@pytest.mark.parametrize("field", ["reason", "until"])
def test_nonsense_in_a_field_is_said_beside_it(people: dict[str, Person], session: Session, field: str) -> None:
    answer = people["alba"].does(
        "suspend", **{"reason": "Receso", "until": "", field: "" if field == "reason" else "nunca"}
    )
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_closing_says_what_was_never_reached(people: dict[str, Person], session: Session) -> None:
    page = people["alba"].client.get(url(session, "close_session")).content.decode()
    assert "items were never reached" in page
    assert "Asuntos generales" in page or "Other matters" in page


def test_no_closing_before_the_agreements_were_read_back(people: dict[str, Person], session: Session) -> None:
    make.agree(session, "Conservar el párrafo", effect=Effect.BINDS)
    refused(people["alba"].does("close_session"), "These agreements have not been read back: A1.")


def test_undo_after_somebody_built_upon_it_is_refused(people: dict[str, Person], session: Session) -> None:
    people["bruno"].does("request_floor")
    people["alba"].does("give_floor")
    refused(people["bruno"].does("undo"), "Somebody has already acted upon it.")


def test_a_point_of_order_is_raised_by_one_button_without_a_word(people: dict[str, Person], session: Session) -> None:
    bruno = people["bruno"]
    assert bruno.does("raise_point", kind="hearing").status_code == 303
    shown = bruno.client.get(url(session)).content.decode()
    assert "Point of order</b> · Bruno Sosa · it can&#x27;t be heard or understood" in shown
    assert "Bruno Sosa raises a point of order (it can&#x27;t be heard or understood)" in shown
    make.play(session, "dora", c.RulePointOfOrder(True, "Se repite"))
    assert bruno.does("raise_point").status_code == 303
    make.play(session, "dora", c.RulePointOfOrder(True, "Se dijo"))
    assert bruno.does("raise_point", kind="shouting").status_code == 422
    assert bruno.room().floor.point is None


def test_the_list_of_acts_folds_what_is_no_step_within_reach(people: dict[str, Person], session: Session) -> None:
    page = people["alba"].client.get(f"{url(session)}actos/").content.decode()
    assert not re.search(r"<p[^>]*>\s*<form", page)  # a form ends a paragraph: its buttons would leave the row
    floor = page[page.index("<h2>Floor</h2>") : page.index("<h2>Agenda, text and decisions</h2>")]
    shown, _summary, folded = floor.partition("<details>")
    assert "close_list/" in shown
    assert "record_turn/" not in shown
    assert "record_turn/" in folded
    assert "As a member" not in page



# --- For whom ----------------------------------------------------------------------------------------
def options(page: str) -> list[str]:
    return re.findall(r'<option value="(\d+)"', page.partition('name="behalf"')[2].partition("</select>")[0])


def test_the_secretariat_is_offered_those_it_can_be_done_for(people: dict[str, Person], session: Session) -> None:
    alba = people["alba"].client
    keys = {n: make.seat_of(session, n).key for n in ("bruno", "dora", "elias", "fatima")}
    page = alba.get(url(session, "request_floor") + "?others=1").content.decode()
    assert set(options(page)) == {keys["bruno"], keys["dora"], keys["elias"]}, "fatima has no voice"
    for name in ("bruno", "dora"):
        make.play(session, name, c.RequestFloor())
    page = alba.get(url(session, "request_floor") + "?others=1").content.decode()
    assert set(options(page)) == {keys["elias"]}
    refused(people["alba"].does("request_floor", others="1", behalf=keys["bruno"], via="phone"), "already")
    make.play(session, "elias", c.RequestFloor())
    page = alba.get(url(session, "request_floor") + "?others=1").content.decode()
    assert "There is nobody left for whom this can be done now" in page
    assert "<select" not in page


def test_whoever_is_not_in_the_room_can_not_be_named(people: dict[str, Person], session: Session) -> None:
    for behalf in ("99", "0", "", "x", make.seat_of(session, "alba").key):
        assert people["alba"].does("request_floor", others="1", behalf=behalf, via="phone").status_code == 422
    assert make.room_of(session).floor.requests == ()
