"""A session of five thousand events: folding its log from nothing, and loading its snapshot.

    python -m tests.bench.long_room [--events N]
"""

import argparse
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tests.bench import calibration

ROUNDS = 7
NOBODY = {"by": "", "instructed_by": "", "on_behalf_of": "", "via": "web"}
SAID = "Pide conservar la perspectiva de género en el párrafo {}."
TARGETS = {"cold_ms": 500, "fold_ms": 500, "snapshot_ms": 50}


def main() -> None:
    """Print what each costs, beside the calibration line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.long_room", description=__doc__)
    parser.add_argument("--events", type=int, default=5000)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory(prefix="incidencia-long-") as folder:
        print(f"calibration: python_loop_ms={calibration.python_seconds() * 1000:.1f}", flush=True)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "incidencia.settings", "DATA_DIR": folder, "LOG_LEVEL": "WARNING",
            "DATABASE_URL": f"sqlite:///{Path(folder, 'bench.sqlite3')}", "REDIS_URL": "", "DEBUG": "0",
            "SECRET_KEY": "only-for-the-bench-" + "x" * 40, "EMAIL_URL": "memorymail://",
        }  # fmt: skip
        import django  # noqa: PLC0415 - the settings come first

        django.setup()
        _measured(events)


def _measured(events: int) -> None:
    from django.core.management import call_command  # noqa: PLC0415

    from sessions import log, remembered  # noqa: PLC0415
    from sessions.core.evolve import replay  # noqa: PLC0415
    from sessions.models import Snapshot  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    session = long_session(events)
    room = log.load(session)
    entries = log.entries(session)

    def cold() -> None:
        log.forget()
        Snapshot.objects.all().delete()
        log.load(session)

    def warm() -> None:
        log.forget()
        log.load(session)

    found = {"events": session.seq, "turns": len(room.turns), "agreements": len(room.agreements)}
    costs = {"cold_ms": _median(cold), "fold_ms": _median(lambda: replay(entries))}
    remembered.take_snapshot(session, room)
    costs["snapshot_ms"] = _median(warm)
    print(" ".join(f"{key}={value}" for key, value in found.items()))
    print(" ".join(f"{key}={value} (target {TARGETS[key]})" for key, value in costs.items()))
    print(json.dumps({**found, **costs}))


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return round(median(times), 1)


def long_session(events: int) -> Any:
    """An open session with so many lines: people speak and are minuted, words are agreed. Each act is judged and
    written as the desk does, in one transaction and without what the desk does besides.
    """
    from django.db import transaction  # noqa: PLC0415

    from incidencia.clock import pretend  # noqa: PLC0415
    from sessions import facts, log  # noqa: PLC0415
    from sessions.core import commands as c  # noqa: PLC0415
    from sessions.core.decide import decide  # noqa: PLC0415
    from sessions.core.due import due  # noqa: PLC0415
    from sessions.core.terms import Role, Via  # noqa: PLC0415
    from tests.factories.sessions import lively, seat_of, session_open  # noqa: PLC0415

    session = session_open()
    lively(session)
    seats = {name: seat_of(session, name) for name in ("alba", "bruno", "elias")}
    with transaction.atomic():
        room = log.load(session)
        known = facts.gather(session, room, c.RequestFloor())
        for n, (who, command) in enumerate(_acts()):
            if session.seq >= events:
                break
            known = replace(known, now=known.now + timedelta(seconds=20))
            with pretend(known.now):
                while (timed := due(room, known)) is not None:
                    room, _ = log.append(session, room, timed.events, at=timed.at, act=f"time:{n}", **NOBODY)
                act = c.Act(seats[who].key, f"long:{n}", command)
                made, instructed_by = decide(room, act, known, Role(seats[who].role))
                by = {**NOBODY, "by": act.by, "instructed_by": instructed_by, "via": Via.WEB}
                room, _ = log.append(session, room, made, at=known.now, act=act.key, **by)
        session.save()
    return session


def _acts() -> Iterator[tuple[str, Any]]:
    """Two ask for the floor, have it and are minuted, again and again; every tenth time words are agreed."""
    from sessions.core import commands as c  # noqa: PLC0415
    from sessions.core.terms import Effect  # noqa: PLC0415

    for n in count(1):
        yield "bruno", c.RequestFloor()
        yield "elias", c.RequestFloor()
        for turn in (2 * n - 1, 2 * n):
            yield "alba", c.GiveFloor()
            yield "alba", c.EndSpeech()
            yield "alba", c.NoteStatement(f"t{turn}", SAID.format(turn))
        if n % 10 == 0:
            yield "alba", c.ProposeAdoption(SAID.format(n), Effect.BINDS)


if __name__ == "__main__":
    main()
