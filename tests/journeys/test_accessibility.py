"""Every page: nothing that axe finds, in both languages, in light and dark; nothing to scroll sideways on a phone.

Night changes nothing but colours, and a language no colours: each rule is asked where its answer may differ.
"""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import resolve
from django.utils import translation
from playwright.sync_api import BrowserContext, Page

from incidencia.accounts.models import Person
from tests.journeys.conftest import Visit
from tests.journeys.world import NO_PAGE, names, pages, world

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
COLOURS = {"runOnly": ["color-contrast"]}
WORDS: dict[str, Any] = {"rules": {"color-contrast": {"enabled": False}}}
LOOKS: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "": (("light", {}), ("dark", COLOURS)),
    "/en": (("light", WORDS),),
}
AXE = "(rules) => axe.run({ resultTypes: ['violations'], ...rules }).then((found) => found.violations)"
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)
  .map((e) => e.tagName + '.' + e.className)"""


def test_every_page_serves_everybody(visit: Visit, server: str) -> None:
    wrong: list[str] = []
    visited: set[str] = set()
    contexts: dict[int, Page] = {}
    for who, path in pages(world()):
        number = who.pk if who else 0
        if number not in contexts:
            contexts[number] = visit(reduced_motion="reduce")
            if who:
                sign_in_at_once(contexts[number].context, who, server)
        with translation.override("es-mx"):
            visited.add(resolve(urlsplit(path).path).url_name or "" if path != "/no-hay/" else "")
        name = who.name if who else "nobody"
        wrong += [f"{name} {found}" for found in _look(contexts[number], path)]
    assert not wrong, "\n".join(wrong)
    assert names() - NO_PAGE - visited == set(), "pages that nobody looked at: add them to world.pages"


def _look(page: Page, path: str) -> list[str]:
    """Spanish by day and by night, English by day, and both on a phone; each loaded once."""
    found = []
    for prefix, looks in LOOKS.items():
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        answer = page.goto(prefix + path, wait_until="load")
        if answer is None or (answer.status not in (200, 403, 404, 409)):
            found.append(f"{prefix}{path}: answered {answer and answer.status}")
        page.evaluate(axe_source())
        for scheme, rules in looks:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += _axe(page, rules, f"{prefix}{path} {scheme}")
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            found.append(f"{prefix}{path}: {width} px wide on a phone: {page.evaluate(WIDER)}")
    return found


@cache
def axe_source() -> str:
    """The script itself: evaluated once in a page, where the page's policy lets no other script in."""
    return Axe().axe_script


def _axe(page: Page, rules: dict[str, Any], where: str) -> list[str]:
    violations: list[dict[str, Any]] = page.evaluate(AXE, rules)
    return [
        f"{where}: {v['id']}: {n['html'][:150]} ({n['any'][0]['message'][:150] if n['any'] else v['help']})"
        for v in violations
        for n in v["nodes"][:3]
    ]


def sign_in_at_once(context: BrowserContext, person: Person, server: str) -> None:
    """A login session without its page, which has tests of its own."""
    login = SessionStore()
    login[SESSION_KEY] = str(person.pk)
    login[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    login[HASH_SESSION_KEY] = person.get_session_auth_hash()
    login.save()
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": login.session_key or "", "url": server}])
