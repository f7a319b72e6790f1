"""Words of the list of speakers: whose reply waits, whose side has used up its time."""

from sessions.core.rules import budgets, owing, replies
from sessions.core.rules.floor import next_up
from sessions.core.state import Room
from sessions.core.terms import ReplyState
from sessions.flags.those import Words, those


def of_list(room: Room) -> Words:
    """`over_budget`: the floor goes to whoever is next only with the chair's reason."""
    first = next((r for r in room.floor.requests if r.id == next_up(room)), None)
    seat = room.seats.get(first.seat) if first else None
    return those(
        over_budget=seat is not None and budgets.over(room, seat.side),
        replies_asked=bool(replies.waiting(room, ReplyState.ASKED)),
        replies_granted=bool(replies.waiting(room, ReplyState.GRANTED)),
        replies_waiting=bool(replies.waiting(room, ReplyState.ASKED, ReplyState.GRANTED)),
        reply_owed=owing.reply_owed(room),
        reply_due=replies.due(room) is not None,
    )
