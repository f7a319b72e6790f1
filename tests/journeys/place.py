"""Somebody's place in the room, as their browser shows it: acts by the controls, waits by the page's own numbers."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from sessions.models import Session

CONNECTED = "[data-room][data-line=connected]"
FORM = "form[data-send]"


class Place:
    """One page in one room. Controls are told by the name of their act, fields by theirs."""

    def __init__(self, page: Page, reference: str) -> None:
        self.page, self.reference = page, reference
        self.address = f"/sesiones/{reference}/sala/"

    def enter(self) -> "Place":
        """Open the room and wait until the line stands. From here on nothing may load the page again."""
        self.page.goto(self.address)
        return self.inside()

    def inside(self) -> "Place":
        """Wait until this page is the room with its line standing, and mark it: a page loaded again has no mark."""
        self.page.locator(CONNECTED).wait_for(timeout=20_000)
        self.page.evaluate("window.neverLoadedAgain = true")
        return self

    def stayed(self) -> bool:
        """Whether the page is still the one that `inside` marked."""
        return bool(self.page.evaluate("window.neverLoadedAgain === true"))

    def knock(self) -> None:
        """Ask to be admitted, at the door."""
        self.page.goto(self.address)
        self.page.locator("form[action$='/ask_admission/'] button").click()
        self.page.wait_for_url(f"**{self.address}")

    def region(self, name: str) -> Locator:
        return self.page.locator(f"[data-region={name}]")

    def control(self, act: str, within: str = "") -> Locator:
        """The control of an act that shows now, the menu opened where it is in the menu."""
        found = self.page.locator(f"{within} a[data-do={act}]:not([hidden])").first
        found.wait_for(state="attached")
        if not found.is_visible():
            self.page.locator(f"details:has(a[data-do={act}]:not([hidden])) > summary").last.click()
        return found

    def act(self, name: str, within: str = "", **fields: Any) -> None:
        """Do an act by its control; what asks for fields does so in the dialog. Ends when it is done."""
        toast = self.page.locator("[data-toast]")
        toast.evaluate("place => place.replaceChildren()")
        control = self.control(name, within)
        once = control.get_attribute("data-once") is not None
        control.click()
        if not once:
            fill(self.page.locator("dialog[open]"), **fields)
            self.page.locator("dialog[open] form button.button").first.click()
        toast.locator(".toast").wait_for()

    def present(self) -> None:
        """Wait until the page has heard all that the log says."""
        seq = Session.objects.values_list("seq", flat=True).get(reference=self.reference)
        self.page.wait_for_function("n => Number(document.querySelector('[data-room]').dataset.seq) >= n", arg=seq)

    def sees(self, region: str, words: str) -> None:
        """Wait until a region says these words."""
        expect(self.region(region)).to_contain_text(words)


def fill(within: Locator, **fields: Any) -> None:
    """Fill fields by name: text, choice, radio or check box."""
    for name, value in fields.items():
        field = within.locator(f"[name='{name}']").first
        kind = field.evaluate("f => f.type || f.tagName")
        if field.evaluate("f => Boolean(f.closest('details:not([open])'))"):
            within.locator(f"details:has([name='{name}']) > summary").click()
        if kind == "radio":
            within.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            field.set_checked(value)
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.fill(str(value))


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what stands focused matches."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"120 times Tab, and never {selector}")
