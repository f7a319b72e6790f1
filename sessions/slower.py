""""Slower, please": a sign that lasts some seconds. No log tells it; losing one loses nothing.

One row for each seat: whoever asks again within those seconds counts once. The hub looks at the sums with its other
looks around and tells the number; only the speaker's and the chair's pages show it.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from incidencia.clock import now
from sessions.acting import Asked
from sessions.core.refusals import Code, Refused
from sessions.desk import Done
from sessions.models import Slower

LASTS = timedelta(seconds=20)


def ask(asked: Asked) -> Done:
    """Somebody in the room asks whoever speaks to speak slower. Raises Refused while nobody speaks."""
    there = asked.room.seats.get(asked.seat.key)
    if there is None or not there.present:
        raise Refused(Code.NOT_ADMITTED, seat=asked.seat.key)
    speech = asked.room.floor.speech
    if speech is None or not asked.room.decides:
        raise Refused(Code.NOBODY_SPEAKS)
    Slower.objects.filter(session=asked.session, at__lte=now() - LASTS).delete()
    if speech.seat != asked.seat.key:
        Slower.objects.update_or_create(seat=asked.seat, defaults={
            "session": asked.session, "turn": speech.turn, "at": now(),
        })  # fmt: skip
    return Done(asked.room, (), again=True)


@dataclass(frozen=True, slots=True)
class Slow:
    """How many ask whoever has the floor in this turn to speak slower."""

    turn: str = ""
    count: int = 0


def counts(session_ids: Collection[int]) -> Mapping[int, Slow]:
    """What is asked now, of several sessions, in one query: of the turn somebody asked about last."""
    fresh = Slower.objects.filter(session__in=session_ids, at__gt=now() - LASTS).order_by("at")
    rows = list(fresh.values_list("session_id", "turn"))
    last = dict(rows)
    found = Counter(rows)
    return {i: Slow(last[i], found[i, last[i]]) if i in last else Slow() for i in session_ids}
