"""Our uvicorn protocol: `uvicorn --ws sessions.hub.protocol:RoomProtocol`.

It offers the room a way to write one frame, built once, to many sockets; to learn that a reader's buffer is full;
and to drop a reader that stalls, which closing politely can't do: a close waits behind what is not read.
"""

from contextlib import suppress
from typing import Protocol

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request

EXTENSION = "incidencia.line"


def text_frame(text: str) -> bytes:
    """The octets of one unmasked text frame."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


class HasOctets(Protocol):
    """A frame that was encoded once."""

    @property
    def octets(self) -> bytes: ...


class RoomProtocol(WebSocketsSansIOProtocol):
    """uvicorn's own protocol, with a `DirectLine` in the scope's extensions."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:
            self.scope["extensions"][EXTENSION] = DirectLine(self)  # type: ignore[assignment]


class DirectLine:
    """`line.Line` on the transport itself."""

    def __init__(self, protocol: RoomProtocol) -> None:
        self._protocol = protocol

    def push(self, frame: "HasOctets") -> bool:
        at = self._protocol
        if at.close_sent or at.disconnected or at.transport.is_closing():
            return True
        if not at.writable.is_set():
            return False
        at.transport.write(frame.octets)
        return True

    async def ready(self) -> None:
        await self._protocol.writable.wait()

    async def cut(self, code: int, reason: str) -> None:
        at = self._protocol
        if not at.writable.is_set():
            at.transport.abort()
            return
        with suppress(ClientDisconnected, RuntimeError):
            await at.send({"type": "websocket.close", "code": code, "reason": reason})
