"""What happens in groups, by name: the acts live beside what they act on."""

from consultations.groups.convening import group_close, group_convene
from consultations.groups.forwarding import group_report_forward
from consultations.groups.joining import group_admit, group_decline, group_invite, group_join
from consultations.groups.leaving import coordination_give, group_leave, group_remove
from consultations.groups.meeting import group_meeting_call, group_meeting_cancel
from consultations.groups.noting import note_write
from consultations.groups.recording import minuta_confirm, minuta_write
from consultations.groups.reporting import (
    group_objection_lift,
    group_report_leave,
    group_report_object,
    group_report_propose,
    group_report_publish,
    group_report_reword,
)

__all__ = [
    "coordination_give",
    "group_admit",
    "group_close",
    "group_convene",
    "group_decline",
    "group_invite",
    "group_join",
    "group_leave",
    "group_meeting_call",
    "group_meeting_cancel",
    "group_objection_lift",
    "group_remove",
    "group_report_forward",
    "group_report_leave",
    "group_report_object",
    "group_report_propose",
    "group_report_publish",
    "group_report_reword",
    "minuta_confirm",
    "minuta_write",
    "note_write",
]  # fmt: skip
