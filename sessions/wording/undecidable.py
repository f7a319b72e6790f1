"""What to know before an item for decision is opened while nothing can be decided."""

from django.utils.translation import gettext as _

from sessions.core.rules.quorum import decides_now
from sessions.core.state import Item, Room
from sessions.core.terms import ItemState, Purpose
from sessions.wording.words import titled


def undecidable(room: Room, *among: Item) -> list[str]:
    """A warning for each item for decision (of `among`, else of those to be opened) while nothing can be decided."""
    if decides_now(room):
        return []
    items = among or tuple(i for i in room.items if i.state in (ItemState.PENDING, ItemState.DEFERRED))
    said = _(
        "“%(title)s” is for decision, and now nothing can be decided: the quorum or one of the two sides is missing."
    )
    return [said % {"title": titled(i.plan)} for i in items if i.plan.decides is Purpose.DECISION]
