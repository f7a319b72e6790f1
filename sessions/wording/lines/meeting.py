"""The session, its chair and its quorum."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say, count, when
from sessions.wording.words import name_of


def _convened(ev: e.SessionConvened, x: e.Entry, room: Room) -> tuple[str, str] | str:
    said = _("The session is convened for %(when)s.") % {"when": when(room, ev.starts_at)}
    if ev.without_papers:
        return f"{said} {_('No paper goes with the convening, because:')}", ev.without_papers
    return said


def _rescheduled(ev: e.SessionRescheduled, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The session is moved to %(when)s.") % {"when": when(room, ev.starts_at)}, ev.reason


def _cancelled(ev: e.SessionCancelled, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The session is cancelled."), ev.reason


def _tabled(ev: e.PaperTabled, x: e.Entry, room: Room) -> tuple[str, str]:
    if ev.late:
        return _("A paper is circulated, after the term of the rules:"), ev.title
    return _("A paper is circulated:"), ev.title


def _lobby(ev: e.LobbyOpened, x: e.Entry, room: Room) -> str:
    return _("The lobby opens.")


def _opened(ev: e.SessionOpened, x: e.Entry, room: Room) -> str:
    who = name_of(room, ev.presiding)
    return _("The session opens, presided by %(name)s. Quorum: %(count)s.") % {"name": who, "count": count(ev.count)}


def _not_held(ev: e.SessionNotHeld, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The session could not be held: %(count)s.") % {"count": count(ev.count)}, ev.reason


def _suspended(ev: e.SessionSuspended, x: e.Entry, room: Room) -> tuple[str, str]:
    if ev.until:
        return _("The session is suspended until %(when)s.") % {"when": when(room, ev.until)}, ev.reason
    return _("The session is suspended."), ev.reason


def _resumed(ev: e.SessionResumed, x: e.Entry, room: Room) -> str:
    return _("The session resumes.")


def _closed(ev: e.SessionClosed, x: e.Entry, room: Room) -> str:
    return _("The session closes.")


def _reopened(ev: e.SessionReopened, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The session is reopened."), ev.reason


def _sealed(ev: e.LogSealed, x: e.Entry, room: Room) -> str:
    return _("The log is sealed: nothing is added to it any more.")


def _handed(ev: e.ChairHandedOver, x: e.Entry, room: Room) -> str:
    return _("The chair is handed over to %(name)s.") % {"name": name_of(room, ev.seat)}


def _taken(ev: e.ChairTaken, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s takes the chair.") % {"name": name_of(room, ev.seat)}, ev.reason


def _quorum_asked(ev: e.QuorumAsked, x: e.Entry, room: Room) -> str:
    return _("%(name)s asks to verify the quorum.") % {"name": name_of(room, ev.seat)}


def _quorum(ev: e.QuorumVerified, x: e.Entry, room: Room) -> str:
    if ev.count.met:
        return _("Quorum verified: %(count)s.") % {"count": count(ev.count)}
    return _("There is no quorum: %(count)s. Nothing is decided until there is.") % {"count": count(ev.count)}


LINES: dict[type, Say] = {
    e.SessionConvened: _convened,
    e.SessionRescheduled: _rescheduled,
    e.SessionCancelled: _cancelled,
    e.PaperTabled: _tabled,
    e.LobbyOpened: _lobby,
    e.SessionOpened: _opened,
    e.SessionNotHeld: _not_held,
    e.SessionSuspended: _suspended,
    e.SessionResumed: _resumed,
    e.SessionClosed: _closed,
    e.SessionReopened: _reopened,
    e.LogSealed: _sealed,
    e.ChairHandedOver: _handed,
    e.ChairTaken: _taken,
    e.QuorumAsked: _quorum_asked,
    e.QuorumVerified: _quorum,
}
