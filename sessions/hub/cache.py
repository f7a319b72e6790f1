"""The last rendered regions: a thousand sockets that join at once after a restart render each region once."""

from collections import OrderedDict
from threading import Lock

from sessions import render
from sessions.audiences import Audience, hidden
from sessions.core.state import Room
from sessions.core.touches import DESK_REGIONS
from sessions.models import Session

KEPT = 256
_rendered: OrderedDict[tuple[object, ...], str] = OrderedDict()
_guard = Lock()


def region(name: str, session: Session, room: Room, audience: Audience, language: str) -> str:
    """As `render.region`, remembered by all it depends on: the session's row (its head stands for the room),
    and which reserves stand now."""
    if room.seq != session.seq or name in DESK_REGIONS:  # for few, and may rest on who was accredited since
        return render.region(name, session, room, audience, language)
    row = tuple(str(getattr(session, f.attname)) for f in session._meta.concrete_fields)
    key = (hash(row), session.head, name, audience, hidden(audience, room), language)
    with _guard:
        html = _rendered.get(key)
    if html is None:
        html = render.region(name, session, room, audience, language)
    with _guard:
        _rendered[key] = html
        _rendered.move_to_end(key)
        while len(_rendered) > KEPT:
            _rendered.popitem(last=False)
    return html
