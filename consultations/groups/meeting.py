"""Calling a meeting of a group, with officials invited by name or without, and calling it off."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.groups import emails
from consultations.groups.holding import held
from consultations.groups.models import Group, GroupMeeting, MeetingInvited
from consultations.groups.queries import officials_of
from consultations.groups.standing import belonging_of, belongs_or_refused, capacity_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused, stated

FIELDS = ("title", "agenda", "language", "starts_at", "minutes", "place", "link")


@transaction.atomic
def group_meeting_call(
    *, group: Group, values: Mapping[str, Any], officials: Iterable[Person], by: Person, key: str
) -> GroupMeeting:
    """Call a meeting (G26): its members, and the officials invited by name, get a letter with a calendar entry.

    Without `officials` it is held without the agency. Sent again with the same `key` it is the same meeting.
    Raises Refused for who does not belong to the group, for an hour that is past, and without place or link.
    """
    group = held(group)
    key = own_key(key, by, group.pk)
    if known := GroupMeeting.objects.filter(key=key, by=by, group=group).first():
        return known
    belonging = belongs_or_refused(group, by)
    if values["starts_at"] <= now():
        raise Refused("past", _("That hour is past."), rule="G26", advice=_("Choose one to come."))
    if not (values.get("place") or values.get("link")):
        raise Refused("nowhere", _("Say where: a place, a link, or both."), rule="G26")
    last = group.meetings.aggregate(last=Max("number"))["last"] or 0
    made = GroupMeeting.objects.create(
        group=group, number=last + 1, key=key, by=by, acted_as=capacity_of(belonging.membership),
        **{name: values[name] for name in FIELDS},
    )  # fmt: skip
    _invite(made, officials)
    emails.group_meeting_called(made)
    return made


@transaction.atomic
def group_meeting_cancel(*, meeting: GroupMeeting, reason: str, by: Person) -> GroupMeeting:
    """Call it off, with a reason that those called read. Again changes nothing. Raises Refused once it began."""
    group = held(meeting.group)
    belonging = belongs_or_refused(group, by)
    meeting = (
        GroupMeeting.objects.select_for_update(of=("self",)).select_related("group__consultation").get(pk=meeting.pk)
    )
    if meeting.cancelled_at is not None:
        return meeting
    if meeting.starts_at <= now():
        raise Refused("began", _("Its hour has come."), rule="G26", advice=_("Write in the minuta what happened."))
    if meeting.by_id != by.pk and not belonging.coordinates:
        raise Refused(
            "not-yours", _("Who called it calls it off, or the coordination of the group."), rule="G26",
            advice=_("Ask them; its page names them."),
        )  # fmt: skip
    meeting.cancelled_at, meeting.cancelled_by, meeting.cancelled_because = now(), by, stated(reason, rule="G26")
    meeting.cancelled_as = capacity_of(belonging.membership)
    meeting.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_as", "cancelled_because"])
    emails.group_meeting_cancelled(meeting)
    return meeting


def _invite(meeting: GroupMeeting, officials: Iterable[Person]) -> None:
    """Those who are officials of the process today; who belongs to the group is called already."""
    wanted = {person.pk for person in officials}
    known = {person.pk: person for person in officials_of(meeting.group.consultation)}
    if not wanted <= known.keys():
        raise Refused("no-official", _("Only officials of this process are invited by name."), rule="G26")
    for pk in sorted(wanted):
        if belonging_of(meeting.group, known[pk]) is None:
            capacity = of_official(known[pk], meeting.group.consultation)
            MeetingInvited.objects.create(meeting=meeting, person=known[pk], capacity=capacity)
