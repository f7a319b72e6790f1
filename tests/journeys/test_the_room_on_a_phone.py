"""The room at 390 px: what is spoken, decided and worked on comes first; a ballot is under the thumb."""

import pytest
from playwright.sync_api import Page, expect

from sessions.core import commands as c
from sessions.core.terms import AmendmentKind, Method, TextKind
from sessions.models import Session
from tests.factories.sessions import cast, play, session_open
from tests.journeys.conftest import Visit
from tests.journeys.place import Place

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
WORDS = tuple(f"Párrafo {n}: el país toma nota de las cifras y las publica cada año." for n in range(1, 9))


@pytest.fixture
def session(server: str) -> Session:
    session = session_open()
    play(session, "alba", c.PresentText(TextKind.CHAIR, "Borrador de posición", WORDS))
    play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Se publican cada mes."))
    play(session, "alba", c.RuleAdmissible("x1.a1"))
    play(session, "elias", c.PlaceBracket("x1.1", 1, "el país"))
    play(session, "dora", c.RequestFloor())
    return session


def tops(page: Page, *regions: str) -> list[float]:
    """How far down each region begins."""
    found = [page.locator(f"[data-region={name}]").bounding_box() for name in regions]
    assert all(found)
    return [box["y"] for box in found if box]


def test_what_is_decided_and_the_text_come_before_the_lists_and_a_ballot_is_at_hand(
    visit: Visit, session: Session
) -> None:
    page = visit(cast("bruno"), viewport=PHONE)
    place = Place(page, session.reference).enter()
    order = tops(page, "floor", "text", "list", "people", "questions", "journal", "agenda")
    assert order == sorted(order)
    play(session, "alba", c.PutToVote("", Method.SHOW, about="x1.a1"))
    place.present()
    order = tops(page, "floor", "decision", "text", "list")
    assert order == sorted(order)
    expect(page.locator(".dock a[data-do=cast_vote]")).to_be_in_viewport()
    assert order[1] < PHONE["height"], "the question put is seen without scrolling"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_what_the_desk_seldom_needs_is_reached_by_keyboard_and_without_a_script(
    visit: Visit, session: Session
) -> None:
    page = visit(cast("alba"), java_script_enabled=False)
    page.goto(f"/sesiones/{session.reference}/sala/")
    paper = page.locator("#more-paper a[data-do=paper_vote]")
    expect(paper).to_be_hidden()
    page.locator("#more-paper > summary").focus()
    page.keyboard.press("Enter")
    expect(paper).to_be_visible()
    paper.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/actos/paper_vote/")
