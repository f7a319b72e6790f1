"""What pages ask for and of whom: nothing leaves the host, nothing breaks the policy, a first view is light."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.conftest import Cast
from tests.factories import consultations as make
from tests.factories.minutes import minutes_in
from tests.factories.sessions import NAMES, session_open
from tests.journeys.conftest import Visit
from tests.journeys.place import CONNECTED, Place

pytestmark = pytest.mark.browser

LIMIT = 100_000  # bytes over the line for a first view with an empty cache
POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'",
}  # fmt: skip


def test_nothing_leaves_the_host_and_the_policy_holds(visit: Visit, cast: Cast) -> None:
    """`visit` writes down requests to elsewhere and what the browser says of the policy, and fails at its end."""
    live = session_open().reference
    published = minutes_in("published", series="MEC-2026-214").session.reference
    paths = (
        "/", "/procesos/", "/sesiones/", "/actas/", "/organizaciones/", f"/sesiones/{live}/",
        f"/sesiones/{live}/sala/",
        f"/sesiones/{live}/sala/actos/propose/", f"/sesiones/{live}/preparar/", f"/sesiones/{published}/acta/",
        f"/sesiones/{published}/acta/registro/", "/cuenta/perfil/", "/en/actas/",
    )  # fmt: skip
    page = visit(cast["alba"])
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.blockedURI))"
    )
    for path in paths:
        answer = page.goto(path, wait_until="load")
        assert answer is not None
        assert answer.status == 200, path
        policy = answer.header_value("content-security-policy") or ""
        assert {part.strip() for part in policy.split(";")} >= POLICY, path
        assert "unsafe" not in policy, path


def test_the_first_view_of_a_consultation_is_light(visit: Visit, cast: Cast, agency: Any, red_norte: Any) -> None:
    process = make.operating(agency, cast["alba"], civil=cast["bruno"], official=cast["dora"])  # type: ignore[arg-type]
    assert _bytes_of(visit(), f"/procesos/{process.reference}/") < LIMIT


def test_the_first_view_of_a_room_is_light(visit: Visit, cast: Cast) -> None:
    session = session_open()
    page = visit(cast["alba"])
    assert _bytes_of(page, f"/sesiones/{session.reference}/sala/", CONNECTED) < LIMIT
    Place(page, session.reference).sees("people", NAMES["bruno"])


def _bytes_of(page: Page, path: str, then: str = "main") -> int:
    """All that came over the line for the first view, headers too, as the browser counted it."""
    counted: list[int] = []
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.clearBrowserCache")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.on("Network.loadingFinished", lambda event: counted.append(int(event["encodedDataLength"])))
    page.goto(path, wait_until="networkidle" if then == "main" else "load")
    page.locator(then).wait_for()
    assert len(counted) > 3
    return sum(counted)
