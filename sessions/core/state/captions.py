"""What is relayed of the turn that runs: the language it is in, and the last lines of each channel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caption:
    """`line` is the number of its entry in the log."""

    line: int
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Relay:
    """`spoken` is the language marked for `turn`, which is the last one that was marked or relayed."""

    turn: str = ""
    spoken: str = ""
    captions: tuple[Caption, ...] = ()
