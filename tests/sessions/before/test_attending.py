"""Announcing a date, and saying whether one comes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from incidencia.web.refusals import Refused
from sessions import services
from sessions.before import queries
from sessions.before.announcing import session_announce
from sessions.before.attending import attendance_answer, attendance_remind
from sessions.core import commands as c
from sessions.core.forecast import Answer, Outlook
from sessions.models import Attendance, Session
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | AnonymousUser], Client]
NOBODY = AnonymousUser()


@contextmanager
def refused(code: str) -> Iterator[None]:
    """What is inside is refused with that code, in words."""
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.code == code
    assert str(caught.value.message)


def url(session: Session, rest: str = "") -> str:
    return f"/en/sesiones/{session.reference}/{rest}"


def said(session: Session, **answers: Answer) -> None:
    """These answer, each by their own seat."""
    for name, answer in answers.items():
        seat = make.seat_of(session, name)
        attendance_answer(session, seat=seat, answer=answer, by=make.cast(name))


@pytest.mark.guideline("G24")
@pytest.mark.parametrize(("who", "before", "after"), [
    ("alba", 200, 200), ("dora", 403, 200), ("bruno", 403, 200), ("fatima", 403, 200), ("carmen", 403, 403),
    (None, 403, 403),
])  # fmt: skip
def test_an_announced_date_is_read_by_those_accredited_and_a_draft_by_the_secretariat(
    client_of: ClientOf, who: str | None, before: int, after: int
) -> None:
    session = make.session_drafted()
    reader = client_of(make.cast(who) if who else NOBODY)
    assert reader.get(url(session)).status_code == before
    session_announce(session, by=make.cast("alba"))
    assert reader.get(url(session)).status_code == after


def test_announcing_twice_writes_once_and_a_convened_session_is_not_announced(client_of: ClientOf) -> None:
    session = make.session_drafted()
    alba = client_of(make.cast("alba"))
    assert "Announce and write" in alba.get(url(session, "anunciar/")).content.decode()
    for _ in range(2):
        assert alba.post(url(session, "anunciar/")).status_code == 303
    assert Outgoing.objects.filter(key__startswith="announced:").count() == 4
    with refused("already_convened"):
        session_announce(make.session_convened(), by=make.cast("alba"))


def test_a_date_that_moves_after_it_was_announced_is_told_again() -> None:
    session = session_announce(make.session_drafted(), by=make.cast("alba"))
    told = {"title_es": "Otro título", "title_en": "", "zone": session.zone, "host_es": "x", "host_en": ""}
    for days in (0, 5, 5):
        at = session.starts_at if not days else session.created_at + timedelta(days=30)
        services.plan_change(session, starts_at=at, rules=make.QUICK, by=make.cast("alba"), **told)
    assert Outgoing.objects.filter(key__startswith="announced:").count() == 8


def test_a_past_date_is_not_announced() -> None:
    session = make.session_drafted()
    Session.objects.filter(pk=session.pk).update(starts_at=now() - timedelta(days=1))
    with refused("in_the_past"):
        session_announce(session, by=make.cast("alba"))


@pytest.mark.engine
@pytest.mark.guideline("G15")
def test_answers_change_until_it_opens_and_the_last_one_counts() -> None:
    session = make.session_convened()
    said(session, bruno=Answer.UNSURE, dora=Answer.HALL)
    said(session, bruno=Answer.VIDEO)
    answers = queries.answers_of(session)
    assert queries.forecast_of(session, answers).outlook is Outlook.LIKELY
    assert Attendance.objects.filter(seat__person=make.cast("bruno")).count() == 1
    make.play(session, "alba", c.OpenLobby())
    said(session, bruno=Answer.NO)
    make.admit_all(session)
    with time_machine.travel(session.starts_at):
        make.lively(session)
        make.play(session, "alba", c.OpenSession())
        with refused("not-before-it"):
            said(session, bruno=Answer.HALL)


def test_a_draft_takes_no_answers_and_neither_does_a_cancelled_session() -> None:
    with refused("not-before-it"):
        said(make.session_drafted(), bruno=Answer.HALL)
    session = make.session_convened(title_es="Otra")
    make.play(session, "alba", c.Cancel("No hay sala"))
    with refused("not-before-it"):
        said(session, bruno=Answer.HALL)


def test_the_page_takes_an_answer_and_refuses_what_is_none(client_of: ClientOf) -> None:
    session = make.session_convened()
    bruno = client_of(make.cast("bruno"))
    assert bruno.post(url(session, "asistencia/"), {"answer": "video"}).status_code == 303
    assert "You said: I come by video." in bruno.get(url(session)).content.decode()
    assert bruno.post(url(session, "asistencia/"), {"answer": "perhaps"}).status_code == 422
    assert Attendance.objects.get().answer == "video"


def test_names_are_for_the_chair_and_the_secretariat_and_totals_for_the_members(client_of: ClientOf) -> None:
    session = make.session_convened()
    said(session, elias=Answer.NO)
    for name, status in {"alba": 200, "dora": 200, "bruno": 403, "elias": 403, "fatima": 403, "carmen": 403}.items():
        assert client_of(make.cast(name)).get(url(session, "asistencia/lista/")).status_code == status, name
    page = client_of(make.cast("bruno")).get(url(session)).content.decode()
    assert "quorum is not reached yet" in page
    assert "Elías" not in page
    assert "Elías" in client_of(make.cast("dora")).get(url(session, "asistencia/lista/")).content.decode()
    assert "Needed for quorum" not in client_of(NOBODY).get(url(session)).content.decode()


def test_whoever_has_not_answered_is_reminded_once_a_day_at_most(client_of: ClientOf) -> None:
    session = make.session_convened()
    said(session, bruno=Answer.HALL)
    alba = make.cast("alba")
    assert attendance_remind(session, by=alba).letters == 3
    letters = Outgoing.objects.filter(key__startswith="attendance:")
    assert letters.count() == 3
    assert not letters.filter(to=make.cast("bruno").email).exists()
    with refused("reminded-today"):
        attendance_remind(session, by=alba)
    with time_machine.travel(now() + timedelta(days=1)):
        assert attendance_remind(session, by=alba).letters == 3
    for name in ("dora", "bruno", "carmen"):
        assert client_of(make.cast(name)).post(url(session, "asistencia/recordar/")).status_code == 403, name
    said(session, dora=Answer.NO, elias=Answer.NO, fatima=Answer.NO)
    with time_machine.travel(now() + timedelta(days=2)), refused("all-answered"):
        attendance_remind(session, by=alba)


@pytest.mark.parametrize("seats", [0, 27])
def test_the_page_of_a_session_asks_as_often_for_few_seats_as_for_many(
    client_of: ClientOf, seats: int, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    session = make.session_convened()
    for n in range(seats):
        make.seat(session, None, make.Role.MEMBER, make.Side.CIVIL, name=f"Persona {n}")
    bruno = client_of(make.cast("bruno"))
    bruno.get(url(session))
    with django_assert_max_num_queries(16):
        bruno.get(url(session))
