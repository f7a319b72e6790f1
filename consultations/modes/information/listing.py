"""A page of a feed: filters, fifty rows, what is new since the last visit, what was read."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator

from consultations.activities.models import Activity, Visibility
from consultations.modes.information import queries
from consultations.modes.information.models import ItemVersion, Kind
from consultations.modes.information.reading import visit_note
from incidencia.accounts.models import Person
from incidencia.clock import now

PER_PAGE = 50
LONGEST = 200  # characters of a search


def listed(viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> dict[str, Any]:
    """Promise what the feed shows for what was `asked` (words, kind, since, page). Constant queries.

    For somebody who signed in, this visit is noted.
    """
    before = visit_note(activity, viewer) if viewer is not None and activity.published_at else None
    rows = queries.published(activity)
    fresh = queries.changed_since(rows, before).count() if before else 0
    words, kind = asked.get("q", "").replace("\x00", "")[:LONGEST].strip(), asked.get("kind", "")
    since = asked.get("since", "")[:5] if before else ""
    kept = {"q": words, "kind": kind if kind in Kind.values else "", "since": since}
    if words:
        rows = queries.having(rows, words)
    if kept["kind"]:
        rows = rows.filter(item__kind=kind)
    if kept["since"] and before:
        rows = queries.changed_since(rows, before)
    kept = {name: value for name, value in kept.items() if value}
    page = Paginator(rows, PER_PAGE).get_page(asked.get("page"))
    return {
        "page": page, "rows": _shown(viewer, list(page.object_list), before), "kinds": Kind.choices, "asked": kept,
        "query": urlencode(kept), "before": before, "fresh": fresh,
        "mark": queries.marks([activity.pk]).get(activity.pk, "") if activity.visibility == Visibility.PUBLIC else "",
    }  # fmt: skip


def _shown(viewer: Person | None, rows: list[ItemVersion], before: datetime | None) -> list[dict[str, Any]]:
    read = queries.read_by(viewer, rows) if viewer is not None else {}
    return [
        {
            "version": row, "item": row.item, "new": before is not None and is_newer(row, before),
            "read": read.get(row.item_id) == row.number, "replaced": replaced_by(row),
        }
        for row in rows
    ]  # fmt: skip


def is_newer(row: ItemVersion, instant: datetime) -> bool:
    """Whether it was published or corrected after `instant`. No query."""
    published = row.item.publish_at
    return (published is not None and published > instant) or (row.number > 1 and row.at > instant)


def replaced_by(row: ItemVersion) -> Any:
    """Promise the published item that replaces it, or None. No query for rows that `queries` read."""
    after = getattr(row.item, "superseded_by", None)
    return after if after is not None and after.publish_at is not None and after.publish_at <= now() else None
