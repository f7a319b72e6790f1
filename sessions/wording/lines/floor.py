"""The list of speakers, the floor, points of order."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidencia.web import times
from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import PointKind, Role, Speaks
from sessions.wording.lines.parts import Say, who
from sessions.wording.words import name_of, word


def _list_opened(ev: e.ListOpened, x: e.Entry, room: Room) -> str:
    return _("The list of speakers opens.")


def _list_closing(ev: e.ListClosing, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The list of speakers closes at %(hour)s.") % {"hour": times.hour(ev.at, room.zone)}, ev.reason


def _list_closed(ev: e.ListClosed, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The list of speakers is closed."), ev.reason


def _requested(ev: e.FloorRequested, x: e.Entry, room: Room) -> str:
    if ev.speaks is not Speaks.GENERAL:
        return _("%(name)s asks for the floor, to speak %(how)s.") % {
            "name": name_of(room, ev.seat), "how": word(ev.speaks),
        }  # fmt: skip
    return _("%(name)s asks for the floor.") % {"name": name_of(room, ev.seat)}


def _request_withdrawn(ev: e.RequestWithdrawn, x: e.Entry, room: Room) -> str:
    seat = room.seats.get(x.on_behalf_of or x.by)
    # When the chair or the desk removes a person, the place on the list goes with that person.
    spoke = (Role.MEMBER, Role.ADVISER, Role.OBSERVER, Role.EXPERT)
    own = bool(x.on_behalf_of) or (seat is not None and seat.role in spoke)
    if own:
        return _("%(name)s gives back the place on the list.") % {"name": who(x, room)}
    return _("A place on the list of speakers is given back.")


def _unanswered(ev: e.SpeakerDidNotAnswer, x: e.Entry, room: Room) -> str:
    return _("No answer: whoever was called waits and keeps the place.")


def _given(ev: e.FloorGiven, x: e.Entry, room: Room) -> tuple[str, str]:
    said = _("Turn %(n)s: %(name)s has the floor.") % {"n": ev.turn[1:], "name": name_of(room, ev.seat)}
    if ev.over_budget:
        return f"{said} {_('Beyond the time of their side, by decision of the chair:')}", ev.override
    return (f"{said} {_('Out of turn, by decision of the chair:')}" if ev.override else said), ev.override


def _paused(ev: e.SpeechPaused, x: e.Entry, room: Room) -> str:
    return _("The clock of the turn is paused.")


def _speech_resumed(ev: e.SpeechResumed, x: e.Entry, room: Room) -> str:
    return _("The clock of the turn runs again.")


def _extended(ev: e.SpeechExtended, x: e.Entry, room: Room) -> str:
    return ngettext("The chair gives %(n)d second more.", "The chair gives %(n)d seconds more.", ev.seconds) % {
        "n": ev.seconds
    }


def _ended(ev: e.SpeechEnded, x: e.Entry, room: Room) -> str:
    return _("Turn %(n)s ends.") % {"n": ev.turn[1:]}


def _withdrawn(ev: e.FloorWithdrawn, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The chair withdraws the floor; turn %(n)s ends:") % {"n": ev.turn[1:]}, ev.reason


def _turn_recorded(ev: e.TurnRecorded, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("Turn %(n)s: %(name)s spoke off the list; entered afterwards.")
        % {"n": ev.turn[1:], "name": name_of(room, ev.seat)}
    ), ev.statement  # fmt: skip


def _noted(ev: e.StatementNoted, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("Noted of turn %(n)s:") % {"n": ev.turn[1:]}, ev.statement


def _point(ev: e.PointOfOrderRaised, x: e.Entry, room: Room) -> tuple[str, str]:
    name = name_of(room, ev.seat)
    if ev.kind is PointKind.OTHER:
        return _("%(name)s raises a point of order; the clocks stop.") % {"name": name}, ev.text
    said = _("%(name)s raises a point of order (%(kind)s); the clocks stop.")
    return said % {"name": name, "kind": word(ev.kind)}, ev.text


def _ruled(ev: e.PointOfOrderRuled, x: e.Entry, room: Room) -> tuple[str, str]:
    if ev.upheld:
        return _("The chair upholds the point of order."), ev.ruling
    return _("The chair does not uphold the point of order."), ev.ruling


LINES: dict[type, Say] = {
    e.ListOpened: _list_opened,
    e.ListClosing: _list_closing,
    e.ListClosed: _list_closed,
    e.FloorRequested: _requested,
    e.RequestWithdrawn: _request_withdrawn,
    e.SpeakerDidNotAnswer: _unanswered,
    e.FloorGiven: _given,
    e.SpeechPaused: _paused,
    e.SpeechResumed: _speech_resumed,
    e.SpeechExtended: _extended,
    e.SpeechEnded: _ended,
    e.TurnRecorded: _turn_recorded,
    e.StatementNoted: _noted,
    e.PointOfOrderRaised: _point,
    e.PointOfOrderRuled: _ruled,
    e.FloorWithdrawn: _withdrawn,
}
