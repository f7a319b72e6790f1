"""Rights of reply: asked for, granted, given."""

from dataclasses import dataclass

from sessions.core.terms import ReplyState


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to what was said in the turn `to`; `turn` is the one in which it was given.

    Granted, it waits for the requests for the floor that had been made by then: up to number `after`.
    """

    id: str
    seat: str
    item: str
    to: str
    reason: str
    state: ReplyState = ReplyState.ASKED
    after: int = 0
    turn: str = ""
