"""Many rows at once, for lists: whatever a page asks of the database, it asks as often for 300 rows as for 3."""

from collections.abc import Callable
from copy import copy
from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.base import ModelState

from incidencia.accounts.models import Person
from tests.factories import incidencia as make

FEW, MANY = 3, 300
M = TypeVar("M", bound=Model)


def copies(row: M, many: int, **changing: Callable[[int], Any]) -> list[M]:
    """Write `many` more rows like `row`. What differs is said by number: `email=lambda n: f"p{n}@example.org"`."""
    made = []
    for number in range(many):
        one = copy(row)
        one.pk, one._state = None, ModelState()
        for name, value in changing.items():
            setattr(one, name, value(number))
        made.append(one)
    return type(row)._default_manager.bulk_create(made)  # type: ignore[attr-defined, no-any-return]


def crowd(many: int, name: str = "Persona") -> list[Person]:
    """People with nothing but a name and an e-mail."""
    first = make.person(f"{name} 0")
    names = {"name": lambda n: f"{name} {n + 1}", "email": lambda n: f"{name.lower()}.{n + 1}@example.org"}
    return [first, *copies(first, many - 1, **names)]
