"""Feeds and their items for tests, made by the real services."""

from datetime import datetime, timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.queries import found
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.information.models import Item, ItemVersion
from consultations.modes.information.services import item_correct, item_draft, item_publish
from consultations.modes.information.writing import FACTS, WORDS
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.day import local_day
from tests.factories.opinion import PROMISE

SECRET = "márgenes que no deben salir"
PLAIN: dict[str, Any] = {
    "kind": "document", "supersedes": None, **dict.fromkeys(FACTS), **dict.fromkeys(WORDS, ""), "place": "",
    "ground": "", "decided_by": "", "reserved": False, "title_es": "Borrador cero",
    "summary_es": "Tiene 34 párrafos.",
    "body_es": "## Párrafo 4\n\nAcceso a medicamentos.",
}  # fmt: skip
RESERVED: dict[str, Any] = {
    "title_es": "Líneas de negociación", "reserved": True, "ground": "Artículo 113, fracción II",
    "decided_by": "Comité de Transparencia", "summary_es": f"Resumen con {SECRET}", "body_es": f"Texto con {SECRET}",
}  # fmt: skip


def feed(of: Consultation, by: Person, *, publish: bool = True, **values: Any) -> Activity:
    """An activity of level I, open since an hour, without end."""
    values = {"title_es": "Información", "opens_at": now() - timedelta(hours=1), **PROMISE, **values}
    made = activity_new(consultation=of, level=Level.INFORMATION, values=values, by=by)
    if publish:
        made = activity_publish(activity=made, by=by)
    return found().get(pk=made.pk)


def drafted(of: Activity, by: Person, **values: Any) -> Item:
    """An item that nobody else sees."""
    return item_draft(activity=of, values={**PLAIN, **values}, files=(), by=by)


def published(of: Activity, by: Person, at: datetime | None = None, **values: Any) -> Item:
    """An item that is out, or will be at `at`."""
    return item_publish(item=drafted(of, by, **values), at=at, by=by)


def reserved(of: Activity, by: Person, **values: Any) -> Item:
    """An item of which everybody knows that it exists."""
    return published(of, by, **{**RESERVED, "review_on": local_day() + timedelta(days=60), **values})


def standing(item: Item) -> ItemVersion:
    """The version that stands."""
    item.refresh_from_db()
    return item.versions.get(number=item.current)


def corrected(item: Item, by: Person, reason: str = "La fecha estaba mal.", **values: Any) -> ItemVersion:
    """The next version."""
    last = standing(item)
    said = {name: getattr(last, name) for name in (*FACTS, *WORDS)}
    return item_correct(
        item=item, base=last.at.isoformat(), values={**said, **values}, reason=reason,
        keep=set(last.attachments.values_list("pk", flat=True)), files=(), by=by,
    )  # fmt: skip
