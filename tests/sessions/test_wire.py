"""Events as they are stored: read back as the same values, written in one way only."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sessions import wire
from sessions.core import events as e
from sessions.core.terms import Effect, Role, Side, Via


def test_an_event_comes_back_as_it_was() -> None:
    part = e.Part(Side.CIVIL, "Red Norte", "Redactar", datetime(2026, 12, 1).date())
    event = e.AgreementRecorded("A1", "p1", "i5", "Palabras", "es", Effect.COMMITS, (part,), "", True)
    assert wire.event_in(wire.event_out(event)) == event


def test_an_instant_is_stored_in_utc_whatever_zone_it_was_told_in() -> None:
    there = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("America/Mexico_City"))
    assert wire.plain(there) == wire.plain(there.astimezone(UTC)) == "2026-11-20T16:00:00+00:00"


def test_a_field_that_came_later_may_be_absent() -> None:
    stored = {"type": "PersonLeft", "v": 1, "seat": "7", "unknown": "from a later version"}
    assert wire.event_in(stored) == e.PersonLeft("7")


def test_an_event_nobody_knows_is_said_to_be_unknown() -> None:
    with pytest.raises(KeyError, match="Applauded"):
        wire.event_in({"type": "Applauded", "v": 1})


def test_an_old_version_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(wire.UPCAST, ("PersonLeft", 0), lambda old: {"seat": old["who"]})
    assert wire.event_in({"type": "PersonLeft", "v": 0, "who": "7"}) == e.PersonLeft("7")


def test_canonical_writing_sorts_keys_and_spends_no_space() -> None:
    assert wire.canonical({"b": 1, "a": "ñ"}) == '{"a":"ñ","b":1}'.encode()


def test_words_and_lengths_of_time_are_plain() -> None:
    admitted = e.PersonAdmitted("1", "Ana", "", Role.MEMBER, Side.CIVIL, "", True, False, Via.HALL)
    assert wire.event_out(admitted)["via"] == "hall"
    assert wire.plain(timedelta(seconds=1.5)) == 1_500_000
