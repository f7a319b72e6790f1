"""Who may write, correct and read at level I. What is not said here is denied."""

from typing import Any

import rules

from consultations.activities.models import Activity
from consultations.activities.rules import is_public, takes_part
from consultations.activities.rules import is_published as activity_published
from consultations.modes.information.models import Item
from consultations.modes.information.states import State
from consultations.rules import convenes, is_official_of
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def publishes(user: Any, activity: Activity | None) -> bool:
    """Who convenes the consultation."""
    return activity is not None and convenes(user, activity.consultation)


@rules.predicate
def keeps_it(user: Any, item: Item | None) -> bool:
    """Who convenes the consultation of the item."""
    return item is not None and convenes(user, item.activity.consultation)


@rules.predicate
def is_out(user: Any, item: Item | None) -> bool:
    """Published, in an activity that is and was not cancelled before."""
    if item is None or item.state is not State.PUBLISHED or not activity_published(user, item.activity):
        return False
    stopped = item.activity.cancelled_at
    return stopped is None or item.publish_at is None or item.publish_at < stopped


@rules.predicate
def reads_its_feed(user: Any, item: Item | None) -> bool:
    """Everybody, or the members and the officials, as the activity says."""
    return item is not None and (is_public(user, item.activity) or takes_part(user, item.activity))


@rules.predicate
def is_open(user: Any, item: Item | None) -> bool:
    """Not reserved."""
    return item is not None and not item.reserved


@rules.predicate
def is_bound(user: Any, item: Item | None) -> bool:
    """An official of the process: reserve binds them, so they read what is reserved (A9)."""
    return item is not None and is_signed_in(user) and is_official_of(user, item.activity.consultation)


views = (is_out & reads_its_feed) | keeps_it

rules.add_perm("consultations.item_write", publishes)
rules.add_perm("consultations.item_keep", keeps_it)
rules.add_perm("consultations.item_view", views)
rules.add_perm("consultations.item_read_whole", views & (is_open | is_bound))
rules.add_perm("consultations.item_read_reserved", views & is_bound)
rules.add_perm("consultations.item_mark", is_signed_in & is_out & reads_its_feed & (is_open | is_bound))
