"""A connection that was closed serves the next one who asks, as if it were new."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import settings
from django.db.utils import ConnectionHandler, ProgrammingError

from incidencia.sqlite3 import pool


@pytest.fixture
def handler(tmp_path: Path, django_db_blocker: Any) -> Iterator[ConnectionHandler]:
    """The settings' way to a file of its own, with one table."""
    one = {**settings.DATABASES["default"], "ENGINE": "incidencia.sqlite3", "NAME": str(tmp_path / "some.sqlite3")}
    one["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE", "timeout": 1,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }  # fmt: skip
    handler = ConnectionHandler({"default": one})
    with django_db_blocker.unblock():
        _ask(handler, "CREATE TABLE word (w TEXT)")
        yield handler
    handler.close_all()
    pool.POOL.empty()


def _ask(handler: ConnectionHandler, sql: str) -> list[Any]:
    """Ask and close, as a request does."""
    with handler["default"].cursor() as cursor:
        rows = cursor.execute(sql).fetchall()
    handler["default"].close()
    return list(rows)


def _lent(handler: ConnectionHandler) -> Any:
    handler["default"].ensure_connection()
    return handler["default"].connection


def test_the_next_thread_gets_the_file_that_the_last_one_gave_back(handler: ConnectionHandler) -> None:
    mine = _lent(handler)
    handler.close_all()
    theirs: list[Any] = []
    thread = Thread(target=lambda: theirs.append(_lent(handler)) or handler.close_all())
    thread.start()
    thread.join()
    assert theirs == [mine]


def test_two_who_ask_at_once_have_one_each(handler: ConnectionHandler) -> None:
    mine = _lent(handler)
    theirs: list[Any] = []
    thread = Thread(target=lambda: theirs.append(_lent(handler)) or handler.close_all())
    thread.start()
    thread.join()
    assert theirs != [mine]


def test_what_was_begun_and_not_committed_is_gone(handler: ConnectionHandler) -> None:
    mine = _lent(handler)
    mine.execute("BEGIN IMMEDIATE")
    mine.execute("INSERT INTO word VALUES ('never')")
    handler["default"].close()
    assert _lent(handler) is mine
    assert not mine.in_transaction
    assert _ask(handler, "SELECT * FROM word") == []


def test_a_list_left_half_read_holds_the_next_reader_to_no_past(handler: ConnectionHandler, tmp_path: Path) -> None:
    mine = _lent(handler)
    mine.executemany("INSERT INTO word VALUES (?)", [("a",), ("b",)])
    half = handler["default"].cursor()
    assert half.execute("SELECT w FROM word").fetchone() == ("a",)
    handler["default"].close()
    with sqlite3.connect(tmp_path / "some.sqlite3") as other:
        other.execute("INSERT INTO word VALUES ('c')")
    assert _lent(handler) is mine
    assert _ask(handler, "SELECT count(*) FROM word") == [(3,)]
    with pytest.raises(ProgrammingError):  # closed with the connection, though somebody holds it still
        half.fetchone()


def test_references_are_watched_again_though_somebody_had_stopped(handler: ConnectionHandler) -> None:
    mine = _lent(handler)
    mine.execute("PRAGMA foreign_keys = OFF")
    handler["default"].close()
    assert _ask(handler, "PRAGMA foreign_keys") == [(1,)]


def test_a_file_put_in_the_place_of_another_is_opened_anew(handler: ConnectionHandler, tmp_path: Path) -> None:
    _ask(handler, "INSERT INTO word VALUES ('old')")
    for old in tmp_path.iterdir():
        old.rename(old.with_name(f"old-{old.name}"))
    with sqlite3.connect(tmp_path / "some.sqlite3") as other:
        other.execute("CREATE TABLE word (w TEXT)")
        other.execute("INSERT INTO word VALUES ('restored')")
    assert _ask(handler, "SELECT w FROM word") == [("restored",)]


def test_more_than_a_dozen_that_wait_are_closed(tmp_path: Path) -> None:
    kept, name = pool.Pool(), str(tmp_path / "some.sqlite3")
    lent = [sqlite3.connect(name, factory=pool.OpenFile, check_same_thread=False) for _ in range(pool.IDLE + 1)]
    for one in lent:
        kept.give(pool.mark(one, name, name))
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        lent[-1].execute("SELECT 1")
    assert kept.take(name, name) is lent[-2]
    kept.empty()


def test_a_process_that_was_forked_opens_its_own(tmp_path: Path) -> None:
    kept, name = pool.Pool(), str(tmp_path / "some.sqlite3")
    kept.give(pool.mark(sqlite3.connect(name, factory=pool.OpenFile, check_same_thread=False), name, name))
    kept.forget()
    assert kept.take(name, name) is None
