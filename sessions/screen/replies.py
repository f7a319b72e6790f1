"""Rights of reply as the list shows them: after it, each in one line."""

from dataclasses import dataclass

from sessions.core.rules import replies
from sessions.core.state import Room
from sessions.core.terms import ReplyState
from sessions.wording.words import name_of


@dataclass(frozen=True, slots=True)
class Reply:
    id: str
    seat: str
    name: str
    to: str
    reason: str
    granted: bool
    due: bool


def waiting(room: Room) -> list[Reply]:
    """Those asked for and those granted, in the open item."""
    first = replies.due(room)
    found = replies.waiting(room, ReplyState.GRANTED) + replies.waiting(room, ReplyState.ASKED)
    return [
        Reply(r.id, r.seat, name_of(room, r.seat), r.to[1:], r.reason, r.state is ReplyState.GRANTED,
              first is not None and first.id == r.id)
        for r in found
    ]  # fmt: skip
