"""Invited experts: what can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskExpert:
    name: str
    topic: str


@dataclass(frozen=True, slots=True)
class InviteExpert:
    """`wish` is a member's request, if there was one."""

    seat: str
    topic: str
    wish: str = ""
