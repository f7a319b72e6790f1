"""Questions asked beside the floor, in writing: who asked, who supports them, what became of them."""

from dataclasses import dataclass
from datetime import date, datetime

from sessions.core.terms import QuestionState


@dataclass(frozen=True, slots=True)
class Question:
    """A question from somebody in the room.

    `joined` are the askers of those merged into it, `into` the one it was merged into. Answered: `text` in writing,
    or aloud in the turn `turn`. Owed: by `owes` until `due`; an empty `owes` is the body that convenes.
    """

    id: str
    item: str
    seat: str
    text: str
    language: str
    at: datetime
    state: QuestionState = QuestionState.WAITING
    supporters: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    into: str = ""
    reason: str = ""
    answer: str = ""
    answer_language: str = ""
    answered_by: str = ""
    turn: str = ""
    owes: str = ""
    due: date | None = None

    @property
    def number(self) -> int:
        """Its place in the order of asking."""
        return int(self.id[1:])


@dataclass(frozen=True, slots=True)
class Questions:
    """All of a session. `item`: the one they were opened for last, empty once the chair closed them."""

    item: str = ""
    asked: tuple[Question, ...] = ()

    def get(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((q for q in self.asked if q.id == question_id), None)

    def those(self, *states: QuestionState) -> list[Question]:
        """Those that stand so, in the order of asking."""
        return [q for q in self.asked if q.state in states]
