"""A reader's line breaks, is blocked, or moves to another place: the page goes on by itself and loses nothing."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sessions.core import commands as c
from sessions.models import Session
from tests.factories.sessions import cast, play, seat_of, session_open
from tests.journeys.conftest import Visit
from tests.journeys.line import Line
from tests.journeys.place import CONNECTED, Place

pytestmark = pytest.mark.browser


@pytest.fixture
def session(server: str) -> Session:
    return session_open()


def test_a_lost_line_comes_back_to_the_present(visit: Visit, session: Session) -> None:
    page = visit(cast("fatima"))
    line = Line(page)
    place = Place(page, session.reference).enter()
    told = page.locator("[data-line-state]")
    line.cut()
    page.locator("[data-room][data-line=lost]").wait_for()
    expect(told).to_have_attribute("data-state", "lost")
    meanwhile(session)
    line.down = False
    page.locator(CONNECTED).wait_for(timeout=20_000)
    expect(told).to_have_attribute("data-state", "connected")
    place.present()
    assert (line.joined, place.stayed()) == (2, True)
    shown = lines(page)
    assert shown == list(range(shown[0], session.seq + 1)), "a gap in the journal"
    resumed = picture(page)
    place.enter()
    place.present()
    assert picture(page) == resumed


def test_where_sockets_are_forbidden_the_page_asks_every_few_seconds(visit: Visit, session: Session) -> None:
    page = visit(cast("fatima"))
    Line(page, down=True)
    place = Place(page, session.reference)
    page.goto(place.address)
    page.locator("[data-room][data-line=polling]").wait_for(timeout=40_000)
    expect(page.locator("[data-line-state]")).to_have_attribute("data-state", "polling")
    meanwhile(session)
    place.present()
    expect(place.region("floor").locator("h2")).to_have_text("Elías Montes")
    place.sees("list", "Bruno Sosa")
    assert lines(page)[-1] == session.seq


def test_a_reload_shows_what_the_stream_built(visit: Visit, session: Session) -> None:
    page = visit(cast("bruno"))
    place = Place(page, session.reference).enter()
    meanwhile(session)
    play(session, "alba", c.AddItem("Un error", "", 5, "Se pulsó"))
    play(session, "alba", c.Undo())
    place.present()
    streamed = picture(page)
    place.enter()
    place.present()
    assert picture(page) == streamed
    expect(page.locator("[data-region=journal] > li.undone")).to_have_count(1)


def test_what_somebody_types_is_never_swapped_and_their_focus_stays(visit: Visit, session: Session) -> None:
    page = visit(cast("bruno"))
    place = Place(page, session.reference).enter()
    place.control("raise_point").click()
    box = page.locator("dialog[open] [name=text]")
    box.press_sequentially("No se oye en la sala, ")
    meanwhile(session)
    place.present()
    expect(box).to_be_focused()
    page.keyboard.type("por favor repitan")
    expect(box).to_have_value("No se oye en la sala, por favor repitan")
    page.locator("dialog[open] form button.button").first.click()
    place.sees("floor", "No se oye en la sala, por favor repitan")
    assert place.stayed()


def test_whoever_gets_the_chair_gets_its_page(visit: Visit, session: Session) -> None:
    page = visit(cast("elias"))
    place = Place(page, session.reference).enter()
    page.wait_for_timeout(5_000)  # a page that was just loaded isn't loaded again at once
    expect(place.region("lobby")).to_have_count(0)
    play(session, "alba", c.HandOverChair(seat_of(session, "elias").key))
    expect(place.region("lobby")).to_have_count(1, timeout=10_000)
    place.present()


def test_whoever_is_removed_sees_the_door(visit: Visit, session: Session) -> None:
    page = visit(cast("fatima"))
    Place(page, session.reference).enter()
    page.wait_for_timeout(5_000)
    play(session, "alba", c.Remove(seat_of(session, "fatima").key, "Grabó sin permiso"))
    expect(page.locator("[data-room]")).to_have_count(0, timeout=10_000)


def meanwhile(session: Session) -> None:
    """Enough to change every region but the agreements."""
    play(session, "elias", c.RequestFloor())
    play(session, "alba", c.GiveFloor())
    play(session, "bruno", c.RequestFloor())
    play(session, "alba", c.VerifyQuorum())
    play(session, "alba", c.AddItem("Mientras tanto", "", 5, "Se agrega"))


def lines(page: Page) -> list[int]:
    """The numbers of the journal's lines, the oldest first."""
    found = page.eval_on_selector_all("[data-region=journal] > li", "all => all.map(x => Number(x.dataset.seq))")
    return sorted(found)


def picture(page: Page) -> Any:
    """Every region as text, with its numbers that run left out; of the journal, each line's number and class too."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-region]")].map((r) => {
            const copy = r.cloneNode(true)
            const clocks = "[data-timer], [data-limit], time, meter, progress"
            for (const clock of copy.querySelectorAll(clocks)) clock.remove()
            const text = copy.textContent.replace(/\\s+/g, " ").replace(/\\d+:\\d\\d/g, "")
            const rows = r.dataset.region === "journal" ? [...r.children].map((x) => x.dataset.seq + x.className) : []
            return [r.dataset.region, [text, ...rows]]
        }))"""
    )
