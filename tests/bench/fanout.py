"""One act, many readers: what the hub hands over, beside rendering for each anew. `python -m tests.bench.fanout`.

Both are measured in the same run, in this process, on the same room; only their ratio is worth quoting.
"""

import argparse
import asyncio
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

ACTS = 20


@dataclass
class Counts:
    """A reader that takes everything at once and remembers how much it got."""

    frames: int = 0
    octets: int = 0

    async def __call__(self, message: dict[str, str]) -> None:
        self.frames += 1
        self.octets += len(message.get("text", ""))


def main() -> None:
    """Print deliveries per second both ways, and the ratio."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fanout", description=__doc__)
    parser.add_argument("--readers", type=int, default=1000)
    readers = parser.parse_args().readers
    with tempfile.TemporaryDirectory(prefix="incidencia-fanout-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "incidencia.settings", "DATA_DIR": folder, "LOG_LEVEL": "WARNING",
            "DATABASE_URL": f"sqlite:///{Path(folder, 'bench.sqlite3')}", "REDIS_URL": "", "DEBUG": "0",
            "SECRET_KEY": "only-for-the-bench-" + "x" * 40, "EMAIL_URL": "memorymail://",
        }  # fmt: skip
        import django  # noqa: PLC0415 - the settings come first

        django.setup()
        _prepared(readers)


def _prepared(readers: int) -> None:
    from django.core.management import call_command  # noqa: PLC0415

    from tests.factories.sessions import session_open  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    session = session_open()
    by_hub = asyncio.run(_hub(session, readers))
    anew = _anew(session)
    print(f"{readers} readers: hub {by_hub:,.0f} a second, rendered for each {anew:,.0f}: {by_hub / anew:,.0f} times")
    print(json.dumps({"readers": readers, "hub_per_s": round(by_hub), "anew_per_s": round(anew)}))


async def _hub(session: Any, readers: int) -> float:
    """Deliveries per second, from the act's commit until the last reader has its frame."""
    from sessions.audiences import Audience  # noqa: PLC0415
    from sessions.core import commands as c  # noqa: PLC0415
    from sessions.hub import Hub  # noqa: PLC0415
    from sessions.hub.line import Portable  # noqa: PLC0415
    from sessions.tickets import Ticket  # noqa: PLC0415
    from tests.factories.sessions import play, seat_of  # noqa: PLC0415

    hub, lines = Hub(), [Counts() for _ in range(readers)]
    await hub.start()
    bruno = await asyncio.to_thread(seat_of, session, "bruno")
    ticket = Ticket(session.pk, session.reference, bruno.key, bruno.pk, Audience.ROOM, "es-mx")
    for line in lines:
        hub.resume(hub.enter(ticket, Portable(line)), session.seq)
    while not all(x.frames for x in lines):
        await asyncio.sleep(0.05)
    spent = 0.0
    for n in range(ACTS):
        act = c.WithdrawRequest() if n % 2 else c.RequestFloor()
        before = lines[-1].frames
        await asyncio.to_thread(play, session, "elias", act)
        start = perf_counter()
        while any(x.frames <= before for x in lines):
            await asyncio.sleep(0)
        spent += perf_counter() - start
    await hub.stop()
    return ACTS * readers / spent


def _anew(session: Any, times: int = 50) -> float:
    """Frames per second when each reader's own is made from the log."""
    from sessions.audiences import Audience  # noqa: PLC0415
    from sessions.hub import cache, frames  # noqa: PLC0415

    start = perf_counter()
    for _ in range(times):
        cache._rendered.clear()
        frames.frame_since(session, Audience.ROOM, "es-mx", session.seq - 1)
    return times / (perf_counter() - start)


if __name__ == "__main__":
    main()
