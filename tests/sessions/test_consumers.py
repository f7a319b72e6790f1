"""The door for sockets: who comes in, what may be said, and how it says no."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import time_machine
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from pytest_django import Settings

from incidencia.clock import now
from sessions import facts, hub, tickets
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.models import LogEntry, Presence, Session
from tests.factories.sessions import play, seat_of, session_open
from tests.sessions.sockets import Socket, outside

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def session() -> Session:
    session = session_open()
    session.public_live = True
    session.save(update_fields=["public_live"])
    return session


@pytest_asyncio.fixture
async def site() -> AsyncIterator[Any]:
    """The whole application, with its hub."""
    from incidencia.asgi import application  # noqa: PLC0415 - Django must be ready first

    async with hub.lifespan(application):
        yield application


def ticket_for(session: Session, who: str, audience: Audience = Audience.ROOM) -> tuple[str, str]:
    """A ticket, and the cookie of the sign-in it is bound to."""
    request = HttpRequest()
    request.session = SessionStore()
    request.session.create()
    seat = seat_of(session, who) if who else None
    return tickets.issue(request, session, seat, audience, "es-mx"), request.session.session_key or ""


def knock(site: Any, reference: str, ticket: str, cookie: str = "", origin: str = settings.BASE_URL) -> Socket:
    """A socket at the door."""
    headers = [(b"origin", origin.encode()), (b"cookie", f"sessionid={cookie}".encode())]
    return Socket(site, f"/live/room/{reference}/", f"ticket={ticket}", headers)


@asynccontextmanager
async def socket(
    site: Any, reference: str, ticket: str, cookie: str = "", origin: str = settings.BASE_URL
) -> AsyncIterator[Socket]:
    """A socket that was let in by the server; what happens next is the test's matter."""
    one = knock(site, reference, ticket, cookie, origin)
    assert await one.connect() == (True, 0)
    try:
        yield one
    finally:
        await one.go()


async def test_a_socket_resumes_and_hears_what_happens(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(json.dumps({"since": session.seq}))
        frame = await one.hear()
        assert (frame["since"], frame["seq"], frame["regions"]) == (session.seq, session.seq, {})
        await outside(play, session, "bruno", c.RequestFloor())
        frame = await one.hear()
        assert (frame["seq"], list(frame["regions"])) == (session.seq, ["list"])


async def test_a_ping_renews_the_lease_and_tells_the_time(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(json.dumps({"ping": True}))
        answer = await one.hear()
        assert abs(answer["at"] - now().timestamp() * 1000) < 5000
    async with hub.lifespan(site):
        pass  # a stop writes down the last signs of life
    bruno = await outside(seat_of, session, "bruno")
    assert bruno.key in await outside(facts.connected, session)


async def test_the_public_comes_in_without_sign_in_where_the_session_is_public(site: Any, session: Session) -> None:
    ticket, _ = await outside(ticket_for, session, "", Audience.PUBLIC)
    async with socket(site, session.reference, ticket) as one:
        await one.say(json.dumps({"since": 0}))
        assert (await one.hear())["whole"]


@pytest.mark.parametrize("origin", ["https://evil.example", "", "null", settings.BASE_URL + ".evil.example"])
async def test_a_foreign_origin_does_not_get_in(site: Any, session: Session, origin: str) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    assert await knock(site, session.reference, ticket, cookie, origin).connect() == (False, 4403)


async def test_any_host_in_the_settings_lets_no_foreign_origin_in(
    site: Any, session: Session, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    await test_a_foreign_origin_does_not_get_in(site, session, "https://evil.example")


async def test_a_forged_ticket_is_told_so(site: Any, session: Session) -> None:
    for forged in ("", "x", "WyJ4Il0:1abc:def"):
        async with socket(site, session.reference, forged) as one:
            assert await one.closing() == (4401, "this is not a ticket of ours")


async def test_an_expired_ticket_is_told_so(site: Any, session: Session) -> None:
    with time_machine.travel(now() - timedelta(seconds=90)):
        ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, session.reference, ticket, cookie) as one:
        assert await one.closing() == (4401, "the ticket has expired: ask for another")


async def test_somebody_elses_ticket_is_told_so(site: Any, session: Session) -> None:
    ticket, _ = await outside(ticket_for, session, "bruno")
    _, other = await outside(ticket_for, session, "elias")
    async with socket(site, session.reference, ticket, other) as one:
        assert await one.closing() == (4401, "the ticket belongs to another sign-in")


async def test_an_unknown_room_is_told_so(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, "MEC-1999-001-S1", ticket, cookie) as one:
        assert (await one.closing())[0] == 4404
    await outside(_delete, session)
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(json.dumps({"since": 0}))
        assert (await one.closing())[0] == 4404


def _delete(session: Session) -> None:
    LogEntry.objects.filter(session=session)._raw_delete("default")
    session.seats.all().delete()
    Session.objects.filter(pk=session.pk).delete()


async def test_a_number_from_the_future_is_told_so(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(json.dumps({"since": session.seq + 1}))
        assert await one.closing() == (4409, "that number has not been written yet: start from 0")


async def test_a_place_that_changed_since_the_ticket_is_told_so(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "dora", Audience.DESK)
    await outside(play, session, "dora", c.HandOverChair((await outside(seat_of, session, "elias")).key))
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(json.dumps({"since": 0}))
        assert await one.hear() == {"again": True}
        assert (await one.closing())[0] == 4001


@pytest.mark.parametrize(
    "said", ["", "hello", "[]", "{}", '{"since": -1}', '{"since": true}', '{"since": 1.5}', '{"since": "1"}',
             '{"ping": 1}', '{"type": "ring"}', '{"since": 1, "ping": true}', '{"since": ' + "1" * 200 + "}",
             "[" * 90],
)  # fmt: skip
async def test_anything_else_that_is_said_closes_the_socket_plainly(site: Any, session: Session, said: str) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    before = session.seq
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(said)
        assert (await one.closing())[0] == 4400
    await outside(session.refresh_from_db)
    assert session.seq == before


async def test_octets_close_the_socket_plainly(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(octets=b"\x00" * 1000)
        assert (await one.closing())[0] == 4400


async def test_who_asks_too_often_is_sent_away(site: Any, session: Session) -> None:
    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(site, session.reference, ticket, cookie) as one:
        for _ in range(31):
            await one.say(json.dumps({"since": session.seq}))
        assert (await one.closing())[0] == 4429


async def test_what_is_no_socket_is_told_so(site: Any) -> None:
    for path, status in (("/live/room/X/", 426), ("/live/nothing/", 404)):
        said = []

        async def send(message: dict[str, Any], said: list[dict[str, Any]] = said) -> None:
            said.append(message)

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b""}

        scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "query_string": b"", "headers": []}
        await site(scope, receive, send)
        assert said[0]["status"] == status


async def test_without_a_hub_the_socket_is_asked_to_try_again(session: Session) -> None:
    from incidencia.asgi import application  # noqa: PLC0415 - Django must be ready first

    ticket, cookie = await outside(ticket_for, session, "bruno")
    async with socket(application, session.reference, ticket, cookie) as one:
        assert (await one.closing())[0] == 1012


async def test_console_and_projector_of_one_person_are_open_at_once(site: Any, session: Session) -> None:
    """Each connection has its own ticket: the desk hears the door, the hall does not."""
    await outside(play, session, "fatima", c.Leave())
    session = await outside(Session.objects.get, pk=session.pk)
    desk, cookie = await outside(ticket_for, session, "alba", Audience.DESK)
    hall, other = await outside(screen_for, session, "alba")
    reference = session.reference
    async with socket(site, reference, desk, cookie) as one, socket(site, reference, hall, other) as two:
        for each in (one, two):
            await each.say(json.dumps({"since": session.seq}))
            assert (await each.hear())["seq"] == session.seq
        await outside(play, session, "fatima", c.AskAdmission("Fátima", ""))
        told, shown = await one.hear(), await two.hear()
        assert "lobby" in told["regions"]
        assert (shown["regions"], shown["journal"]) == ({}, [])
        await outside(play, session, "bruno", c.RequestFloor())
        told, shown = await one.hear(), await two.hear()
        assert set(shown["regions"]) == {"list"}
        assert set(told["regions"]) == {"list", "next"}


def screen_for(session: Session, who: str) -> tuple[str, str]:
    request = HttpRequest()
    request.session = SessionStore()
    request.session.create()
    ticket = tickets.issue(request, session, seat_of(session, who), Audience.ROOM, "es-mx", screen=True)
    return ticket, request.session.session_key or ""


async def test_a_projector_s_pings_are_nobody_s_sign_of_life(site: Any, session: Session) -> None:
    ticket, cookie = await outside(screen_for, session, "bruno")
    await outside(lambda: Presence.objects.all().delete())
    async with socket(site, session.reference, ticket, cookie) as one:
        await one.say(json.dumps({"since": session.seq}))
        await one.hear()
        await one.say(json.dumps({"ping": True}))
        await one.hear()
    async with hub.lifespan(site):
        pass  # a stop writes down the last signs of life
    bruno = await outside(seat_of, session, "bruno")
    assert bruno.key not in await outside(facts.connected, session)
