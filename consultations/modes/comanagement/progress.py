"""How far a programme is, from the weights of what it holds. Standard library only; nobody types a share."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Part:
    """Something with a weight among its neighbours, and the share of it that is done (0 to 1)."""

    weight: int
    done: Fraction

    def __post_init__(self) -> None:
        if self.weight < 1:
            raise ValueError("a weight is 1 or more")
        if not 0 <= self.done <= 1:
            raise ValueError("a share lies between 0 and 1")


def progress(parts: Iterable[Part]) -> Fraction:
    """Promise the share that is done: each part by its weight over the sum of weights; 0 where there is nothing."""
    found = list(parts)
    whole = sum(part.weight for part in found)
    return sum((part.weight * part.done for part in found), Fraction()) / whole if whole else Fraction()


def task(weight: int, *, done: bool) -> Part:
    """Promise a task as a part of its line: wholly done, or not at all."""
    return Part(weight, Fraction(int(done)))
