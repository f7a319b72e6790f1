"""Who knows of a group, reads it, works in it. What is not said here is denied.

A group that its own members alone read is read by nobody else: no official, not who convenes the process, not whoever
runs this site. Others of the process know that it exists, and nothing more (G26).
"""

from typing import Any

import rules

from consultations.groups.kinds import Audience, Readers
from consultations.groups.models import Group, GroupMeeting, GroupReport, Minuta
from consultations.groups.queries import takes_part
from consultations.groups.standing import CONVENE, belonging_of, fits, membership_in, pending_of
from consultations.lifecycle import State
from consultations.models import Consultation
from consultations.rules import is_official_of
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_member(user: Any, consultation: Consultation | None) -> bool:
    """A member of either side, while the process works: nobody's permission is needed to convene a group."""
    if consultation is None or not is_signed_in(user) or consultation.state in (State.DRAFT, State.CONCLUDED):
        return False
    row = membership_in(consultation, user)
    return row is not None and row.side in CONVENE


@rules.predicate
def is_of_the_process(user: Any, group: Group | None) -> bool:
    """A member of the process, or who convenes it."""
    return group is not None and is_signed_in(user) and takes_part(group.consultation, user)


@rules.predicate
def everybody_reads(user: Any, group: Group | None) -> bool:
    """Open to everybody, in a process that is public."""
    return group is not None and group.readers == Readers.EVERYBODY and group.consultation.published_at is not None


@rules.predicate
def members_read(user: Any, group: Group | None) -> bool:
    """Open to the members of the process."""
    return group is not None and group.readers != Readers.GROUP


@rules.predicate
def belongs(user: Any, group: Group | None) -> bool:
    """Who belongs to it today."""
    return group is not None and is_signed_in(user) and belonging_of(group, user) is not None


@rules.predicate
def works(user: Any, group: Group | None) -> bool:
    """It is not closed."""
    return group is not None and group.is_open


@rules.predicate
def coordinates(user: Any, group: Group | None) -> bool:
    """Who coordinates it today."""
    if group is None or not is_signed_in(user):
        return False
    row = belonging_of(group, user)
    return row is not None and row.coordinates


@rules.predicate
def may_come(user: Any, group: Group | None) -> bool:
    """A member whose side fits, who is not in it and has not asked: invited, or where one comes by oneself."""
    if group is None or not is_signed_in(user):
        return False
    membership = membership_in(group.consultation, user)
    if membership is None or not fits(group, membership) or belonging_of(group, user) is not None:
        return False
    waiting = pending_of(group, user)
    return waiting.invited if waiting is not None else group.joining != "invitation"


@rules.predicate
def reads_its_group(user: Any, meeting: GroupMeeting | None) -> bool:
    """Who reads the group reads its meetings."""
    return meeting is not None and bool(reads(user, meeting.group))


@rules.predicate
def is_invited(user: Any, meeting: GroupMeeting | None) -> bool:
    """An official invited to this meeting by name, while an official of the process."""
    if meeting is None or not is_signed_in(user):
        return False
    named = any(one.person_id == user.pk for one in meeting.invited.all())
    return named and is_official_of(user, meeting.group.consultation)


@rules.predicate
def is_called(user: Any, meeting: GroupMeeting | None) -> bool:
    """Who belongs to the group: they get the link, and write the minuta."""
    return meeting is not None and bool(belongs(user, meeting.group))


@rules.predicate
def was_present(user: Any, minuta: Minuta | None) -> bool:
    """Who was present, as the minuta says, and reads it still."""
    if minuta is None or not is_signed_in(user) or not minuta.present.filter(person=user).exists():
        return False
    return bool((is_called | is_invited)(user, minuta.meeting))


@rules.predicate
def is_told(user: Any, report: GroupReport | None) -> bool:
    """Published, and for this reader."""
    if report is None or report.published_at is None or report.group.consultation.published_at is None:
        return False
    return report.audience == Audience.EVERYBODY or is_of_the_process(user, report.group)


@rules.predicate
def is_within(user: Any, report: GroupReport | None) -> bool:
    """Who belongs to its group."""
    return report is not None and bool(belongs(user, report.group))


@rules.predicate
def puts_forward(user: Any, report: GroupReport | None) -> bool:
    """Who may raise issues, of a report that everybody reads."""
    if report is None or report.published_at is None or report.audience != Audience.EVERYBODY:
        return False
    return bool(user.has_perm("consultations.issue_raise", report.group.consultation))


reads = everybody_reads | (members_read & is_of_the_process) | belongs

rules.add_perm("consultations.group_convene", is_member)
rules.add_perm("consultations.group_know", everybody_reads | is_of_the_process)
rules.add_perm("consultations.group_read", reads)
rules.add_perm("consultations.group_belong", belongs)
rules.add_perm("consultations.group_work", works & belongs)
rules.add_perm("consultations.group_coordinate", works & coordinates)
rules.add_perm("consultations.group_join", works & may_come)
rules.add_perm("consultations.group_meeting_read", reads_its_group | is_invited)
rules.add_perm("consultations.group_meeting_enter", is_called | is_invited)
rules.add_perm("consultations.minuta_confirm", was_present)
rules.add_perm("consultations.group_report_read", is_told | is_within)
rules.add_perm("consultations.group_report_within", is_within)
rules.add_perm("consultations.group_report_forward", is_within & puts_forward)
