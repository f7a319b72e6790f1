"""Rules of terms that were not met: papers that came late, amendments after their term; the chair may waive both.

While a late paper of the open item was not let through, no text is presented and no question of substance is put:
a decision rests upon what its members had the time to read (G27.I, GA rule 78). A procedural motion rests on none.
"""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.rules.table import workable
from sessions.core.state import Paper, Room
from sessions.core.state.text import Text
from sessions.core.terms import Phase


def late_papers(room: Room) -> tuple[Paper, ...]:
    """The papers of the open item that came late and that the chair has not let through."""
    return tuple(p for p in room.papers if p.item == room.current and p.late and not p.waived) if room.current else ()


def refuse_upon_late_papers(room: Room) -> None:
    """Raise Refused(PAPER_LATE) while the open item has a late paper that was not let through."""
    late = late_papers(room)
    refuse_if(bool(late), Code.PAPER_LATE, title=late[0].title if late else "")


def waive_circulation(room: Room, ask: c.WaiveCirculation, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    paper = next((p for p in room.papers if p.id == ask.paper and p.item == room.current), None)
    if paper is None:
        raise Refused(Code.UNKNOWN_PAPER)
    refuse_if(paper not in late_papers(room), Code.PAPER_NOT_LATE)
    return (e.CirculationWaived(room.current, paper.id, limits.reason(ask.reason)),)


def refuse_after_deadline(text: Text) -> None:
    """Raise Refused(AMENDMENTS_CLOSED) once the term for amendments ended, unless the chair waived it."""
    refuse_if(text.amendments_closed and not text.waived, Code.AMENDMENTS_CLOSED)


def waive_deadline(room: Room, ask: c.WaiveDeadline, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Before its end or after it; from then on the text has no term."""
    text = workable(room)
    refuse_if(text.closes_at is None or bool(text.waived), Code.NO_DEADLINE)
    return (e.DeadlineWaived(text.id, limits.reason(ask.reason)),)


def has_deadline(text: Text) -> bool:
    """Whether amendments have a term, ended or not, that the chair has not waived."""
    return text.closes_at is not None and not text.waived
