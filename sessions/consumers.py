"""The door for sockets: `/live/room/<reference>/?ticket=…`. Sends only; takes `{"since": n}` and `{"ping": true}`."""

import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.http import parse_cookie
from django.urls import path, re_path

from sessions import hub, presence, tickets
from sessions.hub import codes
from sessions.hub.line import Frame, line_of
from sessions.hub.live import Listener

LONGEST = 100  # characters of a message
QUESTIONS = 30  # resumes a socket may ask for in a minute

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class RoomConsumer(AsyncWebsocketConsumer):
    """One socket of one room. No channel layer: a dead Redis drops nobody."""

    channel_layer_alias = None
    listener: Listener | None = None
    asked: tuple[float, int] = (0.0, 0)

    async def connect(self) -> None:
        await self.accept()
        own = hub.current()
        if own is None:
            return await self.close(*codes.CLOSING)
        try:
            ticket = tickets.read(_ticket(self.scope), _cookies(self.scope))
        except tickets.BadTicket as why:
            return await self.close(codes.NO_TICKET, str(why))
        if ticket.reference != self.scope["url_route"]["kwargs"]["reference"]:
            return await self.close(*codes.NO_ROOM)
        self.listener = own.enter(ticket, line_of(self.scope, self.base_send))

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        own = hub.current()
        if self.listener is None or own is None:
            return
        if self.listener.away:
            return await self.close(*self.listener.away)
        match _message(text_data):
            case {"since": int(since)} if since >= 0 and not isinstance(since, bool):
                if self._too_many():
                    return await self.close(*codes.TOO_MANY)
                own.resume(self.listener, since)
            case {"ping": True}:
                if self.listener.ticket.seat_id and not self.listener.ticket.screen:
                    presence.beat(self.listener.ticket.seat_id)
                self.listener.line.push(Frame(f'{{"at":{time.time_ns() // 1_000_000}}}'))
            case _:
                await self.close(*codes.NOT_UNDERSTOOD)

    async def disconnect(self, code: int) -> None:
        own = hub.current()
        if self.listener is not None and own is not None:
            own.leave(self.listener)

    def _too_many(self) -> bool:
        since, times = self.asked
        fresh = time.monotonic() - since > 60
        self.asked = (time.monotonic(), 1) if fresh else (since, times + 1)
        return self.asked[1] > QUESTIONS


def _message(text: str | None) -> Any:
    """What was said, or None for what is no message of ours."""
    if text is None or len(text) > LONGEST:
        return None
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return said if isinstance(said, dict) and len(said) == 1 else None


def _ticket(scope: Scope) -> str:
    return parse_qs(scope.get("query_string", b"").decode("latin-1")).get("ticket", [""])[0]


def _cookies(scope: Scope) -> dict[str, str]:
    return parse_cookie(_header(scope, b"cookie"))


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope.get("headers", []) if key == name), "")


def origins() -> frozenset[str]:
    """The addresses from which a page of ours may open a socket: never a pattern."""
    own = urlsplit(settings.BASE_URL)
    found = {f"{own.scheme}://{own.netloc}".lower()}
    if settings.DEBUG and settings.ENV.loopback:
        port = f":{own.port}" if own.port else ""
        found |= {f"{own.scheme}://{host}{port}" for host in ("127.0.0.1", "localhost")}
    return frozenset(found)


async def door(scope: Scope, receive: Receive, send: Send) -> None:
    """Only sockets, and only those opened by a page of ours, come to the consumer."""
    if scope["type"] != "websocket":
        return await _plain(send, 426, "This address is for the live room's socket.")
    if _header(scope, b"origin").lower() not in origins():
        await receive()
        return await send({"type": "websocket.close", "code": 4403, "reason": "this origin is not ours"})
    await _consumer(scope, receive, send)


async def nowhere(scope: Scope, receive: Receive, send: Send) -> None:
    """Any other address under `/live`."""
    if scope["type"] != "websocket":
        return await _plain(send, 404, "There is nothing here.")
    await receive()
    await send({"type": "websocket.close", "code": 4404, "reason": "there is nothing here"})


async def _plain(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


_consumer = RoomConsumer.as_asgi()
routes = [path("room/<str:reference>/", door), re_path(r"", nowhere)]  # type: ignore[arg-type]
