"""What a question needs at least under the rules, and whether a majority of a base asks as much. Pure arithmetic.

A majority is a share of a base, and the bases are in order: votes cast are never more than the voting members
present, nor those more than everybody entitled. So a higher share of a wider base never needs fewer votes.
"""

from sessions.core.ruleset import Rules
from sessions.core.terms import Base, Majority

SHARE = {Majority.SIMPLE: 0, Majority.ABSOLUTE: 0, Majority.TWO_THIRDS: 1, Majority.FOUR_FIFTHS: 2}
COUNTED = tuple(SHARE)  # the lowest first
BASES = (Base.CAST, Base.PRESENT, Base.ENTITLED)

Rule = tuple[Majority, Base]


def counted_of(majority: Majority, base: Base) -> Base:
    """What it is counted of: an absolute majority is always of everybody entitled."""
    return Base.ENTITLED if majority is Majority.ABSOLUTE else base


def least(rules: Rules, *, whole: bool = False) -> Rule | None:
    """Promise the least a question is put with; None: no vote decides it. `whole`: it is a text as a whole."""
    asked = (rules.majority, rules.majority_whole) if whole else (rules.majority,)
    if Majority.CONSENSUS in asked:
        return None
    bases = (counted_of(majority, rules.base) for majority in asked)
    return max(asked, key=COUNTED.index), max(bases, key=BASES.index)


def asks_enough(majority: Majority, base: Base, under: Rule) -> bool:
    """Whether it never needs fewer votes than `under`, whatever the votes are."""
    of, least_of = counted_of(majority, base), counted_of(*under)
    return SHARE[majority] >= SHARE[under[0]] and BASES.index(of) >= BASES.index(least_of)


def offered(under: Rule | None) -> tuple[list[Majority], list[Base]]:
    """The majorities and the bases to choose from: each with each asks for enough."""
    if under is None:
        return [], []
    majorities = [m for m in COUNTED if asks_enough(m, Base.ENTITLED, under)]
    return majorities, list(BASES[BASES.index(counted_of(*under)) :])
