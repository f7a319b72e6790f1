"""What waits for somebody in their groups, and of nobody else."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
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
from incidencia.clock import now

AHEAD = timedelta(days=21)


def to_attend(reach: Reach) -> Asked:
    """Meetings of the next three weeks to which the person is called."""
    rows = GroupMeeting.objects.filter(
        _reads(reach),
        cancelled_at__isnull=True,
        starts_at__gte=now() - timedelta(hours=2),
        starts_at__lte=now() + AHEAD,
    )
    rows = rows.select_related("group__consultation").distinct().order_by("starts_at")
    return Asked(rows, _to_attend(rows))


def _to_attend(rows: QuerySet[GroupMeeting]) -> Iterator[Waiting]:
    for row in rows:
        consultation = row.group.consultation
        href = reverse("group_meeting_page", args=[consultation.reference, row.group.place, row.number])
        yield Waiting(Act.ATTEND, row.title, href, row.starts_at, row.group.name, consultation.zone, row.language)


def to_confirm(reach: Reach) -> Asked:
    """Minutas that say the person was present."""
    last = Minuta.objects.filter(meeting=OuterRef("minuta__meeting")).order_by("-number").values("pk")[:1]
    rows = MinutaPresence.objects.filter(person=reach.person, confirmed_at__isnull=True, minuta=Subquery(last))
    rows = rows.filter(_reads(reach, "minuta__meeting__")).select_related("minuta__meeting__group__consultation")
    return Asked(rows, _to_confirm(rows.distinct()))


def _to_confirm(rows: QuerySet[MinutaPresence]) -> Iterator[Waiting]:
    for row in rows:
        meeting = row.minuta.meeting
        group = meeting.group
        href = reverse("group_meeting_page", args=[group.consultation.reference, group.place, meeting.number])
        yield Waiting(Act.CONFIRM, _("Minuta of %(title)s") % {"title": meeting.title}, href, where=group.name)


def to_join(reach: Reach) -> Asked:
    """Invitations to join."""
    rows = Belonging.objects.pending().filter(person=reach.person, invited=True)
    return Asked(rows, _to_join(rows.select_related("group__consultation")))


def _to_join(rows: QuerySet[Belonging]) -> Iterator[Waiting]:
    for one in rows:
        href = reverse("group_page", args=[one.group.consultation.reference, one.group.place])
        yield Waiting(Act.CONFIRM, _("Invitation to %(name)s") % {"name": one.group.name}, href)


def to_decide(reach: Reach) -> Asked:
    """Who asked to join a group the person coordinates."""
    mine = Belonging.objects.standing().filter(person=reach.person, coordinates=True).values("group")
    waiting = Belonging.objects.pending().filter(invited=False).values("pk")
    rows = Group.objects.filter(pk__in=mine, closed_at__isnull=True, belongings__in=waiting).distinct()
    return Asked(rows, _to_decide(rows.select_related("consultation")))


def _to_decide(rows: QuerySet[Group]) -> Iterator[Waiting]:
    for row in rows:
        href = reverse("group_members", args=[row.consultation.reference, row.place])
        yield Waiting(Act.DECIDE, _("Who asks to join"), href, where=row.name)


def to_object(reach: Reach) -> Asked:
    """Reports of the person's groups, while objecting is possible; and those to publish by who coordinates."""
    mine = Belonging.objects.standing().filter(person=reach.person)
    rows = GroupReport.objects.filter(
        group__in=mine.values("group"), group__closed_at__isnull=True, published_at__isnull=True,
        left_at__isnull=True,
    ).annotate(coordinated=Exists(mine.filter(group=OuterRef("group"), coordinates=True)))  # fmt: skip
    return Asked(rows, _to_object(rows.select_related("group__consultation"), reach))


def _to_object(rows: QuerySet[GroupReport], reach: Reach) -> Iterator[Waiting]:
    for wording, state, term in stood(rows, closed=reach.closed.of()):
        group = wording.report.group
        consultation = group.consultation
        href = reverse("group_report_page", args=[consultation.reference, group.place, wording.report.number])
        if state is Standing.OPEN and wording.by_id != reach.person.pk:
            title = _("Object, or let pass: %(title)s") % {"title": wording.title}
            yield Waiting(Act.READ, title, href, term.due_at, group.name, consultation.zone)
        elif state is Standing.READY and wording.report.coordinated:  # type: ignore[attr-defined]
            yield Waiting(Act.SEND, _("Publish: %(title)s") % {"title": wording.title}, href, where=group.name)


def _reads(reach: Reach, prefix: str = "") -> Q:
    """Who belongs to the group, or is invited by name and an official of the process still."""
    mine = Belonging.objects.standing().filter(person=reach.person).values("group")
    named = {f"{prefix}invited__person": reach.person, f"{prefix}group__consultation__in": reach.answers}
    return Q(**{f"{prefix}group__in": mine}) | Q(**named)
