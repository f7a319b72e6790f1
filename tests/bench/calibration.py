"""How fast this machine is just now, so that figures of two machines, or of two days, can be compared."""

import sqlite3
from pathlib import Path
from time import perf_counter

ROUNDS = 2_000_000
COMMITS = 1_000


def python_seconds() -> float:
    """Promise the seconds that a fixed loop of plain arithmetic takes."""
    start = perf_counter()
    total = 0
    for number in range(ROUNDS):
        total += number * number % 7
    assert total > 0
    return perf_counter() - start


def commit_seconds(folder: Path) -> float:
    """Promise the seconds that 1,000 commits take which survive a power cut, on the disk of `folder`."""
    connection = sqlite3.connect(folder / "calibration.sqlite3", isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE line (number INTEGER);")
    start = perf_counter()
    for number in range(COMMITS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO line VALUES (?)", (number,))
        connection.execute("COMMIT")
    taken = perf_counter() - start
    connection.close()
    return taken
