"""What happens next with a session, for whoever looks: one sentence and at most one action."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from incidencia.web import times
from sessions.core.recess import goes_on
from sessions.core.state import Room
from sessions.core.terms import Phase, Role
from sessions.models import Seat, Session


@dataclass(frozen=True, slots=True)
class NextStep:
    """The sentence, and where the one action leads (empty: none)."""

    text: str
    action: str = ""
    href: str = ""


def next_step(session: Session, room: Room, seat: Seat | None, person: Any) -> NextStep:
    """What happens next, for this seat (None: no seat). No query beyond the session's minutes."""
    if not room.convened and (seat is None or seat.role != Role.SECRETARIAT) and session.announced_at:
        return NextStep(
            _("Its date is announced. Next: propose items for the agenda and say whether you come; agenda and papers "
              "follow when it is convened.")
        )  # fmt: skip
    if not room.convened:
        return NextStep(
            _("It is being prepared. Next: complete it and convene; then everybody accredited gets a letter."),
            _("Prepare it"), reverse("session_prepare", args=[session.reference]),
        )  # fmt: skip
    if room.phase in (Phase.CLOSED, Phase.SEALED, Phase.NOT_HELD):
        return _over(session, room, seat, person)
    if room.phase is Phase.CANCELLED:
        return NextStep(_("It was cancelled: %(reason)s") % {"reason": room.reason})
    when = goes_on(room)
    if when is not None:
        return _recess(session, room, seat, when)
    if seat is None:
        return _outside(session, person)
    return _seated(session, room, seat)


def _recess(session: Session, room: Room, seat: Seat | None, when: datetime) -> NextStep:
    """The session goes on on another day."""
    told = {"when": f"{times.long_day(when, session.zone)}, {times.hour(when, session.zone)}", "reason": room.reason}
    said = _("It is suspended and goes on on %(when)s: %(reason)s") % told
    if seat is None and not session.public_live:
        return NextStep(said)
    return NextStep(said, _("To the room"), reverse("room", args=[session.reference]))


def _over(session: Session, room: Room, seat: Seat | None, person: Any) -> NextStep:
    """The minutes are offered to those who may read them now; the others are told when they will."""
    minutes = getattr(session, "minutes", None)
    if minutes is None:  # drafted by whoever looks first
        reads = seat is not None and (seat.role == Role.SECRETARIAT or seat.key == room.presiding)
    else:
        reads = person.has_perm("sessions.minutes_read", minutes)
    address = reverse("minutes_page", args=[session.reference]) if reads else ""
    if room.phase is Phase.NOT_HELD:
        return NextStep(_("It could not be held. The record says why."), _("Read the record"), address)
    if minutes is not None and minutes.published_at:
        return NextStep(_("It has ended and its minutes are published."), _("Read the minutes"), address)
    return NextStep(
        _("It has ended. Its minutes circulate among those who attended before they are approved and published."),
        _("To the minutes"), address,
    )  # fmt: skip


def _outside(session: Session, person: Any) -> NextStep:
    if session.public_live:
        return NextStep(
            _("Anybody may follow it live."), _("Follow it"), reverse("room", args=[session.reference])
        )
    if not person.is_authenticated:
        return NextStep(
            _("If you are accredited, sign in to enter. The minutes will be public once approved."),
            _("Sign in"), f"{reverse('account_login')}?next={reverse('session_page', args=[session.reference])}",
        )  # fmt: skip
    return NextStep(
        _("You have no seat in this session. Ask the secretariat if you should; the minutes will be public.")
    )


def _seated(session: Session, room: Room, seat: Seat) -> NextStep:
    address = reverse("room", args=[session.reference])
    if room.phase in (Phase.OPEN, Phase.SUSPENDED):
        return NextStep(_("It is in progress."), _("Enter the room"), address)
    if room.phase is Phase.LOBBY and seat.role == Role.SECRETARIAT:
        return NextStep(
            _("The lobby is open. You enter at the desk: you admit those who wait and open the session."),
            _("To the desk"), address,
        )  # fmt: skip
    if room.phase is Phase.LOBBY and seat.role == Role.CHAIR:
        return NextStep(
            _("The lobby is open. You see the room at once; ask to be admitted there, to take the chair."),
            _("Enter the room"), address,
        )  # fmt: skip
    if room.phase is Phase.LOBBY and seat.key in room.seats and room.seats[seat.key].present:
        return NextStep(_("The lobby is open and you are admitted."), _("Enter the room"), address)
    if room.phase is Phase.LOBBY and seat.key in room.waiting and not room.waiting[seat.key].refused:
        return NextStep(_("You asked to be admitted. The room opens by itself."), _("To the door"), address)
    if room.phase is Phase.LOBBY:
        return NextStep(
            _("The lobby is open: ask to be admitted; the room opens as soon as the secretariat lets you in."),
            _("To the door"), address,
        )  # fmt: skip
    if seat.role in (Role.SECRETARIAT, Role.CHAIR):
        return NextStep(_("Next: open the lobby, shortly before the hour."), _("To the room"), address)
    return NextStep(_("You are accredited. Read the papers; the lobby opens shortly before the hour."))
