"""Open SQLite files that nobody uses at the moment, by name. Lent to one thread at a time."""

import os
import sqlite3
from threading import Lock

IDLE = 12  # connections of one file that wait; more are closed

Place = tuple[int, int]  # device and inode: a file replaced by another one under its name is another file


class OpenFile(sqlite3.Connection):
    """A connection that knows which file it opened. None: it has no file and is not kept."""

    name = ""  # the file's, and how it was opened
    place: Place | None = None
    process = 0


class Pool:
    """Lends what was given back last: its pages are the likeliest to be still in memory."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._idle: dict[str, list[OpenFile]] = {}
        self._of_parent: list[dict[str, list[OpenFile]]] = []

    def take(self, name: str, file: str) -> OpenFile | None:
        """Promise a connection opened under `name` to what `file` is now; None: one has to be opened."""
        place = _place(file)
        while True:
            with self._lock:
                idle = self._idle.get(name)
                if not idle:
                    return None
                connection = idle.pop()
            if connection.place == place:
                return connection
            connection.close()

    def give(self, connection: OpenFile) -> None:
        """Take a connection back: nothing half-done remains in it. One too many, or in doubt, is closed."""
        if connection.process != os.getpid():
            self._of_parent.append({connection.name: [connection]})
            return
        if connection.place is not None and _is_as_new(connection):
            with self._lock:
                idle = self._idle.setdefault(connection.name, [])
                if len(idle) < IDLE:
                    idle.append(connection)
                    return
        connection.close()

    def empty(self) -> None:
        """Close all that wait."""
        with self._lock:
            waiting = [one for idle in self._idle.values() for one in idle]
            self._idle.clear()
        for connection in waiting:
            connection.close()

    def forget(self) -> None:
        """In a process that was forked: what its parent opened is neither used nor closed."""
        self._lock = Lock()
        self._of_parent.append(self._idle)
        self._idle = {}


def mark(connection: OpenFile, name: str, file: str) -> OpenFile:
    """Tell a new connection which file it opened, and under what name it is asked for again."""
    connection.name, connection.place, connection.process = name, _place(file), os.getpid()
    return connection


def _is_as_new(connection: OpenFile) -> bool:
    """Whether it could be brought back to how Django opens it."""
    try:
        if connection.in_transaction:
            connection.rollback()
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        return False
    return not connection.in_transaction


def _place(name: str) -> Place | None:
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_dev, found.st_ino


POOL = Pool()
os.register_at_fork(after_in_child=POOL.forget)
