"""How a source is asked: first whether anything waits there, and only then what."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, QuerySet

from consultations.desk.reach import Reach
from consultations.desk.row import Waiting
from incidencia.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """What may wait, as a query, and its rows in words: a generator, so nothing is read before it is begun."""

    rows: QuerySet[Any]
    told: Iterator[Waiting]


Source = Callable[[Reach], Asked]


def told(sources: Iterable[Source], reach: Reach) -> list[Waiting]:
    """Promise what waits at each of the sources, in their order. One query asks all of them whether anything does."""
    asked = [source(reach) for source in sources]
    myself = Person.objects.filter(pk=reach.person.pk)
    waits = myself.values_list(*(Exists(one.rows) for one in asked)).get()
    return [row for one, there in zip(asked, waits, strict=True) if there for row in one.told]
