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
    term: Deadline, now: datetime, *, wording: int, objections: int, published: bool = False, left: bool = False
) -> Standing:
    """Promise how it stands at `now`. `wording` is the number of its present words, `objections` how many stand.

    An objection sends a report back once. To words written anew it stops nothing: it is published beside them.
    """
    if published:
        return Standing.PUBLISHED
    if left:
        return Standing.LEFT
    if not term.is_late(now):
        return Standing.OPEN
    return Standing.STOPPED if objections and wording == 1 else Standing.READY
