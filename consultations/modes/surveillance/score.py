"""The score of a round: a weighted share, and what it does not tell. Standard library only.

    score = 100 · Σ(weight · value) / Σ(weight), over the items answered yes (1), partly (½) or no (0)

What could not be verified and what is not due stand apart: they are never a "no" (E8).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from consultations.modes.surveillance.scale import Answer

VALUES = {Answer.YES: Fraction(1), Answer.PARTLY: Fraction(1, 2), Answer.NO: Fraction(0)}


@dataclass(frozen=True, slots=True)
class Score:
    """Points from 0 to 100, or None where nothing is verifiable; and the counts without which they are not shown."""

    points: Fraction | None
    items: int  # all that were answered
    counted: int  # of them, in the score
    not_verifiable: int
    not_due: int

    @property
    def shown(self) -> str:
        """The points with one decimal, half up; empty where there are none."""
        return "" if self.points is None else _tenths(self.points)

    @property
    def share_not_verifiable(self) -> str:
        """The percentage of the items that could not be verified, with one decimal."""
        return _tenths(Fraction(100 * self.not_verifiable, self.items)) if self.items else "0"


def score(answers: Iterable[tuple[Answer, int]]) -> Score:
    """Promise the score of `answers`, each with its weight. Raises ValueError for a weight that is not above 0."""
    rows = list(answers)
    if any(weight <= 0 for _answer, weight in rows):
        raise ValueError("a weight is above 0")
    counted = [(VALUES[answer], weight) for answer, weight in rows if answer in VALUES]
    total = sum(weight for _value, weight in counted)
    points = (
        Fraction(100) * sum((value * weight for value, weight in counted), Fraction(0)) / total if total else None
    )
    by = Counter(answer for answer, _weight in rows)
    return Score(points, len(rows), len(counted), by[Answer.NOT_VERIFIABLE], by[Answer.NOT_DUE])


def _tenths(number: Fraction) -> str:
    tenths = (number * 10 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)
