"""A process of its own that serves the whole application on the test database.

    python -m tests.sessions.server PORT DATABASE WS PATIENCE LOOK

WS: how uvicorn speaks WebSocket; PATIENCE: seconds a stalled reader has; LOOK: seconds between looks at the database.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]
DIRECT = "sessions.hub.protocol:RoomProtocol"
CSRF = "c" * 32
HEARD = "/tests/listeners/"


@dataclass(frozen=True, slots=True)
class Site:
    """A running server, and a browser's way of asking it."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, cookie: str = "") -> tuple[int, str]:
        """Status and body of a page."""
        return self._ask("GET", path, cookie)

    def post(self, path: str, cookie: str, **data: str) -> tuple[int, str]:
        """Status and body after sending a form with a key of its own."""
        form = urlencode({"csrfmiddlewaretoken": CSRF, "key": uuid4().hex, **data})
        return self._ask("POST", path, cookie, form)

    def listeners(self) -> int:
        """How many sockets the server's hub speaks to."""
        return int(self.get(HEARD)[1])

    def _ask(self, method: str, path: str, cookie: str, form: str | None = None) -> tuple[int, str]:
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": f"sessionid={cookie}; csrftoken={CSRF}", "Origin": self.address}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            wire.request(method, path, form, headers)
            answer = wire.getresponse()
            return answer.status, answer.read().decode()
        finally:
            wire.close()


@contextmanager
def serving(port: int, ws: str = DIRECT, patience: float = 10.0, look: float = 2.0) -> Iterator[Site]:
    """A server on that port while the block runs; told to stop at its end, and waited for."""
    from django.conf import settings  # noqa: PLC0415 - this module also runs before Django is configured

    database = settings.DATABASES["default"]["NAME"]
    words = ["-m", "tests.sessions.server", str(port), str(database), ws, str(patience), str(look)]
    child = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}"}
    )
    site = Site(port)
    try:
        _wait(child, site)
        yield site
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(15)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _wait(child: "subprocess.Popen[bytes]", site: Site) -> None:
    limit = time.monotonic() + 30
    while True:
        try:
            if site.get("/health")[0] == 200:
                return
        except OSError:
            pass
        assert child.poll() is None, "the server ended before it answered"
        assert time.monotonic() < limit, "the server did not answer in 30 s"
        time.sleep(0.05)


def main(port: int, database: str, ws: str, patience: float, look: float) -> None:
    """Serve until told to stop."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django  # noqa: PLC0415 - the settings come first
    import uvicorn  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    settings.DATABASES["default"]["NAME"] = database
    settings.BASE_URL = f"http://127.0.0.1:{port}"
    settings.CSRF_TRUSTED_ORIGINS = [settings.BASE_URL]
    django.setup()
    from sessions.hub import hub  # noqa: PLC0415

    hub.PATIENCE, hub.LOOK = patience, look
    config = uvicorn.Config(
        _watched, log_level="warning", ws=ws, ws_max_size=65536, ws_per_message_deflate=False,
        ws_ping_timeout=120, timeout_graceful_shutdown=2,
    )  # fmt: skip  # patient with pongs: who stalls is the hub's to send away
    uvicorn.Server(config).run(sockets=[_door(port)])


async def _watched(scope: Any, receive: Any, send: Any) -> None:
    """The application, and an address of the tests' own: how many sockets its hub speaks to."""
    from incidencia.asgi import application  # noqa: PLC0415 - Django is configured by now
    from sessions.hub import current  # noqa: PLC0415

    own = current()
    if own is None or scope.get("path") != HEARD:
        return await application(scope, receive, send)
    body = str(sum(len(live.listeners) for live in own._rooms.values())).encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


def _door(port: int) -> socket.socket:
    """A port whose connections hold little: a reader that stalls is noticed after kilobytes, not megabytes."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)
    door.bind(("127.0.0.1", port))
    return door


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], float(sys.argv[4]), float(sys.argv[5]))
