"""The log: gapless, remembered only as long as it is this very log."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connections, transaction
from pytest_django import DjangoAssertNumQueries

from sessions import log, remembered
from sessions.core import commands as c
from sessions.core.evolve import replay
from sessions.models import LogEntry, Session, Snapshot
from tests.factories.sessions import play, session_open

ACTS = 8


def acts(session_id: int, word: str) -> None:
    """One operator at work, with a connection of their own."""
    try:
        session = Session.objects.get(pk=session_id)
        for n in range(ACTS):
            play(session, "alba", c.AddItem(f"{word} {n}", "", 5, "Dos operadoras a la vez"))
    finally:
        connections.close_all()


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
def test_two_operators_at_once_leave_no_gap_and_no_line_twice() -> None:
    session = session_open()
    before = session.seq
    with ThreadPoolExecutor(2) as two:
        for operator in [two.submit(acts, session.pk, word) for word in ("Piso", "Texto")]:
            operator.result()
    session.refresh_from_db()
    assert [x.seq for x in log.entries(session)] == list(range(1, before + 2 * ACTS + 1))
    assert session.seq == before + 2 * ACTS
    assert session.head == session.entries.get(seq=session.seq).head
    assert log.load(session) == replay(log.entries(session))


@pytest.mark.engine
@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_line_of_the_same_number() -> None:
    session = session_open()
    row = session.entries.get(seq=session.seq)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.django_db
def test_a_room_in_memory_is_not_trusted_for_another_log() -> None:
    """A database restored from yesterday, or a row number used again: the head tells."""
    session = session_open()
    remembered.keep(session, log.load(session))
    yesterday, last = session.seq - 1, session.entries.get(seq=session.seq)
    session.entries.filter(pk=last.pk)._raw_delete("default")  # as a restored copy does
    session.seq, session.head = yesterday, session.entries.get(seq=yesterday).head
    session.save()
    play(session, "alba", c.AddItem("Otro camino", "", 5, "Desde la copia"))
    assert log.load(session) == replay(log.entries(session))
    assert any(i.plan.title_es == "Otro camino" for i in log.load(session).items)


@pytest.mark.django_db
def test_what_a_transaction_took_back_is_not_remembered() -> None:
    session = session_open()
    with transaction.atomic():
        play(session, "alba", c.AddItem("Nunca fue", "", 5, "Se deshizo"))
        log.load(session)
        transaction.set_rollback(True)
    session.refresh_from_db()
    play(session, "alba", c.AddItem("Sí fue", "", 5, "Quedó"))
    assert "Nunca fue" not in [i.plan.title_es for i in log.load(session).items]
    assert log.load(session) == replay(log.entries(session))


@pytest.mark.django_db
def test_a_snapshot_made_by_other_folds_is_not_used() -> None:
    session = session_open()
    remembered.take_snapshot(session, log.load(session))
    Snapshot.objects.filter(session=session).update(state={"folds": "older", "room": {"phase": "nonsense"}})
    remembered.forget()
    assert log.load(session) == replay(log.entries(session))


@pytest.mark.django_db
def test_snapshots_are_taken_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "SNAPSHOT_EVERY", 5)
    session = session_open()
    room = log.load(session)
    remembered.keep(session, room)
    remembered.keep(session, room)
    assert Snapshot.objects.filter(session=session).count() == 1


@pytest.mark.django_db
def test_a_known_room_costs_no_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    session = session_open()
    log.load(session)
    with django_assert_num_queries(0):
        log.load(session)


@pytest.mark.django_db
def test_reading_stops_at_the_line_the_session_shows() -> None:
    """A line written while we read belongs to the next reading."""
    session = session_open()
    earlier = Session.objects.get(pk=session.pk)
    play(session, "alba", c.AddItem("Después", "", 5, "Entró mientras se leía"))
    remembered.forget()
    assert log.load(earlier).seq == earlier.seq == session.seq - 1
    assert LogEntry.objects.filter(session=session).count() == session.seq
