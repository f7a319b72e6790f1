"""An organization proposes on a phone, is answered and says so; an official answers forty by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from consultations.models import Consultation
from consultations.modes.opinion.models import Response
from incidencia.organizations.models import Agency
from tests.conftest import Cast
from tests.factories import consultations as processes
from tests.factories import opinion as make
from tests.factories.incidencia import accept_notice
from tests.factories.incidencia import person as somebody
from tests.journeys.conftest import Visit
from tests.journeys.place import tab_to
from tests.journeys.proposing import judges_it_answered, proposes

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def process(cast: Cast, agency: Agency) -> Consultation:
    """In operation, with a question that stands open; alba convenes, dora is an official, bruno a member."""
    for name in ("alba", "bruno", "dora"):
        accept_notice(cast[name])  # type: ignore[arg-type]
    made = processes.operating(agency, cast["alba"], civil=cast["bruno"], official=cast["dora"])  # type: ignore[arg-type]
    make.asked(made, cast["alba"])  # type: ignore[arg-type]
    return made


def test_an_organization_proposes_on_a_phone_is_answered_and_says_so(
    visit: Visit, cast: Cast, process: Consultation
) -> None:
    phone = visit(cast["bruno"], viewport=PHONE)
    sent = proposes(phone, process, "Red Norte por la Salud")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    make.answered([sent], drafter=cast["dora"], reader=cast["alba"], signer=cast["alba"])  # type: ignore[arg-type]
    phone.reload()
    judges_it_answered(phone)


def test_forty_proposals_are_answered_in_five_groups_by_keyboard_alone(
    visit: Visit, cast: Cast, process: Consultation
) -> None:
    where = make.where(process.activities.get())
    for group in range(5):
        for n in range(8):
            make.sent(where, somebody(f"Persona {group} {n}"), title=f"Tema{group} de la propuesta {n}")
    official = visit(cast["dora"])
    desk = f"/procesos/{process.reference}/respuestas/mesa/"
    for group in range(5):
        official.goto(desk)
        tab_to(official, "input[name=q]")
        official.keyboard.type(f"tema{group}")
        official.keyboard.press("Enter")
        official.wait_for_url("**?q=*")
        for _ in range(8):
            tab_to(official, "input[name=to]:not(:checked)")
            official.keyboard.press("Space")
        tab_to(official, "main form button.button:not(.quiet)")
        official.keyboard.press("Enter")
        official.wait_for_url("**/escribir/")
        tab_to(official, "input[name=disposition]")
        official.keyboard.press("Space")
        tab_to(official, "textarea[name=reasons]")
        official.keyboard.type(make.REASONS, delay=0)
        tab_to(official, "main form button[type=submit]")
        official.keyboard.press("Enter")
        expect(official.locator("main .notice")).to_be_visible()
    assert Response.objects.exclude(reasons="").count() == 5
    _read_signed_and_published(visit(cast["alba"]), desk)
    assert Response.objects.filter(published_at__isnull=False).count() == 5
    official.goto(desk)
    expect(official.locator("main .empty")).to_be_visible()


def _read_signed_and_published(page: Page, desk: str) -> None:
    for response in Response.objects.order_by("pk"):
        page.goto(f"/aportaciones/respuestas/{response.reference}/escribir/")
        tab_to(page, "button[value=well]")
        page.keyboard.press("Enter")
        expect(page.locator("button[value=sign]")).to_be_visible()
    for act in ("sign", "publish"):
        page.goto(desk)
        for _ in range(5):
            tab_to(page, "input[name=response]:not(:checked)")
            page.keyboard.press("Space")
        tab_to(page, f"button[value={act}]")
        page.keyboard.press("Enter")
        page.wait_for_load_state("load")
        expect(page.locator(".messages, [role=status]").first).to_be_visible()
