"""Somebody in the hall asks for the floor: the desk puts them on the list by name or badge."""

from django.utils.translation import gettext as _

from incidencia.web.refusals import Refused
from sessions import desk
from sessions.core import commands as c
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.rules.who import has_voice
from sessions.core.state import Room
from sessions.core.state import Seat as Place
from sessions.core.terms import Via
from sessions.models import Seat, Session
from sessions.wording.refusals import worded


def put_on_list(session: Session, room: Room, place: Place, *, by: Seat, key: str) -> desk.Done:
    """Promise a place on the list of speakers, asked for in the hall, once by `key`. Raises Refused, in words."""
    if not has_voice(room, place):
        raise Refused(
            "no_voice",
            _("%(name)s has no voice in this session.") % {"name": place.name},
            _("What a seat may do follows from its role in this session."),
            _("The chair may invite them to speak: enter the turn off the list."),
        )
    act = c.Act(by.key, f"{place.id}:{key}"[:64], c.RequestFloor(), place.id, Via.HALL)
    try:
        return desk.handle(session.pk, act)
    except RoomRefused as refusal:
        if refusal.code.value != "already_listed":
            raise worded(refusal) from refusal
        raise Refused(
            refusal.code.value,
            _("%(name)s is on the list already, or has the floor.") % {"name": place.name},
            _("One place for each person."),
            _("There is nothing left to do."),
        ) from refusal


def nobody(asked: str) -> Refused:
    """Why nobody was found, and what to do instead."""
    if len(asked.strip()) < 3 and not asked.strip().isdecimal():
        return Refused(
            "too_short",
            _("Three letters are needed, or the number of the badge."),
            advice=_("Write three letters of any part of the name or of the organization."),
        )
    return Refused(
        "nobody_found",
        _("Nobody in the room goes by “%(asked)s”.") % {"asked": asked.strip()[:60]},
        _("Only whoever was admitted takes part."),
        _("Try the badge number or the organization. If the person just came in, admit them first."),
    )
