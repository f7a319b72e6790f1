"""The time of a turn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeakingTimeSet:
    """Each turn on this item is so long from then on; 0 seconds: as the rules say."""

    item: str
    seconds: int
