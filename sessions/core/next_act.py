"""THE next act of whoever chairs: from the folded room, one act that would be accepted now. Pure.

`STEPS` is read from the top: the first row that holds is the step. A subject that brings an act of the chair adds one
row above those it comes before; its reason gets words in `wording/next_act.py` and a sentence in `screen/script.py`.
"""

from sessions.core import commands as c
from sessions.core import next_on_text as on_text
from sessions.core.reserves import may_preside
from sessions.core.rules import budgets, motions, replies
from sessions.core.rules.carrying import agrees
from sessions.core.rules.floor import next_up
from sessions.core.rules.meeting import who_presides
from sessions.core.rules.owing import reply_owed
from sessions.core.rules.quorum import admitted
from sessions.core.rules.reserves import decidable
from sessions.core.rules.votes import closes_from, few_ballots, hall_left, hall_total
from sessions.core.rules.waiving import late_papers
from sessions.core.state import Agreement, Item, Room
from sessions.core.steps import Next, Step, Why
from sessions.core.terms import Hold, ItemKind, ItemState, Method, MotionKind, Phase, Purpose, ReplyState, Role, Side


def next_act(room: Room, entitled: int = 0) -> Next:
    """The step of this room; `entitled` are the accredited voting members, who count while the lobby is open.

    Promise: with an `act`, the core accepts it from the chair, once `not_before` has come.
    """
    if room.phase is Phase.LOBBY:
        return _before_opening(room, entitled)
    step = next((s for s in STEPS if s.when(room)), Step("", Why.OVER, lambda room: True))
    early = closes_from(room, room.vote) if step.act == "close_vote" and room.vote else None
    return Next(step.act, step.why, step.target(room), step.command(room) if step.command else None, early)


def _before_opening(room: Room, entitled: int) -> Next:
    """What the opening still lacks; else the opening, at the hour or once everybody with a vote is there."""
    voters = room.voters()
    if _knocking(room):
        return Next("admit_waiting", Why.SOMEBODY_AT_THE_DOOR)
    if not who_presides(room):
        return Next("admit", Why.CHAIR_MISSING)
    if not _may_open(room):
        return Next("clear_seat", Why.CHAIR_NOT_CLEARED, who_presides(room))
    if not _both_sides(room):
        return Next("admit", Why.SIDE_MISSING)
    if len(voters) < room.rules.required(max(entitled, len(voters)), admitted(room)):
        return Next("admit", Why.TOO_FEW)
    early = room.starts_at if len(voters) < entitled else None
    return Next("open_session", Why.READY, command=c.OpenSession(), not_before=early)


def _may_open(room: Room) -> bool:
    """Whether whoever would preside may: a vice-chair hears the items that a reserve closes, at its last instant."""
    presiding = who_presides(room)
    chair = room.seats[presiding].role is Role.CHAIR
    return chair or room.at is None or may_preside(room, presiding, room.at)


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
    if room.kind_open is ItemKind.AGENDA and room.order.adopted_at is not None:
        return False
    return not any(t.item == room.current for t in room.turns) and not _dealt_with(room)


def _dealt_with(room: Room) -> bool:
    """Whether the open item was decided: a motion, or a part of a text, decides no item."""
    voted = {v.item for v in room.votes if not (v.motion or v.reopened) and (not v.about or agrees(v.about))}
    return room.current in {a.item for a in room.agreements if not a.reopened} | voted


def _to_put(room: Room) -> bool:
    """Words are still to be put on the open item, and there is no text to put."""
    item = room.item(room.current)
    told = item is not None and item.plan.decides in (Purpose.INFORMATION, Purpose.DISCUSSION)
    subject = room.kind_open is ItemKind.SUBJECT and not told
    return subject and not _dealt_with(room) and on_text.pending(room) is None


def _to_decide(room: Room) -> bool:
    return (_to_put(room) or on_text.to_decide(room)) and decidable(room)


def _positions(room: Room) -> bool:
    """Something was decided on the open item: before the next one, positions beside it are heard."""
    return room.kind_open not in (None, ItemKind.READING, ItemKind.CLOSING) and _dealt_with(room)


def _enough(room: Room) -> bool:
    return room.count is not None and len(room.voters()) >= room.count.required


def _first_unread(room: Room) -> str:
    found = unread(room)
    return found.id if found else ""


def _following(room: Room) -> str:
    found = following(room)
    return found.plan.id if found else ""


def _is_appeal(room: Room) -> bool:
    return room.motion is not None and room.motion.kind is MotionKind.APPEAL


def _appealed(room: Room) -> bool:
    """Whether an appeal can be decided: it stops even the turn."""
    return _is_appeal(room) and _counts(room) and _both_sides(room) and not motions.lapses(room)


def _agenda_to_adopt(room: Room) -> bool:
    return room.kind_open is ItemKind.AGENDA and room.order.adopted_at is None and _counts(room) and _both_sides(room)


def _reply_due(room: Room) -> str:
    """The reply that is given now, before whoever is next on the list; or ""."""
    found = replies.due(room) if room.current else None
    return found.id if found else ""


def _reply_asked(room: Room) -> str:
    """The first right of reply the chair has not ruled upon, on the open item; or ""."""
    asked = replies.waiting(room, ReplyState.ASKED) if room.current else ()
    return asked[0].id if asked else ""


def _beyond_budget(room: Room) -> str:
    """The next request on the list, whose side has used up its time; or ""."""
    first = next((r for r in room.floor.requests if r.id == next_up(room)), None) if room.current else None
    return first.id if first and budgets.over(room, room.seats[first.seat].side) else ""


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
    Step("withdraw_proposal", Why.APPEAL_STOPS, lambda r: r.proposal is not None and _is_appeal(r)),
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
    Step("give_reply", Why.REPLY_DUE, lambda r: bool(_reply_due(r)), lambda r: c.GiveReply(), _reply_due),
    Step("read_agreement", Why.UNREAD, _to_read, lambda r: c.ReadAgreement(_first_unread(r)), _first_unread),
    Step("close_session", Why.CLOSING, lambda r: r.kind_open is ItemKind.CLOSING and not reply_owed(r),
         lambda r: c.CloseSession()),
    Step("give_floor_to", Why.OVER_BUDGET, lambda r: bool(_beyond_budget(r)), target=_beyond_budget),
    Step("give_floor", Why.LISTED, lambda r: bool(r.current and r.floor.requests), lambda r: c.GiveFloor()),
    Step("grant_reply", Why.REPLY_ASKED, lambda r: bool(_reply_asked(r)), lambda r: c.GrantReply(_reply_asked(r)),
         _reply_asked),
    Step("adopt_agenda", Why.AGENDA, _agenda_to_adopt, lambda r: c.AdoptAgenda()),
    Step("open_list", Why.LIST_TO_OPEN, _untouched, lambda r: c.OpenList()),
    # Of the text on the table nothing is left open: rulings, the order, then what the room decides.
    Step("rule_division", Why.DIVISION, lambda r: bool(on_text.division(r)), target=on_text.division),
    Step("rule_admissible", Why.TO_ADMIT, lambda r: bool(on_text.to_admit(r)),
         lambda r: c.RuleAdmissible(on_text.to_admit(r)), on_text.to_admit),
    Step("rule_out_of_order", Why.UNSPONSORED, lambda r: bool(on_text.unsponsored(r)), target=on_text.unsponsored),
    Step("rule_out_of_order", Why.OUTDATED, lambda r: bool(on_text.outdated(r)), target=on_text.outdated),
    Step("order_amendments", Why.UNORDERED, on_text.unordered, lambda r: c.OrderAmendments()),
    Step("lift_bracket", Why.CONSENTED, lambda r: not on_text.amendment(r) and bool(on_text.consented(r)),
         on_text.lifting, on_text.consented),
    Step("verify_quorum", Why.QUORUM_BACK, lambda r: _to_decide(r) and not _counts(r) and _enough(r),
         lambda r: c.VerifyQuorum()),
    Step("admit_waiting", Why.SOMEBODY_AT_THE_DOOR,
         lambda r: _to_decide(r) and not (_counts(r) and _both_sides(r)) and _knocking(r)),
    Step("suspend", Why.QUORUM_LOST, lambda r: _to_decide(r) and not _counts(r)),
    Step("suspend", Why.SIDE_LOST, lambda r: _to_decide(r) and not _both_sides(r)),
    Step("waive_circulation", Why.PAPER_LATE, lambda r: _to_decide(r) and bool(late_papers(r)),
         target=lambda r: late_papers(r)[0].id),
    Step("decide_amendment", Why.AMENDMENT, lambda r: bool(on_text.amendment(r)) and decidable(r),
         target=on_text.amendment),
    Step("decide_bracket", Why.BRACKET, lambda r: bool(on_text.bracket(r)) and decidable(r), target=on_text.bracket),
    Step("decide_amendment", Why.PART, lambda r: bool(on_text.part(r)) and decidable(r), target=on_text.part),
    Step("adopt_text", Why.WHOLE_TEXT, lambda r: bool(on_text.whole(r)) and decidable(r), target=on_text.whole),
    Step("propose", Why.TO_DECIDE, lambda r: _to_put(r) and decidable(r)),
    Step("conclude_item", Why.POSITIONS, _positions, lambda r: c.ConcludeItem()),
    Step("open_item", Why.NEXT_ITEM, lambda r: following(r) is not None, lambda r: c.OpenItem(_following(r)),
         _following),
    Step("close_session", Why.ALL_DONE, lambda r: unread(r) is None, lambda r: c.CloseSession()),
    Step("read_agreement", Why.UNREAD, _open, lambda r: c.ReadAgreement(_first_unread(r)), _first_unread),
)  # fmt: skip
