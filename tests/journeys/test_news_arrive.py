"""A member reads a feed on a phone; what the office publishes meanwhile arrives without a reload."""

import pytest
from playwright.sync_api import expect

from consultations.modes.information.models import Item
from incidencia.organizations.models import Agency
from tests.conftest import Cast
from tests.factories import consultations as processes
from tests.factories import information as make
from tests.factories.incidencia import accept_notice
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def test_what_is_published_arrives_on_an_open_page_and_is_marked_as_read(
    visit: Visit, cast: Cast, agency: Agency
) -> None:
    for name in ("alba", "bruno"):
        accept_notice(cast[name])  # type: ignore[arg-type]
    alba, bruno = cast["alba"], cast["bruno"]
    process = processes.operating(agency, alba, civil=bruno, official=cast["dora"])  # type: ignore[arg-type]
    feed = make.feed(process, alba)  # type: ignore[arg-type]
    at = f"/procesos/{process.reference}/actividades/{feed.place}/"
    phone = visit(bruno, viewport=PHONE)
    phone.goto(at)
    expect(phone.locator("[data-stream]")).to_contain_text("Todavía no hay nada publicado")

    office = visit(alba)
    office.goto(at)
    office.locator(".hero .actions a.button").click()
    form = office.locator("main form")
    form.locator("[name=title_es]").fill("Borrador cero")
    form.locator("[name=summary_es]").fill("Tiene 34 párrafos; tres tocan al país.")
    expect(form.locator("[name=place]")).to_be_hidden()
    form.locator("[name=kind]").select_option("meeting")
    expect(form.locator("[name=place]")).to_be_visible()
    form.locator("[name=kind]").select_option("document")
    form.locator("button[type=submit]").click()
    office.locator("[aria-labelledby=drafted] a.button").first.click()
    office.locator("main form button[type=submit]").click()
    item = Item.objects.get()
    expect(office.locator("main")).to_contain_text(item.reference)

    expect(phone.locator("[data-stream] h3")).to_have_text("Borrador cero", timeout=15_000)
    expect(phone.locator("[data-arrived]")).to_contain_text("Acaba de llegar")
    phone.locator("[data-stream] h3 a").click()
    phone.locator("[aria-labelledby=read] button").click()
    expect(phone.locator("[aria-labelledby=read]")).to_contain_text("Ya la leyó")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert item.reads.get().person == bruno
