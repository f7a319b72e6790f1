"""Somebody answers a question in their organization's name, from the page of the process to the receipt."""

from playwright.sync_api import Page, expect

from consultations.models import Consultation
from consultations.modes.opinion.models import Submission
from tests.journeys.place import fill


def proposes(page: Page, process: Consultation, name: str) -> Submission:
    """Promise the one proposal there is, sent for the organization of that name; the page is its receipt."""
    page.goto(f"/procesos/{process.reference}/")
    page.locator("[aria-labelledby=activities] h3 a").first.click()
    page.locator(".hero .actions a.button").click()
    form = page.locator("form[data-draft]")
    fill(form, title="Nombrar la receta electrónica", position="changes", text="El párrafo 4 calla la receta.")
    form.locator("[name=speaking_as]").select_option(index=2)
    expect(form.locator("[data-saved]")).to_contain_text("Borrador guardado", timeout=15_000)
    form.locator("button[value=preview]").click()
    expect(page.locator("article")).to_contain_text(name)
    page.locator("main form button").last.click()
    sent = Submission.objects.select_related("contribution").get()
    expect(page.locator("main")).to_contain_text(sent.contribution.reference)
    expect(page.locator("main")).to_contain_text(sent.contribution.hash[:16])
    return sent


def judges_it_answered(page: Page) -> None:
    """On the page of the answered proposal its author says that it answers the point; the trail has two steps."""
    expect(page.locator("[aria-labelledby=answer]")).to_contain_text("Adoptada en parte")
    page.locator("[aria-labelledby=answer] a.button").click()
    fill(page.locator("main form"), answers="yes")
    page.locator("main form button").click()
    expect(page.locator("[aria-labelledby=answer]")).to_contain_text("Quien la envió dice que atiende el punto")
    expect(page.locator(".trail li.done")).to_have_count(2)
