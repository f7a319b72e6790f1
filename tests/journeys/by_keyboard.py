"""A room without a mouse: what a control, a dialog and its fields take is given by keys alone."""

from playwright.sync_api import Page

from tests.journeys.place import Place

MOST = 300  # times Tab before a control counts as out of reach


def reach(page: Page, selector: str) -> None:
    """Press Tab until what stands focused matches; fold open what hides it on the way."""
    fold = f"details:not([open]):has({selector}) > summary"
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        if page.evaluate("s => document.activeElement.matches(s)", fold):
            page.keyboard.press("Enter")
    raise AssertionError(f"{MOST} times Tab, and never {selector}")


def act(place: Place, name: str, within: str = "", **fields: str) -> None:
    """Do an act: reach its control, press Enter, fill the dialog in by keys, send it by Enter."""
    page = place.page
    toast = page.locator("[data-toast]")
    toast.evaluate("place => place.replaceChildren()")
    control = f"{within} a[data-do={name}]:not([hidden])".strip()
    page.locator(control).first.wait_for(state="attached")
    page.locator("[data-controls]:not([data-settling])").first.wait_for()
    reach(page, control)
    once = page.evaluate("document.activeElement.hasAttribute('data-once')")
    page.keyboard.press("Enter")
    if not once:
        page.locator("dialog[open] form").wait_for()
        for field, value in fields.items():
            give(page, field, value)
        reach(page, "dialog[open] form button.button")
        page.keyboard.press("Enter")
    toast.locator(".toast").wait_for()


def give(page: Page, name: str, value: str) -> None:
    """Give a field its value: arrows for choices, typing for words."""
    field = f"dialog[open] [name='{name}']"
    kind = page.locator(field).first.evaluate("f => f.type || f.tagName")
    reach(page, field)
    if kind in ("radio", "select-one"):
        _arrow_to(page, f"{field}[value='{value}']:checked" if kind == "radio" else f"{field}", value, kind)
    else:
        page.keyboard.type(value)


def _arrow_to(page: Page, selector: str, value: str, kind: str) -> None:
    for _ in range(12):
        chosen = page.evaluate(
            "([s, v, k]) => k === 'radio' ? Boolean(document.querySelector(s)) : document.activeElement.value === v",
            [selector, value, kind],
        )
        if chosen:
            return
        page.keyboard.press("Space" if kind == "radio" and not page.evaluate(_ANY) else "ArrowDown")
    raise AssertionError(f"no arrow leads to {value}")


_ANY = "Boolean(document.querySelector(`dialog[open] [name='${document.activeElement.name}']:checked`))"
