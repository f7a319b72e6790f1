"""A reader's line breaks, is blocked, or moves to another place: the page goes on by itself and loses nothing."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from sessions.core import commands as c
from sessions.models import Session
from tests.factories.sessions import cast, play, seat_of, session_open
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def session(server: str) -> Session:
    return session_open()


def enter(page: Page, session: Session) -> None:
    """Into the room, until its line stands."""
    page.goto(f"/sesiones/{session.reference}/sala/")
    expect(page.locator("[data-room]")).to_have_attribute(
        "data-line", re.compile("connected|polling"), timeout=20_000
    )


def reached(page: Page, session: Session, seconds: float = 5) -> None:
    """Wait until the page is where the log is."""
    expect(page.locator("[data-room]")).to_have_attribute("data-seq", str(session.seq), timeout=seconds * 1000)


def lines(page: Page) -> list[int]:
    """The numbers of the journal's lines, the oldest first."""
    return sorted(
        page.eval_on_selector_all("[data-region=journal] > li", "all => all.map(x => Number(x.dataset.seq))")
    )


class Wire:
    """The socket of a page, in the test's hand."""

    def __init__(self, page: Page, *, blocked: bool = False) -> None:
        self.open: list[WebSocketRoute] = []
        self.blocked = blocked
        page.route_web_socket(re.compile("/live/"), self._opened)

    def _opened(self, socket: WebSocketRoute) -> None:
        if self.blocked:
            socket.close(code=1011)
            return
        socket.connect_to_server()
        self.open.append(socket)

    def cut(self) -> None:
        self.blocked = True
        self.open.pop().close(code=1011)


def test_a_line_that_breaks_resumes_where_it_was(visit: Visit, session: Session) -> None:
    page = visit(cast("bruno"))
    wire = Wire(page)
    enter(page, session)
    wire.cut()
    expect(page.locator("[data-line-state]")).to_have_attribute("data-state", "lost")
    for n in range(3):
        play(session, "alba", c.AddItem(f"Mientras tanto {n}", "", 5, "Se agrega"))
    wire.blocked = False
    reached(page, session, 15)
    expect(page.locator("[data-line-state]")).to_have_attribute("data-state", "connected")
    expect(page.locator("[data-region=agenda]")).to_contain_text("Mientras tanto 2")
    shown = lines(page)
    assert shown == list(range(shown[0], session.seq + 1))


def test_where_sockets_are_forbidden_the_page_asks_every_few_seconds(visit: Visit, session: Session) -> None:
    page = visit(cast("bruno"))
    Wire(page, blocked=True)
    page.goto(f"/sesiones/{session.reference}/sala/")
    play(session, "elias", c.RequestFloor())
    reached(page, session, 20)
    expect(page.locator("[data-line-state]")).to_have_attribute("data-state", "polling")
    expect(page.locator("[data-region=list]")).to_contain_text("Elías Montes")
    assert lines(page)[-1] == session.seq


def test_a_reload_shows_what_the_stream_built(visit: Visit, session: Session) -> None:
    page = visit(cast("bruno"))
    enter(page, session)
    play(session, "elias", c.RequestFloor())
    play(session, "alba", c.GiveFloor())
    play(session, "alba", c.AddItem("Un error", "", 5, "Se pulsó"))
    play(session, "alba", c.Undo())
    reached(page, session)
    streamed = picture(page)
    enter(page, session)
    reached(page, session)
    assert picture(page) == streamed
    expect(page.locator("[data-region=journal] > li.undone")).to_have_count(1)


def picture(page: Page) -> Any:
    """Every region as text, with its numbers that run left out."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-region]")].map((r) => {
            const copy = r.cloneNode(true)
            const clocks = "[data-timer], [data-limit], time, meter, progress"
            for (const clock of copy.querySelectorAll(clocks)) clock.remove()
            return [r.dataset.region, copy.textContent.replace(/\\s+/g, " ").replace(/\\d+:\\d\\d/g, "")]
        }))"""
    )


def test_what_somebody_types_is_never_swapped_and_their_focus_stays(visit: Visit, session: Session) -> None:
    page = visit(cast("bruno"))
    enter(page, session)
    page.locator("details summary", has_text=re.compile("cciones|ctions")).click()
    page.locator("[data-act-name=raise_point], a[href*='/actos/raise_point/']").first.click()
    box = page.locator("dialog textarea, dialog input[name=text]").first
    box.fill("No se oye en la sala, ")
    play(session, "elias", c.RequestFloor())
    play(session, "alba", c.GiveFloor())
    reached(page, session)
    page.keyboard.type("por favor repitan")
    expect(box).to_have_value("No se oye en la sala, por favor repitan")
    expect(box).to_be_focused()


def test_whoever_gets_the_chair_gets_its_page(visit: Visit, session: Session) -> None:
    page = visit(cast("elias"))
    enter(page, session)
    page.wait_for_timeout(5_000)  # a page that was just loaded isn't loaded again at once
    expect(page.locator("[data-region=lobby]")).to_have_count(0)
    play(session, "alba", c.HandOverChair(seat_of(session, "elias").key))
    expect(page.locator("[data-region=lobby]")).to_have_count(1, timeout=10_000)
    reached(page, session)


def test_whoever_is_removed_sees_the_door(visit: Visit, session: Session) -> None:
    page = visit(cast("fatima"))
    enter(page, session)
    page.wait_for_timeout(5_000)
    play(session, "alba", c.Remove(seat_of(session, "fatima").key, "Grabó sin permiso"))
    expect(page.locator("[data-room]")).to_have_count(0, timeout=10_000)
