"""THE next act of whoever chairs: from the folded room, one act that would be accepted now. Pure.

`STEPS` is read from the top: the first row that holds is the step. A subject that brings an act of the chair adds one
row above those it comes before; its reason gets words in `wording/next_act.py` and a sentence in `screen/script.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.core import commands as c
from sessions.core.rules import motions
from sessions.core.rules.meeting import who_presides
from sessions.core.rules.reserves import decidable
from sessions.core.rules.votes import few_ballots, hall_left, hall_total
from sessions.core.rules.waiving import late_papers
from sessions.core.state import Agreement, Item, Room
from sessions.core.terms import Hold, ItemKind, ItemState, Method, MotionKind, Phase, Side


class Why(StrEnum):
    """Why this is the step: the key of its words and of the sentence to read aloud."""

    DOOR_SHUT = "door_shut"
    SOMEBODY_AT_THE_DOOR = "somebody_at_the_door"
    CHAIR_MISSING = "chair_missing"
    SIDE_MISSING = "side_missing"
    TOO_FEW = "too_few"
    READY = "ready"
    SUSPENDED = "suspended"
    POINT = "point"
    QUORUM_ASKED = "quorum_asked"
    OBJECTED = "objected"
    WINDOW_WAITS = "window_waits"
    WINDOW_RUNS = "window_runs"
    COUNTED = "counted"
    HALL = "hall"
    FEW_BALLOTS = "few_ballots"
    NOBODY_VOTED = "nobody_voted"
    VOTING = "voting"
    NOBODY_ANSWERED = "nobody_answered"
    ANSWERING = "answering"
    SPEAKING = "speaking"
    UNREAD = "unread"
    CLOSING = "closing"
    LISTED = "listed"
    LIST_TO_OPEN = "list_to_open"
    QUORUM_BACK = "quorum_back"
    QUORUM_LOST = "quorum_lost"
    SIDE_LOST = "side_lost"
    TO_DECIDE = "to_decide"
    NEXT_ITEM = "next_item"
    ALL_DONE = "all_done"
    OFF_RECORD = "off_record"
    MOTION_SPEAKERS = "motion_speakers"
    MOTION_LAPSES = "motion_lapses"
    MOTION_UNOPPOSED = "motion_unopposed"
    MOTION = "motion"
    MOTION_WAITS = "motion_waits"
    MOTION_CARRIED = "motion_carried"
    APPEAL = "appeal"
    AGENDA = "agenda"
    OVER = "over"
    PAPER_LATE = "paper_late"


@dataclass(frozen=True, slots=True)
class Next:
    """The step. `act` is the name of the act, empty while there is nothing to do but wait; `target` the id it is
    about. `command`: what it asks, unless somebody has to type. `not_before`: earlier it would be refused.
    """

    act: str
    why: Why
    target: str = ""
    command: c.Command | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A row: it holds `when` the room is so; `target` and `command` fill the step."""

    act: str
    why: Why
    when: Callable[[Room], bool]
    command: Callable[[Room], c.Command] | None = None
    target: Callable[[Room], str] = lambda room: ""


def next_act(room: Room, entitled: int = 0) -> Next:
    """The step of this room; `entitled` are the accredited voting members, who count while the lobby is open.

    Promise: with an `act`, the core accepts it from the chair, once `not_before` has come.
    """
    if room.phase is Phase.LOBBY:
        return _before_opening(room, entitled)
    step = next((s for s in STEPS if s.when(room)), Step("", Why.OVER, lambda room: True))
    return Next(step.act, step.why, step.target(room), step.command(room) if step.command else None)


def _before_opening(room: Room, entitled: int) -> Next:
    """What the opening still lacks; else the opening, at the hour or once everybody with a vote is there."""
    voters = room.voters()
    if _knocking(room):
        return Next("admit_waiting", Why.SOMEBODY_AT_THE_DOOR)
    if not who_presides(room):
        return Next("admit", Why.CHAIR_MISSING)
    if not _both_sides(room):
        return Next("admit", Why.SIDE_MISSING)
    if len(voters) < room.rules.required(max(entitled, len(voters))):
        return Next("admit", Why.TOO_FEW)
    early = room.starts_at if len(voters) < entitled else None
    return Next("open_session", Why.READY, command=c.OpenSession(), not_before=early)


def following(room: Room) -> Item | None:
    """The item that comes next, in the order of the agenda."""
    return next((i for i in room.items if i.state is ItemState.PENDING), None)


def unread(room: Room) -> Agreement | None:
    """The first agreement that is to be read back."""
    return next((a for a in room.agreements if not a.read), None)


def _knocking(room: Room) -> bool:
    return any(not k.refused for k in room.waiting.values())


def _both_sides(room: Room) -> bool:
    return {Side.CIVIL, Side.PUBLIC} <= {s.side for s in room.voters()}


def _open(room: Room) -> bool:
    return room.phase is Phase.OPEN


def _counts(room: Room) -> bool:
    return room.count is not None and room.count.met


def _held(room: Room, *holds: Hold) -> bool:
    return room.proposal is not None and bool({*holds} & {*room.proposal.watch.holds})


def _voting(room: Room) -> bool:
    return room.vote is not None and room.vote.result is None


def _hall_to_count(room: Room) -> bool:
    vote = room.vote
    by_hand = vote is not None and vote.result is None and vote.method is Method.SHOW
    return by_hand and vote is not None and bool(hall_left(vote)) and hall_total(vote) is None


def _few(room: Room) -> bool:
    return room.vote is not None and room.vote.result is None and few_ballots(room, room.vote)


def _nobody_voted(room: Room) -> bool:
    return room.vote is not None and room.vote.result is None and not (room.vote.voted or room.vote.hall_counts)


def _to_read(room: Room) -> bool:
    """While agreements are read back, and before the session can close."""
    reads = room.kind_open in (ItemKind.READING, ItemKind.CLOSING) or (following(room) is None and not room.current)
    return unread(room) is not None and reads


def _untouched(room: Room) -> bool:
    """Nobody spoke on the open item, nothing was put, and it is one to be spoken on."""
    if room.kind_open in (None, ItemKind.ATTENDANCE, ItemKind.READING, ItemKind.CLOSING):
        return False
    if room.floor.list_open or room.floor.debate_closed:
        return False
    return not any(t.item == room.current for t in room.turns) and not _dealt_with(room)


def _dealt_with(room: Room) -> bool:
    decided = {a.item for a in room.agreements} | {v.item for v in room.votes}
    return room.current in decided


def _to_decide(room: Room) -> bool:
    return room.kind_open is ItemKind.SUBJECT and not _dealt_with(room) and decidable(room)


def _enough(room: Room) -> bool:
    return room.count is not None and len(room.voters()) >= room.count.required


def _first_unread(room: Room) -> str:
    found = unread(room)
    return found.id if found else ""


def _following(room: Room) -> str:
    found = following(room)
    return found.plan.id if found else ""


def _appealed(room: Room) -> bool:
    """Whether an appeal can be decided: it stops even the turn."""
    appeal = room.motion is not None and room.motion.kind is MotionKind.APPEAL
    return appeal and _counts(room) and _both_sides(room) and not motions.lapses(room)


def _agenda_to_adopt(room: Room) -> bool:
    return room.kind_open is ItemKind.AGENDA and room.order.adopted_at is None and _counts(room) and _both_sides(room)


def _motion(room: Room) -> str:
    return room.motion.id if room.motion else ""


STEPS: tuple[Step, ...] = (
    Step("open_lobby", Why.DOOR_SHUT, lambda r: r.convened and r.phase is Phase.PLANNED, lambda r: c.OpenLobby()),
    Step("resume", Why.SUSPENDED, lambda r: r.phase is Phase.SUSPENDED, lambda r: c.Resume()),
    Step("", Why.OVER, lambda r: not _open(r)),
    # Nothing goes on before a ruling; then what is before the room; then the floor; then the agenda.
    Step("rule_point", Why.POINT, lambda r: r.floor.point is not None),
    Step("verify_quorum", Why.QUORUM_ASKED, lambda r: bool(r.quorum_asked) and not r.vote,
         lambda r: c.VerifyQuorum()),
    Step("withdraw_proposal", Why.OBJECTED, lambda r: r.proposal is not None and bool(r.proposal.objections)),
    Step("", Why.WINDOW_WAITS, lambda r: _held(r, Hold.CUT_OFF, Hold.INCOMPLETE, Hold.QUORUM)),
    Step("", Why.WINDOW_RUNS, lambda r: r.proposal is not None),
    Step("declare_result", Why.COUNTED, lambda r: r.vote is not None and r.vote.result is not None),
    Step("count_hall", Why.HALL, _hall_to_count),
    Step("", Why.FEW_BALLOTS, _few),
    Step("", Why.NOBODY_VOTED, _nobody_voted),
    Step("close_vote", Why.VOTING, _voting, lambda r: c.CloseVote(r.vote.id if r.vote else "")),
    Step("", Why.NOBODY_ANSWERED, lambda r: r.temperature is not None and not r.temperature.shown),
    Step("close_temperature", Why.ANSWERING, lambda r: r.temperature is not None, lambda r: c.CloseTemperature()),
    Step("put_motion", Why.APPEAL, _appealed),
    Step("stop_speech", Why.SPEAKING, lambda r: r.floor.speech is not None, lambda r: c.EndSpeech()),
    Step("back_on_record", Why.OFF_RECORD, lambda r: r.off_record is not None, lambda r: c.BackOnRecord()),
    Step("hear_motion", Why.MOTION_SPEAKERS, lambda r: bool(motions.unheard(r)), lambda r: c.HearOnMotion()),
    Step("carry_motion", Why.MOTION_UNOPPOSED, lambda r: motions.carriable(r) and decidable(r),
         lambda r: c.CarryMotion(_motion(r)), _motion),
    Step("lapse_motion", Why.MOTION_LAPSES, motions.lapses),
    Step("put_motion", Why.MOTION, lambda r: r.motion is not None and _counts(r) and _both_sides(r) and decidable(r)),
    Step("", Why.MOTION_WAITS, lambda r: r.motion is not None),
    Step("suspend", Why.MOTION_CARRIED, lambda r: bool(motions.to_follow(r))),
    Step("read_agreement", Why.UNREAD, _to_read, lambda r: c.ReadAgreement(_first_unread(r)), _first_unread),
    Step("close_session", Why.CLOSING, lambda r: r.kind_open is ItemKind.CLOSING, lambda r: c.CloseSession()),
    Step("give_floor", Why.LISTED, lambda r: bool(r.current and r.floor.requests), lambda r: c.GiveFloor()),
    Step("adopt_agenda", Why.AGENDA, _agenda_to_adopt, lambda r: c.AdoptAgenda()),
    Step("open_list", Why.LIST_TO_OPEN, _untouched, lambda r: c.OpenList()),
    Step("verify_quorum", Why.QUORUM_BACK, lambda r: _to_decide(r) and not _counts(r) and _enough(r),
         lambda r: c.VerifyQuorum()),
    Step("admit_waiting", Why.SOMEBODY_AT_THE_DOOR,
         lambda r: _to_decide(r) and not (_counts(r) and _both_sides(r)) and _knocking(r)),
    Step("suspend", Why.QUORUM_LOST, lambda r: _to_decide(r) and not _counts(r)),
    Step("suspend", Why.SIDE_LOST, lambda r: _to_decide(r) and not _both_sides(r)),
    Step("waive_circulation", Why.PAPER_LATE, lambda r: _to_decide(r) and bool(late_papers(r)),
         target=lambda r: late_papers(r)[0].id),
    Step("propose", Why.TO_DECIDE, _to_decide),
    Step("open_item", Why.NEXT_ITEM, lambda r: following(r) is not None, lambda r: c.OpenItem(_following(r)),
         _following),
    Step("close_session", Why.ALL_DONE, lambda r: unread(r) is None, lambda r: c.CloseSession()),
    Step("read_agreement", Why.UNREAD, _open, lambda r: c.ReadAgreement(_first_unread(r)), _first_unread),
)  # fmt: skip
