"""A question that is being voted, a temperature check, and what the last one came to. No count before its time."""

from dataclasses import dataclass
from typing import Any

from sessions.core.events import Result, Stances, Votes
from sessions.core.questions import Temperature, Vote
from sessions.core.rules.motions import kind_of
from sessions.core.rules.table import on_table
from sessions.core.rules.votes import called, few_ballots, hall_total, least_ballots
from sessions.core.state import Room
from sessions.core.terms import Choice, Method, MotionKind, Side, Stance
from sessions.wording import voting
from sessions.wording.words import name_of, word


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before the room. `absent`: who may vote and has not, for the desk alone; `hall`: those there.

    `least`: how many secret ballots it takes to count them, while there are fewer.
    """

    question: str
    language: str
    method: str
    rule: str
    electors: int
    voted: int
    closed: bool
    secret: bool
    roll_call: bool
    absent: tuple[str, ...]
    hall: int
    hall_counts: int
    hall_settled: bool
    least: int
    result: "Counted | None"
    sought: str = ""
    explanations: "tuple[Said, ...]" = ()
    effect: str = ""  # of the agreement that it becomes if it is carried


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of counts: what, of everybody, and of each side."""

    label: str
    count: int
    sides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A count as it is shown: its rows, the sides of its columns, what was needed, and what it came to.

    `outcome` says it in words. `withheld`: so many answers, too few to tell what they said; then no table is shown.
    """

    rows: tuple[Row, ...]
    sides: tuple[str, ...]
    total: int
    needed: str
    carried: bool
    withheld: int = 0
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    name: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Declared:
    """A result, in words too; on a ruling that was appealed it is the count's, whatever was declared.

    `names`: who voted what, in a roll call; `withheld`: too few of a side to tell them apart.
    """

    vote: Vote
    method: str
    rule: str
    counted: Counted
    names: tuple[tuple[str, str], ...]
    withheld: bool
    explanations: tuple[Said, ...]
    carried: bool
    outcome: str


def votes(room: Room, *, desk: bool) -> dict[str, Any]:
    """What the region shows of votes; the `desk` also sees who is missing, and the count that is to be declared."""
    told = room.told()
    return {
        "vote": _asked(room, room.vote, desk) if room.vote else None,
        "temperature": room.temperature,
        "declared": _declared(room, told) if isinstance(told, Vote) and not _overtaken(room, told) else None,
        "taken": told if isinstance(told, Temperature) else None,
        "taken_counts": stances(told) if isinstance(told, Temperature) else None,
        "least": room.rules.least_cell,
    }


def _asked(room: Room, vote: Vote, desk: bool) -> Asked:
    missing = called(room, vote)
    kind = kind_of(room, vote.motion)
    counted = counts(vote.votes, vote.result, kind=kind) if desk and vote.votes and vote.result else None
    return Asked(
        vote.question, vote.language, word(vote.method), _rule(room, vote), len(vote.electorate),
        voting.voted(vote), vote.result is not None, vote.method is Method.SECRET,
        vote.method is Method.ROLL_CALL,
        tuple(name_of(room, s) for s in missing) if desk else (), len(vote.hall) if vote.method is Method.SHOW else 0,
        len(vote.hall_counts), hall_total(vote) is not None,
        least_ballots(room, vote) if few_ballots(room, vote) else 0, counted,
        voting.sought(vote.consensus, vote.consensus_note),
        _said(room, vote), word(vote.effect) if vote.agrees else "",
    )  # fmt: skip


def _rule(room: Room, vote: Vote) -> str:
    return voting.rule_of(vote.majority, vote.base, kind_of(room, vote.motion))


def _overtaken(room: Room, vote: Vote) -> bool:
    """Whether the text on the table was changed by another decision since: then this result is no news any more."""
    text = on_table(room)
    since = (v for p in text.paragraphs for v in p.history if v.at > vote.put_at) if text else ()
    return any(v.ref and not vote.about.startswith(v.ref) for v in since)


def _declared(room: Room, vote: Vote) -> Declared:
    assert vote.votes is not None
    assert vote.result is not None
    kind = kind_of(room, vote.motion)
    carried = vote.result.carried if kind is MotionKind.APPEAL else bool(vote.carried)
    names = [(name_of(room, x.seat), word(x.choice)) for x in vote.cast] if vote.method is Method.ROLL_CALL else []
    return Declared(
        vote, word(vote.method), _rule(room, vote),
        counts(vote.votes, vote.result, {s.side: s.votes for s in vote.by_side}, kind), tuple(sorted(names)),
        vote.method is Method.SHOW and not vote.by_side,
        _said(room, vote),
        carried, voting.carried(carried, kind),
    )  # fmt: skip


def _said(room: Room, vote: Vote) -> tuple[Said, ...]:
    return tuple(Said(name_of(room, x.seat), x.text, x.language) for x in vote.explanations)


def counts(
    votes: Votes, result: Result, sides: dict[Side, Votes] | None = None, kind: MotionKind | None = None
) -> Counted:  # fmt: skip
    """The table of a vote; `kind`: of the motion it decides."""
    told = [votes, *(sides or {}).values()]
    numbers = {
        Choice.FOR: [v.in_favour for v in told], Choice.AGAINST: [v.against for v in told],
        Choice.ABSTAIN: [v.abstain for v in told],
    }  # fmt: skip
    rows = tuple(Row(word(choice), n[0], tuple(n[1:])) for choice, n in numbers.items())
    return Counted(
        rows, tuple(word(side) for side in sides or {}), votes.total, voting.needed_of(result, kind), result.carried,
        outcome=voting.carried(result.carried, kind),
    )  # fmt: skip


def stances(taken: Temperature) -> Counted | None:
    """The table of a temperature check that was closed."""
    answers = taken.answers
    return None if answers is None else answered(answers, taken.sides)


def answered(answers: Stances, by_side: tuple[Stances, ...]) -> Counted:
    """Answers as a table; nothing is needed and nothing carried."""
    told = (answers, *by_side)
    numbers = {
        Stance.AGREE: [a.agree for a in told], Stance.ACCEPT: [a.accept for a in told],
        Stance.CANNOT: [a.cannot for a in told], Stance.NONE: [a.none for a in told],
    }  # fmt: skip
    rows = tuple(Row(word(stance), n[0], tuple(n[1:])) for stance, n in numbers.items())
    sides = tuple(word(a.side) for a in by_side if a.side)
    return Counted(rows, sides, answers.total, "", False, answers.withheld)
