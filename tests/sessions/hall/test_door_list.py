"""Admission in bulk: everybody accredited on one page, one act for each, once, in few queries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.terms import Role, Side, Via
from sessions.models import LogEntry, Seat, Session
from tests.factories import sessions as make

ClientOf = Callable[[Any], Client]


@pytest.fixture
def session(db: None) -> Session:
    return make.session_in_lobby(admit=False)


def address(session: Session) -> str:
    return f"/en/sesiones/{session.reference}/sala/puerta/"


def admit(client: Client, session: Session, *seats: str, badges: str = "", **more: Any) -> Any:
    sent = {"key": uuid4().hex, "seat": seats, "badges": badges, "via": "hall", **more}
    return client.post(address(session), sent, follow=True)


def here(session: Session) -> set[str]:
    return {s.name for s in make.room_of(session).present()}


def key(session: Session, who: str) -> str:
    return make.seat_of(session, who).key


def test_those_marked_are_admitted_by_one_act_each(client_of: ClientOf, session: Session) -> None:
    page = admit(client_of(make.cast("alba")), session, key(session, "bruno"), key(session, "elias")).content.decode()
    assert "2 people admitted: Bruno Sosa, Elías Montes." in page
    assert here(session) == {"Bruno Sosa", "Elías Montes"}
    entries = LogEntry.objects.filter(session=session, type="PersonAdmitted")
    assert len({e.act for e in entries}) == entries.count() == 2
    assert {s.via for s in make.room_of(session).present()} == {Via.HALL}


def test_badges_of_the_attendance_sheet_are_typed_and_each_is_told(client_of: ClientOf, session: Session) -> None:
    make.admit(session, "elias")
    typed = f"{key(session, 'bruno')} {key(session, 'elias')},99 dos"
    page = admit(client_of(make.cast("alba")), session, badges=typed).content.decode()
    assert "1 person admitted: Bruno Sosa." in page
    assert "In the room already: Elías Montes." in page
    assert "No such badge: 99, dos." in page


def test_the_same_form_again_repeats_nothing_and_completes_what_was_left(
    client_of: ClientOf, session: Session
) -> None:
    alba = client_of(make.cast("alba"))
    for seats in (["bruno"], ["bruno"], ["bruno", "elias"]):
        admit(alba, session, *(key(session, s) for s in seats), **{"key": "k" * 32})
    assert LogEntry.objects.filter(session=session, type="PersonAdmitted").count() == 2


@pytest.mark.django_db
def test_the_hour_of_the_sheet_stands_beside_the_hour_of_the_entry(client_of: ClientOf) -> None:
    for name in make.NAMES:
        make.cast(name)
    noon = now().replace(hour=18, minute=0) - timedelta(days=1)  # in Mexico City
    with time_machine.travel(noon) as clock:
        session = make.session_in_lobby(starts_at=now() + timedelta(minutes=30))
        late = make.seat(session, None, Role.OBSERVER, Side.CIVIL, name="Nora Díaz", votes=False)
        clock.shift(timedelta(minutes=31))
        make.play(session, "alba", c.OpenSession())
        clock.shift(timedelta(hours=2))
        admit(client_of(make.cast("alba")), session, badges=late.key, happened="13:00")
        entry = LogEntry.objects.get(session=session, type="PersonAdmitted", payload__seat=late.key)
    assert entry.written - entry.at > timedelta(minutes=90)


def test_a_time_to_come_is_refused_once_with_its_reason(client_of: ClientOf, session: Session) -> None:
    with time_machine.travel(now().replace(hour=18, minute=0)):
        page = admit(
            client_of(make.cast("alba")), session, key(session, "bruno"), key(session, "elias"), happened="23:59"
        ).content.decode()  # fmt: skip
    assert page.count("That has not happened yet.") == 1
    assert here(session) == set()


def test_whoever_was_refused_or_removed_is_left_to_an_act_of_its_own(client_of: ClientOf, session: Session) -> None:
    make.play(session, "bruno", c.AskAdmission("Bruno Sosa", ""))
    make.play(session, "alba", c.RefuseAdmission(key(session, "bruno"), "Bruno Sosa", "Falta su carta"))
    make.admit(session, "elias")
    page = admit(client_of(make.cast("alba")), session, key(session, "bruno")).content.decode()
    assert "Removed or not admitted before: Bruno Sosa." in page
    assert "Bruno Sosa" not in here(session)


@pytest.mark.parametrize("sent", [
    {}, {"seat": []}, {"badges": "   "}, {"badges": "x" * 5000}, {"seat": ["1"], "via": "carrier pigeon"},
    {"seat": ["1"], "happened": "25:99"}, {"seat": ["1"], "key": ""},
])  # fmt: skip
def test_what_makes_no_sense_changes_nothing(client_of: ClientOf, session: Session, sent: dict[str, Any]) -> None:
    answer = admit(client_of(make.cast("alba")), session, **sent) if "seat" not in sent else client_of(
        make.cast("alba")
    ).post(address(session), {"key": uuid4().hex, "badges": "", "via": "hall", **sent})  # fmt: skip
    assert answer.status_code == 422
    assert here(session) == set()


def test_a_seat_of_another_session_is_no_badge_here(client_of: ClientOf, session: Session) -> None:
    page = admit(client_of(make.cast("alba")), session, "77", "<b>", "9" * 8).content.decode()
    assert "No such badge: 77, &lt;b&gt;, 99999999." in page


def test_before_the_lobby_opens_it_says_so_and_admits_nobody(client_of: ClientOf, db: None) -> None:
    session = make.session_convened()
    page = admit(client_of(make.cast("alba")), session, key(session, "bruno")).content.decode()
    assert "This can&#x27;t be done now" in page
    assert here(session) == set()


@pytest.mark.parametrize(("asked", "shown", "not_shown"), [
    ("bru", "Bruno Sosa", "Elías Montes"), ("salud", "Elías Montes", "Fátima"),
    ("zzz", "Nobody accredited goes by", "Bruno"),
])  # fmt: skip
def test_letters_narrow_the_list(
    client_of: ClientOf, session: Session, asked: str, shown: str, not_shown: str
) -> None:
    page = client_of(make.cast("alba")).get(address(session), {"q": asked}).content.decode()
    assert shown in page
    assert not_shown not in page


def test_states_alternates_and_marks_are_shown(client_of: ClientOf, session: Session) -> None:
    make.admit(session, "elias", Via.PHONE)
    make.play(session, "bruno", c.AskAdmission("Bruno Sosa", ""))
    alba = client_of(make.cast("alba"))
    page = alba.get(address(session)).content.decode()
    for word in ("waits at the door", "not come yet", "telephone"):
        assert word in page
    waiting = alba.get(address(session), {"state": "waiting", "mark": "1"}).content.decode()
    assert "Bruno Sosa" in waiting
    assert "Elías" not in waiting
    assert waiting.count(" checked") == 1


def test_three_hundred_seats_cost_as_many_queries_as_five(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    alba.get(address(session))

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert alba.get(address(session)).status_code == 200
        return len(asked)

    few = cost()
    at = now()
    Seat.objects.bulk_create(
        Seat(session=session, key=str(n), name=f"Persona {n}", role=Role.MEMBER, side=Side.CIVIL, accredited_at=at)
        for n in range(100, 400)
    )
    assert cost() == few


@pytest.mark.parametrize("who", ["bruno", "elias", "fatima", "carmen"])
def test_the_list_of_the_door_is_for_the_desk(client_of: ClientOf, who: str, db: None) -> None:
    session = make.session_open()
    client = client_of(make.cast(who))
    assert client.get(address(session)).status_code == 403
    assert admit(client, session, "1").status_code == 403


def test_the_chair_who_presides_may_admit_in_bulk(client_of: ClientOf, db: None) -> None:
    session = make.session_open()
    nora = make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Nora Díaz")
    admit(client_of(make.cast("dora")), session, nora.key)
    assert "Nora Díaz" in here(session)
