"""A small organization's walk: it finds the open call, makes its accounts, applies, is admitted and gets a seat."""

import re
from datetime import timedelta
from urllib.parse import urlsplit
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
from tests.factories.incidencia import PASSWORD, accept_notice
from tests.journeys.conftest import Visit
from tests.journeys.place import fill

pytestmark = pytest.mark.browser

EMAIL = "nadia@example.org"


def test_an_organization_joins_by_the_open_call(visit: Visit, cast: Cast, agency: Agency) -> None:
    process = make.published(agency, cast["alba"])  # type: ignore[arg-type]
    make.member(process, cast["dora"], side=Side.PUBLIC, capacity="Directora")  # type: ignore[arg-type]
    accept_notice(cast["alba"])  # type: ignore[arg-type]
    nadia, alba = visit(viewport={"width": 390, "height": 844}), visit(cast["alba"])
    _finds(nadia, process)
    _signs_up(nadia)
    _registers(nadia)
    _applies(nadia, process)
    _admits(alba, process)
    assert EMAIL in mail.outbox[-1].to
    assert process.reference in str(mail.outbox[-1].body)
    nadia.goto(f"/procesos/{process.reference}/")
    expect(nadia.locator("[aria-labelledby=standing]")).to_contain_text("Brisa del Golfo")
    expect(nadia.locator("main")).to_contain_text("Nadia Cruz")
    _accredited(alba, process)
    session = Session.objects.get()
    nadia.goto(f"/sesiones/{session.reference}/")
    expect(nadia.locator("[aria-labelledby=seat]")).to_contain_text("Brisa del Golfo")


def _finds(page: Page, process: Consultation) -> None:
    page.goto("/")
    page.locator(f"a[href='/procesos/{process.reference}/']").first.click()
    page.locator("[aria-labelledby=standing] a.button").click()
    page.wait_for_url("**/cuenta/login/**")
    page.locator("main a[href*='/cuenta/signup/']").click()


def _signs_up(page: Page) -> None:
    fill(page.locator("main form"), name="Nadia Cruz", email=EMAIL, password1=PASSWORD, accept=True)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/confirm-email/")
    link = re.search(r"https?://\S+/confirm-email/\S+/", str(mail.outbox[-1].body))
    assert link
    page.goto(urlsplit(link[0]).path)
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "confirm-email" not in url)


def _registers(page: Page) -> None:
    page.goto("/organizaciones/registrar/")
    fill(page.locator("main form"), name="Brisa del Golfo", acronym="Brisa", category="cso", about="Cuida la costa.")
    page.locator("main form button.button").last.click()
    page.wait_for_url(re.compile(r"/organizaciones/\d+/$"))


def _applies(page: Page, process: Consultation) -> None:
    page.goto(f"/procesos/{process.reference}/participar/")
    page.get_by_label("Brisa del Golfo").check()
    form = page.locator("main form")
    fill(form, motivation="Trabajamos en el tema desde hace diez años.", names_public=True)
    for box in form.locator("textarea[name^=requirement_]").all():
        box.fill("Lo cumplimos.")
    form.locator("button[type=submit]").click()
    page.wait_for_url(re.compile(r"/postulaciones/\d+/$"))
    expect(page.locator("main")).to_contain_text("Lo cumplimos.")


def _admits(page: Page, process: Consultation) -> None:
    page.goto(f"/procesos/{process.reference}/")
    page.locator("a[href$='/postulaciones/']").first.click()
    page.get_by_role("link", name="Nadia Cruz").click()
    page.locator("[aria-labelledby=admit] button").click()
    page.wait_for_load_state()
    expect(page.locator(".tag.ok").first).to_be_visible()


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
