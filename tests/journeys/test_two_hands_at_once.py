"""Two hands at once, one hand twice, a hand at the wrong door: nothing is done twice, everybody is told plainly."""

import pytest
from playwright.sync_api import expect

from sessions.core import commands as c
from sessions.models import Session
from tests.conftest import Cast
from tests.factories.sessions import play, session_open
from tests.journeys.conftest import Visit
from tests.journeys.line import Line
from tests.journeys.place import FORM, Place

pytestmark = pytest.mark.browser


def test_two_at_the_desk_at_once_the_second_is_told(visit: Visit, cast: Cast) -> None:
    session = session_open()
    play(session, "bruno", c.RequestFloor())
    play(session, "elias", c.RequestFloor())
    dora = Place(visit(cast["dora"]), session.reference)
    line = Line(dora.page)
    dora.enter()
    line.cut()  # so that her page still shows what was true
    play(session, "alba", c.GiveFloor())
    before = _length(session)
    dora.control("give_floor").click()
    dialog = dora.page.locator("dialog[open]")
    expect(dialog.locator("[role=alert]").first).to_be_visible()
    assert _length(session) == before, "a refusal writes nothing"
    line.down = False
    dora.present()
    expect(dora.region("floor").locator("h2")).to_have_text("Bruno Sosa")


def test_the_same_form_sent_twice_does_its_work_once(visit: Visit, cast: Cast) -> None:
    session = session_open()
    page = visit(cast["bruno"], java_script_enabled=False)
    page.goto(f"/sesiones/{session.reference}/sala/actos/request_floor/")
    page.locator(f"{FORM} button").click()
    page.wait_for_url("**/sala/")
    before = _length(session)
    page.go_back()
    page.locator(f"{FORM} button").click()
    page.wait_for_load_state()
    assert _length(session) == before


def test_a_room_that_is_not_there_and_a_line_of_somebody_else_are_told_plainly(visit: Visit, cast: Cast) -> None:
    session = session_open()
    page = visit(cast["carmen"])
    answer = page.goto("/sesiones/MEC-2026-999-S9/sala/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("main h1")).to_be_visible()
    answer = page.goto(f"/sesiones/{session.reference}/sala/")
    assert answer is not None
    assert answer.status == 403
    expect(page.locator("main h1")).to_be_visible()


def _length(session: Session) -> int:
    session.refresh_from_db()
    return session.seq
