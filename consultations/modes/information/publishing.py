"""Publishing an item, at once or at an instant to come; nothing runs at that instant, it is read from the clock."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.modes.information.models import Item
from consultations.modes.information.ready import refuse_outside, refuse_unready
from consultations.modes.information.states import State
from consultations.modes.information.writing import held_item, refuse_published
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def item_publish(*, item: Item, at: datetime | None, by: Person) -> Item:
    """Publish at once (`at` None) or at that instant; before it, it can be put off, changed or taken back.

    Raises Refused while something is missing, outside the window of its activity, for an instant that has passed,
    and where another item replaces the same one. Published again changes nothing.
    """
    item = held_item(item)
    if item.state is State.PUBLISHED:
        return item
    instant = now()
    if at is not None and at <= instant:
        raise Refused("passed", _("That instant has passed."), advice=_("Choose a later one, or publish at once."))
    refuse_unready(item, item.versions.get(number=item.current))
    refuse_outside(item, at or instant)
    item.publish_at, item.published_by = at or instant, by
    item.published_as = of_convener(by, item.activity.consultation)
    item.save(update_fields=["publish_at", "published_by", "published_as"])
    return item


@transaction.atomic
def item_hold_back(*, item: Item) -> Item:
    """Take a scheduled item back to a draft. Raises Refused once it is published."""
    item = held_item(item)
    refuse_published(item)
    item.publish_at, item.published_by, item.published_as = None, None, ""
    item.save(update_fields=["publish_at", "published_by", "published_as"])
    return item
