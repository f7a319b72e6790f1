"""Motions on how the room goes on: in which order, who speaks on them, how they are decided, what follows.

One is pending at a time, except one that goes before it (GA rule 77; an appeal goes before all, rule 71). While one
is pending the floor is given on it alone. It is decided by a vote or, but for appeals and reconsideration, without
objection; what the chair does after it is the chair's own act.
"""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.questions import Vote
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.rules.pending import refuse_while_asked
from sessions.core.rules.quorum import refuse_without_quorum
from sessions.core.state import Motion, Room
from sessions.core.terms import Majority, MotionKind, MotionState, Phase, Speaks

ORDER = tuple(MotionKind)
PROCEDURAL = (MotionKind.SUSPENSION, MotionKind.ADJOURNMENT, MotionKind.DEBATE, MotionKind.CLOSURE)
ENDS_SITTING = (MotionKind.SUSPENSION, MotionKind.ADJOURNMENT)


def _item_open(room: Room) -> None:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)


def _pending(room: Room) -> Motion:
    """The motion before the room, while nobody votes."""
    phase(room, Phase.OPEN)
    if room.motion is None:
        raise Refused(Code.NO_MOTION)
    refuse_if(room.vote is not None, Code.VOTE_OPEN)
    return room.motion


def goes_before(kind: MotionKind, room: Room) -> bool:
    """Whether a motion of this kind may be moved although another one is pending."""
    return room.motion is None or ORDER.index(kind) < ORDER.index(room.motion.kind)


# --- Moving ------------------------------------------------------------------------------------------
def appeal(room: Room, ask: c.AppealRuling, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """At once: while the item of the ruling is open and no turn has ended since. Not in the middle of a vote."""
    _item_open(room)
    refuse_if(room.vote is not None, Code.VOTE_OPEN)
    refuse_if(room.temperature is not None, Code.TEMPERATURE_OPEN)
    last = room.floor.ruling
    refuse_if(not last or (bool(ask.point) and ask.point != last), Code.RULING_STANDS)
    refuse_if(not goes_before(MotionKind.APPEAL, room), Code.MOTION_PENDING)
    seat = act.on_behalf_of or act.by
    return (e.RulingAppealed(room.next_id("m"), last, seat, room.current, limits.reason(ask.reason)),)


def move(room: Room, ask: c.MoveProcedural, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Each person moves each kind once in an item."""
    _item_open(room)
    refuse_while_asked(room)
    refuse_if(ask.kind not in PROCEDURAL, Code.NO_MOTION)
    refuse_if(ask.kind is MotionKind.CLOSURE and room.floor.debate_closed, Code.DEBATE_CLOSED)
    return (_moved(room, ask.kind, "", ask.reason, act),)


def reconsider(room: Room, ask: c.MoveReconsider, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Of an agreement, or of a vote that made none (GA rule 81)."""
    _item_open(room)
    refuse_while_asked(room)
    agreement, vote = room.agreement(ask.ref), room.declared(ask.ref)
    if vote is not None and (vote.agreement or vote.motion):
        raise Refused(Code.NO_DECISION)
    found = agreement or vote
    if found is None:
        raise Refused(Code.NO_DECISION)
    refuse_if(bool(found.reopened), Code.ALREADY_REOPENED)
    return (_moved(room, MotionKind.RECONSIDERATION, ask.ref, ask.reason, act),)


def _moved(room: Room, kind: MotionKind, ref: str, reason: str, act: c.Act) -> e.MotionMoved:
    seat = act.on_behalf_of or act.by
    refuse_if(not goes_before(kind, room), Code.MOTION_PENDING)
    same = (m for m in room.motions if (m.kind, m.ref, m.item, m.seat) == (kind, ref, room.current, seat))
    refuse_if(any(same), Code.MOVED_BEFORE)
    return e.MotionMoved(room.next_id("m"), kind, seat, room.current, ref, limits.reason(reason))


def withdraw(room: Room, ask: c.WithdrawMotion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """By its mover, while it is not being voted (GA rule 80)."""
    phase(room, Phase.OPEN)
    mine = own(room, act.on_behalf_of or act.by)
    if mine is None:
        raise Refused(Code.NO_MOTION)
    refuse_if(room.vote is not None, Code.VOTE_OPEN)
    return (e.MotionWithdrawn(mine.id),)


def own(room: Room, seat: str) -> Motion | None:
    """The last motion of this seat that is pending."""
    return next((m for m in reversed(room.motions) if m.seat == seat and m.state is MotionState.PENDING), None)


# --- Speaking on it ----------------------------------------------------------------------------------
def speak(room: Room, ask: c.SpeakOnMotion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """So many for and so many against as the rules say; the mover has given the reasons already."""
    motion, seat = _pending(room), act.on_behalf_of or act.by
    refuse_if(motion.seat == seat or any(s.seat == seat for s in motion.speakers), Code.SPOKE_ON_IT)
    refuse_if(left(room, ask.speaks) < 1, Code.NO_MORE_SPEAKERS, most=allowed(room, ask.speaks))
    return (e.MotionSpeakerListed(motion.id, seat, ask.speaks),)


def allowed(room: Room, speaks: Speaks) -> int:
    """How many speak on that side of the motion before the room; on an appeal nobody does."""
    if room.motion is None or room.motion.kind is MotionKind.APPEAL:
        return 0
    return {Speaks.FOR: room.rules.motion_for, Speaks.AGAINST: room.rules.motion_against}.get(speaks, 0)


def left(room: Room, speaks: Speaks) -> int:
    """How many more may ask to speak on that side."""
    return allowed(room, speaks) - room.motion.listed(speaks) if room.motion else 0


def unheard(room: Room) -> str:
    """The seat of whoever speaks on the motion next, or ""."""
    speakers = room.motion.speakers if room.motion else ()
    return next((s.seat for s in speakers if not s.turn and room.seats[s.seat].present), "")


def hear(room: Room, ask: c.HearOnMotion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    motion = _pending(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_if(room.floor.speech is not None, Code.SOMEBODY_SPEAKS)
    seat, turn = unheard(room), room.next_id("t")
    refuse_if(not seat, Code.NOBODY_LISTED)
    given = e.FloorGiven(turn, "", seat, room.rules.motion_seconds, "")
    return (given, e.MotionHeard(motion.id, seat, turn))


# --- Deciding ----------------------------------------------------------------------------------------
def carry(room: Room, ask: c.CarryMotion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Without objection: nobody asked to speak against it. To end or suspend a sitting no quorum is needed."""
    motion = _pending(room)
    refuse_if(bool(ask.motion) and ask.motion != motion.id, Code.OTHER_QUESTION)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_if(motion.kind not in PROCEDURAL, Code.NEEDS_A_VOTE)
    refuse_if(motion.listed(Speaks.AGAINST) > 0, Code.OPPOSED)
    if motion.kind not in ENDS_SITTING:
        refuse_without_quorum(room)
    return _carried(room, motion, "")


def lapse(room: Room, ask: c.LapseMotion, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Only what nobody can decide, or nobody stands for: its mover left, or there is no quorum.

    An appeal does not lapse because whoever appealed was removed: the chair would end it by removing them.
    """
    motion = _pending(room)
    refuse_if(not lapses(room), Code.MOTION_STANDS)
    return (e.MotionLapsed(motion.id, limits.reason(ask.reason)),)


def carriable(room: Room) -> bool:
    """Whether the motion before the room may be carried without objection: nobody is against it, there is quorum."""
    motion = room.motion
    if motion is None or motion.kind not in PROCEDURAL or motion.listed(Speaks.AGAINST):
        return False
    return motion.kind in ENDS_SITTING or (room.count is not None and room.count.met and not room.quorum_asked)


def lapses(room: Room) -> bool:
    """Whether the chair may let the motion before the room lapse."""
    if room.motion is None:
        return False
    mover = room.seats[room.motion.seat]
    stands = mover.present or (mover.removed and room.motion.kind is MotionKind.APPEAL)
    return not stands or room.count is None or not room.count.met


def to_follow(room: Room) -> Motion | None:
    """The carried motion to suspend or adjourn that waits for the chair's act."""
    carried = (m for m in reversed(room.motions) if m.state is MotionState.CARRIED and not m.followed)
    return next((m for m in carried if m.kind in ENDS_SITTING), None) if room.phase is Phase.OPEN else None


def to_vote(room: Room, asked: str) -> Motion | None:
    """The motion that a question decides, or None where it names none. Raises Refused."""
    if not asked:
        return None
    if room.motion is None or room.motion.id != asked:
        raise Refused(Code.NO_MOTION)
    refuse_if(bool(unheard(room)), Code.SPEAKERS_WAIT)
    return room.motion


def majority(motion: Motion) -> Majority:
    """What carries it: more than half of the votes for and against; two thirds to reconsider (GA rules 81, 85)."""
    return Majority.TWO_THIRDS if motion.kind is MotionKind.RECONSIDERATION else Majority.SIMPLE


def kind_of(room: Room, motion_id: str) -> MotionKind | None:
    """The kind of that motion, or None."""
    return next((m.kind for m in room.motions if m.id == motion_id), None)


def is_appeal(room: Room, vote: Vote) -> bool:
    """Whether the question is whether a ruling stands."""
    return kind_of(room, vote.motion) is MotionKind.APPEAL


def decided(room: Room, vote: Vote, declared: bool) -> tuple[e.Event, ...]:
    """What a declared vote did to its motion. On a ruling of the chair the count decides, whatever is declared."""
    motion = next((m for m in room.motions if m.id == vote.motion), None)
    if motion is None or vote.result is None:
        return ()
    if motion.kind is MotionKind.APPEAL:
        outcome = e.RulingUpheld if vote.result.carried else e.RulingOverturned
        return (outcome(motion.id, motion.ref, vote.id),)
    if not (declared and vote.result.carried):
        return (e.MotionLost(motion.id, vote.id),)
    return _carried(room, motion, vote.id)


def _carried(room: Room, motion: Motion, vote: str) -> tuple[e.Event, ...]:
    carried = e.MotionCarried(motion.id, vote)
    if motion.kind is MotionKind.CLOSURE:
        return (carried, e.DebateClosed(room.current, motion.id))
    if motion.kind is MotionKind.RECONSIDERATION:
        return (carried, e.DecisionReopened(motion.ref, motion.id))
    if motion.kind is MotionKind.DEBATE:
        speech = room.floor.speech
        ends = (e.SpeechEnded(speech.turn),) if speech else ()
        others = [m.id for m in room.motions if m.state is MotionState.PENDING and m.id != motion.id]
        return (carried, *ends, *(e.MotionLapsed(m, "") for m in others),
                e.ItemDeferred(room.current, motion.reason))  # fmt: skip
    return (carried,)
