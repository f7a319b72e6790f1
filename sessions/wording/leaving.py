"""What becomes of what is still going on in the open item when another one is opened, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core.rules.table import on_table
from sessions.core.state import Room
from sessions.models import Session
from sessions.wording import text as wording
from sessions.wording.words import name_of, titled


def warned(session: Session, room: Room) -> list[str]:
    """What the open item would lose, and what has to be settled before it can be left."""
    item = room.item(room.current)
    if item is None:
        return []
    found = [*_stops(room), *_listed(room), *_on_text(room)]
    return [_("It ends the open item, “%(title)s”.") % {"title": titled(item.plan)}, *found]


def _stops(room: Room) -> list[str]:
    """What has to be settled first: the room refuses to leave the item before."""
    told: list[str] = []
    if room.floor.speech:
        name = name_of(room, room.floor.speech.seat)
        told.append(_("%(name)s has the floor: the turn ends first.") % {"name": name})
    if room.floor.point:
        told.append(_("A point of order waits for the chair's ruling: it comes first."))
    if room.proposal:
        told.append(_("Words are before the room for adoption: they are adopted or withdrawn first."))
    if room.vote:
        told.append(_("A question is being voted: its result is declared, or it is withdrawn, first."))
    if room.temperature:
        told.append(_("A temperature check is open: it is closed first."))
    if room.motion:
        told.append(_("A motion is pending: it is decided, or withdrawn, first."))
    return told


def _listed(room: Room) -> list[str]:
    n = len(room.floor.requests)
    if not n:
        return []
    names = ", ".join(name_of(room, r.seat) for r in room.floor.requests)
    said = ngettext(
        "%(n)d person is still on the list of speakers and loses the place without having spoken: %(names)s.",
        "%(n)d people are still on the list of speakers and lose their place without having spoken: %(names)s.", n,
    )  # fmt: skip
    return [said % {"n": n, "names": names}]


def _on_text(room: Room) -> list[str]:
    text = on_table(room)
    if text is None or text.agreement:
        return []
    left = [f(n) for f, n in ((wording.open_amendments, len(text.undecided())),
                              (wording.open_brackets, len(text.open_brackets()))) if n]  # fmt: skip
    said = _("The text “%(title)s” is not adopted (%(left)s): it stays as it is and is only worked on again if this "
             "item is reopened.") if left else _("The text “%(title)s” is not adopted: it stays as it is and is only "
                                                 "worked on again if this item is reopened.")  # fmt: skip
    return [said % {"title": text.title, "left": ", ".join(left)}]
