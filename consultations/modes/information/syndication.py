"""A consultation's news for programs: Atom (RFC 4287) and JSON Feed 1.1. A reserved item has no text there either."""

import re
from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consultations.models import Consultation
from consultations.modes.information import queries
from consultations.modes.information.models import ItemVersion
from incidencia.mail.links import absolute
from incidencia.web.templatetags.ui import day, local

MOST = 100  # the latest ones
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # by XML 1.0


def atom(consultation: Consultation) -> str:
    """Promise the feed in Atom, in the active language."""
    rows = list(queries.public_of(consultation)[:MOST])
    here = absolute(reverse("item_feed", args=[consultation.reference]))
    feed = Atom1Feed(
        title=_title(consultation), link=_home(consultation), feed_url=here, description="",
        feed_guid=permanent(consultation.reference), language=get_language(),
    )  # fmt: skip
    for row in rows:
        feed.add_item(
            title=_safe(local(row, "title")), link=_address(row), description=escape(_safe(said(row))),
            unique_id=permanent(row.item.reference), pubdate=row.item.publish_at, updateddate=_changed(row),
            categories=[str(row.item.get_kind_display())],
        )  # fmt: skip
    return str(feed.writeString("utf-8"))


def json_feed(consultation: Consultation) -> Mapping[str, Any]:
    """Promise the feed as JSON Feed 1.1, in the active language."""
    rows = queries.public_of(consultation)[:MOST]
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(consultation), "language": get_language(),
        "home_page_url": _home(consultation),
        "feed_url": absolute(reverse("item_feed_json", args=[consultation.reference])),
        "items": [
            {
                "id": permanent(row.item.reference), "url": _address(row), "title": local(row, "title"),
                "content_text": said(row), "date_published": _published(row), "date_modified": _changed(row),
                "tags": [str(row.item.get_kind_display())],
                "_incidencia": {
                    "reference": row.item.reference, "version": row.number, "reserved": row.item.reserved
                },
            }
            for row in rows
        ],
    }  # fmt: skip


def said(row: ItemVersion) -> str:
    """Promise what everybody may read of an item in short: its summary, or why and until when it is reserved."""
    item = row.item
    if item.reserved:
        return _("Reserved: %(ground)s. To be reviewed on %(day)s (A9).") % {
            "ground": item.ground, "day": day(item.review_on)
        }  # fmt: skip
    return local(row, "summary")


def permanent(reference: str) -> str:
    """Promise the address of a reference that no language changes."""
    return absolute(reverse("reference", args=[reference]))


def _title(consultation: Consultation) -> str:
    return _safe(f"{local(consultation, 'title')} · Incidencia")


def _home(consultation: Consultation) -> str:
    return absolute(reverse("consultation_page", args=[consultation.reference]))


def _address(row: ItemVersion) -> str:
    return absolute(reverse("item_page", args=[row.item.reference]))


def _published(row: ItemVersion) -> Any:
    return row.item.publish_at


def _changed(row: ItemVersion) -> Any:
    return row.at if row.number > 1 else row.item.publish_at


def _safe(text: str) -> str:
    """`text` without the signs that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)
