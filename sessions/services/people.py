"""Who is accredited to a session: in what capacity, with what powers (G17, G22)."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import desk, log
from sessions.core.commands import Act, Admit
from sessions.core.terms import Phase, Role, Side, Via
from sessions.models import ActDone, Alternate, Seat, Session

OVER = (Phase.CLOSED, Phase.SEALED, Phase.CANCELLED, Phase.NOT_HELD)
VOTING = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)


@transaction.atomic
def accredit(
    session: Session, *, person: Person | None, role: Role, name: str, capacity: str, side: Side, organization: str,
    votes: bool, powers: str, by: Person,
) -> Seat:  # fmt: skip
    """Promise a seat of one's own in the session. `person` is None for somebody known by name only.

    `powers` are an official's recorded powers to agree (G22); empty means none. Raises Refused.
    """
    session = Session.every.select_for_update().get(pk=session.pk)
    role, side = Role(role), Side(side)
    _refuse_bad_seat(session, person, role, name, side, votes, powers)
    taken = [int(key) for key in session.seats.values_list("key", flat=True)]
    return Seat.objects.create(
        session=session, key=str(max(taken, default=0) + 1), person=person, name=name.strip(),
        capacity=capacity.strip(), role=role, side=side, organization=organization.strip(), votes=votes,
        empowered=bool(powers.strip()), powers=powers.strip(), accredited_by=by, accredited_at=now(),
    )  # fmt: skip


@transaction.atomic
def walk_in(
    session: Session,
    *,
    by: Person,
    seat: Seat,
    key: str,
    name: str,
    organization: str,
    role: Role,
    side: Side,
    via: Via,
    provisional: bool = False,
) -> desk.Done:
    """Accredit somebody by name at the door and admit them, once by `key`. `seat` is that of whoever admits.

    Raises Refused, of the core or ours.
    """
    Session.every.select_for_update().get(pk=session.pk)
    if ActDone.objects.filter(session=session, key=f"{seat.key}:{key}", command=Admit.__name__).exists():
        return desk.Done(desk.settle(session.pk), (), again=True)
    made = accredit(
        session, person=None, role=role, name=name, capacity="", side=side, organization=organization,
        votes=role is Role.MEMBER, powers="", by=by,
    )  # fmt: skip
    asked = Admit(made.key, made.name, "", role, side, made.organization, made.votes, False, via, provisional)
    return desk.handle(session.pk, Act(by=seat.key, key=key, command=asked))


@transaction.atomic
def seat_withdraw(seat: Seat, *, by: Person) -> None:
    """Take an accreditation back, if it was never used; a vote that had passed to it returns. Raises Refused."""
    session = Session.every.select_for_update().get(pk=seat.session_id)
    room = log.load(session)
    if seat.key in room.seats or seat.key in room.waiting:
        raise Refused(
            "seat_used",
            _("This person has already been at the session."),
            _("Who attended stays in the record."),
            _("In the room you can remove somebody, with a reason."),
        )
    if seat.role == Role.SECRETARIAT and not session.seats.filter(role=Role.SECRETARIAT).exclude(pk=seat.pk).exists():
        raise Refused(
            "last_secretariat", _("This is the only seat of the secretariat."), advice=_("Add another one first.")
        )
    if seat.paper_objections.exists():
        raise Refused(
            "seat_objected",
            _("This person has objected to a paper that came late."),
            _("Who objected stays in the record (G27.I)."),
            _("Leave the accreditation as it is."),
        )
    _give_vote_back(seat)
    seat.delete()


def _give_vote_back(seat: Seat) -> None:
    """Whoever was to stand in does not: the seat they stood in for votes again."""
    stood_in = Alternate.objects.filter(made=seat).first()
    if stood_in is None:
        return
    if stood_in.vote_passed:
        Seat.objects.filter(pk=stood_in.seat_id).update(votes=True)
    Alternate.objects.filter(pk=stood_in.pk).update(made=None, vote_passed=False, withdrawn_at=now())


def _refuse_bad_seat(
    session: Session, person: Person | None, role: Role, name: str, side: Side, votes: bool, powers: str
) -> None:
    if session.phase in OVER:
        raise Refused("session_over", _("The session is over."), advice=_("Accredit people for the next session."))
    if not name.strip():
        raise Refused(
            "name_needed", _("The person has no name."), advice=_("Write the name as it will stand in the minutes.")
        )
    if person is not None and session.seats.filter(person=person).exists():
        raise Refused("already_accredited", _("%(name)s is already accredited.") % {"name": name})
    if role is Role.CHAIR and session.seats.filter(role=Role.CHAIR).exists():
        raise Refused(
            "one_chair",
            _("The session already has a chair."),
            _("One person presides at a time."),
            _("Accredit this person as vice-chair: the chair can be handed over in the room."),
        )
    if votes and (role not in VOTING or side is Side.GUEST):
        raise Refused(
            "no_vote",
            _("This seat can't have a vote."),
            _("Only the chair, the vice-chair and members of one of the two sides vote (G15, G17)."),
            _("Take the vote away, or change the seat or the side."),
        )
    if powers.strip() and side is not Side.PUBLIC:
        raise Refused(
            "powers_public",
            _("Only a public official has powers to agree for the authority."),
            _("Powers are recorded for the public side (G22)."),
            _("Leave the powers empty, or correct the side."),
        )
