"""Each reserve of a process by the columns of the index that the law has published: never what it keeps."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.models import Consultation
from consultations.modes.information import queries as information
from incidencia.clock import now
from incidencia.web.templatetags.ui import local
from sessions.core.circulation import day_of
from sessions.models import ItemReserve

COLUMNS = (
    "reference", "area", "name", "extent", "begins", "ends", "ground", "article", "reasons", "told", "decision",
    "decided_on", "confirm_by", "state",
)  # fmt: skip


class Extent(StrEnum):
    """How much of it is reserved."""

    PARTIAL = "partial"
    WHOLE = "whole"


class Standing(StrEnum):
    """Where a reserve stands today, read from the calendar."""

    STANDS = "stands"
    PENDING = "pending"
    OVERDUE = "overdue"
    LIFTED = "lifted"
    OVER = "over"


WORDS: dict[StrEnum, Promise] = {
    Extent.PARTIAL: _("partial"), Extent.WHOLE: _("whole"), Standing.STANDS: pgettext_lazy("reserve", "stands"),
    Standing.PENDING: _("stands, awaits confirmation"), Standing.OVERDUE: _("stands, confirmation overdue"),
    Standing.LIFTED: pgettext_lazy("reserve", "lifted"), Standing.OVER: _("its term is over: open"),
}  # fmt: skip
LOOKS = {Standing.STANDS: "near", Standing.PENDING: "near", Standing.OVERDUE: "late", Standing.LIFTED: "ok",
         Standing.OVER: "ok"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One reserve, as page and table show it."""

    reference: str
    area: str
    name: str
    extent: Extent
    begins: date | None
    ends: date | None
    ground: str
    article: str
    reasons: str
    told: str
    decision: str
    decided_on: date | None
    confirm_by: date | None
    state: Standing

    @property
    def words(self) -> tuple[Promise, Promise, str]:
        """Extent and standing in words, and how the standing looks."""
        return WORDS[self.extent], WORDS[self.state], LOOKS[self.state]


def index_of(consultation: Consultation) -> list[Line]:
    """Promise every reserve of a process that is public, those of sessions first, the latest on top. Two queries."""
    today = day_of(now(), consultation.zone)
    return [*_of_sessions(consultation, today), *_of_feed(consultation, today)]


def rows(consultation: Consultation) -> Iterator[dict[str, Any]]:
    """Promise the same by the names of the columns, in words that no language changes."""
    for one in index_of(consultation):
        yield {name: "" if value is None else value for name, value in asdict(one).items()}


def _of_sessions(consultation: Consultation, today: date) -> Iterator[Line]:
    """An item is a part of the record of its session."""
    found = ItemReserve.objects.filter(
        session__series=consultation.reference, session__convened_at__isnull=False
    ).select_related("session")
    for row in found:
        begins = day_of(row.since, row.session.zone)
        ends = day_of(row.lifted_at, row.session.zone) if row.lifted_at else row.until
        yield Line(
            row.session.reference, local(row.session, "host"), local(row, "title"), Extent.PARTIAL, begins, ends,
            row.ground, row.article, row.reasons, row.told, row.decision, row.decided_on,
            None if row.decision else row.confirm_by, standing_of(row, today),
        )  # fmt: skip


def standing_of(row: ItemReserve, today: date) -> Standing:
    """Where it stands on that day. Pure."""
    if row.lifted_at:
        return Standing.LIFTED
    if today > row.until:
        return Standing.OVER
    if row.decision:
        return Standing.STANDS
    return Standing.OVERDUE if row.confirm_by and today > row.confirm_by else Standing.PENDING


def _of_feed(consultation: Consultation, today: date) -> Iterator[Line]:
    for version in information.public_of(consultation).filter(item__reserved=True).select_related("item"):
        item = version.item
        yield Line(
            item.reference, local(consultation.agency, "name"), local(version, "title"), Extent.WHOLE,
            day_of(item.publish_at, consultation.zone) if item.publish_at else None, item.review_on, item.ground, "",
            "", "", item.decided_by, None, None, Standing.STANDS,
        )  # fmt: skip
