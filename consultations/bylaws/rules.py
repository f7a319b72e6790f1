"""Who may draft, consider, comment and approve the operating rules. What is not said here is denied."""

from typing import Any

import rules

from consultations.bylaws.models import BylawsVersion, PartComment
from consultations.bylaws.states import State
from consultations.members.queries import membership_of
from consultations.rules import convenes
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_published(user: Any, version: BylawsVersion | None) -> bool:
    """A version that is or was in force."""
    return version is not None and version.published_at is not None


@rules.predicate
def was_submitted(user: Any, version: BylawsVersion | None) -> bool:
    """A version that the members were asked about."""
    return version is not None and version.submitted_at is not None


@rules.predicate
def convenes_its_process(user: Any, version: BylawsVersion | None) -> bool:
    """Who convenes the consultation."""
    return version is not None and convenes(user, version.consultation)


@rules.predicate
def takes_part(user: Any, version: BylawsVersion | None) -> bool:
    """Who takes part today, on any side, also as a guest."""
    return version is not None and is_signed_in(user) and membership_of(version.consultation, user) is not None


@rules.predicate
def has_vote(user: Any, version: BylawsVersion | None) -> bool:
    """A member with a vote: asked whether they agree."""
    if version is None or not is_signed_in(user):
        return False
    member = membership_of(version.consultation, user)
    return member is not None and member.vote


@rules.predicate
def has_voice(user: Any, version: BylawsVersion | None) -> bool:
    """A member with voice: may comment."""
    if version is None or not is_signed_in(user):
        return False
    member = membership_of(version.consultation, user)
    return member is not None and member.voice


@rules.predicate
def is_before_members(user: Any, version: BylawsVersion | None) -> bool:
    """The term to consider it runs."""
    return version is not None and version.state is State.CONSIDERED


@rules.predicate
def answers_it(user: Any, comment: PartComment | None) -> bool:
    """Who convenes answers the comments."""
    return comment is not None and convenes(user, comment.version.consultation)


reads = is_published | convenes_its_process | (was_submitted & takes_part)

rules.add_perm("consultations.bylaws_draft", convenes)
rules.add_perm("consultations.bylaws_view", reads)
rules.add_perm("consultations.bylaws_keep", convenes_its_process)
rules.add_perm("consultations.bylaws_comments_view", was_submitted & (convenes_its_process | takes_part))
rules.add_perm("consultations.bylaws_consider", is_before_members & has_vote)
rules.add_perm("consultations.bylaws_comment", is_before_members & has_voice)
rules.add_perm("consultations.bylaws_answer", answers_it)
