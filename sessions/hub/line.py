"""One socket as the hub sees it: a frame is taken at once or refused; nothing here waits, queues or starts a task
per frame.

Two ways, chosen by what the ASGI scope offers. Behind our uvicorn protocol (`protocol.py`) a frame built once is
written as it is and refused while the reader's buffer is full. Behind any other server the consumer's own send is
taken one step by hand: a send that would wait becomes the socket's only task, and until it ends frames are refused.
Either way a slow reader costs its own socket a resume, and the room nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator
from functools import cached_property
from types import coroutine
from typing import Any, Protocol

from sessions.hub.protocol import EXTENSION, text_frame

Send = Callable[[dict[str, Any]], Awaitable[None]]


class Frame:
    """What many sockets are handed: encoded once, however many they are."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def octets(self) -> bytes:
        """The WebSocket frame itself."""
        return text_frame(self.text)


class Line(Protocol):
    """What both ways promise."""

    def push(self, frame: Frame) -> bool:
        """Take the frame now, or refuse it because the reader is behind. A dead line takes everything in silence."""

    async def ready(self) -> None:
        """Return when a frame may be taken again."""

    async def cut(self, code: int, reason: str) -> None:
        """End it now, with or without the reader's help."""


def line_of(scope: dict[str, Any], send: Send) -> Line:
    """The quickest line this server offers."""
    direct: Line | None = (scope.get("extensions") or {}).get(EXTENSION)
    return direct or Portable(send)


class Portable:
    """By the consumer's own send; see the module."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._flying: asyncio.Task[None] | None = None

    def push(self, frame: Frame) -> bool:
        if self._flying is not None and not self._flying.done():
            return False
        sending: Any = self._send({"type": "websocket.send", "text": frame.text})
        try:
            waits_for = sending.send(None)
        except StopIteration:
            return True
        except Exception:  # the reader is gone; the consumer is told by its own disconnect
            return True
        self._flying = asyncio.ensure_future(_rest(sending, waits_for))
        self._flying.add_done_callback(lambda task: task.cancelled() or task.exception())
        return True

    async def ready(self) -> None:
        if self._flying is not None:
            await asyncio.wait([self._flying])

    async def cut(self, code: int, reason: str) -> None:
        if self._flying is not None:
            self._flying.cancel()
        try:
            async with asyncio.timeout(1):
                await self._send({"type": "websocket.close", "code": code, "reason": reason})
        except Exception:  # gone, or too slow even for that: its server's own time-out ends it
            return


async def _rest(sending: Coroutine[Any, Any, None], waits_for: Any) -> None:
    await _step_on(sending, waits_for)


@coroutine
def _step_on(sending: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """Drive on, inside a task, a coroutine whose first step was taken outside of one."""
    try:
        while True:
            try:
                answer = yield waits_for
            except BaseException as error:
                waits_for = sending.throw(error)
            else:
                waits_for = sending.send(answer)
    except StopIteration:
        return
