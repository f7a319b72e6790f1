"""Bad lines and two hands at once: nothing is lost, nothing is done twice, nobody's typing is swapped away."""

import pytest
from playwright.sync_api import WebSocketRoute, expect

from sessions.core import commands as c
from sessions.models import Session
from tests.conftest import Cast
from tests.factories.sessions import play, session_open
from tests.journeys.conftest import Visit
from tests.journeys.place import CONNECTED, FORM, Place

pytestmark = pytest.mark.browser

REGIONS = ("status", "agenda", "floor", "list", "decision", "agreements", "people")


class Line:
    """The socket of a page, which a test can cut and keep cut."""

    def __init__(self) -> None:
        self.down, self.joined = False, 0
        self._open: WebSocketRoute | None = None

    def route(self, socket: WebSocketRoute) -> None:
        if self.down:
            return socket.close(code=1011, reason="cut by the test")
        self.joined += 1
        self._open = socket
        socket.connect_to_server()

    def cut(self) -> None:
        self.down = True
        assert self._open is not None
        self._open.close(code=1011, reason="cut by the test")


def test_a_lost_socket_comes_back_to_the_present(visit: Visit, cast: Cast) -> None:
    session = session_open()
    page, line = visit(cast["fatima"]), Line()
    page.route_web_socket("**/live/room/**", line.route)
    place = Place(page, session.reference).enter()
    line.cut()
    page.locator("[data-room][data-line=lost]").wait_for()
    _meanwhile(session)
    line.down = False
    page.locator(CONNECTED).wait_for(timeout=20_000)
    place.present()
    assert line.joined == 2
    assert place.stayed()
    assert _shown(place) == _shown(place.enter())


def test_a_page_without_any_socket_asks_from_time_to_time(visit: Visit, cast: Cast) -> None:
    session = session_open()
    page, line = visit(cast["fatima"]), Line()
    line.down = True
    page.route_web_socket("**/live/room/**", line.route)
    place = Place(page, session.reference)
    page.goto(place.address)
    page.locator("[data-room][data-line=polling]").wait_for(timeout=40_000)
    _meanwhile(session)
    place.present()
    expect(place.region("floor").locator("h2")).to_have_text("Elías Montes")


def test_two_at_the_desk_at_once_the_second_is_told(visit: Visit, cast: Cast) -> None:
    session = session_open()
    play(session, "bruno", c.RequestFloor())
    play(session, "elias", c.RequestFloor())
    dora, line = Place(visit(cast["dora"]), session.reference), Line()
    dora.page.route_web_socket("**/live/room/**", line.route)
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


def test_what_somebody_types_survives_what_comes_in(visit: Visit, cast: Cast) -> None:
    session = session_open()
    place = Place(visit(cast["bruno"]), session.reference).enter()
    place.control("raise_point").click()
    box = place.page.locator("dialog[open] [name=text]")
    box.press_sequentially("El quórum ")
    _meanwhile(session)
    place.present()
    expect(box).to_be_focused()
    box.press_sequentially("del apartado")
    expect(box).to_have_value("El quórum del apartado")
    place.page.locator("dialog[open] form button.button").first.click()
    place.sees("floor", "El quórum del apartado")
    assert place.stayed()


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


def _meanwhile(session: Session) -> None:
    """Enough to change every region but the agreements."""
    play(session, "elias", c.RequestFloor())
    play(session, "alba", c.GiveFloor())
    play(session, "bruno", c.RequestFloor())
    play(session, "alba", c.VerifyQuorum())


def _shown(place: Place) -> dict[str, str]:
    """What the page says, clocks apart: they go on."""
    place.page.evaluate("document.querySelectorAll('[data-timer]').forEach((timer) => { timer.hidden = true })")
    found = {name: place.region(name).first.inner_text() for name in REGIONS}
    lines = "lines => lines.map((line) => line.dataset.seq + line.textContent + line.className)"
    return {**found, "journal": "\n".join(place.page.eval_on_selector_all("[data-region=journal] > li", lines))}
