"""Whatever a room remembers, snapshots or streams, it is what folding the log from the start gives."""

import json
from collections.abc import Callable, Iterator

import pytest

from sessions import chain, log, remembered, wire
from sessions.core.evolve import replay
from sessions.core.state import Room
from sessions.models import LogEntry, Session, Snapshot
from tests.sessions.scripts import cancelled_meeting, meeting_at_random, meeting_not_held, whole_meeting

pytestmark = pytest.mark.django_db
Script = Callable[[], Iterator[Session]]
SCRIPTS = (whole_meeting, cancelled_meeting, meeting_not_held)


def played(script: Script) -> Session:
    """The session when the script is over."""
    *_, session = script()
    return session


def test_the_scripts_show_every_event_there_is() -> None:
    seen = {x.type for script in SCRIPTS for x in played(script).entries.all()}
    assert seen == set(wire.BY_NAME)


@pytest.mark.engine
@pytest.mark.parametrize("script", SCRIPTS)
def test_after_every_act_the_room_in_memory_is_the_folded_log(script: Script) -> None:
    for session in script():
        assert log.load(session) == replay(log.entries(session))


@pytest.mark.engine
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_snapshot_at_any_line_and_its_tail_are_the_folded_log(script: Script) -> None:
    """Across undone acts too: where one reaches before the snapshot, the snapshot is not used."""
    session = played(script)
    truth, whole = log.entries(session), replay(log.entries(session))
    Snapshot.objects.filter(session=session).delete()
    for n in range(1, len(truth)):
        remembered.forget()
        remembered.take_snapshot(session, replay(truth[:n]))
        found = log.load(session)
        assert found == whole
        assert list(found.seats) == list(whole.seats), "the order of arrival is on screen"


@pytest.mark.engine
@pytest.mark.parametrize("seed", range(100, 104))
def test_a_meeting_nobody_planned_is_its_folded_log_from_any_snapshot(seed: int) -> None:
    *_, session = meeting_at_random(seed)
    test_a_snapshot_at_any_line_and_its_tail_are_the_folded_log(lambda: iter([session]))


@pytest.mark.engine
def test_a_room_that_comes_back_from_storage_is_the_same_value() -> None:
    for session in whole_meeting():
        room = replay(log.entries(session))
        assert wire.build(Room, json.loads(json.dumps(wire.plain(room)))) == room


@pytest.mark.engine
def test_the_chain_can_be_computed_again_from_what_is_stored() -> None:
    """The published formula, from the rows alone: leaf of every line, head after every line."""
    session = played(whole_meeting)
    head = ""
    for row in LogEntry.objects.filter(session=session).order_by("seq"):
        assert log.leaf_of(session, row) == row.leaf
        head = chain.head(head, row.leaf)
        assert head == row.head
    assert head == session.head


@pytest.mark.engine
def test_a_word_changed_in_the_table_breaks_the_chain() -> None:
    session = played(cancelled_meeting)
    row = session.entries.get(type="SessionCancelled")
    row.payload["reason"] = "Otra razón"
    assert log.leaf_of(session, row) != row.leaf
