"""What is read of activities."""

from collections.abc import Iterable

from django.db.models import QuerySet

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.levels import Level
from consultations.models import Consultation


def activities_of(consultation: Consultation, *, drafts: bool = False) -> list[Activity]:
    """Promise the activities of a consultation, in order; with `drafts`, also those nobody else sees. One query."""
    rows = consultation.activities.all()
    found = list(rows if drafts else rows.filter(published_at__isnull=False))
    for row in found:
        row.consultation = consultation
    return found


def open_ones(activities: Iterable[Activity], level: Level) -> list[Activity]:
    """Promise those of a level that stand open. No query."""
    return [a for a in activities if a.level == level.value and a.state is State.OPEN]


def found() -> QuerySet[Activity]:
    """Promise activities with the consultation and its officer, for one page of one activity."""
    return Activity.objects.select_related("consultation__agency", "consultation__coordinator__person")


def address(activity: Activity) -> tuple[str, list[object]]:
    """Promise the name and arguments of the page of an activity."""
    return "activity_page", [activity.consultation.reference, activity.place]
