"""Invited experts (G28)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExpertAsked:
    """A member wants to hear somebody on something."""

    wish: str
    seat: str
    item: str
    name: str
    topic: str


@dataclass(frozen=True, slots=True)
class ExpertInvited:
    """The expert in `seat` speaks in this item; `wish` is the request it answers, or empty."""

    seat: str
    item: str
    topic: str
    wish: str
