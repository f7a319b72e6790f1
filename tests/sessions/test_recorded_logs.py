"""Logs that earlier versions recorded still fold, and still give their minutes."""

import json
from pathlib import Path

from incidencia.clock import now
from sessions import wire
from sessions.core.events import Entry
from sessions.core.evolve import replay
from sessions.core.terms import Phase, Via
from sessions.minutes.build import build

RECORDED = Path(__file__).parent / "data" / "log_of_version_1.json"


def test_a_log_recorded_before_there_were_votes_still_folds_and_gives_its_minutes() -> None:
    rows = json.loads(RECORDED.read_text())
    entries = [
        Entry(
            r["seq"], wire.build(type(now()), r["at"]), wire.build(type(now()), r["written"]), r["act"], r["by"],
            r["instructed_by"], r["on_behalf_of"], Via(r["via"]),
            wire.event_in({"type": r["type"], "v": r["v"], **r["payload"]}),
        )
        for r in rows
    ]  # fmt: skip
    room = replay(entries)
    assert room.phase is Phase.SEALED
    assert room.rules.version == "1"
    assert (room.rules.least_cell, room.rules.majority.value) == (5, "simple"), "the defaults of now"
    assert [a.text for a in room.agreements] == ["Conservar el párrafo sexto"]
    minutes = build(entries, agreement_reference=str)
    assert [a.proposal for a in minutes.agreements] == ["p2"]
    assert all(i.votes == () and i.temperatures == () for i in minutes.items)
