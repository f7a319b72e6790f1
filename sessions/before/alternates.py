"""Who comes instead of somebody: named by the seat, decided by the secretariat, with a seat of their own."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.queries import offices_of
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused, stated
from sessions import log
from sessions.before import emails
from sessions.before.holding import held_before
from sessions.core.terms import Role, Side
from sessions.models import Alternate, Seat, Session
from sessions.queries import rules_of
from sessions.services.people import accredit, seat_withdraw

MAY_NAME = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER)


@transaction.atomic
def alternate_name(
    session: Session, *, seat: Seat, person: Person | None, name: str, capacity: str, by: Person
) -> Alternate:  # fmt: skip
    """Promise that the secretariat is asked to accredit this person instead; `person` is None without an account.

    Raises Refused for a second alternate, for oneself, for who has a seat already or sits on the other side, and once
    the session has opened.
    """
    row = held_before(session)
    _refuse_unfit_seat(seat)
    _refuse_unfit_person(row, seat, person, name)
    return Alternate.objects.create(
        session=row, seat=seat, person=person, name=name.strip(), capacity=capacity.strip(), named_at=now(),
        named_by=by,
    )  # fmt: skip


@transaction.atomic
def alternate_withdraw(alternate: Alternate, *, by: Person) -> None:
    """Come oneself after all: the alternate's seat is taken back and the vote returns. Again changes nothing.

    Raises Refused once the session has opened or the alternate was at its door.
    """
    held_before(alternate.session)
    rows = Alternate.objects.select_for_update(of=("self",)).select_related("made__session")
    standing = rows.filter(pk=alternate.pk, withdrawn_at=None, declined_because="").first()
    if standing is None:
        return
    if standing.made is not None:
        seat_withdraw(standing.made, by=by)
    else:
        Alternate.objects.filter(pk=standing.pk).update(withdrawn_at=now())


@transaction.atomic
def alternate_accept(alternate: Alternate, *, powers: str, by: Person) -> Seat:
    """Promise the alternate a seat of their own; the vote passes to it where the rules of the session say so.

    `powers`: those of an official who is an alternate, by letter of their own (G22). Again answers the same seat.
    Raises Refused.
    """
    row = held_before(alternate.session)
    standing = _standing(alternate)
    if standing.made is not None:
        return standing.made
    passes = standing.seat.votes and rules_of(row).alternates_vote
    if passes:
        _refuse_seated(row, standing.seat)
        Seat.objects.filter(pk=standing.seat_id).update(votes=False)
    made = accredit(
        row, person=standing.person, role=Role.MEMBER if passes else Role.ADVISER, name=standing.name,
        capacity=standing.capacity, side=Side(standing.seat.side), organization=standing.seat.organization,
        votes=passes, powers=powers, by=by,
    )  # fmt: skip
    standing.made, standing.vote_passed = made, passes
    standing.decided_at, standing.decided_by = now(), by
    standing.save(update_fields=["made", "vote_passed", "decided_at", "decided_by"])
    emails.alternate_decided(standing)
    return made


@transaction.atomic
def alternate_decline(alternate: Alternate, *, reason: str, by: Person) -> None:
    """Don't accredit them, with the reason; the seat may name another. Raises Refused."""
    held_before(alternate.session)
    standing = _standing(alternate)
    if standing.made is not None:
        raise Refused(
            "alternate-seated",
            _("This person has a seat already."),
            advice=_("The member can take the alternate back, or you take the accreditation back."),
        )
    standing.declined_because = stated(reason)
    standing.decided_at, standing.decided_by = now(), by
    standing.save(update_fields=["declined_because", "decided_at", "decided_by"])
    emails.alternate_decided(standing)


def _standing(alternate: Alternate) -> Alternate:
    rows = Alternate.objects.select_for_update(of=("self",)).select_related("seat", "made", "session")
    standing = rows.filter(pk=alternate.pk, withdrawn_at=None, declined_because="").first()
    if standing is None:
        raise Refused(
            "alternate-gone",
            _("This alternate was taken back or declined."),
            advice=_("See who was named since."),
        )
    return standing


def _refuse_unfit_seat(seat: Seat) -> None:
    if seat.role not in MAY_NAME or Alternate.objects.filter(made=seat).exists():
        raise Refused(
            "no-alternate",
            _("This seat has no alternate."),
            _("Chair, vice-chair, members and advisers name an alternate; an alternate names nobody."),
            _("Ask the secretariat whom to accredit."),
        )
    if Alternate.objects.filter(seat=seat, withdrawn_at=None, declined_because="").exists():
        raise Refused(
            "alternate-named",
            _("You have named an alternate already."),
            _("One alternate for each seat."),
            _("Take the first one back, then name another."),
        )


def _refuse_unfit_person(session: Session, seat: Seat, person: Person | None, name: str) -> None:
    oneself = person.pk == seat.person_id if person else fold(name.strip()) == fold(seat.name)
    if oneself:
        raise Refused(
            "oneself", _("Nobody is their own alternate."), advice=_("Write the name of who comes instead of you.")
        )
    if person is None:
        return
    if session.seats.filter(person=person).exists():
        raise Refused(
            "already_accredited",
            _("%(name)s is already accredited.") % {"name": person.name},
            advice=_("Choose somebody who has no seat in this session."),
        )
    elsewhere = Seat.objects.filter(person=person, session__series=session.series).exclude(side=seat.side)
    official = seat.side == Side.CIVIL and offices_of(person).exists()
    if official or elsewhere.exclude(side=Side.GUEST).exists():
        raise Refused(
            "other-side",
            _("%(name)s sits on the other side in this process.") % {"name": person.name},
            _("The two sides stay apart: an official does not take a seat of civil society (G15)."),
            _("Choose somebody of your own side."),
        )


def _refuse_seated(session: Session, seat: Seat) -> None:
    if seat.key in log.load(session).seats:
        raise Refused(
            "seat_used",
            _("This person has already been at the session."),
            _("A vote passes before its member comes in."),
            _("Decline the alternate, or ask the member."),
        )
