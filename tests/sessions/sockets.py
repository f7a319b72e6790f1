"""What tests of the hub and of sockets share: work in threads, lines that remember, sockets with a ticket."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any, ParamSpec, TypeVar

from asgiref.testing import ApplicationCommunicator
from django.db import connections

from sessions.audiences import Audience
from sessions.hub import Hub
from sessions.hub.line import Frame
from sessions.hub.live import Listener
from sessions.models import Session
from sessions.tickets import Ticket
from tests.factories.sessions import seat_of

P = ParamSpec("P")
T = TypeVar("T")
SOON = 5.0  # seconds: far more than anything here takes


async def outside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do `work` in a thread of its own, with a connection of its own, as a page would."""

    def run() -> T:
        try:
            return work(*args, **kwargs)
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


@asynccontextmanager
async def hub_of(**options: float) -> AsyncIterator[Hub]:
    """A hub that runs while the block does."""
    hub = Hub(**options)
    await hub.start()
    try:
        yield hub
    finally:
        await hub.stop()


class Remembers:
    """A reader's line: keeps what it was handed; `full` refuses, as a reader that does not read."""

    def __init__(self) -> None:
        self.frames: list[dict[str, Any]] = []
        self.handed: list[Frame] = []
        self.away: tuple[int, str] | None = None
        self.full = False
        self._changed = asyncio.Event()

    def push(self, frame: Frame) -> bool:
        if self.full:
            return False
        self.handed.append(frame)
        self.frames.append(json.loads(frame.text))
        self._changed.set()
        return True

    async def ready(self) -> None:
        while self.full:
            await asyncio.sleep(0.01)

    async def cut(self, code: int, reason: str) -> None:
        self.away = (code, reason)
        self._changed.set()

    @property
    def told(self) -> list[dict[str, Any]]:
        """The frames of the log, without those of the lines."""
        return [f for f in self.frames if "seq" in f]

    async def until(self, what: Callable[["Remembers"], Any], seconds: float = SOON) -> None:
        """Wait until `what` holds of this line."""
        async with asyncio.timeout(seconds):
            while not what(self):
                self._changed.clear()
                await self._changed.wait()

    async def reaches(self, seq: int, seconds: float = SOON) -> None:
        """Wait for a frame that goes as far as `seq`."""
        await self.until(lambda x: x.told and x.told[-1]["seq"] >= seq, seconds)


async def listens(
    hub: Hub,
    session: Session,
    who: str = "",
    audience: Audience = Audience.ROOM,
    language: str = "es-mx",
    since: int = 0,
) -> tuple[Remembers, Listener]:
    """Somebody of the cast (or the public) with a line to the hub, brought to the present."""
    line, seat = Remembers(), await outside(seat_of, session, who) if who else None
    key, pk = (seat.key, seat.pk) if seat else ("", 0)
    ticket = Ticket(session.pk, session.reference, key, pk, audience, language)
    listener = hub.enter(ticket, line)
    hub.resume(listener, since)
    await line.until(lambda x: x.told or x.away)
    return line, listener


def gaps(line: Remembers) -> list[tuple[int, int]]:
    """Where a frame starts after what was told before: there must be none."""
    return [(a["seq"], b["since"]) for a, b in pairwise(line.told) if b["since"] > a["seq"]]


class Socket:
    """One WebSocket to an ASGI application, without a server in between."""

    def __init__(self, site: Any, path: str, query: str, headers: list[tuple[bytes, bytes]]) -> None:
        scope = {
            "type": "websocket", "path": path, "root_path": "", "query_string": query.encode(), "headers": headers,
            "subprotocols": [],
        }  # fmt: skip
        self._wire = ApplicationCommunicator(site, scope)

    async def connect(self) -> tuple[bool, int]:
        """Whether it was let in, and the code with which it was not."""
        await self._wire.send_input({"type": "websocket.connect"})
        answer = await self._wire.receive_output(SOON)
        return answer["type"] == "websocket.accept", answer.get("code", 0)

    async def say(self, text: str | None = None, octets: bytes | None = None) -> None:
        """Send a message."""
        await self._wire.send_input({"type": "websocket.receive", "text": text, "bytes": octets})

    async def hear(self) -> dict[str, Any]:
        """The next frame."""
        answer = await self._wire.receive_output(SOON)
        assert answer["type"] == "websocket.send", answer
        frame: dict[str, Any] = json.loads(answer["text"])
        return frame

    async def closing(self) -> tuple[int, str]:
        """The code and the reason with which the server closes, whatever it says before."""
        answer = await self._wire.receive_output(SOON)
        while answer["type"] == "websocket.send":
            answer = await self._wire.receive_output(SOON)
        return answer["code"], answer.get("reason", "")

    async def go(self) -> None:
        """The browser is closed."""
        await self._wire.send_input({"type": "websocket.disconnect", "code": 1001})
        await self._wire.wait(SOON)
