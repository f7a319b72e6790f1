"""The chat beside the room: whether there is one. What is written in it is in no log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChatOpened:
    pass


@dataclass(frozen=True, slots=True)
class ChatClosed:
    pass
