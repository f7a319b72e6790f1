"""Proposals, objections, agreements and reservations."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import Hold
from sessions.wording.lines.parts import Say, count
from sessions.wording.text import named
from sessions.wording.words import name_of


def _proposed(ev: e.AdoptionProposed, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The chair puts words to the room for adoption. Entitled %(entitled)d, present %(present)d, "
             "connected %(connected)d.") % {
        "entitled": ev.count.entitled, "present": ev.count.present, "connected": ev.count.connected,
    } + (f" {named(ev.about)}:" if ev.about else ""), ev.text  # fmt: skip


def _window_paused(ev: e.WindowPaused, x: e.Entry, room: Room) -> str:
    if ev.why is Hold.INCOMPLETE:
        return _("The window waits: the room lacks the quorum or one of its sides.")
    n = len(ev.cut_off)
    return ngettext("The window waits: %(n)d voting member lost the connection.",
                    "The window waits: %(n)d voting members lost the connection.", n) % {"n": n}  # fmt: skip


def _window_resumed(ev: e.WindowResumed, x: e.Entry, room: Room) -> str:
    return _("The window runs again.")


def _proposal_withdrawn(ev: e.ProposalWithdrawn, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The proposal is withdrawn."), ev.reason


def _objected(ev: e.ObjectionRaised, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s objects.") % {"name": name_of(room, ev.seat)}, ev.reason


def _objection_withdrawn(ev: e.ObjectionWithdrawn, x: e.Entry, room: Room) -> str:
    return _("%(name)s withdraws the objection.") % {"name": name_of(room, ev.seat)}


def _aside(ev: e.StoodAside, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s stands aside: does not join, does not block.") % {"name": name_of(room, ev.seat)}, ev.reason


def _adopted(ev: e.AdoptedWithoutVote, x: e.Entry, room: Room) -> str:
    return _("Adopted without a vote: nobody objected. %(count)s.") % {"count": count(ev.count)}


def _recorded(ev: e.AgreementRecorded, x: e.Entry, room: Room) -> tuple[str, str]:
    reference = f"{room.reference}-{ev.agreement}"
    if ev.ad_referendum:
        return _("Agreement %(reference)s, ad referendum:") % {"reference": reference}, ev.text
    return _("Agreement %(reference)s:") % {"reference": reference}, ev.text


def _late(ev: e.LateObjectionRaised, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("%(name)s, who was cut off, objects to agreement %(agreement)s: it stands subject to this objection.")
        % {"name": name_of(room, ev.seat), "agreement": ev.agreement}
    ), ev.reason  # fmt: skip


def _reserved(ev: e.ReservationEntered, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("%(name)s enters a reservation to agreement %(agreement)s:")
        % {"name": name_of(room, ev.seat), "agreement": ev.agreement}
    ), ev.text  # fmt: skip


def _read(ev: e.AgreementRead, x: e.Entry, room: Room) -> str:
    return _("Agreement %(agreement)s is read back and confirmed.") % {"agreement": ev.agreement}


LINES: dict[type, Say] = {
    e.AdoptionProposed: _proposed,
    e.WindowPaused: _window_paused,
    e.WindowResumed: _window_resumed,
    e.ProposalWithdrawn: _proposal_withdrawn,
    e.ObjectionRaised: _objected,
    e.ObjectionWithdrawn: _objection_withdrawn,
    e.StoodAside: _aside,
    e.AdoptedWithoutVote: _adopted,
    e.AgreementRecorded: _recorded,
    e.LateObjectionRaised: _late,
    e.ReservationEntered: _reserved,
    e.AgreementRead: _read,
}
