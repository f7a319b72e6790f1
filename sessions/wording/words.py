"""The closed lists of the core in the reader's language, and small phrases built of them."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sessions.core.state import Room, Seat
from sessions.core.terms import (
    Balance,
    Effect,
    Hold,
    ItemKind,
    ItemState,
    Phase,
    Role,
    Side,
    Slip,
    Via,
)

# By kind first: terms are text, and `open` is both a phase and the state of an item.
WORDS: dict[type[StrEnum], dict[str, Promise]] = {
    Role: {
        Role.CHAIR: lazy("Chair"),
        Role.VICE_CHAIR: lazy("Vice-chair"),
        Role.SECRETARIAT: lazy("Secretariat"),
        Role.MEMBER: lazy("Member"),
        Role.ADVISER: lazy("Adviser"),
        Role.OBSERVER: lazy("Observer"),
    },
    Side: {
        Side.CIVIL: lazy("civil society"),
        Side.PUBLIC: lazy("public service"),
        Side.GUEST: lazy("guest"),
    },
    Phase: {
        Phase.PLANNED: lazy("Convened"),
        Phase.LOBBY: lazy("Lobby open"),
        Phase.OPEN: lazy("Live"),
        Phase.SUSPENDED: lazy("Suspended"),
        Phase.CLOSED: lazy("Closed"),
        Phase.SEALED: lazy("Closed and sealed"),
        Phase.CANCELLED: lazy("Cancelled"),
        Phase.NOT_HELD: lazy("Not held"),
    },
    ItemKind: {
        ItemKind.ATTENDANCE: lazy("Attendance and quorum"),
        ItemKind.AGENDA: lazy("Agenda"),
        ItemKind.PREVIOUS_MINUTES: lazy("Previous minutes"),
        ItemKind.FOLLOW_UP: lazy("Follow-up of agreements"),
        ItemKind.SUBJECT: lazy("Subject"),
        ItemKind.OTHER_MATTERS: lazy("Other matters"),
        ItemKind.READING: lazy("Reading of agreements"),
        ItemKind.CLOSING: lazy("Closing"),
    },
    ItemState: {
        ItemState.PENDING: pgettext_lazy("agenda item", "To come"),
        ItemState.OPEN: pgettext_lazy("agenda item", "Open now"),
        ItemState.CONCLUDED: pgettext_lazy("agenda item", "Concluded"),
        ItemState.DEFERRED: pgettext_lazy("agenda item", "Deferred"),
    },
    Via: {
        Via.WEB: lazy("on line"),
        Via.PHONE: lazy("by telephone"),
        Via.HALL: lazy("in the hall"),
        Via.PAPER: lazy("on paper"),
    },
    Effect: {
        Effect.BINDS: lazy("Binds the authority"),
        Effect.RECOMMENDS: lazy("Recommendation"),
        Effect.COMMITS: lazy("Commitment of civil society"),
    },
    Balance: {
        Balance.BALANCED: lazy("Balanced: first whoever has spoken less and whose side has used less than its share"),
        Balance.REQUEST: lazy("In the order of requests"),
        Balance.CHAIR: lazy("In the order the chair sets"),
    },
    Hold: {
        Hold.PAUSED: lazy("paused"),
        Hold.POINT_OF_ORDER: lazy("stopped by a point of order"),
        Hold.SUSPENDED: lazy("the session is suspended"),
        Hold.OBJECTION: lazy("stopped by an objection"),
        Hold.CUT_OFF: lazy("waiting for those who lost the connection"),
        Hold.QUORUM: lazy("waiting for the verification of quorum"),
    },
    Slip: {
        Slip.TURN_SPEAKER: lazy("Who spoke"),
        Slip.STATEMENT: lazy("What was said"),
        Slip.AGREEMENT_TEXT: lazy("Words of an agreement"),
        Slip.RULING: lazy("Ruling on a point of order"),
    },
}

# Why somebody stands where they stand on the list of speakers (`core/rules/balance.py`).
PLACES: dict[str, Promise] = {
    "order_of_request": lazy("in the order of requests"),
    "first_time": lazy("first time on this item"),
    "side_below_share": lazy("their side has used less than its share of time"),
    "spoke_less": lazy("has spoken less on this item"),
    "asked_before": lazy("asked before you"),
    "frozen": lazy("among the next ones, which do not change"),
}


def word(term: StrEnum | str, kind: type[StrEnum] | None = None) -> str:
    """The word for a term; a plain value needs its `kind`."""
    return str(WORDS[kind or type(term)][term])  # type: ignore[index]


def choices(*terms: StrEnum) -> list[tuple[str, Promise]]:
    """Terms as the choices of a form field."""
    return [(t.value, WORDS[type(t)][t]) for t in terms]


def place(why: str) -> str:
    """The reason for a place on the list."""
    return str(PLACES.get(why, PLACES["order_of_request"]))


def titled(pair: Any, name: str = "title") -> str:
    """A text in a pair, in the reader's language or else in the other."""
    first, second = ("es", "en") if (get_language() or "es").startswith("es") else ("en", "es")
    return str(getattr(pair, f"{name}_{first}") or getattr(pair, f"{name}_{second}"))


def name_of(room: Room, seat: str) -> str:
    """The name somebody was admitted under; a plain word for whoever is not in the room's memory."""
    known = room.seats.get(seat)
    return known.name if known else _("A person")


def standing_of(seat: Seat) -> str:
    """In what capacity somebody is there: office or organization, and side."""
    what = seat.capacity or word(seat.role)
    return " · ".join(p for p in (what, seat.organization, word(seat.side)) if p)


def clock(length: timedelta) -> str:
    """A length as a clock shows it: 1:05; hours join the minutes."""
    seconds = max(0, int(length.total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"
