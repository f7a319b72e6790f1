"""Who may open, join, write, correct, settle and record at level II. What is not said here is denied."""

from typing import Any

import rules

from consultations.activities.models import Activity, Visibility
from consultations.activities.rules import takes_part
from consultations.activities.window import State
from consultations.members.kinds import Side as Seat
from consultations.models import Consultation
from consultations.modes.dialogue.models import ExpertOpinion, Meeting, Post, Thread
from consultations.modes.dialogue.standing import is_opener, is_party, voices_for
from consultations.modes.dialogue.turn import Side
from consultations.rules import convenes, is_official_of
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def opens_here(user: Any, activity: Activity | None) -> bool:
    """Who speaks for a verified organization, and the members of civil society (A8). Never those who answer."""
    if activity is None or not is_signed_in(user) or activity.state is State.DRAFT:
        return False
    if is_official_of(user, activity.consultation):
        return False
    if activity.visibility != Visibility.PUBLIC and not takes_part(user, activity):
        return False
    return bool(voices_for(activity, user))


@rules.predicate
def reads_it(user: Any, thread: Thread | None) -> bool:
    """Whoever reads its words: everybody, unless only members read them, or moderation hides them."""
    return thread is not None and bool(user.has_perm("consultations.contribution_words", thread.contribution))


@rules.predicate
def is_official(user: Any, thread: Thread | None) -> bool:
    """An official of its process."""
    return thread is not None and is_official_of(user, thread.contribution.consultation)


@rules.predicate
def is_in_it(user: Any, thread: Thread | None) -> bool:
    """Who speaks for a party of it."""
    return thread is not None and is_signed_in(user) and is_party(user, thread)


@rules.predicate
def joins_it(user: Any, thread: Thread | None) -> bool:
    """Whoever could have opened it, and is no party yet."""
    return thread is not None and opens_here(user, thread.activity) and not is_in_it(user, thread)


@rules.predicate
def opened_it(user: Any, thread: Thread | None) -> bool:
    """Whoever opened it, or speaks for its organization."""
    return thread is not None and is_signed_in(user) and is_opener(user, thread)


@rules.predicate
def is_member(user: Any, thread: Thread | None) -> bool:
    """A member of its process, on the side of civil society."""
    if thread is None or not is_signed_in(user):
        return False
    return thread.contribution.consultation.memberships.in_force().filter(person=user, side=Seat.CIVIL).exists()


@rules.predicate
def keeps_it(user: Any, thread: Thread | None) -> bool:
    """Who convenes its process."""
    return thread is not None and convenes(user, thread.contribution.consultation)


@rules.predicate
def wrote_it(user: Any, post: Post | None) -> bool:
    """Its author."""
    return post is not None and is_signed_in(user) and post.author_id == user.pk


@rules.predicate
def moderates_it(user: Any, post: Post | None) -> bool:
    """An official of its process who did not write it."""
    if post is None or not is_signed_in(user) or post.author_id == user.pk:
        return False
    return is_official_of(user, post.thread.contribution.consultation)


@rules.predicate
def convenes_it(user: Any, opinion: ExpertOpinion | None) -> bool:
    """Who convenes the process in which an opinion is asked."""
    return opinion is not None and convenes(user, opinion.thread.contribution.consultation)


@rules.predicate
def records_it(user: Any, opinion: ExpertOpinion | None) -> bool:
    """Whoever was asked for it; an official of the process where that is somebody without an account."""
    if opinion is None or not is_signed_in(user):
        return False
    if opinion.invited_id is not None:
        return opinion.invited_id == user.pk
    return is_official_of(user, opinion.thread.contribution.consultation)


@rules.predicate
def registers(user: Any, consultation: Consultation | None) -> bool:
    """The officials, and the members of civil society."""
    if consultation is None or not is_signed_in(user):
        return False
    if is_official_of(user, consultation):
        return True
    return consultation.memberships.in_force().filter(person=user, side=Seat.CIVIL).exists()


@rules.predicate
def is_its_side(user: Any, meeting: Meeting | None) -> bool:
    """The side that recorded it."""
    if meeting is None or not is_signed_in(user):
        return False
    return (meeting.side == Side.PUBLIC.value) == is_official_of(user, meeting.consultation)


@rules.predicate
def registers_it(user: Any, meeting: Meeting | None) -> bool:
    """The officials and members of its process."""
    return meeting is not None and registers(user, meeting.consultation)


writes = reads_it & (is_official | is_in_it)
concludes = reads_it & (is_official | (is_in_it & opened_it))

rules.add_perm("consultations.thread_open", opens_here)
rules.add_perm("consultations.thread_join", reads_it & joins_it)
rules.add_perm("consultations.thread_write", writes)
rules.add_perm("consultations.thread_conclude", concludes)
rules.add_perm("consultations.thread_close", concludes)
rules.add_perm("consultations.responsible_name", keeps_it)
rules.add_perm("consultations.post_correct", wrote_it)
rules.add_perm("consultations.post_hide", moderates_it)
rules.add_perm("consultations.post_words", wrote_it | moderates_it)
rules.add_perm("consultations.expert_ask", reads_it & (is_official | is_in_it | is_member))
rules.add_perm("consultations.expert_decide", convenes_it)
rules.add_perm("consultations.expert_record", records_it)
rules.add_perm("consultations.meeting_record", registers)
rules.add_perm("consultations.meeting_correct", registers_it & is_its_side)
rules.add_perm("consultations.meeting_remark", registers_it & ~is_its_side)
