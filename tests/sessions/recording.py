"""Logs recorded for good: rows as the table holds them, and what folding them gives.

    python -m tests.sessions.recording NAME

plays the meetings of `scripts.py` and writes `data/log_NAME.json`, which is never written again: later versions have
to fold it to the same room. Record one when events were added, before the version that has them is given out.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sessions import wire
from sessions.core.events import Entry
from sessions.core.ruleset import Rules
from sessions.core.state import Room
from sessions.core.terms import Via

DATA = Path(__file__).parent / "data"
ROW = ("seq", "act", "by", "instructed_by", "on_behalf_of", "via", "type", "payload")
Row = dict[str, Any]
# Defaults that moved: left out is the value a field had when digests were first recorded, and told is the one of now.
MOVED = {(Rules, "version"): "2"}


def entries(rows: list[Row]) -> list[Entry]:
    """The entries of recorded rows, by the types of now."""
    return [
        Entry(
            r["seq"], datetime.fromisoformat(r["at"]), datetime.fromisoformat(r["written"]), r["act"], r["by"],
            r["instructed_by"], r["on_behalf_of"], Via(r["via"]),
            wire.event_in({"type": r["type"], "v": r["v"], **r["payload"]}),
        )
        for r in rows
    ]  # fmt: skip


def folded(room: Room) -> dict[str, str]:
    """A digest of each field of a room that says something.

    What stands at its default is left out, at every depth: a field that comes later changes no digest of a log from
    before it. So is what may still be taken back: it lasts seconds and hangs on the regions of the screen.
    """
    said = telling(replace(room, recent=()))
    return {name: sha256(wire.canonical(value)).hexdigest()[:16] for name, value in said.items()}


def telling(value: Any) -> Any:
    """A value as plain JSON, without the fields that stand at their default."""
    if is_dataclass(value) and not isinstance(value, type):
        said = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: telling(one) for f, one in said if one != MOVED.get((type(value), f.name), _default(f))}
    if isinstance(value, Mapping):
        return [[k, telling(v)] for k, v in value.items()]
    if isinstance(value, tuple | list):
        return [telling(v) for v in value]
    return wire.plain(value)


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _rows(session: Any) -> Iterator[Row]:
    for row in session.entries.order_by("seq"):
        kept = {name: getattr(row, name) for name in ROW}
        yield {**kept, "v": row.version, "at": row.at.isoformat(), "written": row.written.isoformat()}


def _record(name: str) -> Path:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    from sessions.core.evolve import replay  # noqa: PLC0415
    from tests.sessions import scripts  # noqa: PLC0415

    logs = {}
    for script in (scripts.whole_meeting, scripts.cancelled_meeting, scripts.meeting_not_held):
        *_, session = script()
        logs[script.__name__] = json.loads(json.dumps(list(_rows(session))))
    told = {which: folded(replay(entries(rows))) for which, rows in logs.items()}
    path = DATA / f"log_{name}.json"
    path.write_text(json.dumps({"folded": told, "logs": logs}, ensure_ascii=False, separators=(",", ":")) + "\n")
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{_record(sys.argv[1])}\n")
