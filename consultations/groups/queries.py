"""What is read of groups. Constant queries for any number of rows."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from consultations.groups.kinds import Audience, Readers
from consultations.groups.models import (
    Belonging,
    Group,
    GroupMeeting,
    GroupNote,
    GroupReport,
    Minuta,
    MinutaPresence,
    ReportObjection,
    ReportWording,
)
from consultations.groups.reporting_state import Standing, standing
from consultations.groups.standing import capacity_of
from consultations.members.kinds import Side
from consultations.models import Consultation, Membership
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import closed_days
from incidencia.organizations.terms import in_force, today

NEWEST = 50


@dataclass(frozen=True, slots=True)
class Known:
    """A group as a list shows it: whoever does not read it learns that it exists, and nothing else."""

    group: Group
    members: int
    reads: bool
    belongs: bool


def groups_of(
    consultation: Consultation, viewer: Person | AnonymousUser, most: int = 0, inside: bool | None = None
) -> list[Known]:
    """Promise the groups whose existence the viewer may know of. Members and officials know of all; others of those
    that everybody reads. Three queries at most, one where it is known whether the viewer is `inside`.

    With `most`, that many of those that work.
    """
    signed_in = viewer if isinstance(viewer, Person) else None
    if inside is None:
        inside = signed_in is not None and takes_part(consultation, signed_in)
    rows = counted(consultation.groups.all())
    if not inside:
        rows = rows.filter(readers=Readers.EVERYBODY)
    if signed_in is not None:
        mine = Belonging.objects.standing().filter(group=OuterRef("pk"), person=signed_in)
        rows = rows.annotate(mine=Exists(mine))
    rows = rows.order_by("closed_at", "place") if not most else rows.filter(closed_at__isnull=True)[:most]
    found = []
    for row in rows:
        row.consultation = consultation
        belongs = bool(getattr(row, "mine", False))
        reads = belongs or row.readers == Readers.EVERYBODY or (inside and row.readers == Readers.MEMBERS)
        found.append(Known(row, row.belonging_now, reads, belongs))  # type: ignore[attr-defined]
    return found


def counted(rows: QuerySet[Group]) -> QuerySet[Group]:
    """Promise them with `belonging_now`: how many belong to each today."""
    standing_now = (
        Q(belongings__joined_at__isnull=False, belongings__ended_at__isnull=True)
        & in_force(today(), "belongings__membership__")
    )  # fmt: skip
    return rows.annotate(belonging_now=Count("belongings", filter=standing_now, distinct=True))


def takes_part(consultation: Consultation, person: Person) -> bool:
    """Whether a person is a member of the process today, or convenes it. Two queries at most."""
    return consultation.memberships.in_force().filter(person=person).exists() or is_official_of(person, consultation)


def found() -> QuerySet[Group]:
    """Promise groups with all that a page of one names."""
    rows = Group.objects.select_related(
        "consultation__agency", "consultation__coordinator__person", "by", "closed_by"
    )
    return counted(rows)


def belongings_of(group: Group) -> list[Belonging]:
    """Promise who belongs to it today, its coordination first. One query."""
    rows = Belonging.objects.standing().filter(group=group)
    rows = rows.select_related("person", "membership__organization", "membership__agency")
    return list(rows.order_by("-coordinates", "joined_at", "pk"))


def asked_of(group: Group) -> list[Belonging]:
    """Promise who asked to join or is invited, and waits. One query."""
    rows = Belonging.objects.pending().filter(group=group)
    return list(rows.select_related("person", "membership__organization", "membership__agency").order_by("at"))


def may_be_invited(group: Group) -> QuerySet[Membership]:
    """Promise the members of the process whom its coordination may invite: they fit, and are not in it. One query."""
    rows = group.consultation.memberships.in_force().select_related("person", "organization", "agency")
    if group.side:
        rows = rows.filter(side=group.side)
    there = Belonging.objects.filter(group=group, ended_at__isnull=True, membership=OuterRef("pk"))
    invited_or_in = there.filter(Q(joined_at__isnull=False) | Q(invited=True))
    return rows.filter(~Exists(invited_or_in)).order_by("person__name", "pk")


def officials_of(consultation: Consultation) -> list[Person]:
    """Promise who can be invited to a meeting by name: who is in charge, and the members on the public side."""
    seated = consultation.memberships.in_force().filter(side=Side.PUBLIC).values("person")
    rows = Person.objects.filter(Q(pk__in=seated) | Q(pk=consultation.coordinator.person_id), is_active=True)
    return list(rows.order_by("name", "pk"))


def could_attend(meeting: GroupMeeting) -> Iterator[tuple[Person, str]]:
    """Promise who may have been present, each with their capacity: the group, and who was invited. Two queries."""
    for row in belongings_of(meeting.group):
        yield row.person, capacity_of(row.membership)
    for one in meeting.invited.select_related("person"):
        yield one.person, one.capacity


def meetings_of(group: Group) -> list[GroupMeeting]:
    """Promise its meetings, the latest first, each with how many minutas it has. One query."""
    return list(group.meetings.annotate(written=Count("minutas")).order_by("-starts_at", "-pk")[:NEWEST])


def meeting_found(group: Group, number: int) -> GroupMeeting | None:
    """Promise a meeting of a group with whom it names; None if there is none. Two queries."""
    rows = group.meetings.select_related("by", "cancelled_by").prefetch_related("invited__person")
    row = rows.filter(number=number).first()
    if row is not None:
        row.group = group
    return row


def minuta_of(meeting: GroupMeeting) -> Minuta | None:
    """Promise the minuta that stands, with who was present, or None. Two queries."""
    rows = meeting.minutas.select_related("by").prefetch_related(
        Prefetch("present", MinutaPresence.objects.select_related("person"))
    )
    return rows.order_by("-number").first()


def notes_of(group: Group) -> list[GroupNote]:
    """Promise the fifty newest notes, with their papers. Two queries."""
    return list(group.notes.select_related("by").prefetch_related("attachments")[:NEWEST])


def reports_of(group: Group, *, inside: bool, member: bool) -> list[tuple[ReportWording, Standing, Deadline]]:
    """Promise its reports with how each stands, the newest first: all of them to the group, to others what was
    published for them. Three queries.
    """
    rows = group.reports.all()
    if not inside:
        rows = rows.filter(published_at__isnull=False)
        rows = rows if member else rows.filter(audience=Audience.EVERYBODY)
    return [(words, state, term) for words, state, term in stood(rows[:NEWEST], group)]


def stood(
    reports: QuerySet[GroupReport], group: Group | None = None, closed: Container[date] | None = None
) -> Iterator[tuple[ReportWording, Standing, Deadline]]:
    """Promise the present words of each report, how it stands, and its term. Four queries for any number.

    `group` is theirs, where it is known; else the reports come with their groups. `closed` days given spare one.
    """
    rows = list(reports)
    closed = closed_days() if closed is None else closed
    back = _sent_back(rows)
    words = {
        (one.report_id, one.number): one
        for one in ReportWording.objects.filter(report__in=rows).annotate(
            against=Count("objections", filter=Q(objections__lifted_at__isnull=True))
        )
    }
    for row in rows:
        one = words[row.pk, row.current]
        row.group = group or row.group
        one.report = row
        term = _term(one, closed)
        yield one, _standing(row, term, one.against, row.pk in back), term


def report_found(group: Group, number: int) -> GroupReport | None:
    """Promise a report of a group, or None. One query."""
    row = group.reports.select_related("published_by", "left_by", "meeting").filter(number=number).first()
    if row is not None:
        row.group = group
    return row


def wording_of(report: GroupReport) -> ReportWording:
    """Promise the words that stand. One query."""
    row = report.wordings.select_related("by").get(number=report.current)
    row.report = report
    return row


def objections_to(wording: ReportWording) -> list[ReportObjection]:
    """Promise the objections that stand against these words. One query."""
    return list(wording.objections.filter(lifted_at__isnull=True).select_related("person"))


def term_of(report: GroupReport) -> Deadline:
    """Promise the term in which its members may object to its present words. Two queries."""
    return _term(wording_of(report), closed_days())


def standing_of(report: GroupReport) -> Standing:
    """Promise how it stands at this instant. Four queries."""
    wording = wording_of(report)
    term, objections = _term(wording, closed_days()), len(objections_to(wording))
    return _standing(report, term, objections, bool(_sent_back([report])))


def told_of(consultation: Consultation, viewer: Person | AnonymousUser) -> Mapping[int, list[ReportWording]]:
    """Promise what groups of a process published for this viewer, by group, the newest first. Three queries."""
    rows = ReportWording.objects.filter(
        report__group__consultation=consultation, report__published_at__isnull=False, number=F("report__current")
    ).select_related("report__group")  # fmt: skip
    if not (isinstance(viewer, Person) and takes_part(consultation, viewer)):
        rows = rows.filter(report__audience=Audience.EVERYBODY)
    told: dict[int, list[ReportWording]] = {}
    for row in rows.order_by("-report__published_at", "-pk")[:NEWEST]:
        told.setdefault(row.report.group_id, []).append(row)
    return told


def _term(wording: ReportWording, closed: Container[date]) -> Deadline:
    group = wording.report.group
    return Deadline(wording.at, days=group.objection_days, closed=closed, zone=group.consultation.zone)


def _sent_back(reports: Iterable[GroupReport]) -> set[int]:
    """Those whose earlier words were objected to. One query."""
    rows = ReportObjection.objects.filter(
        wording__report__in=[one.pk for one in reports], wording__number__lt=F("wording__report__current"),
        lifted_at__isnull=True,
    )  # fmt: skip
    return set(rows.values_list("wording__report", flat=True))


def _standing(report: GroupReport, term: Deadline, objections: int, sent_back: bool) -> Standing:
    return standing(
        term, now(), objections=objections, sent_back=sent_back, published=report.published_at is not None,
        left=report.left_at is not None,
    )  # fmt: skip
