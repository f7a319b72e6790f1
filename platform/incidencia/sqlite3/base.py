"""The database backend the settings name: Django's own for SQLite, whose open files are lent and given back.

Django opens the file anew for each request, since each runs in a thread of its own; SQLite then reads the whole
schema again, which costs more than most acts. Here a connection that is closed goes to the pool (`pool.py`).
"""

from typing import Any
from weakref import WeakSet

from django.db.backends.sqlite3 import base
from django.utils.asyncio import async_unsafe

from incidencia.sqlite3.pool import POOL, OpenFile, mark


class DatabaseWrapper(base.DatabaseWrapper):
    """One thread's hold on the database. What it was lent comes back without a transaction and without a cursor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._cursors: WeakSet[Any] = WeakSet()

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection somebody gave back, or a new one."""
        file = str(conn_params["database"])
        name = repr((sorted(conn_params.items(), key=str), self.settings_dict["OPTIONS"]))
        return POOL.take(name, file) or mark(
            super().get_new_connection({**conn_params, "factory": OpenFile}), name, file
        )

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that is closed with the connection: one left half-read would hold the next reader to its past."""
        cursor = super().create_cursor(name)
        self._cursors.add(cursor)
        return cursor

    def _close(self) -> None:
        if self.connection is not None:
            for cursor in tuple(self._cursors):
                cursor.close()
            self._cursors.clear()
            POOL.give(self.connection)
