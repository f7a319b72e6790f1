"""Ask an ASGI application one question, without a server."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes

    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


async def ask(app: ASGIApp, path: str, *, peer: str = "127.0.0.1", **headers: str) -> Answer:
    """GET `path`. Header names are given with underscores."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "scheme": "http",
        "query_string": b"",
        "headers": [(n.replace("_", "-").lower().encode(), v.encode()) for n, v in headers.items()],
        "client": (peer, 5000),
        "server": ("testserver", 80),
    }
    sent: list[Message] = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        for message in asked:
            return message
        await asyncio.Event().wait()  # whoever asks stays connected
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = sent[0]
    body = b"".join(m.get("body", b"") for m in sent[1:])
    return Answer(start["status"], Headers(raw=start["headers"]), body)
