"""The time of a turn: what can be asked of the chair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetSpeakingTime:
    """How long each turn on the open item is; 0 seconds: as the rules say."""

    seconds: int
