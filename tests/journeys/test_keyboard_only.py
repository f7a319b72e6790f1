"""Without a mouse: Tab, Enter, Escape and the keys of the desk do everything."""

import pytest
from playwright.sync_api import expect

from sessions.core import commands as c
from sessions.core.terms import Effect
from tests.conftest import Cast
from tests.factories.sessions import play, session_open
from tests.journeys.conftest import Visit
from tests.journeys.place import Place, tab_to

pytestmark = pytest.mark.browser


def test_a_member_asks_for_the_floor_and_objects_by_keyboard_alone(visit: Visit, cast: Cast) -> None:
    session = session_open()
    place = Place(visit(cast["bruno"]), session.reference).enter()
    page = place.page
    tab_to(page, "a[data-do=request_floor]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-place]")).to_be_visible()
    play(session, "alba", c.ProposeAdoption("Publicar las cifras cada mes.", Effect.RECOMMENDS))
    place.sees("decision", "Publicar las cifras")
    tab_to(page, "a[data-do=object]")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] [name=reason]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("a[data-do=object]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] [name=reason]")).to_be_focused()
    page.keyboard.type("Falta nombrar a las personas cuidadoras.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    place.sees("decision", "Falta nombrar")
    assert place.stayed()


def test_the_desk_gives_the_floor_by_its_key(visit: Visit, cast: Cast) -> None:
    session = session_open()
    play(session, "bruno", c.RequestFloor())
    place = Place(visit(cast["alba"]), session.reference).enter()
    place.page.keyboard.press("Alt+Shift+N")
    expect(place.region("floor").locator("h2")).to_have_text("Bruno Sosa")


def test_the_chair_goes_from_step_to_step_with_one_key_and_the_hall_follows(visit: Visit, cast: Cast) -> None:
    """The same person has the console and the projector open; a key that repeats does nothing twice."""
    session = session_open(item="", list_open=False)
    desk, hall = Place(visit(cast["alba"]), session.reference).enter(), visit(cast["alba"])
    hall.goto(f"/sesiones/{session.reference}/sala/pantalla/")
    step = desk.page.locator("#next-act")

    def one_key(act: str) -> None:
        expect(step).to_have_attribute("data-do", act)
        desk.present()  # nothing more moves under the key
        desk.page.locator("[data-controls]:not([data-settling]) #next-act").wait_for()
        desk.page.keyboard.press("Alt+Shift+Enter")
        desk.page.keyboard.press("Alt+Shift+Enter")

    def opens(title: str) -> None:
        one_key("open_item")
        desk.sees("floor", title)
        expect(hall.locator("[data-region=floor]")).to_contain_text(title)

    opens("Lista de asistencia")
    opens("Orden del día")
    expect(step).to_have_attribute("data-do", "adopt_agenda")
    play(session, "dora", c.AdoptAgenda())
    opens("Lectura y aprobación del acta anterior")  # the agenda is adopted: nothing more is said on it
    one_key("open_list")
    desk.sees("list", "abiertos")
    play(session, "bruno", c.RequestFloor())
    expect(step).to_contain_text("Bruno Sosa")
    expect(hall.locator(".queue")).to_contain_text("Bruno Sosa")
    assert desk.stayed()
    assert not hall.locator(".screen a:visible, .screen button:visible").count()
