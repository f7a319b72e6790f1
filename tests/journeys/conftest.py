"""A real server and a real browser: the pages of the process that a deployment runs, on a port of its own."""

import asyncio
import json
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest
import uvicorn
from channels.layers import get_channel_layer
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from incidencia.accounts.models import Person
from tests.factories.incidencia import PASSWORD

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "/usr/bin/chromium")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

Visit = Callable[..., Page]


def free_port() -> int:
    with closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def hashed() -> dict[str, dict[str, str]]:
    """Where files are stored, with the static ones collected under hashed names as a deployment serves them."""
    stored = {**django_settings.STORAGES, "staticfiles": {"BACKEND": "incidencia.web.hashing.HashedNames"}}
    with override_settings(STORAGES=stored):
        call_command("collectstatic", interactive=False, verbosity=0)
    return stored


@pytest.fixture
def server(transactional_db: None, hashed: dict[str, dict[str, str]], settings: object) -> Iterator[str]:
    """The address of a running server on the test database. Its thread ends with the test."""
    settings.STORAGES = hashed  # type: ignore[attr-defined]
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings.BASE_URL = address  # type: ignore[attr-defined]
    settings.CSRF_TRUSTED_ORIGINS = [address]  # type: ignore[attr-defined]
    config = uvicorn.Config(
        "incidencia.asgi:application", host="127.0.0.1", port=port, log_level="warning", ws="websockets-sansio",
        ws_per_message_deflate=False, timeout_graceful_shutdown=2,
    )  # fmt: skip
    running = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(running.serve()), daemon=True)
    thread.start()
    limit = time.monotonic() + 20
    while not running.started and time.monotonic() < limit:
        time.sleep(0.05)
    assert running.started, "the server did not start in 20 s"
    _stands_on_what_the_pass_says(address)
    yield address
    running.should_exit = True
    thread.join(10)


def _stands_on_what_the_pass_says(address: str) -> None:
    """Pass 2 is worth its time only on the real services: a fallback to the embedded ones must not go unseen."""
    engine = os.environ.get("ENGINE") == "1"
    with urlopen(f"{address}/health", timeout=10) as answer:
        well = json.load(answer)
    assert well == {"status": "ok", "database": "ok", "redis": "ok" if engine else "off"}
    assert connection.vendor == ("postgresql" if engine else "sqlite")
    layer = get_channel_layer()
    assert ("redis" in type(layer).__module__) == engine, f"rings go through {layer!r}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium, Debian's.

    While it is there, its driver's event loop counts as running in this thread: Django is told that its queries
    may be made all the same, and tests with a loop of their own have to wait until the module is over.
    """
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(server: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """`visit(bruno)` signs somebody in, in a context of their own, and answers their page.

    Takes what a browser context takes (`java_script_enabled`, `viewport`, `color_scheme`…). A message in the
    console, a request that leaves the host or a script error fails the test at its end.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_(person: Person | None = None, **options: object) -> Page:
        context = browser.new_context(base_url=server, locale="es-MX", **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("console", lambda m: wrong.append(f"console: {m.text}") if _is_wrong(m.type, m.text) else None)
        page.on("request", lambda r: wrong.append(f"left the host: {r.url}") if _leaves(r.url, server) else None)
        if person is not None:
            sign_in(page, person)
        return page

    yield open_
    if getattr(request.node, "failed", False):
        _picture(request.node.name, contexts)
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails leaves pictures of its pages."""
    report = yield
    if report.failed:
        item.failed = True  # type: ignore[attr-defined]
    return report


def _picture(name: str, contexts: list[BrowserContext]) -> None:
    folder = Path(os.environ["TEST_DATA_DIR"], "failed")
    folder.mkdir(exist_ok=True)
    for n, context in enumerate(contexts):
        for page in context.pages:
            page.screenshot(path=folder / f"{name[:60]}-{n}.png", full_page=True)
    print(f"pictures of the pages: {folder}")  # noqa: T201


def sign_in(page: Page, person: Person) -> None:
    """Through the page, like anybody."""
    page.goto("/cuenta/login/")
    page.locator("input[name=login]").fill(person.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "login" not in url)


def _leaves(url: str, server: str) -> bool:
    return not url.startswith((server, server.replace("http", "ws"), "data:", "blob:", "about:"))


def _is_wrong(kind: str, text: str) -> bool:
    """Refusals answer 4xx on purpose, and the browser writes them down as errors."""
    return kind == "error" and "the server responded with a status of 4" not in text
