"""Sentences about motions: what is moved, the question that decides it, what the chair reads aloud and does next."""

from django.utils.translation import gettext as _

from sessions.core.rules import motions as rules
from sessions.core.rules.motions import PROCEDURAL, unheard
from sessions.core.state import Motion, Room
from sessions.core.terms import MotionKind, MotionState, Phase, Speaks
from sessions.models import Session
from sessions.wording.words import name_of, word


def what(motion: Motion) -> str:
    """The motion in a few words: "Reconsideration of a decision (A1)"."""
    said = word(motion.kind)
    return f"{said} ({decision(motion.ref)})" if motion.kind is MotionKind.RECONSIDERATION else said


def decision(ref: str) -> str:
    """An agreement by its number, a vote as one: "A1", "vote 2"."""
    return _("vote %(n)s") % {"n": ref[1:]} if ref.startswith("v") else ref


def question(motion: Motion) -> str:
    """The question the room votes on to decide it."""
    return question_of(motion.kind, motion.ref)


def question_of(kind: MotionKind, ref: str = "") -> str:
    """As `question`, for any motion of this kind."""
    return {
        MotionKind.APPEAL: _("Shall the ruling of the chair stand?"),
        MotionKind.SUSPENSION: _("Shall the session be suspended?"),
        MotionKind.ADJOURNMENT: _("Shall the session be adjourned?"),
        MotionKind.DEBATE: _("Shall the debate on this item be adjourned?"),
        MotionKind.CLOSURE: _("Shall the debate on this item be closed?"),
        MotionKind.RECONSIDERATION: _("Shall the decision be reconsidered? (%(ref)s)") % {"ref": decision(ref)},
    }[kind]


def needs(motion: Motion) -> str:
    """What carries it."""
    if motion.kind is MotionKind.APPEAL:
        return _("It is voted without debate. The ruling stands unless more than half of the votes are against it.")
    if motion.kind is MotionKind.RECONSIDERATION:
        return _("Two thirds of the votes for and against carry it.")
    return _("More than half of the votes for and against carry it, or nobody's objection.")


def script(room: Room) -> str:
    """What the chair reads aloud while a motion is pending or waits for the chair's act; or ""."""
    motion = room.motion
    if room.phase is not Phase.OPEN or room.vote is not None:
        return ""
    if motion is None:
        return to_follow(room)
    name = name_of(room, motion.seat)
    if motion.kind is MotionKind.APPEAL:
        return appealed(name, question(motion))
    if unheard(room):
        return heard(name, what(motion))
    if motion.kind in PROCEDURAL and not motion.listed(Speaks.AGAINST):
        return unopposed(name, what(motion))
    return to_vote(name, what(motion), question(motion))


def appealed(name: str, asked: str) -> str:
    """What to say when somebody appeals against a ruling."""
    return _("%(name)s appeals against my ruling. There is no debate. I put it to the room at once: "
             "%(question)s") % {"name": name, "question": asked}  # fmt: skip


def heard(name: str, kind: str) -> str:
    """What to say when somebody moves, and others asked to speak on it."""
    return _("%(name)s moves: %(kind)s. I give the floor to those who asked to speak on the motion.") % {
        "name": name, "kind": kind,
    }  # fmt: skip


def unopposed(name: str, kind: str) -> str:
    """What to say when somebody moves, and nobody asked to speak against it."""
    return _("%(name)s moves: %(kind)s. Does anybody wish to speak against it? If there is no objection, it is "
             "so decided.") % {"name": name, "kind": kind}  # fmt: skip


def to_vote(name: str, kind: str, asked: str) -> str:
    """What to say when a motion is put to the vote."""
    return _("%(name)s moves: %(kind)s. I put it to the vote: %(question)s") % {
        "name": name, "kind": kind, "question": asked,
    }  # fmt: skip


def to_follow(room: Room) -> str:
    """What the chair has to do because a motion was carried; "" once it is done."""
    last = rules.to_follow(room)
    if last is None:
        return ""
    if last.kind is MotionKind.SUSPENSION:
        return _("The room has decided to suspend the session. Suspend it, and say until when.")
    return _("The room has decided to adjourn the session. Suspend it until another day, or close it.")


def told(session: Session, room: Room) -> list[str]:
    """What to know before one acts upon the motion: which it is, why it was moved, what carries it."""
    motion = room.motion
    if motion is None:
        return []
    moved = _("%(name)s moves: %(kind)s.") % {"name": name_of(room, motion.seat), "kind": what(motion)}
    return [moved, f"«{motion.reason}»", needs(motion)]


def outcome(kind: MotionKind, state: MotionState, *, voted: bool) -> str:
    """What became of a motion, in a sentence."""
    if kind is MotionKind.APPEAL and state is MotionState.CARRIED:
        return _("The room overturned the ruling.")
    if kind is MotionKind.APPEAL and state is MotionState.LOST:
        return _("The ruling stood.")
    if state is MotionState.CARRIED and not voted:
        return _("Carried without objection.")
    return {
        MotionState.PENDING: _("Not decided."), MotionState.CARRIED: _("Carried by vote."),
        MotionState.LOST: _("Not carried."), MotionState.WITHDRAWN: _("Withdrawn."), MotionState.LAPSED: _("Lapsed."),
    }[state]
