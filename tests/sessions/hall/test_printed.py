"""The contingency kit and the attendance sheet: complete, numbered and dated, for the desk alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.terms import Role, Side
from sessions.hall import kit
from sessions.models import Seat, Session
from tests.factories import sessions as make

ClientOf = Callable[[Any], Client]
PAGES = ("sobre", "hoja-de-asistencia")


@pytest.fixture
def session(db: None) -> Session:
    return make.session_convened()


def address(session: Session, page: str) -> str:
    return f"/en/sesiones/{session.reference}/sala/{page}/"


def three_hundred(session: Session) -> None:
    Seat.objects.bulk_create(
        Seat(session=session, key=str(n), name=f"Persona {n} " + "Larga " * 30, organization="Org " * 70,
             role=Role.MEMBER, side=Side.CIVIL, votes=True, accredited_at=now())
        for n in range(100, 400)
    )  # fmt: skip


def test_the_kit_holds_all_that_a_meeting_on_paper_needs(client_of: ClientOf, session: Session) -> None:
    page = client_of(make.cast("alba")).get(address(session, "sobre")).content.decode()
    for words in (
        "If the Internet fails", "55\u00a00000\u00a00000", "PIN <b>4471</b>", "Reducción de daños", "Bruno Sosa",
        "Red Norte por la Salud", "Signature", "Agreement on paper", "ad referendum", "Roll call", "Scrutineers",
        "Ballot", "Rules in brief", "more than 50 %", "Turns",
    ):  # fmt: skip
        assert words in page, words
    assert page.count('class="ballot"') == session.seats.filter(votes=True).count()


def test_every_sheet_bears_its_number_and_the_hour_of_printing(client_of: ClientOf, session: Session) -> None:
    page = client_of(make.cast("alba")).get(address(session, "sobre")).content.decode()
    heads = re.findall(r'<header class="sheet-head">.*?Sheet (\d+) of (\d+) · printed on \S', page, re.S)
    assert heads
    assert [int(n) for n, _of in heads] == list(range(1, len(heads) + 1))
    assert {int(of) for _n, of in heads} == {len(heads)}


def test_the_agenda_stands_with_its_hours_and_papers(session: Session) -> None:
    room = make.room_of(session)
    points = kit.agenda(room)
    assert points[0].at == room.starts_at
    assert points[1].at == room.starts_at + (points[1].at - points[0].at)  # type: ignore[operator]
    assert (points[1].at - points[0].at).total_seconds() == points[0].minutes * 60  # type: ignore[operator]
    assert [p.number for p in points] == list(range(1, len(room.items) + 1))


def test_as_many_ballots_as_electors_and_everybody_on_the_sheets(session: Session) -> None:
    three_hundred(session)
    sheets = kit.kit(session, make.room_of(session))
    rows = {
        kind: [r for s in sheets if s.kind == kind for r in s.rows] for kind in ("people", "ballots", "roll_call")
    }
    assert len(rows["people"]) == session.seats.count() == 305
    assert len(rows["ballots"]) == len(rows["roll_call"]) == session.seats.filter(votes=True).count()
    assert all(len(s.rows) <= kit.PER_SHEET[s.kind] for s in sheets if s.kind in kit.PER_SHEET)


def test_a_long_agenda_goes_on_another_sheet_and_no_item_is_lost() -> None:
    points = [kit.Point(n, "Título " * 20, None, 5, ["Documento " * 9] * 3) for n in range(1, 21)]
    sheets = list(kit._agenda_sheets(points))
    assert [p for s in sheets for p in s.rows] == points
    assert len(sheets) > 2
    assert all(sum(p.lines for p in s.rows) <= kit.LINES for s in sheets)
    assert len(list(kit._agenda_sheets([points[0]]))) == 1


@pytest.mark.parametrize("page", PAGES)
def test_three_hundred_seats_cost_as_many_queries_as_five(client_of: ClientOf, session: Session, page: str) -> None:
    alba = client_of(make.cast("alba"))
    alba.get(address(session, page))

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert alba.get(address(session, page)).status_code == 200
        return len(asked)

    few = cost()
    three_hundred(session)
    assert cost() == few


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["bruno", "elias", "fatima", "carmen"])
def test_what_is_printed_is_for_the_desk_alone(client_of: ClientOf, session: Session, page: str, who: str) -> None:
    assert client_of(make.cast(who)).get(address(session, page)).status_code == 403
    assert client_of(make.cast("dora")).get(address(session, page)).status_code == 200  # the chair, before it opens


@pytest.mark.parametrize("page", PAGES)
def test_nobody_and_whoever_presides_no_longer_are_kept_out(
    client_of: ClientOf, nobody: Any, db: None, page: str
) -> None:
    session = make.session_open()
    make.play(session, "dora", c.HandOverChair(make.seat_of(session, "elias").key))
    assert client_of(nobody).get(address(session, page)).status_code == 302
    assert client_of(make.cast("dora")).get(address(session, page)).status_code == 403
    assert client_of(make.cast("elias")).get(address(session, page)).status_code == 200


def test_there_is_a_kit_from_convening_on(client_of: ClientOf, db: None) -> None:
    session = make.session_drafted()
    alba = client_of(make.cast("alba"))
    assert alba.get(address(session, "sobre")).status_code == 404
    prepare = f"/en/sesiones/{session.reference}/preparar/"
    assert "Print the contingency kit" not in alba.get(prepare).content.decode()
    make.services.convene(session, by=make.cast("alba"), key="k")
    assert "Print the contingency kit" in alba.get(prepare).content.decode()
    assert "Print the contingency kit" in alba.get(prepare.replace("preparar", "sala")).content.decode()
