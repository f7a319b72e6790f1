"""What a group tells outside: put to its members, objected to within a term, then published by its coordination."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.groups import emails
from consultations.groups.holding import held
from consultations.groups.kinds import Audience, Readers
from consultations.groups.models import Group, GroupReport, ReportObjection, ReportWording
from consultations.groups.queries import standing_of, term_of, wording_of
from consultations.groups.reporting_state import Standing
from consultations.groups.standing import belongs_or_refused, capacity_of, coordinates_or_refused
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.wording import long_day
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def group_report_propose(*, group: Group, values: Mapping[str, Any], by: Person, key: str) -> GroupReport:
    """Put the words of a report to the group: its members have its business days to object, from the next one on.

    Sent again with the same `key` it is the same report. Raises Refused for whoever does not coordinate the group.
    """
    group = held(group)
    key = own_key(key, by, group.pk)
    if known := GroupReport.objects.filter(key=key, group=group).first():
        return known
    coordinator = coordinates_or_refused(group, by)
    meeting = values.get("meeting")
    if meeting is not None and meeting.group_id != group.pk:
        raise Refused("other-group", _("That meeting is of another group."), rule="G26")
    last = group.reports.aggregate(last=Max("number"))["last"] or 0
    report = GroupReport.objects.create(
        group=group, number=last + 1, meeting=meeting, audience=_audience(group, values["audience"]),
        language=values["language"], key=key,
    )  # fmt: skip
    ReportWording.objects.create(
        report=report, number=1, title=values["title"], text=values["text"], by=by,
        acted_as=capacity_of(coordinator.membership),
    )  # fmt: skip
    emails.group_report_proposed(report)
    return report


@transaction.atomic
def group_report_reword(*, report: GroupReport, title: str, text: str, base: int, by: Person) -> ReportWording:
    """Write its words anew; the term to object begins again, and the earlier words stay readable to the group.

    `base` is the number of the wording that was read. Raises Refused once it is published or left, where somebody
    wrote meanwhile, and where nothing changes.
    """
    group = held(report.group)
    coordinator = coordinates_or_refused(group, by)
    report = _held_report(report)
    _refuse_over(report)
    present = wording_of(report)
    if present.number != base:
        raise Refused(
            "overtaken", _("Somebody wrote it anew meanwhile."), rule="G26",
            advice=_("Read that; your words are kept here. Send them again to let yours stand."),
        )  # fmt: skip
    if (present.title, present.text) == (title, text):
        raise Refused("nothing-changed", _("Nothing changed."), advice=_("Change something, or leave it as it is."))
    made = ReportWording.objects.create(
        report=report, number=present.number + 1, title=title, text=text, by=by,
        acted_as=capacity_of(coordinator.membership),
    )  # fmt: skip
    report.current = made.number
    report.save(update_fields=["current"])
    emails.group_report_proposed(report)
    return made


@transaction.atomic
def group_report_object(*, report: GroupReport, text: str, by: Person) -> ReportObjection:
    """Object to its present words, with a reason that the group reads.

    To the first words it sends the report back; to later ones it is published beside them, without a name.

    Raises Refused for who does not belong to the group, once the term is over, and a second time.
    """
    belonging = belongs_or_refused(held(report.group), by)
    report = _held_report(report)
    _refuse_over(report)
    if standing_of(report) is not Standing.OPEN:
        due = term_of(report).due_on
        raise Refused(
            "term-over",
            _("The term to object ended on %(day)s.") % {"day": long_day(due) if due else ""}, rule="G26",
            advice=_("Write to the group, and ask its coordination to write the report anew."),
        )  # fmt: skip
    wording = wording_of(report)
    if wording.objections.filter(person=by, lifted_at__isnull=True).exists():
        raise Refused("objected-already", _("Your objection stands already."), rule="G26")
    return ReportObjection.objects.create(
        wording=wording, person=by, acted_as=capacity_of(belonging.membership), text=stated(text, rule="G26")
    )


@transaction.atomic
def group_objection_lift(*, report: GroupReport, by: Person) -> None:
    """Take one's objection back, before the report is published. Again changes nothing."""
    held(report.group)
    report = _held_report(report)
    _refuse_over(report)
    ReportObjection.objects.filter(wording__report=report, person=by, lifted_at__isnull=True).update(lifted_at=now())


@transaction.atomic
def group_report_publish(*, report: GroupReport, by: Person) -> GroupReport:
    """Publish it, as an act of the group; those who may read it get a letter. Again changes nothing.

    Raises Refused before the term to object is over, and while an objection to its first words stands (G26).
    """
    group = held(report.group)
    coordinator = coordinates_or_refused(group, by)
    report = _held_report(report)
    if report.published_at is not None:
        return report
    _refuse_over(report)
    state = standing_of(report)
    if state is Standing.OPEN:
        due = term_of(report).due_on
        raise Refused(
            "term-runs",
            _("The members of the group may object until %(day)s.") % {"day": long_day(due) if due else ""},
            rule="G26", advice=_("Publish it the day after."),
        )  # fmt: skip
    if state is Standing.STOPPED:
        raise Refused(
            "objected", _("A member of the group objects to these words."), rule="G26",
            advice=_("Write it anew: the term begins again, and what is objected then is published beside it."),
        )  # fmt: skip
    report.published_at, report.published_by = now(), by
    report.published_as = capacity_of(coordinator.membership)
    report.save(update_fields=["published_at", "published_by", "published_as"])
    emails.group_report_published(report)
    return report


@transaction.atomic
def group_report_leave(*, report: GroupReport, reason: str, by: Person) -> GroupReport:
    """Not tell it after all, with a reason the group reads. Again changes nothing. Raises Refused once published."""
    group = held(report.group)
    coordinator = coordinates_or_refused(group, by)
    report = _held_report(report)
    if report.left_at is not None:
        return report
    _refuse_over(report)
    report.left_at, report.left_by, report.left_because = now(), by, stated(reason, rule="G26")
    report.left_as = capacity_of(coordinator.membership)
    report.save(update_fields=["left_at", "left_by", "left_as", "left_because"])
    return report


def _audience(group: Group, asked: str) -> str:
    """What everybody reads is told to everybody."""
    return Audience.EVERYBODY if group.readers == Readers.EVERYBODY else asked


def _held_report(report: GroupReport) -> GroupReport:
    rows = GroupReport.objects.select_for_update(of=("self",)).select_related(
        "group__consultation__agency", "group__consultation__coordinator__person"
    )
    return rows.get(pk=report.pk)


def _refuse_over(report: GroupReport) -> None:
    if report.published_at is not None or report.left_at is not None:
        raise Refused(
            "over",
            _("This report was published or left."),
            rule="G26",
            advice=_("Write another one: this one stays."),
        )
