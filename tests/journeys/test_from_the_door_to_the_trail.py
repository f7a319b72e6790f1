"""The whole walk of an organization, on a phone: registered, verified, admitted, heard, answered, followed."""

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from consultations.members.kinds import Side
from consultations.modes.opinion.models import Submission
from incidencia.organizations.models import Agency, Organization, Verification
from tests.conftest import Cast
from tests.factories import consultations as processes
from tests.factories import opinion as make
from tests.factories.incidencia import accept_notice
from tests.journeys.conftest import Visit
from tests.journeys.newcomer import EMAIL, admits, applies, finds, registers, signs_up
from tests.journeys.place import fill
from tests.journeys.proposing import judges_it_answered, proposes

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def test_an_organization_is_verified_admitted_answered_and_follows_its_proposal(
    visit: Visit, cast: Cast, agency: Agency
) -> None:
    people = {name: cast[name] for name in ("alba", "dora")}
    for person in people.values():
        accept_notice(person)  # type: ignore[arg-type]
    process = processes.published(agency, people["alba"])  # type: ignore[arg-type]
    processes.member(process, people["dora"], side=Side.PUBLIC, capacity="Directora")  # type: ignore[arg-type]
    make.asked(process, people["alba"])  # type: ignore[arg-type]
    phone, alba = visit(viewport=PHONE), visit(people["alba"])
    finds(phone, process)
    signs_up(phone)
    registers(phone)
    _is_verified(phone, alba)
    applies(phone, process)
    admits(alba, process)
    sent = proposes(phone, process, "Brisa del Golfo")
    make.answered([sent], drafter=people["dora"], reader=people["alba"], signer=people["alba"])  # type: ignore[arg-type]
    assert EMAIL in mail.outbox[-1].to
    _is_answered(phone, sent)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def _is_verified(phone: Page, alba: Page) -> None:
    phone.locator("[aria-labelledby=verification] a.button").first.click()
    form = phone.locator("main form.form")
    form.locator("[name=proof]").first.check()
    fill(form, text="Escritura 1234, notaría 5 del puerto.")
    form.locator("button[type=submit]").click()
    phone.wait_for_url("**/organizaciones/verificaciones/*/")
    alba.goto("/pendientes/")
    alba.get_by_role("link", name="Verificar: Brisa del Golfo").click()
    alba.locator("[aria-labelledby=verify] button").first.click()
    expect(alba.locator("main")).to_contain_text("verificada")
    assert Verification.objects.get().result == "verified"
    phone.goto(f"/organizaciones/{Organization.objects.get(acronym='Brisa').pk}/")
    expect(phone.locator("main .row .tag.ok").first).to_have_text("verificada")


def _is_answered(phone: Page, sent: Submission) -> None:
    phone.goto("/pendientes/")
    phone.get_by_role("link", name="¿Atiende su punto?").click()
    judges_it_answered(phone)
    phone.goto("/pendientes/")
    expect(phone.locator("main")).not_to_contain_text("¿Atiende su punto?")
    assert sent.contribution.steps.count() == 2
