"""Holding an activity while an act on it is done."""

from consultations.activities.models import Activity


def held(activity: Activity) -> Activity:
    """The row as it is now, held until the transaction ends."""
    rows = Activity.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person"
    )
    return rows.get(pk=activity.pk)
