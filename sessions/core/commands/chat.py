"""The chat beside the room: what can be asked of the room about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenChat:
    pass


@dataclass(frozen=True, slots=True)
class CloseChat:
    pass
