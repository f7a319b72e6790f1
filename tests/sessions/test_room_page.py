"""The room's page: who gets in, what it shows, what it offers, what it costs."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions import services
from sessions.core import commands as c
from sessions.core.terms import Role, Side
from sessions.models import Session
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
EVERYBODY = ("alba", "bruno", "dora", "elias", "fatima", "carmen", "nobody")
NASTY = "<script>alert(1)</script><b>x</b>"


def url(session: Session, rest: str = "") -> str:
    return f"/en/sesiones/{session.reference}/sala/{rest}"


def browser(client_of: ClientOf, who: str, nobody: Any) -> Client:
    return client_of(nobody if who == "nobody" else make.cast(who))


def offered(page: str) -> set[str]:
    """The acts whose controls are shown."""
    links = re.findall(r'<a class="button[^>]*data-do="(\w+)"[^>]*>', page)
    hidden = re.findall(r'<a class="button[^>]*data-do="(\w+)"[^>]* hidden>', page)
    return set(links) - set(hidden)


# --- Who gets in -----------------------------------------------------------------------------------
@pytest.mark.parametrize("who", EVERYBODY)
def test_who_is_admitted_sees_the_room_and_who_has_no_seat_is_told_what_to_do(
    client_of: ClientOf, who: str, nobody: Any
) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RaisePointOfOrder("Algo que sólo se oye en la sala"))
    page = browser(client_of, who, nobody).get(url(session))
    seated = who not in ("carmen", "nobody")
    assert page.status_code == (200 if seated else 403)
    assert ("Algo que sólo se oye en la sala" in page.content.decode()) is seated
    if not seated:
        assert "This room is for those accredited" in page.content.decode()


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_public_session_is_followed_by_anybody(client_of: ClientOf, who: str, nobody: Any) -> None:
    session = make.session_open()
    services.contact_change(session, by=make.cast("alba"), public_live=True)
    page = browser(client_of, who, nobody).get(url(session))
    assert page.status_code == 200
    assert ("4471" in page.content.decode()) is (who not in ("carmen", "nobody"))


@pytest.mark.parametrize("who", EVERYBODY)
def test_once_it_is_over_those_who_attended_still_see_it(client_of: ClientOf, who: str, nobody: Any) -> None:
    session = make.session_closed()
    page = browser(client_of, who, nobody).get(url(session))
    assert page.status_code == (403 if who in ("carmen", "nobody") else 200)
    assert ("The session has ended" in page.content.decode()) is (who not in ("carmen", "nobody"))


def test_whoever_never_came_in_is_told_that_it_is_over(client_of: ClientOf) -> None:
    session = make.session_closed()
    make.Seat.objects.filter(session=session, person=make.cast("fatima")).update(key="99")
    page = client_of(make.cast("fatima")).get(url(session)).content.decode()
    assert "The session is over" in page


@pytest.mark.parametrize(
    ("path", "status"), [("", 403), ("desde/", 403), ("boleto/", 403), ("lugar/", 302), ("actos/", 302)]
)
def test_nothing_of_the_room_is_said_to_an_outsider(client_of: ClientOf, nobody: Any, path: str, status: int) -> None:
    session = make.session_open()
    assert client_of(nobody).get(url(session, path)).status_code == status


def test_a_room_that_does_not_exist_is_not_found(client_of: ClientOf) -> None:
    for path in ("", "desde/", "boleto/", "lugar/", "actos/", "actos/leave/"):
        page = client_of(make.cast("bruno")).get(f"/en/sesiones/MEC-2026-999-S1/sala/{path}")
        assert page.status_code == 404


def test_a_session_that_is_being_prepared_has_no_room_yet(client_of: ClientOf) -> None:
    session = make.session_drafted()
    assert client_of(make.cast("alba")).get(url(session)).status_code == 404


# --- The door --------------------------------------------------------------------------------------
def test_the_door_says_what_one_waits_for_at_each_step(client_of: ClientOf) -> None:
    session = make.session_convened()
    bruno = client_of(make.cast("bruno"))

    def said() -> str:
        return bruno.get(url(session)).content.decode()

    assert "The lobby is not open yet" in said()
    make.play(session, "alba", c.OpenLobby())
    assert "Ask to be admitted" in said()
    make.play(session, "bruno", c.AskAdmission("Bruno Sosa", ""))
    assert "You asked to be admitted" in said()
    key = make.seat_of(session, "bruno").key
    make.play(session, "alba", c.RefuseAdmission(key, "Bruno Sosa", "Falta la carta de acreditación"))
    assert "Falta la carta de acreditación" in said()
    make.admit(session, "bruno")
    assert "data-room" in said()


def test_one_press_at_the_door_asks_and_waits(client_of: ClientOf) -> None:
    session = make.session_in_lobby(admit=False)
    bruno = client_of(make.cast("bruno"))
    door = bruno.get(url(session)).content.decode()
    assert f'action="{url(session, "actos/ask_admission/")}"' in door
    key = re.search(r'name="key" value="([^"]+)"', door)
    assert key
    answer = bruno.post(url(session, "actos/ask_admission/"), {"key": key[1]})
    assert (answer.status_code, answer["Location"]) == (303, url(session))
    assert "You asked to be admitted" in bruno.get(url(session)).content.decode()


def test_the_door_ends_no_name_in_two_full_stops(client_of: ClientOf) -> None:
    session = make.session_in_lobby(admit=False)
    make.Seat.objects.filter(session=session, person=make.cast("bruno")).update(organization="Red Cuidar, A. C.")
    assert ".." not in re.sub(r"<[^>]*>", "", client_of(make.cast("bruno")).get(url(session)).content.decode())


def test_a_line_of_another_day_than_the_sessions_bears_its_date(client_of: ClientOf) -> None:
    session = make.session_open()

    def dated() -> set[bool]:
        page = client_of(make.cast("alba")).get(url(session)).content.decode()
        return {'class="day"' in at for at in re.findall(r'<li data-seq="\d+"><time [^>]*>(.*?)</time>', page)}

    Session.objects.filter(pk=session.pk).update(starts_at=now())
    assert dated() == {False}
    Session.objects.filter(pk=session.pk).update(starts_at=now() + timedelta(days=2))
    assert dated() == {True}


def test_why_somebody_was_not_admitted_is_told_to_that_person_and_the_desk(client_of: ClientOf) -> None:
    session = make.session_in_lobby(admit=False)
    for who in ("alba", "bruno", "dora"):
        make.admit(session, who)
    make.play(session, "elias", c.AskAdmission("Elías Montes", ""))
    make.play(
        session, "alba", c.RefuseAdmission(make.seat_of(session, "elias").key, "Elías Montes", "MOTIVO RESERVADO")
    )
    heard = {w: "MOTIVO RESERVADO" in client_of(make.cast(w)).get(url(session)).content.decode()
             for w in ("alba", "bruno", "dora", "elias", "fatima")}  # fmt: skip
    assert heard == {"alba": True, "bruno": False, "dora": True, "elias": True, "fatima": False}


# --- What it offers --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "those"),
    [
        ("alba", {"open_item", "conclude_item", "propose", "close_list", "walk_in", "suspend", "record_turn"}),
        ("dora", {"open_item", "propose", "request_floor", "raise_point", "ask_quorum", "hand_over"}),
        ("bruno", {"request_floor", "request_floor_as", "raise_point", "ask_quorum", "declare_conflict", "leave",
                   "ask_expert", "move_procedural", "submit_statement", "no_sound"}),
        ("fatima", {"leave", "no_sound"}),
    ],
)
def test_each_seat_is_offered_its_acts(client_of: ClientOf, who: str, those: set[str]) -> None:
    session = make.session_open()
    found = offered(client_of(make.cast(who)).get(url(session)).content.decode())
    assert those <= found
    if who in ("bruno", "fatima"):
        assert found == those
    assert "open_lobby" not in found


def test_objecting_is_offered_beside_the_words(client_of: ClientOf) -> None:
    session = make.session_open()
    make.lively(session)
    make.play(session, "alba", c.ProposeAdoption("Conservar el párrafo", make.Effect.BINDS))
    bruno = client_of(make.cast("bruno"))
    assert {"object", "stand_aside"} <= offered(bruno.get(url(session)).content.decode())
    make.play(session, "bruno", c.Object("Falta consulta"))
    assert {"withdraw_objection", "stand_aside"} <= offered(bruno.get(url(session)).content.decode())
    assert not {"object", "stand_aside"} & offered(client_of(make.cast("fatima")).get(url(session)).content.decode())


def test_one_sees_ones_place_and_can_ask_why(client_of: ClientOf) -> None:
    session = make.session_open()
    for who in ("dora", "elias", "bruno"):
        make.play(session, who, c.RequestFloor())
    bruno = client_of(make.cast("bruno"))
    assert "You are number 3, about 2 min" in bruno.get(url(session)).content.decode()
    why = bruno.get(url(session, "lugar/")).content.decode()
    assert "You are number 3 on the list" in why
    assert "asked before you" in why
    assert (
        "You have no place on the list" in client_of(make.cast("fatima")).get(url(session, "lugar/")).content.decode()
    )


def test_the_page_without_script_holds_no_form_of_an_act(client_of: ClientOf) -> None:
    session = make.session_open()
    page = client_of(make.cast("bruno")).get(url(session)).content.decode()
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page
    forms = re.findall(r"<form[^>]*>", page)
    assert [f for f in forms if "actos" in f] == []


# --- What it shows ---------------------------------------------------------------------------------
def test_the_chairs_script_is_read_at_the_desk_alone(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    line = "Bruno Sosa has the floor for 1 minute."
    assert line in client_of(make.cast("alba")).get(url(session)).content.decode()
    assert line in client_of(make.cast("dora")).get(url(session)).content.decode()
    assert line not in client_of(make.cast("elias")).get(url(session)).content.decode()


def test_quorum_is_said_in_words(client_of: ClientOf) -> None:
    session = make.session_open()
    bruno = client_of(make.cast("bruno"))
    assert "Quorum: 3 with a vote (minimum 2)" in bruno.get(url(session)).content.decode()
    make.play(session, "bruno", c.AskQuorum())
    assert "Quorum in doubt" in bruno.get(url(session)).content.decode()


def test_shares_of_time_stand_beside_shares_of_those_present(client_of: ClientOf) -> None:
    session = make.session_open()
    with time_machine.travel(now() + timedelta(minutes=1)) as clock:
        make.play(session, "bruno", c.RequestFloor())
        make.play(session, "alba", c.GiveFloor())
        clock.shift(timedelta(seconds=50))
        make.play(session, "bruno", c.EndSpeech())
    page = client_of(make.cast("fatima")).get(url(session)).content.decode()
    row = re.search(r"civil society</th><td>(\d+) %.*?</td><td>(\d+) %", page, re.S)
    assert row is not None
    assert row.groups() == ("100", "33")


def test_an_undone_line_stays_struck(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    asked = session.seq
    make.play(session, "bruno", c.Undo())
    page = client_of(make.cast("bruno")).get(url(session)).content.decode()
    assert f'<li class="undone" data-seq="{asked}"' in page


def test_markup_that_people_type_is_shown_as_text(client_of: ClientOf) -> None:
    session = make.session_open(title_es=NASTY, title_en=NASTY, host_es=NASTY, host_en=NASTY, subject=NASTY)
    visitor = services.walk_in(
        session, by=make.cast("alba"), seat=make.seat_of(session, "alba"), key="w", name=NASTY, organization=NASTY,
        role=Role.MEMBER, side=Side.CIVIL, via="hall",
    )  # fmt: skip
    assert visitor.entries
    make.play(session, "bruno", c.RaisePointOfOrder(NASTY))
    make.play(session, "alba", c.RulePointOfOrder(True, NASTY))
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    make.play(session, "alba", c.NoteStatement("t1", NASTY))
    make.agree(session, NASTY, power=NASTY)
    make.play(session, "bruno", c.EnterReservation("A1", NASTY))
    make.lively(session)
    make.play(session, "alba", c.ProposeAdoption(NASTY, make.Effect.BINDS))
    make.play(session, "bruno", c.Object(NASTY))
    for who in ("alba", "bruno"):
        for path in ("", "lugar/", "actos/", "actos/correct/", "actos/note_statement/"):
            page = client_of(make.cast(who)).get(url(session, path)).content.decode()
            assert "<script>alert" not in page, path
            assert "<b>x</b>" not in page, path
        frame = client_of(make.cast(who)).get(url(session, "desde/?since=0")).content.decode()
        assert "<script>alert" not in frame


# --- What it is fed with ---------------------------------------------------------------------------
@pytest.mark.parametrize("since", ["0", "99999", "-3", "abc", "", "9" * 30])
def test_a_number_that_makes_no_sense_brings_everything(client_of: ClientOf, since: str) -> None:
    session = make.session_open()
    frame = client_of(make.cast("bruno")).get(url(session, f"desde/?since={since}")).json()
    assert frame["seq"] == session.seq
    assert "floor" in frame["regions"]
    assert "lobby" not in frame["regions"]


def test_a_page_gets_its_ticket(client_of: ClientOf) -> None:
    session = make.session_open()
    assert client_of(make.cast("bruno")).get(url(session, "boleto/")).json()["ticket"]


# --- What it costs ---------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["alba", "bruno"])
def test_the_room_costs_the_same_with_3_and_with_300(
    client_of: ClientOf, who: str, django_assert_max_num_queries: Any
) -> None:
    session = make.session_open()
    client = client_of(make.cast(who))
    client.get(url(session))
    with django_assert_max_num_queries(15) as few:
        client.get(url(session))
    for n in range(300):
        services.walk_in(
            session, by=make.cast("alba"), seat=make.seat_of(session, "alba"), key=f"w{n}", name=f"Persona {n}",
            organization="Org", role=Role.MEMBER, side=Side.CIVIL, via="hall",
        )  # fmt: skip
    client.get(url(session))
    with django_assert_max_num_queries(15) as many:
        client.get(url(session))
    assert len(many) == len(few)


def test_a_person_who_reads_in_spanish_reads_spanish_regions(client_of: ClientOf) -> None:
    session = make.session_open()
    page = client_of(make.cast("bruno")).get(f"/sesiones/{session.reference}/sala/").content.decode()
    assert "Tercera sesión de seguimiento" in page
    assert f'data-since-url="/sesiones/{session.reference}/sala/desde/"' in page


def test_somebody_without_an_account_has_a_name_in_the_room(client_of: ClientOf, carmen: Person) -> None:
    session = make.session_open()
    services.walk_in(
        session, by=make.cast("alba"), seat=make.seat_of(session, "alba"), key="w", name="Rosa Tec",
        organization="Pueblo",
        role=Role.OBSERVER, side=Side.GUEST, via="hall",
    )  # fmt: skip
    assert "Rosa Tec" in client_of(make.cast("bruno")).get(url(session)).content.decode()
