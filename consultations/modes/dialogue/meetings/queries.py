"""What is read of the register of meetings. Constant queries."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, F, QuerySet

from consultations.models import Consultation
from consultations.modes.dialogue.models import Meeting, MeetingVersion

COLUMNS = (
    "number", "held_on", "place", "officials", "others", "subject", "said", "language", "contribution", "recorded_at",
    "recorded_as", "version", "reason", "remarks",
)  # fmt: skip
CHUNK = 200


def register_of(consultation: Consultation) -> QuerySet[MeetingVersion]:
    """Promise what stands of each meeting, the latest day first, with who recorded it and `.remarks`."""
    rows = MeetingVersion.objects.filter(meeting__consultation=consultation, number=F("meeting__current"))
    rows = rows.select_related("meeting", "by", "contribution").annotate(remarks=Count("meeting__remarks"))
    return rows.order_by("-held_on", "-meeting__number")


def meeting_of(consultation: Consultation, number: int) -> Meeting | None:
    """Promise one meeting with its versions and remarks. Three queries."""
    rows = Meeting.objects.filter(consultation=consultation, number=number)
    found = rows.prefetch_related("versions__by", "versions__contribution", "remarks__by").first()
    if found is not None:
        found.consultation = consultation
    return found


def records_of(consultation: Consultation) -> Iterator[Mapping[str, Any]]:
    """Promise one row for each meeting as it stands, in constant memory."""
    for row in register_of(consultation).iterator(chunk_size=CHUNK):
        yield {
            "number": row.meeting.number, "held_on": row.held_on, "place": row.place, "officials": row.officials,
            "others": row.others, "subject": row.subject, "said": row.said, "language": row.language,
            "contribution": row.contribution.reference if row.contribution else "", "recorded_at": row.at,
            "recorded_as": row.acted_as, "version": row.number, "reason": row.reason, "remarks": row.remarks,  # type: ignore[attr-defined]
        }  # fmt: skip
