"""What higher rooms show on the pages of a session: proposals for its agenda, matters that come to it.

`settings.BESIDE_SESSION` lists dotted paths of functions `f(session, person, preparing) -> Iterable[Beside]`, asked
at each page; nothing of it is stored here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.module_loading import import_string

from incidencia.accounts.models import Person
from sessions.core.terms import ItemKind
from sessions.models import Session


@dataclass(frozen=True, slots=True)
class Beside:
    """A panel: its template and, as `shown`, what it shows; `under` is the kind of item it stands below."""

    template: str
    shown: Mapping[str, Any]
    under: ItemKind | None = None


def beside(session: Session, person: Person | AnonymousUser, *, preparing: bool = False) -> list[Beside]:
    """Promise what stands beside a session for this reader; `preparing`: on the page that prepares it."""
    found: list[Beside] = []
    for path in settings.BESIDE_SESSION:
        found += import_string(path)(session, person, preparing)
    return found
