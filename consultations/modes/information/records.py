"""The items of a feed as data: what is public, row by row, in constant memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from consultations.activities.models import Activity
from consultations.modes.information import queries

CHUNK = 200


def of_activity(activity: Activity) -> Iterator[Mapping[str, Any]]:
    """Promise one row for each published item, the newest first. A reserved one has title, ground and date only."""
    for row in queries.published(activity).iterator(chunk_size=CHUNK):
        open_one = not row.item.reserved
        yield {
            "reference": row.item.reference, "kind": row.item.kind, "published_at": row.item.publish_at,
            "version": row.number, "corrected_at": row.at if row.number > 1 else "", "reason": row.reason,
            "title_es": row.title_es, "title_en": row.title_en,
            "summary_es": row.summary_es if open_one else "", "summary_en": row.summary_en if open_one else "",
            "reserved": row.item.reserved, "ground": row.item.ground if row.item.reserved else "",
            "review_on": row.item.review_on if row.item.reserved else "",
            "place": row.item.place if open_one else "", "starts_on": row.item.starts_on if open_one else "",
            "ends_on": row.item.ends_on if open_one else "",
        }  # fmt: skip
