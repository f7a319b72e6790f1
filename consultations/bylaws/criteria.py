"""Criteria by which assents approve a version: published when it is submitted, recountable by anybody (G31)."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Criterion(models.TextChoices):
    """How many assents are enough."""

    MAJORITY = "majority", _("Majority of each side")
    CONSENSUS = "consensus", _("Consensus")


RULES = {
    Criterion.MAJORITY: _("More than half of those with a vote on each side agree."),
    Criterion.CONSENSUS: _("Nobody objects, and more than half of those with a vote on each side agree."),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """One side: how many have a vote, how many agree, how many object."""

    asked: int
    agree: int = 0
    object: int = 0

    @property
    def silent(self) -> int:
        """How many said nothing."""
        return self.asked - self.agree - self.object

    @property
    def has_majority(self) -> bool:
        """Whether more than half of those asked agree. An empty side has none."""
        return 2 * self.agree > self.asked


def is_met(criterion: Criterion, sides: tuple[Tally, ...]) -> bool:
    """Promise whether the assents of all sides meet the criterion; silence is no assent, an empty side none (G15)."""
    if criterion is Criterion.CONSENSUS and any(side.object for side in sides):
        return False
    return all(side.has_majority for side in sides)


def all_spoke(sides: tuple[Tally, ...]) -> bool:
    """Promise whether nobody with a vote is silent."""
    return all(side.silent == 0 for side in sides)
