"""That somebody read an item, and when somebody last looked at a feed."""

from datetime import datetime, timedelta

from django.db import transaction

from consultations.activities.models import Activity
from consultations.modes.information.models import Item, ReadMark, Visit
from incidencia.accounts.models import Person
from incidencia.clock import now

PAUSE = timedelta(minutes=30)  # looks nearer to each other are one visit
STEP = timedelta(minutes=5)  # how often a visit that lasts is written down


@transaction.atomic
def read_mark(*, item: Item, person: Person) -> None:
    """Keep that this person read the item as it stands now. Again changes nothing."""
    ReadMark.objects.update_or_create(
        item=item, person=person, defaults={"version": item.current}, create_defaults={"version": item.current}
    )


@transaction.atomic
def read_unmark(*, item: Item, person: Person) -> None:
    """Forget it. Again changes nothing."""
    ReadMark.objects.filter(item=item, person=person).delete()


def visit_note(activity: Activity, person: Person) -> datetime | None:
    """Keep that this person looks now; promise when their visit before this one ended, None for the first."""
    instant = now()
    visit = Visit.objects.filter(activity=activity, person=person).first()
    if visit is None:
        Visit.objects.get_or_create(activity=activity, person=person, defaults={"at": instant})
        return None
    if instant - visit.at >= PAUSE:
        visit.before = visit.at
    if instant - visit.at >= STEP:
        visit.at = instant
        visit.save(update_fields=["before", "at"])
    return visit.before
