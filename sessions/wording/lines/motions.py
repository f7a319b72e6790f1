"""Motions, appeals, reopened decisions, recounts."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import MotionKind, Speaks
from sessions.wording.lines.parts import Say
from sessions.wording.motions import decision, what
from sessions.wording.words import name_of, word


def _kind(room: Room, motion_id: str) -> str:
    known = next((m for m in room.motions if m.id == motion_id), None)
    return what(known) if known else motion_id


def _moved(ev: e.MotionMoved, x: e.Entry, room: Room) -> tuple[str, str]:
    if ev.kind is MotionKind.RECONSIDERATION:
        said = _("%(name)s moves to reconsider %(ref)s:")
        return said % {"name": name_of(room, ev.seat), "ref": decision(ev.ref)}, ev.reason
    return _("%(name)s moves: %(kind)s.") % {"name": name_of(room, ev.seat), "kind": word(ev.kind)}, ev.reason


def _appealed(ev: e.RulingAppealed, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("%(name)s appeals against the ruling of the chair; the clocks stop:") % {"name": name_of(room, ev.seat)}
    ), ev.reason


def _listed(ev: e.MotionSpeakerListed, x: e.Entry, room: Room) -> str:
    if ev.speaks is Speaks.FOR:
        return _("%(name)s asks to speak for the motion.") % {"name": name_of(room, ev.seat)}
    return _("%(name)s asks to speak against the motion.") % {"name": name_of(room, ev.seat)}


def _heard(ev: e.MotionHeard, x: e.Entry, room: Room) -> str:
    return _("Turn %(n)s is on the motion.") % {"n": ev.turn[1:]}


def _withdrawn(ev: e.MotionWithdrawn, x: e.Entry, room: Room) -> str:
    return _("The motion is withdrawn: %(kind)s.") % {"kind": _kind(room, ev.motion)}


def _lapsed(ev: e.MotionLapsed, x: e.Entry, room: Room) -> tuple[str, str]:
    said = _("The motion lapses: %(kind)s.") % {"kind": _kind(room, ev.motion)}
    return (said, ev.reason) if ev.reason else (f"{said} {_('Another motion has settled the matter.')}", "")


def _carried(ev: e.MotionCarried, x: e.Entry, room: Room) -> str:
    if ev.vote:
        return _("The motion is carried: %(kind)s.") % {"kind": _kind(room, ev.motion)}
    return _("The motion is carried without objection: %(kind)s.") % {"kind": _kind(room, ev.motion)}


def _lost(ev: e.MotionLost, x: e.Entry, room: Room) -> str:
    return _("The motion is not carried: %(kind)s.") % {"kind": _kind(room, ev.motion)}


def _upheld(ev: e.RulingUpheld, x: e.Entry, room: Room) -> str:
    return _("The ruling of the chair stands.")


def _overturned(ev: e.RulingOverturned, x: e.Entry, room: Room) -> str:
    return _("The ruling of the chair is overturned by the room.")


def _debate_closed(ev: e.DebateClosed, x: e.Entry, room: Room) -> str:
    return _("The debate on this item is closed; the list of speakers ends.")


def _reopened(ev: e.DecisionReopened, x: e.Entry, room: Room) -> str:
    return _("%(ref)s is before the room again. It stands until another decision takes its place.") % {"ref": ev.ref}


def _superseded(ev: e.AgreementSuperseded, x: e.Entry, room: Room) -> str:
    return _("Agreement %(by)s takes the place of agreement %(agreement)s.") % {
        "by": ev.by, "agreement": ev.agreement,
    }  # fmt: skip


def _recount(ev: e.RecountAsked, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s asks for a recount; the votes are counted anew:") % {"name": name_of(room, ev.seat)}, ev.reason


LINES: dict[type, Say] = {
    e.MotionMoved: _moved,
    e.RulingAppealed: _appealed,
    e.MotionSpeakerListed: _listed,
    e.MotionHeard: _heard,
    e.MotionWithdrawn: _withdrawn,
    e.MotionLapsed: _lapsed,
    e.MotionCarried: _carried,
    e.MotionLost: _lost,
    e.RulingUpheld: _upheld,
    e.RulingOverturned: _overturned,
    e.DebateClosed: _debate_closed,
    e.DecisionReopened: _reopened,
    e.AgreementSuperseded: _superseded,
    e.RecountAsked: _recount,
}
