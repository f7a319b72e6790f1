"""How a report of a group stands, read from the clock. Pure: nothing is stored, nothing is done by a job."""

from datetime import datetime
from enum import StrEnum

from incidencia.deadlines.deadline import Deadline


class Standing(StrEnum):
    """Where a report stands."""

    OPEN = "open"  # its members may object
    STOPPED = "stopped"  # somebody objects to its first words: they are written anew
    READY = "ready"  # the term is over: it may be published
    PUBLISHED = "published"
    LEFT = "left"


def standing(
    term: Deadline, now: datetime, *, objections: int, sent_back: bool = False, published: bool = False,
    left: bool = False,
) -> Standing:  # fmt: skip
    """Promise how it stands at `now`. `objections` are those that stand against its present words, `sent_back` says
    that earlier words were objected to.

    An objection sends a report back once. Written anew after one, it is published with the next beside it; words
    that were changed before anybody objected have used up nothing.
    """
    if published:
        return Standing.PUBLISHED
    if left:
        return Standing.LEFT
    if not term.is_late(now):
        return Standing.OPEN
    return Standing.STOPPED if objections and not sent_back else Standing.READY
