"""The meeting without a script: the room loads itself again, and every act is a small page of its own."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sessions.core import commands as c
from sessions.models import Session
from tests.conftest import Cast
from tests.factories.sessions import admit, lively, play, seat_of, session_in_lobby
from tests.journeys.conftest import Visit
from tests.journeys.place import fill
from tests.journeys.world_text import text_room

pytestmark = pytest.mark.browser

WORDS = "Conservar la perspectiva de género en el párrafo 6."


def test_chair_and_member_hold_the_meeting_without_a_script(visit: Visit, cast: Cast) -> None:
    session = session_in_lobby(admit=False)
    for name in ("alba", "elias", "fatima"):
        admit(session, name)
    dora, bruno = (visit(cast[name], java_script_enabled=False) for name in ("dora", "bruno"))
    _at_the_door(session, dora, bruno)
    _act(dora, session, "open_session")
    _act(dora, session, "open_item", item="i5")
    _act(dora, session, "open_list")
    _floor(session, dora, bruno)
    _decision(session, dora, bruno)
    _act(dora, session, "conclude_item", outcome="Hubo un acuerdo.")
    _act(dora, session, "close_session")
    expect(_room(dora, session).locator("[data-region=floor] a[href$='/acta/']")).to_be_visible()
    expect(_room(bruno, session).locator("[data-region=floor]")).to_contain_text("La sesión terminó")
    bruno.locator(f"[data-region=floor] a[href$='/sesiones/{session.reference}/']").click()
    expect(bruno.locator("main")).to_contain_text("El proyecto de acta circula")  # a link to it only once it does


def test_the_next_step_leads_through_a_text_by_one_link_and_one_button(visit: Visit, cast: Cast) -> None:
    session = text_room()
    play(session, "bruno", c.CoSponsor("x1.a2"))
    dora = visit(cast["dora"], java_script_enabled=False)
    for act in ("give_floor", "stop_speech", "rule_admissible", "rule_admissible", "order_amendments"):
        lively(session)
        step = _room(dora, session).locator("#next-act")
        expect(step).to_have_attribute("data-do", act)
        step.click()
        dora.locator("form[data-send] button").first.click()
        dora.wait_for_url(f"**/sesiones/{session.reference}/sala/")
    expect(dora.locator("#next-act")).to_have_attribute("data-do", "decide_amendment")


def test_the_page_that_loads_itself_again_holds_no_form(visit: Visit, cast: Cast) -> None:
    session = session_in_lobby()
    for name in ("bruno", "alba"):
        page = _room(visit(cast[name], java_script_enabled=False), session)
        refreshing = page.locator("meta[http-equiv=refresh]")
        assert refreshing.count() == 1
        assert page.locator("form:visible, :is(input, select, textarea):visible").count() == 0


def test_a_refusal_keeps_what_was_typed(visit: Visit, cast: Cast) -> None:
    session = session_in_lobby()
    page = visit(cast["bruno"], java_script_enabled=False)
    page.goto(f"/sesiones/{session.reference}/sala/actos/raise_point/")  # before it opens: the core refuses
    fill(page.locator("form[data-send]"), text="Falta el quórum")
    page.locator("form[data-send] button").click()
    expect(page.locator("[name=text]")).to_have_value("Falta el quórum")
    expect(page.locator("main [role=alert]").first).to_be_visible()


def _room(page: Page, session: Session) -> Page:
    page.goto(f"/sesiones/{session.reference}/sala/")
    return page


def _act(page: Page, session: Session, name: str, **fields: Any) -> None:
    """From the room to the list of what one can do, to the act's page, and back to the room."""
    lively(session)  # the others are there, however long this takes
    _room(page, session).locator(".announce a[href$='/sala/actos/']").click()
    at_once = page.locator(f"main form[action$='/actos/{name}/'] button")
    if at_once.count():
        at_once.click()
    else:
        page.locator(f"main a[href$='/actos/{name}/']").last.click()
        form = page.locator("form[data-send]")
        fill(form, **fields)
        form.locator("button").click()
    page.wait_for_url(f"**/sesiones/{session.reference}/sala/")


def _at_the_door(session: Session, dora: Page, bruno: Page) -> None:
    _act(dora, session, "ask_admission")
    _room(bruno, session).locator("form[action$='/ask_admission/'] button").click()
    bruno.wait_for_url("**/sala/")
    assert bruno.locator("meta[http-equiv=refresh]").count() == 1
    _act(dora, session, "admit", seat=seat_of(session, "dora").key)
    expect(_room(dora, session).locator("[data-region=lobby]")).to_contain_text("Bruno Sosa")
    _act(dora, session, "admit_waiting")
    expect(_room(bruno, session).locator("[data-room]")).to_be_visible()


def _floor(session: Session, dora: Page, bruno: Page) -> None:
    _act(bruno, session, "request_floor")
    expect(bruno.locator("[data-place]")).to_be_visible()
    _act(dora, session, "give_floor")
    expect(_room(bruno, session).locator("[data-region=floor] h2")).to_have_text("Bruno Sosa")
    _act(bruno, session, "end_speech")


def _decision(session: Session, dora: Page, bruno: Page) -> None:
    _act(dora, session, "propose", text=WORDS, effect="recommends")
    _act(bruno, session, "object", reason="Falta nombrar a las personas cuidadoras.")
    expect(_room(dora, session).locator("[data-region=decision]")).to_contain_text("Falta nombrar")
    _act(bruno, session, "withdraw_objection")
    agreed = dora.locator("[data-region=agreements]").filter(has_text=WORDS)
    expect(agreed).to_be_visible(timeout=20_000)  # the page comes back by itself
    _act(dora, session, "read_agreement")
    _act(bruno, session, "enter_reservation", text="Con un plazo de un año.")
    expect(bruno.locator("[data-region=agreements]")).to_contain_text("Con un plazo de un año.")
