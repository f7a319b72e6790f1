"""Keeping the turns of a thread: begun, passed to the other side, met, or lost to silence."""

from datetime import datetime

from consultations.modes.dialogue import turn as pure
from consultations.modes.dialogue.models import Thread, Turn
from consultations.modes.dialogue.turn import Side


def running(thread: Thread) -> Turn | None:
    """Promise the turn that runs; None once the thread is settled. One query."""
    return Turn.objects.filter(thread=thread, ended_at__isnull=True).first()


def begin(thread: Thread, side: Side, at: datetime) -> Turn:
    """Give the turn to `side`, from `at` on."""
    last = Turn.objects.filter(thread=thread).order_by("-number").values_list("number", flat=True).first() or 0
    days = thread.activity.answer_days
    return Turn.objects.create(thread=thread, number=last + 1, side=side.value, days=days, since=at)


def word_of(thread: Thread, by: Side, at: datetime) -> None:
    """A word of `by`: it meets the turn where that side owed it, and turns it; else nothing moves."""
    now = running(thread)
    if now is None:
        return
    was = pure.Turn(Side(now.side), now.since)
    after = was.after(by, at)
    if after != was:
        end(now, at, met=True)
        begin(thread, after.side, at)


def answered(thread: Thread, at: datetime) -> None:
    """A question got its answer: where civil society owes the next word it has its whole term from then on."""
    turn = running(thread)
    if turn is not None and turn.side == Side.CIVIL.value:
        turn.since = at
        turn.save(update_fields=["since"])


def end(turn: Turn, at: datetime, *, met: bool) -> None:
    """End a turn: `met` by a word of the side that owed it, or lost to its silence, for ever."""
    turn.ended_at, turn.met = at, met
    turn.save(update_fields=["ended_at", "met"])
