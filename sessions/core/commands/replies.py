"""Rights of reply: what can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskReply:
    """`turn` is the one in which one was named."""

    turn: str
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawReply:
    """One's own, asked for or granted."""


@dataclass(frozen=True, slots=True)
class GrantReply:
    reply: str


@dataclass(frozen=True, slots=True)
class RefuseReply:
    reply: str
    reason: str


@dataclass(frozen=True, slots=True)
class GiveReply:
    """Empty `reply`: the one that is due. Before the end of the list it needs the chair's reason."""

    reply: str = ""
    reason: str = ""
