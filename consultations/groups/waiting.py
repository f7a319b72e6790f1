"""What waits for somebody in their groups, and of nobody else."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.groups.models import (
    Belonging,
    Group,
    GroupMeeting,
    GroupReport,
    Minuta,
    MinutaPresence,
)
from consultations.groups.queries import stood
from consultations.groups.reporting_state import Standing
from consultations.members.kinds import Side
from consultations.models import Consultation, Membership
from consultations.queries import convened_by
from incidencia.accounts.models import Person
from incidencia.clock import now

AHEAD = timedelta(days=21)


def to_attend(person: Person) -> Iterator[Waiting]:
    """Meetings of the next three weeks to which the person is called. One query."""
    rows = GroupMeeting.objects.filter(
        _reads(person),
        cancelled_at__isnull=True,
        starts_at__gte=now() - timedelta(hours=2),
        starts_at__lte=now() + AHEAD,
    )
    for row in rows.select_related("group__consultation").distinct().order_by("starts_at"):
        consultation = row.group.consultation
        href = reverse("group_meeting_page", args=[consultation.reference, row.group.place, row.number])
        yield Waiting(Act.ATTEND, row.title, href, row.starts_at, row.group.name, consultation.zone, row.language)


def to_confirm(person: Person) -> Iterator[Waiting]:
    """Minutas that say the person was present, and invitations to join. Two queries."""
    last = Minuta.objects.filter(meeting=OuterRef("minuta__meeting")).order_by("-number").values("pk")[:1]
    rows = MinutaPresence.objects.filter(person=person, confirmed_at__isnull=True, minuta=Subquery(last))
    rows = rows.filter(_reads(person, "minuta__meeting__")).select_related("minuta__meeting__group__consultation")
    for row in rows.distinct():
        meeting = row.minuta.meeting
        group = meeting.group
        href = reverse("group_meeting_page", args=[group.consultation.reference, group.place, meeting.number])
        yield Waiting(Act.CONFIRM, _("Minuta of %(title)s") % {"title": meeting.title}, href, where=group.name)
    for one in Belonging.objects.pending().filter(person=person, invited=True).select_related("group__consultation"):
        href = reverse("group_page", args=[one.group.consultation.reference, one.group.place])
        yield Waiting(Act.CONFIRM, _("Invitation to %(name)s") % {"name": one.group.name}, href)


def to_decide(person: Person) -> Iterator[Waiting]:
    """Who asked to join a group the person coordinates. One query."""
    mine = Belonging.objects.standing().filter(person=person, coordinates=True).values("group")
    waiting = Belonging.objects.pending().filter(invited=False).values("pk")
    rows = Group.objects.filter(pk__in=mine, closed_at__isnull=True, belongings__in=waiting).distinct()
    for row in rows.select_related("consultation"):
        href = reverse("group_members", args=[row.consultation.reference, row.place])
        yield Waiting(Act.DECIDE, _("Who asks to join"), href, where=row.name)


def to_object(person: Person) -> Iterator[Waiting]:
    """Reports of the person's groups, while objecting is possible; and those to publish by who coordinates.

    Four queries for any number.
    """
    mine = {row.group_id: row.coordinates for row in Belonging.objects.standing().filter(person=person)}
    rows = GroupReport.objects.filter(
        group__in=mine, group__closed_at__isnull=True, published_at__isnull=True, left_at__isnull=True
    ).select_related("group__consultation")
    for wording, state, term in stood(rows) if mine else ():
        group = wording.report.group
        consultation = group.consultation
        href = reverse("group_report_page", args=[consultation.reference, group.place, wording.report.number])
        if state is Standing.OPEN and wording.by_id != person.pk:
            title = _("Object, or let pass: %(title)s") % {"title": wording.title}
            yield Waiting(Act.READ, title, href, term.due_at, group.name, consultation.zone)
        elif state is Standing.READY and mine[group.pk]:
            yield Waiting(Act.SEND, _("Publish: %(title)s") % {"title": wording.title}, href, where=group.name)


def _reads(person: Person, prefix: str = "") -> Q:
    """Who belongs to the group, or is invited by name and an official of the process still."""
    mine = Belonging.objects.standing().filter(person=person).values("group")
    seats = Membership.objects.in_force().filter(person=person, side=Side.PUBLIC).values("consultation")
    there = Consultation.objects.filter(Q(pk__in=convened_by(person)) | Q(pk__in=seats)).values("pk")
    named = Q(**{f"{prefix}invited__person": person, f"{prefix}group__consultation__in": there})
    return Q(**{f"{prefix}group__in": mine}) | named
