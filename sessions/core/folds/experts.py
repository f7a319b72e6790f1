"""Folds of invited experts."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room
from sessions.core.state.experts import Invitation, Wish


def _asked(room: Room, ev: e.ExpertAsked, x: e.Entry) -> Room:
    wish = Wish(ev.wish, ev.seat, ev.item, ev.name, ev.topic)
    experts = replace(room.experts, wishes=(*room.experts.wishes, wish))
    return replace(room, experts=experts, made={**room.made, "z": room.made.get("z", 0) + 1})


def _invited(room: Room, ev: e.ExpertInvited, x: e.Entry) -> Room:
    wishes = tuple(replace(w, met=True) if w.id == ev.wish else w for w in room.experts.wishes)
    invited = (*room.experts.invited, Invitation(ev.seat, ev.item, ev.topic))
    return replace(room, experts=replace(room.experts, wishes=wishes, invited=invited))


FOLDS: dict[type, Fold] = {e.ExpertAsked: _asked, e.ExpertInvited: _invited}
