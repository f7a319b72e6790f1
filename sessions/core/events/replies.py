"""Rights of reply."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplyAsked:
    """`to` is the turn in which the person was named."""

    reply: str
    seat: str
    item: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReplyWithdrawn:
    reply: str
    seat: str


@dataclass(frozen=True, slots=True)
class ReplyGranted:
    reply: str
    seat: str


@dataclass(frozen=True, slots=True)
class ReplyRefused:
    reply: str
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReplyGiven:
    """The turn that was just given is this reply."""

    reply: str
    seat: str
    turn: str
