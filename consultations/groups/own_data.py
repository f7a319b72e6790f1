"""What groups hold about a person, for the page `own_data`: their own acts, and nothing that others wrote there."""

from typing import Any

from django.utils.translation import gettext as _

from consultations.groups.models import (
    Belonging,
    Group,
    GroupMeeting,
    GroupNote,
    MeetingInvited,
    Minuta,
    MinutaPresence,
    ReportObjection,
    ReportWording,
)
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise the groups a person convened, belongs or belonged to, and what they called, wrote and objected."""
    within = "group__consultation"
    return {
        _("Groups you belong to, now or before"): [
            {
                **_where(row.group), _("Capacity"): row.acted_as, _("Asked or invited"): row.at,
                _("Said"): row.words if row.by_id == person.pk else "", _("Joined"): row.joined_at,
                _("Coordinates"): row.coordinates, _("Ended"): row.ended_at, _("Reason"): row.ended_because,
            }
            for row in Belonging.objects.filter(person=person).select_related(within)
        ],
        _("Groups you convened"): [
            {**_where(row), _("Purpose"): row.purpose, _("Capacity"): row.acted_as, _("When"): row.at}
            for row in Group.objects.filter(by=person).select_related("consultation")
        ],
        _("Meetings of groups you called"): [
            {**_where(row.group), _("Title"): row.title, _("Agenda"): row.agenda, _("When"): row.starts_at,
             _("Called off"): row.cancelled_at}
            for row in GroupMeeting.objects.filter(by=person).select_related(within)
        ],
        _("Meetings of groups you were invited to or present at"): [
            *({**_where(row.meeting.group), _("Capacity"): row.capacity, _("When"): row.meeting.starts_at}
              for row in MeetingInvited.objects.filter(person=person).select_related("meeting__group__consultation")),
            *({**_where(row.minuta.meeting.group), _("Capacity"): row.capacity, _("Confirmed"): row.confirmed_at}
              for row in MinutaPresence.objects.filter(person=person).select_related(
                  "minuta__meeting__group__consultation")),
        ],
        _("What you wrote in groups"): [
            *({**_where(row.group), _("Text"): row.text, _("When"): row.at}
              for row in GroupNote.objects.filter(by=person).select_related(within)),
            *({**_where(row.meeting.group), _("Text"): row.text, _("When"): row.at}
              for row in Minuta.objects.filter(by=person).select_related("meeting__group__consultation")),
            *({**_where(row.report.group), _("Title"): row.title, _("Text"): row.text, _("When"): row.at}
              for row in ReportWording.objects.filter(by=person).select_related("report__group__consultation")),
            *({**_where(row.wording.report.group), _("Text"): row.text, _("When"): row.at}
              for row in ReportObjection.objects.filter(person=person).select_related(
                  "wording__report__group__consultation")),
        ],
    }  # fmt: skip


def _where(group: Group) -> dict[str, Any]:
    return {_("Process"): group.consultation.reference, _("Group"): group.name}
