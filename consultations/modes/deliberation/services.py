"""A consultation's members take their seats in its sessions: who votes here votes there, with the same powers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.members.kinds import Role as Takes
from consultations.members.kinds import Side
from consultations.models import Activity, ActivitySession, Consultation, Membership
from incidencia.accounts.models import Person
from incidencia.web.refusals import Refused
from sessions import queries as sessions_read
from sessions import services as sessions
from sessions.core.ruleset import Rules
from sessions.core.terms import Role
from sessions.core.terms import Side as SeatSide
from sessions.models import Seat, Session

ROLES = {Takes.MEMBER: Role.MEMBER, Takes.ADVISER: Role.ADVISER, Takes.OBSERVER: Role.OBSERVER}


@transaction.atomic
def session_new(
    *, consultation: Consultation, title_es: str, title_en: str, starts_at: datetime, presides: Membership,
    deputy: Membership | None, by: Person, activity: Activity | None = None,
) -> Session:  # fmt: skip
    """Promise a session of the consultation, prepared by `by`, with every current member accredited.

    It belongs to `activity`, of level IV, if one is given. `presides` takes the chair's seat, `deputy` the
    vice-chair's. Raises Refused before the operation began (G15), and when either is not a member with a vote.
    """
    if consultation.started_at is None:
        raise Refused(
            "operation-not-begun",
            _("The operation of this process has not begun."),
            rule="G15, G38",
            advice=_("Begin it from the page of the process, once both sides have members."),
        )
    _refuse_unfit(consultation, presides, deputy)
    agency = consultation.agency
    session = sessions.draft(
        series=consultation.reference, title_es=title_es, title_en=title_en, starts_at=starts_at,
        zone=consultation.zone, host_es=agency.name_es, host_en=agency.name_en, by=by,
    )  # fmt: skip
    sessions.plan_change(
        session, title_es=title_es, title_en=title_en, starts_at=starts_at, zone=consultation.zone,
        host_es=agency.name_es, host_en=agency.name_en, rules=Rules(papers_days=consultation.papers_days), by=by,
    )  # fmt: skip
    special = {presides.pk: Role.CHAIR}
    if deputy is not None:
        special[deputy.pk] = Role.VICE_CHAIR
    _accredit(session, consultation, special, by)
    if activity is not None:
        ActivitySession.objects.create(activity=activity, session=session)
    return session


@transaction.atomic
def members_accredit(*, consultation: Consultation, session: Session, by: Person) -> int:
    """Accredit the members who joined since the session was drafted; answer how many. Again changes nothing."""
    return _accredit(session, consultation, {}, by)


def _accredit(session: Session, consultation: Consultation, special: dict[int, Role], by: Person) -> int:
    seated = set(Seat.objects.filter(session=session).values_list("person_id", flat=True))
    joined = consultation.memberships.in_force().select_related("person", "organization", "agency")
    coming = [m for m in joined if m.person_id not in seated]
    for member in coming:
        sessions.accredit(
            session, person=member.person, role=special.get(member.pk, ROLES[member.role]), name=member.person.name,
            capacity=member.capacity, side=SeatSide(member.side), organization=member.speaks_for, votes=member.vote,
            powers=member.powers if member.side == Side.PUBLIC else "", by=by,
        )  # fmt: skip
    return len(coming)


def _refuse_unfit(consultation: Consultation, presides: Membership, deputy: Membership | None) -> None:
    for one in (presides, deputy):
        if one is not None and (one.consultation_id != consultation.pk or not one.vote):
            raise Refused(
                "cannot-preside",
                _("%(name)s can't preside: only members with a vote do.") % {"name": one.person.name},
                advice=_("Choose another member."),
            )
    if deputy is not None and deputy.person_id == presides.person_id:
        raise Refused(
            "same-person",
            _("Chair and vice-chair are the same person."),
            advice=_("Choose two people, or leave the vice-chair empty."),
        )


def sessions_of(consultation: Consultation) -> list[Session]:
    """The convened sessions of a consultation, the first one first. One query."""
    return list(sessions_read.of_series(consultation.reference))
