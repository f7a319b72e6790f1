"""Groups, who belongs to them, what they meet on, write and tell."""

from consultations.groups.tables.group import Belonging, Group
from consultations.groups.tables.meeting import GroupMeeting, MeetingInvited, Minuta, MinutaPresence
from consultations.groups.tables.note import GroupNote
from consultations.groups.tables.report import GroupReport, ReportObjection, ReportWording

__all__ = [
    "Belonging",
    "Group",
    "GroupMeeting",
    "GroupNote",
    "GroupReport",
    "MeetingInvited",
    "Minuta",
    "MinutaPresence",
    "ReportObjection",
    "ReportWording",
]  # fmt: skip
