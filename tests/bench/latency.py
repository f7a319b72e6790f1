"""From an act to every screen: a POST leaves a browser, and the last of twenty sockets has its frame.

    python -m tests.bench.latency [--sockets N] [--acts N]
    python -m tests.services -- env ENGINE=1 python -m tests.bench.latency      the same on PostgreSQL and Redis

The server is a process of its own. What is timed begins before the browser sends and ends when the last socket of
this process has read: it is more than the server's own part, never less.
"""

import argparse
import asyncio
import json
import os
import socket
import tempfile
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from tests.bench import calibration

TARGET = 15  # ms, median, on the embedded default and an idle machine
WARM = 10  # acts that are not counted


def main() -> None:
    """Print the median and the slowest of twenty, beside a commit of the same database."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.latency", description=__doc__)
    parser.add_argument("--sockets", type=int, default=20)
    parser.add_argument("--acts", type=int, default=100)
    asked = parser.parse_args()
    print(f"calibration: python_loop_ms={calibration.python_seconds() * 1000:.1f}", flush=True)
    # On a disk: tests keep their database in memory, where a commit that survives a power cut costs nothing.
    with tempfile.TemporaryDirectory(prefix="incidencia-latency-") as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "TEST_DATA_DIR": folder}
        _measured(asked.sockets, asked.acts)


def _measured(sockets: int, acts: int) -> None:
    import django  # noqa: PLC0415 - the settings come first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from tests.factories.sessions import session_open  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    session = session_open()
    commit = _commit_ms(session)
    times = asyncio.run(_played(session, sockets, acts))
    found = {
        "engine": connection.vendor, "sockets": sockets, "acts": len(times),
        "median_ms": round(median(times), 1), "p95_ms": round(quantiles(times, n=20)[-1], 1),
        "commit_ms": round(commit, 2),
    }  # fmt: skip
    print(" ".join(f"{key}={value}" for key, value in found.items()), f"(target of the median {TARGET})")
    print(json.dumps(found))


def _commit_ms(session: Any, times: int = 200) -> float:
    """What one commit costs that writes one number."""
    from django.db import transaction  # noqa: PLC0415
    from django.db.models import F  # noqa: PLC0415

    spent = []
    for _ in range(times):
        start = perf_counter()
        with transaction.atomic():
            type(session).objects.filter(pk=session.pk).update(seq=F("seq"))
        spent.append((perf_counter() - start) * 1000)
    return median(spent)


async def _played(session: Any, sockets: int, acts: int) -> list[float]:
    """Somebody asks for the floor and withdraws, again and again; milliseconds of each."""
    from contextlib import AsyncExitStack  # noqa: PLC0415

    from tests.factories.sessions import cast  # noqa: PLC0415
    from tests.sessions.server import serving  # noqa: PLC0415
    from tests.sessions.sockets import outside  # noqa: PLC0415
    from tests.sessions.test_two_processes import heard, place, signed_in, socket_to  # noqa: PLC0415

    cookie = await outside(lambda: signed_in(cast("elias")))
    times: list[float] = []
    async with AsyncExitStack() as stack:
        site = stack.enter_context(serving(_port()))
        lines = [await stack.enter_async_context(socket_to(site, session, cookie)) for _ in range(sockets)]
        seq = session.seq
        for line in lines:
            await line.send(json.dumps({"since": 0}))
            await heard(line, lambda frame: frame["seq"] >= seq)
        for n in range(WARM + acts):
            name, seq = "withdraw_request" if n % 2 else "request_floor", seq + 1
            start = perf_counter()
            posted = asyncio.create_task(asyncio.to_thread(site.post, place(session, f"actos/{name}/"), cookie))
            await asyncio.gather(*(heard(line, lambda frame, seq=seq: frame["seq"] >= seq) for line in lines))
            spent = (perf_counter() - start) * 1000
            status, body = await posted
            assert status == 303, body
            times += [spent] if n >= WARM else []
    return times


def _port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
