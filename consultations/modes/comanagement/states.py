"""Where a joint task stands, what may happen to it next, and who must act. Standard library only.

The two keys: a task begins when the leads of both sides accepted it, and is done when both accepted its result.
One side alone, or one person, never does either, however often.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

CIVIL, PUBLIC, THIRD = "civil", "public", "third"
SIDES = frozenset({CIVIL, PUBLIC})
NEAR = 7  # days before its date from which a task is near


class State(StrEnum):
    """Where a task stands."""

    PROPOSED = "proposed"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DISPUTED = "disputed"
    DELIVERED = "delivered"
    DONE = "done"
    CANCELLED = "cancelled"


OPEN = (State.PROPOSED, State.IN_PROGRESS, State.BLOCKED, State.DISPUTED, State.DELIVERED)


class Pace(StrEnum):
    """How the date of an open task lies to a day."""

    AHEAD = "ahead"
    NEAR = "near"
    OVERDUE = "overdue"


class Cannot(Exception):
    """An act that the state of the task does not allow; `str()` is its code."""


@dataclass(frozen=True, slots=True)
class Key:
    """A side's yes, and whose it is."""

    side: str
    person: int


def turned(keys: Iterable[Key]) -> bool:
    """Promise whether both keys are turned: one of each side, and not by the same person."""
    held = list(keys)
    return any(
        one.person != other.person for one in held if one.side == CIVIL for other in held if other.side == PUBLIC
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What has happened to a task, as far as its state needs it. `keys` are those of the result that stands."""

    started: bool = False
    delivered: bool = False
    keys: frozenset[Key] = frozenset()
    blocked: bool = False
    disputed: bool = False
    cancelled: bool = False

    @property
    def state(self) -> State:
        """The state these facts make."""
        if self.cancelled:
            return State.CANCELLED
        if self.delivered and turned(self.keys):
            return State.DONE
        if self.disputed:
            return State.DISPUTED
        if self.blocked:
            return State.BLOCKED
        if self.delivered:
            return State.DELIVERED
        return State.IN_PROGRESS if self.started else State.PROPOSED


def start(facts: Facts, accepted: Iterable[Key]) -> Facts:
    """Promise the facts once these leads have accepted: begun if both sides have. Raises Cannot after the end."""
    if facts.state not in OPEN:
        raise Cannot("over")
    return replace(facts, started=True) if turned(accepted) else facts


def deliver(facts: Facts) -> Facts:
    """Promise the facts once a result is delivered. Raises Cannot unless the task is in progress."""
    _only(facts, State.IN_PROGRESS)
    return replace(facts, delivered=True, keys=frozenset())


def accept(facts: Facts, key: Key) -> Facts:
    """Promise the facts once a key is turned. Raises Cannot: without a result, for a side or a person twice."""
    _only(facts, State.DELIVERED)
    if key.side not in SIDES:
        raise Cannot("no-side")
    if any(one.side == key.side for one in facts.keys):
        raise Cannot("side-accepted")
    if any(one.person == key.person for one in facts.keys):
        raise Cannot("same-person")
    return replace(facts, keys=facts.keys | {key})


def give_back(facts: Facts) -> Facts:
    """Promise the facts once the result is returned: its keys count no more. Raises Cannot without a result."""
    _only(facts, State.DELIVERED)
    return replace(facts, delivered=False, keys=frozenset())


def block(facts: Facts) -> Facts:
    """Promise the facts once it can't go on. Raises Cannot unless it is in progress."""
    _only(facts, State.IN_PROGRESS)
    return replace(facts, blocked=True)


def unblock(facts: Facts) -> Facts:
    """Promise the facts once it can go on. Raises Cannot unless it is blocked."""
    _only(facts, State.BLOCKED)
    return replace(facts, blocked=False)


def dispute(facts: Facts) -> Facts:
    """Promise the facts once a lead disputes it. Raises Cannot before it began, after the end, and twice."""
    _only(facts, State.IN_PROGRESS, State.BLOCKED, State.DELIVERED)
    return replace(facts, disputed=True)


def settle(facts: Facts, words: Mapping[str, str]) -> Facts:
    """Promise the facts given the last words of each side: settled if they are the same. Raises Cannot undisputed."""
    _only(facts, State.DISPUTED)
    return replace(facts, disputed=not same_words(words))


def same_words(words: Mapping[str, str]) -> bool:
    """Promise whether both sides spoke and said the same; spaces and line breaks aside."""
    said = {side: " ".join(text.split()) for side, text in words.items()}
    return set(said) == SIDES and bool(said[CIVIL]) and said[CIVIL] == said[PUBLIC]


def cancel(facts: Facts) -> Facts:
    """Promise the facts once it is cancelled. Raises Cannot after the end."""
    if facts.state not in OPEN:
        raise Cannot("over")
    return replace(facts, cancelled=True)


def must_act(
    facts: Facts, *, accepted: Iterable[str] = (), blocked_by: str = "", asked_by: str = ""
) -> frozenset[str]:
    """Promise who must act now: sides, or a third party; nobody when it is over.

    `accepted` are the sides whose standing lead accepted, `blocked_by` who a block waits for, `asked_by` the side
    whose wish for another date or an end waits for the other one's assent.
    """
    state = facts.state
    if state not in OPEN:
        return frozenset()
    if asked_by in SIDES:
        return SIDES - {asked_by}
    lacking = SIDES - set(accepted)
    if state is State.BLOCKED:
        return frozenset({blocked_by})
    if state is State.DELIVERED:
        return SIDES - {key.side for key in facts.keys}
    if lacking:
        return lacking
    return SIDES


def pace(due_on: date, today: date) -> Pace:
    """Promise how the date of an open task lies to today. The day itself is not late."""
    if today > due_on:
        return Pace.OVERDUE
    return Pace.NEAR if (due_on - today).days <= NEAR else Pace.AHEAD


def _only(facts: Facts, *states: State) -> None:
    if facts.state not in states:
        raise Cannot(f"not-{states[0].replace('_', '-')}")
