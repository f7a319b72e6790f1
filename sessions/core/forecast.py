"""Whether a session will have quorum, by what its members answered. It informs and decides nothing. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sessions.core.ruleset import Rules
from sessions.core.terms import Side

BOTH = (Side.CIVIL, Side.PUBLIC)


class Answer(StrEnum):
    """What somebody answers about their attendance. Values are stored: never rename one."""

    HALL = "hall"
    VIDEO = "video"
    PHONE = "phone"
    NO = "no"
    UNSURE = "unsure"


COMES = (Answer.HALL, Answer.VIDEO, Answer.PHONE)


class Outlook(StrEnum):
    """What can be said of the quorum today."""

    LIKELY = "likely"
    NOT_YET = "not_yet"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Place:
    """A seat with a vote and its answer; None: it has not answered."""

    side: Side
    empowered: bool = False
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The answers of those entitled to vote, counted. `required`: how many make a quorum.

    `civil` and `public` are those of each side who said yes, `empowered` the officials with powers among them (G22).
    """

    entitled: int
    required: int
    civil: int
    public: int
    empowered: int
    no: int
    unsure: int
    unanswered: int
    outlook: Outlook
    missing: tuple[Side, ...]

    @property
    def yes(self) -> int:
        """How many of those entitled said that they come."""
        return self.civil + self.public

    @property
    def left(self) -> int:
        """How many more have to say yes for a quorum."""
        return max(self.required - self.yes, 0)


def forecast(places: Iterable[Place], rules: Rules) -> Forecast:
    """Count the answers of those entitled to vote.

    Likely: those who said yes make a quorum with both sides (G15). Doubtful: they would not, even if everybody who
    has not said no came. Not yet: neither.
    """
    voting = list(places)
    coming = [p for p in voting if p.answer in COMES]
    able = [p for p in voting if p.answer is not Answer.NO]
    required, possible = (rules.required(len(voting), len(those)) for those in (coming, able))
    missing = tuple(side for side in BOTH if not any(p.side is side for p in coming))
    if len(coming) >= required and not missing:
        outlook = Outlook.LIKELY
    elif len(able) < possible or any(not any(p.side is side for p in able) for side in BOTH):
        outlook = Outlook.DOUBTFUL
    else:
        outlook = Outlook.NOT_YET
    return Forecast(
        len(voting), required, _of(coming, Side.CIVIL), _of(coming, Side.PUBLIC),
        sum(p.empowered and p.side is Side.PUBLIC for p in coming), _said(voting, Answer.NO),
        _said(voting, Answer.UNSURE), _said(voting, None), outlook, missing,
    )  # fmt: skip


def _of(places: list[Place], side: Side) -> int:
    return sum(p.side is side for p in places)


def _said(places: list[Place], answer: Answer | None) -> int:
    return sum(p.answer is answer for p in places)
