"""Each precondition violated once: every table of this folder that is called `VIOLATED`, gathered.

A row: how the room is made, who asks, the command, the code of the refusal and, where the act needs more, with what
(`on_behalf_of`, `via`, `happened_at`), or a function of the room that answers it.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sessions.core import commands as c
from sessions.core.refusals import Code
from tests.sessions import core
from tests.sessions.core.stage import Stage

How = Mapping[str, Any] | Callable[[Stage], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Violation:
    table: str
    made: Callable[[], Stage]
    by: str
    command: c.Command
    code: Code
    how: How

    def ask(self, stage: Stage) -> None:
        """Do what is refused."""
        stage.ask(self.by, self.command, **(self.how(stage) if callable(self.how) else self.how))

    def __str__(self) -> str:
        return f"{self.table}: {self.command} by seat {self.by}, {self.code.name}"


def tables() -> dict[str, list[Violation]]:
    """Promise the rows of every table, by the module that holds it."""
    return {name: rows for name in _modules() if (rows := _rows(name))}


def _modules() -> Iterator[str]:
    return (x.name for x in pkgutil.iter_modules(core.__path__) if x.name.startswith("test_"))


def _rows(name: str) -> list[Violation]:
    table = getattr(import_module(f"{core.__name__}.{name}"), "VIOLATED", ())
    return [Violation(name, *row[:4], row[4] if len(row) > 4 else {}) for row in table]
