"""A small organization's walk: it finds the open call, makes its accounts, applies, is admitted and gets a seat."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from consultations.members.kinds import Side
from consultations.models import Consultation
from incidencia.clock import now
from incidencia.organizations.models import Agency
from sessions import services
from sessions.models import Session
from tests.conftest import Cast
from tests.factories import consultations as make
from tests.factories.incidencia import accept_notice
from tests.journeys.conftest import Visit
from tests.journeys.newcomer import EMAIL, admits, applies, finds, registers, signs_up
from tests.journeys.place import fill

pytestmark = pytest.mark.browser


def test_an_organization_joins_by_the_open_call(visit: Visit, cast: Cast, agency: Agency) -> None:
    process = make.published(agency, cast["alba"])  # type: ignore[arg-type]
    make.member(process, cast["dora"], side=Side.PUBLIC, capacity="Directora")  # type: ignore[arg-type]
    accept_notice(cast["alba"])  # type: ignore[arg-type]
    nadia, alba = visit(viewport={"width": 390, "height": 844}), visit(cast["alba"])
    finds(nadia, process)
    signs_up(nadia)
    registers(nadia)
    applies(nadia, process)
    admits(alba, process)
    assert EMAIL in mail.outbox[-1].to
    assert process.reference in str(mail.outbox[-1].body)
    nadia.goto(f"/procesos/{process.reference}/")
    expect(nadia.locator("[aria-labelledby=standing]")).to_contain_text("Brisa del Golfo")
    expect(nadia.locator("main")).to_contain_text("Nadia Cruz")
    _accredited(alba, process)
    session = Session.objects.get()
    nadia.goto(f"/sesiones/{session.reference}/")
    expect(nadia.locator("[aria-labelledby=seat]")).to_contain_text("Brisa del Golfo")


def _accredited(page: Page, process: Consultation) -> None:
    """Alba begins the operation and drafts a session; it is convened from the page the other journey walks."""
    page.goto(f"/procesos/{process.reference}/")
    page.locator("form[action$='/iniciar/'] button, a[href$='/iniciar/']").first.click()
    page.wait_for_load_state()
    if page.url.endswith("/iniciar/"):
        page.locator("main form button").first.click()
    page.goto(f"/procesos/{process.reference}/sesiones/nueva/")
    soon = (now() + timedelta(days=10)).astimezone(ZoneInfo(process.zone)).strftime("%Y-%m-%dT%H:%M")
    chair = process.memberships.get(person__name__startswith="Dora")
    fill(page.locator("main form"), title_es="Primera sesión", starts_at=soon, presides=str(chair.pk))
    page.locator("main form button").click()
    page.wait_for_url("**/preparar/**")
    expect(page.locator("#people")).to_contain_text("Nadia Cruz")
    session = Session.objects.get()
    item = session.draft_items.get(kind="subject")
    services.item_change(item, title_es="La costa", title_en="", minutes=30, by=session.created_by)
    services.contact_change(session, by=session.created_by, place="Sala 1")
    page.goto(f"/sesiones/{session.reference}/convocar/")
    page.locator("main form button").click()
    page.wait_for_url(f"**/sesiones/{session.reference}/")
    assert any(EMAIL in letter.to and session.reference in str(letter.body) for letter in mail.outbox)
