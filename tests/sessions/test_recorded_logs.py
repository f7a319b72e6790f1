"""Logs that earlier versions recorded still fold to the same room, and still give their minutes."""

import json
from typing import Any

import pytest

from sessions import wire
from sessions.core.evolve import replay
from sessions.core.terms import Phase
from sessions.minutes.build import build
from tests.sessions.recording import DATA, Row, entries, folded

FIRST = DATA / "log_of_version_1.json"  # before there were votes: rows alone
RECORDED = sorted(path for path in DATA.glob("log_*.json") if path != FIRST)
HOW_TO = "python -m tests.sessions.recording NAME"


def read(name: str) -> dict[str, Any]:
    """`logs`: rows by the name of their script; `folded`: what the version that recorded them folded them to."""
    found: dict[str, Any] = json.loads((DATA / f"log_{name}.json").read_text())
    return found


NAMES = [path.stem.removeprefix("log_") for path in RECORDED]
LOGS = [(name, script) for name in NAMES for script in read(name)["logs"]]


@pytest.mark.parametrize(("name", "script"), LOGS)
def test_a_recorded_log_still_folds_to_the_room_it_told_of(name: str, script: str) -> None:
    recorded = read(name)
    room = folded(replay(entries(recorded["logs"][script])))
    changed = {field for field, digest in recorded["folded"][script].items() if room.get(field) != digest}
    assert not changed, (
        f"Folded now, {', '.join(sorted(changed))} of the room is another than the version that recorded it folded. "
        "Events are for ever: give the new field a default, or a row in wire.UPCAST."
    )


@pytest.mark.parametrize(("name", "script"), LOGS)
def test_a_recorded_log_still_gives_its_minutes(name: str, script: str) -> None:
    rows: list[Row] = read(name)["logs"][script]
    minutes = build(entries(rows), agreement_reference=str)
    agreed = [row["payload"]["proposal"] for row in rows if row["type"] == "AgreementRecorded"]
    assert [a.proposal for a in minutes.agreements] == agreed
    assert {x.id for x in minutes.items} <= {i.plan.id for i in replay(entries(rows)).items}


def test_every_event_there_is_stands_in_a_recorded_log() -> None:
    told = {row["type"] for name, script in LOGS for row in read(name)["logs"][script]}
    missing = sorted(set(wire.BY_NAME) - told)
    assert not missing, (
        f"No recorded log has {', '.join(missing)}. Play it in `whole_meeting` of tests/sessions/scripts.py; record a"
        f" log with the name of the version that brings it: {HOW_TO}. What was given out is never recorded anew."
    )


def test_a_field_that_comes_later_changes_no_digest_and_a_fold_that_changes_does() -> None:
    room = replay(entries(read("before_the_room_of_record")["logs"]["whole_meeting"]))
    before = folded(room)
    assert "texts" not in before, "what nobody said then has no digest"
    assert len(before) > 15
    changed = folded(replay(entries(read("before_the_room_of_record")["logs"]["whole_meeting"])[:-1]))
    assert before["phase"] != changed["phase"]


def test_a_log_recorded_before_there_were_votes_still_folds_and_gives_its_minutes() -> None:
    log = entries(json.loads(FIRST.read_text()))
    room = replay(log)
    assert room.phase is Phase.SEALED
    assert room.rules.version == "1"
    assert (room.rules.least_cell, room.rules.majority.value) == (5, "simple"), "the defaults of now"
    assert [a.text for a in room.agreements] == ["Conservar el párrafo sexto"]
    minutes = build(log, agreement_reference=str)
    assert [a.proposal for a in minutes.agreements] == ["p2"]
    assert all(i.votes == () and i.temperatures == () for i in minutes.items)
