"""Real servers in processes of their own serve one room: in order, without gaps, with Redis or without it."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from incidencia.accounts.models import Person
from sessions.models import Session
from tests import services
from tests.factories.sessions import cast, session_open
from tests.sessions.server import DIRECT, Site, serving
from tests.sessions.sockets import outside

pytestmark = pytest.mark.django_db(transaction=True)
PORTABLE = "websockets-sansio"
SLOWEST = 15.0  # seconds: far more than the look of another process takes


@pytest.fixture
def session() -> Session:
    return session_open()


def signed_in(someone: Person) -> str:
    """The cookie of somebody who signed in."""
    store = SessionStore()
    store[SESSION_KEY] = str(someone.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = someone.get_session_auth_hash()
    store.create()
    return store.session_key or ""


def place(session: Session, last: str) -> str:
    """An address of the room's."""
    return f"/sesiones/{session.reference}/sala/{last}"


@asynccontextmanager
async def socket_to(site: Site, session: Session, cookie: str) -> AsyncIterator[ClientConnection]:
    """A socket like the page's own: a ticket first, then the numbers it has."""
    status, body = await asyncio.to_thread(site.get, place(session, "boleto/"), cookie)
    assert status == 200, body
    address = f"ws://127.0.0.1:{site.port}/live/room/{session.reference}/?ticket={json.loads(body)['ticket']}"
    headers = {"Cookie": f"sessionid={cookie}"}
    options: dict[str, Any] = {"compression": None, "ping_interval": None}  # as browsers: they send no pings
    async with connect(address, origin=site.address, additional_headers=headers, **options) as one:  # type: ignore[arg-type]
        yield one


async def heard(
    one: ClientConnection, until: Callable[[dict[str, Any]], bool], seconds: float = SLOWEST
) -> list[dict[str, Any]]:
    """The frames of the log until one fulfils the condition."""
    frames = []
    async with asyncio.timeout(seconds):
        while True:
            frame = json.loads(await one.recv())
            if "seq" in frame:
                frames.append(frame)
                if until(frame):
                    return frames


async def act(site: Site, session: Session, cookie: str, name: str) -> None:
    status, body = await asyncio.to_thread(site.post, place(session, f"actos/{name}/"), cookie)
    assert status == 303, body


async def raise_and_lower(site: Site, session: Session, cookie: str, times: int) -> int:
    """Ask for the floor and give the place back, again and again; the number the log has reached."""
    for n in range(times):
        await act(site, session, cookie, "withdraw_request" if n % 2 else "request_floor")
    await outside(session.refresh_from_db)
    return session.seq


def in_order(frames: list[dict[str, Any]], since: int) -> list[int]:
    """The lines as they came; fails at a gap."""
    lines: list[int] = []
    for frame in frames:
        assert frame["since"] <= since, "a gap"
        lines += [x["seq"] for x in frame["journal"] if x["seq"] > since]
        since = frame["seq"]
    return lines


async def until_closed(one: ClientConnection) -> int | None:
    """Talk on until the server closes: with which code, or None when it just cut the line."""
    try:
        while True:
            await one.send('{"ping": true}')
            await one.recv()
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


async def alive(one: ClientConnection) -> bool:
    await one.send('{"ping": true}')
    async with asyncio.timeout(5):
        while "at" not in (said := json.loads(await one.recv())) or "seq" in said:
            pass
    return True


@pytest.mark.engine
async def test_a_socket_that_says_nothing_for_eight_seconds_lives_on(session: Session) -> None:
    bruno, elias = [await outside(lambda who=who: signed_in(cast(who))) for who in ("bruno", "elias")]
    with serving(services.free_port()) as site:
        async with socket_to(site, session, bruno) as one:
            await one.send(json.dumps({"since": session.seq}))
            await heard(one, lambda f: True)
            await asyncio.sleep(8)
            assert await alive(one)
            before = session.seq
            last = await raise_and_lower(site, session, elias, 1)
            assert in_order(await heard(one, lambda f: f["seq"] >= last), before) == [last]


@pytest.mark.parametrize("ws", [DIRECT, PORTABLE])
async def test_a_reader_that_stalls_holds_nobody_and_is_sent_away(session: Session, ws: str) -> None:
    """What was written waits for somebody who doesn't read; the others hear at once all the time."""
    bruno, elias = [await outside(lambda who=who: signed_in(cast(who))) for who in ("bruno", "elias")]
    with serving(services.free_port(), ws, patience=1.0) as site:
        async with socket_to(site, session, bruno) as good, socket_to(site, session, elias) as bad:
            bad.transport.pause_reading()
            bad.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            for one in (good, bad):
                await one.send(json.dumps({"since": 0}))
            await heard(good, lambda f: True)
            questions = iter(range(20))  # everything anew each time, less often than is too often
            async with asyncio.timeout(90):  # a machine that has other work: each step below is a condition
                while await asyncio.to_thread(site.listeners) == 2:
                    with suppress(ConnectionClosed):  # cut off since we asked
                        if next(questions, None) is not None:
                            await bad.send(json.dumps({"since": 0}))
                    before = session.seq
                    last = await raise_and_lower(site, session, bruno, 2)
                    assert in_order(await heard(good, lambda f, last=last: f["seq"] >= last), before)  # type: ignore[misc]
            assert await alive(good)
            bad.transport.resume_reading()
            assert await asyncio.wait_for(until_closed(bad), 10) == (
                None if ws == DIRECT else 4408
            )  # ours is cut off; others close once it reads again


@pytest.mark.services
async def test_two_processes_serve_one_room_and_a_dead_redis_only_delays(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`there` hears rings and looks at the database; `bells` never looks, so what it hears is rings alone."""
    since, port = session.seq, services.free_port()
    bruno, elias, dora = [await outside(lambda who=who: signed_in(cast(who))) for who in ("bruno", "elias", "dora")]
    async with AsyncExitStack() as stack:
        redis = stack.enter_context(ExitStack())
        monkeypatch.setenv("TEST_REDIS_URL", redis.enter_context(services.redis(tmp_path, port)))
        here, there = [stack.enter_context(serving(services.free_port())) for _ in range(2)]
        bells = stack.enter_context(serving(services.free_port(), look=3600.0))
        looks = await stack.enter_async_context(socket_to(there, session, elias))
        rings = await stack.enter_async_context(socket_to(bells, session, dora))
        for one in (looks, rings):
            await one.send(json.dumps({"since": since}))
            await heard(one, lambda f: True)

        last = await raise_and_lower(here, session, bruno, 10)
        for one in (looks, rings):
            frames = await heard(one, lambda f: f["seq"] >= last)
            assert in_order(frames, since) == list(range(since + 1, last + 1))

        redis.close()  # dead from here on
        since, last = last, await raise_and_lower(here, session, bruno, 6)
        frames = await heard(looks, lambda f: f["seq"] >= last)
        assert in_order(frames, since) == list(range(since + 1, last + 1))
        assert await alive(looks)
        assert await alive(rings), "a dead Redis drops no socket"

        redis.enter_context(services.redis(tmp_path, port))  # risen
        missed = since
        for _ in range(20):
            last = await raise_and_lower(here, session, bruno, 2)
            try:
                frames = await heard(rings, lambda f: f["seq"] >= last, 1)  # noqa: B023
            except TimeoutError:
                continue
            assert in_order(frames, missed) == list(range(missed + 1, last + 1))
            break
        else:
            pytest.fail("after Redis rose again its rings are not heard")


@pytest.mark.engine
async def test_a_server_that_starts_anew_finds_its_readers_again_without_a_gap(session: Session) -> None:
    bruno, elias = [await outside(lambda who=who: signed_in(cast(who))) for who in ("bruno", "elias")]
    port, since = services.free_port(), session.seq
    with serving(port) as site:
        async with socket_to(site, session, elias) as one:
            await one.send(json.dumps({"since": since}))
            await heard(one, lambda f: True)
            at = await raise_and_lower(site, session, bruno, 2)
            await heard(one, lambda f: f["seq"] >= at)
    with serving(port) as site:
        last = await raise_and_lower(site, session, bruno, 4)
        async with socket_to(site, session, elias) as one:
            await one.send(json.dumps({"since": at}))
            assert in_order(await heard(one, lambda f: f["seq"] >= last), at) == list(range(at + 1, last + 1))


async def test_a_frame_that_is_no_message_of_ours_closes_the_socket_of_a_real_server(session: Session) -> None:
    bruno = await outside(lambda: signed_in(cast("bruno")))
    with serving(services.free_port()) as site:
        async with socket_to(site, session, bruno) as one:
            await one.send("x" * 1000)
            assert await until_closed(one) == 4400
        status, body = await asyncio.to_thread(site.get, f"/live/room/{session.reference}/")
        assert (status, body) == (426, "This address is for the live room's socket.")
