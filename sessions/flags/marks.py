"""Words that are true of some seats, region by region."""

from collections.abc import Callable

from sessions.core.rules.meeting import SITTING
from sessions.core.rules.positions import awaited
from sessions.core.rules.questions import UNSETTLED, answers
from sessions.core.rules.replies import waiting as waiting_replies
from sessions.core.rules.statements import may_submit
from sessions.core.rules.votes import hall_left, unexplainable
from sessions.core.rules.who import has_voice, raises_points
from sessions.core.state import Room
from sessions.core.terms import MotionState, Phase, ReplyState
from sessions.core.touches import AGREEMENTS, DECISION, FLOOR, LIST, LOBBY, PEOPLE, QUESTIONS, STATUS, TEXT
from sessions.flags import text

Marks = dict[str, list[str]]  # word → the seats it is true of


def _of_people(room: Room) -> Marks:
    present = room.present()
    return {
        "admitted": [s.id for s in present],
        "votes": [s.id for s in present if s.votes],
        "voice": [s.id for s in present if has_voice(room, s)],
        "raises-points": [s.id for s in present if raises_points(room, s)],
    }


def _of_lobby(room: Room) -> Marks:
    waiting = room.waiting.values()
    return {
        "knocked": [k.seat for k in waiting if not k.refused],
        "refused": [k.seat for k in waiting if k.refused],
    }


def _of_list(room: Room) -> Marks:
    waiting = [r.seat for r in room.floor.requests]
    replies = waiting_replies(room, ReplyState.ASKED, ReplyState.GRANTED)
    return {"waiting": waiting, "next": waiting[:1], "replying": sorted({r.seat for r in replies})}


def _of_decision(room: Room) -> Marks:
    """Who objected or stood aside; who may vote or answer and who has; who may still explain a vote."""
    proposal, vote, asked = room.proposal, room.vote, room.temperature
    asked_of = (*room.votes, *((vote,) if vote else ()))
    found: Marks = {"explains": [s for s in room.seats if any(unexplainable(room, v, s) is None for v in asked_of)]}
    if proposal:
        found |= {"objected": [o.seat for o in proposal.objections], "aside": [o.seat for o in proposal.aside]}
        found["elector"] = list(proposal.electorate or room.seats)
    if vote:
        by_totals = hall_left(vote) if vote.hall_counts else ()
        found |= {"elector": [s for s in vote.electorate if s not in by_totals], "voted": list(vote.voted)}
        found["in-electorate"] = list(vote.electorate)
    found |= {"mover": [m.seat for m in room.motions if m.state is MotionState.PENDING]}
    if room.motion:
        found["on-motion"] = [room.motion.seat, *(s.seat for s in room.motion.speakers)]
    if asked:
        found |= {"elector": list(asked.electorate), "answered": list(asked.shown)}
    return found


def _of_agreements(room: Room) -> Marks:
    """Who was cut off while something was adopted and may still object to it."""
    found: set[str] = set()
    for a in room.agreements:
        if room.phase in SITTING or (room.phase is Phase.CLOSED and a.late_until):
            found |= set(a.cut_off) - {o.seat for o in a.late_objections}
    return {"cut-off": sorted(found), "awaited": sorted({p.seat for p in awaited(room)})}


def _of_questions(room: Room) -> Marks:
    """Who may answer; who supports which question, and who stands behind it in any way."""
    unsettled = room.questions.those(*UNSETTLED)
    return {
        "submits": [s.id for s in room.present() if may_submit(s.role, room.rules)],
        "official": [s.id for s in room.present() if answers(room, s)],
        "backs": sorted({s for q in unsettled for s in q.supporters}),
        **{f"backs-{q.id}": list(q.supporters) for q in unsettled},
        **{f"behind-{q.id}": [q.seat, *q.joined, *q.supporters] for q in unsettled},
    }


MARKS: dict[str, Callable[[Room], Marks]] = {
    STATUS: lambda room: {"presiding": [room.presiding] if room.presiding else []},
    FLOOR: lambda room: {"speaking": [room.floor.speech.seat] if room.floor.speech else []},
    PEOPLE: _of_people,
    LOBBY: _of_lobby,
    LIST: _of_list,
    DECISION: _of_decision,
    AGREEMENTS: _of_agreements,
    QUESTIONS: _of_questions,
    TEXT: text.marks,
}
