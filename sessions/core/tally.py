"""What votes come to: pure arithmetic, published with the rules. A tie is never carried."""

from collections.abc import Iterable

from sessions.core.events import Result, SideVotes, Votes
from sessions.core.terms import Base, Choice, Majority, Side


def result(votes: Votes, majority: Majority, base: Base, *, present: int, entitled: int) -> Result:
    """What these votes come to under this majority of this base.

    `present`: the electorate, frozen when the question was put. `entitled`: everybody with a right to vote; an
    absolute majority is always of them. With nothing to count on, one vote in favour is still needed.
    """
    counted = Base.ENTITLED if majority is Majority.ABSOLUTE else base
    of = {Base.CAST: votes.in_favour + votes.against, Base.PRESENT: present, Base.ENTITLED: entitled}[counted]
    needed = max(1, _needed(majority, of))
    tied = votes.in_favour == votes.against
    return Result(of, needed, votes.in_favour >= needed and not tied, tied)


def stands(votes: Votes) -> Result:
    """Whether a ruling stands that was appealed: unless more than half of the votes for and against are against it
    (GA rule 71). So it stands with as many for as against, and if nobody votes."""
    of = votes.in_favour + votes.against
    return Result(of, -(-of // 2), votes.against <= votes.in_favour, votes.in_favour == votes.against)


def _needed(majority: Majority, of: int) -> int:
    if majority is Majority.TWO_THIRDS:
        return -(-of * 2 // 3)
    if majority is Majority.FOUR_FIFTHS:
        return -(-of * 4 // 5)
    return of // 2 + 1


def votes_of(choices: Iterable[Choice]) -> Votes:
    """Choices added up."""
    told = list(choices)
    return Votes(told.count(Choice.FOR), told.count(Choice.AGAINST), told.count(Choice.ABSTAIN))


def by_side(cast: Iterable[tuple[Side, Choice]], least: int) -> tuple[SideVotes, ...]:
    """The votes of each side; nothing at all where one side has fewer votes than `least`."""
    told = list(cast)
    sides = [side for side in Side if any(s is side for s, _choice in told)]
    if not tellable((s for s, _choice in told), least):
        return ()
    return tuple(SideVotes(side, votes_of(c for s, c in told if s is side)) for side in sides)


def tellable(people: Iterable[Side], least: int) -> bool:
    """Whether these people may be told apart by side: no side that is there at all has fewer than `least`."""
    told = list(people)
    return bool(told) and all(told.count(side) >= least for side in set(told))
