"""Words of motions: which may be moved, spoken on, decided; and of a count that may be made anew."""

from sessions.core.rules.motions import (
    PROCEDURAL,
    carriable,
    goes_before,
    lapses,
    left,
    unheard,
)
from sessions.core.state import Room
from sessions.core.terms import Method, MotionKind, Speaks
from sessions.flags.those import Words, those


def of_decision(room: Room) -> Words:
    """`motion`: one is pending; `carriable`: it may be carried without objection; `recountable`: the vote."""
    motion, vote = room.motion, room.vote
    return those(
        motion=motion is not None,
        appealed=motion is not None and motion.kind is MotionKind.APPEAL,
        may_move=any(goes_before(kind, room) for kind in PROCEDURAL),
        for_left=left(room, Speaks.FOR) > 0,
        against_left=left(room, Speaks.AGAINST) > 0,
        unheard=bool(unheard(room)),
        lapses=lapses(room),
        carriable=carriable(room),
        recountable=vote is not None
        and vote.method is not Method.SECRET
        and not vote.recounted
        and (vote.result is not None or bool(vote.hall_counts)),
        reconsiderable=any(not a.reopened for a in room.agreements)
        or any(not (v.reopened or v.agreement or v.motion) for v in room.votes),
    )
