"""Nadia comes from outside: she makes an account, registers her organization, applies and is admitted."""

import re
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import Page, expect

from consultations.models import Consultation
from tests.factories.incidencia import PASSWORD
from tests.journeys.place import fill

EMAIL = "nadia@example.org"


def finds(page: Page, process: Consultation) -> None:
    """From the first page to the door of the open call."""
    page.goto("/")
    page.locator(f"a[href='/procesos/{process.reference}/']").first.click()
    page.locator("[aria-labelledby=standing] a.button").click()
    page.wait_for_url("**/cuenta/login/**")
    page.locator("main a[href*='/cuenta/signup/']").click()


def signs_up(page: Page) -> None:
    """An account, its address confirmed by the link of the letter."""
    fill(page.locator("main form"), name="Nadia Cruz", email=EMAIL, password1=PASSWORD, accept=True)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/confirm-email/")
    link = re.search(r"https?://\S+/confirm-email/\S+/", str(mail.outbox[-1].body))
    assert link
    page.goto(urlsplit(link[0]).path)
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "confirm-email" not in url)


def registers(page: Page) -> None:
    """The organization she speaks for."""
    page.goto("/organizaciones/registrar/")
    fill(page.locator("main form"), name="Brisa del Golfo", acronym="Brisa", category="cso", about="Cuida la costa.")
    page.locator("main form button.button").last.click()
    page.wait_for_url(re.compile(r"/organizaciones/\d+/$"))


def applies(page: Page, process: Consultation) -> None:
    """In its name, requirement by requirement."""
    page.goto(f"/procesos/{process.reference}/participar/")
    page.get_by_label("Brisa del Golfo").check()
    form = page.locator("main form")
    fill(form, motivation="Trabajamos en el tema desde hace diez años.", names_public=True)
    for box in form.locator("textarea[name^=requirement_]").all():
        box.fill("Lo cumplimos.")
    form.locator("button[type=submit]").click()
    page.wait_for_url(re.compile(r"/postulaciones/\d+/$"))
    expect(page.locator("main")).to_contain_text("Lo cumplimos.")


def admits(page: Page, process: Consultation) -> None:
    """Whoever convenes reads the application and admits it."""
    page.goto(f"/procesos/{process.reference}/")
    page.locator("a[href$='/postulaciones/']").first.click()
    page.get_by_role("link", name="Nadia Cruz").click()
    page.locator("[aria-labelledby=admit] button").click()
    page.wait_for_load_state()
    expect(page.locator(".tag.ok").first).to_be_visible()
