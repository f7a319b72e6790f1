"""Who offers, decides and reads in the exchange. What is not said here is denied."""

from typing import Any

import rules

from consultations.exchange.deciding import is_readable
from consultations.exchange.models import Lesson, Share
from consultations.exchange.states import State
from consultations.groups.standing import membership_in
from consultations.models import Consultation
from consultations.rules import convenes
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def takes_part(user: Any, consultation: Consultation | None) -> bool:
    """A member of the published process, or who convenes it."""
    if consultation is None or not is_signed_in(user) or consultation.published_at is None:
        return False
    return bool(convenes(user, consultation)) or membership_in(consultation, user) is not None


@rules.predicate
def is_accepted(user: Any, share: Share | None) -> bool:
    """Accepted, and everybody still reads what is shared."""
    return share is not None and share.state is State.ACCEPTED and is_readable(share)


@rules.predicate
def offered_it(user: Any, share: Share | None) -> bool:
    """Who offered it."""
    return share is not None and is_signed_in(user) and share.by_id == user.pk


@rules.predicate
def passes_it_on(user: Any, share: Share | None) -> bool:
    """Who convenes the process it comes from."""
    return share is not None and is_signed_in(user) and bool(convenes(user, share.source))


@rules.predicate
def receives_it(user: Any, share: Share | None) -> bool:
    """Who convenes the process it is offered to, once it was passed on."""
    return (
        share is not None and share.forwarded_at is not None and is_signed_in(user) and bool(convenes(user, share.to))
    )


@rules.predicate
def waits_to_be_passed(user: Any, share: Share | None) -> bool:
    """Offered by a member, and undecided."""
    return share is not None and share.state is State.OFFERED


@rules.predicate
def waits_to_be_accepted(user: Any, share: Share | None) -> bool:
    """Passed on, and undecided."""
    return share is not None and share.state is State.PASSED


@rules.predicate
def is_in_library(user: Any, lesson: Lesson | None) -> bool:
    """In the public library."""
    return lesson is not None and lesson.is_in_library and lesson.consultation.published_at is not None


@rules.predicate
def wrote_it(user: Any, lesson: Lesson | None) -> bool:
    """Its author."""
    return lesson is not None and is_signed_in(user) and lesson.author_id == user.pk


@rules.predicate
def keeps_it(user: Any, lesson: Lesson | None) -> bool:
    """Who convenes its process."""
    return lesson is not None and is_signed_in(user) and bool(convenes(user, lesson.consultation))


@rules.predicate
def is_undecided(user: Any, lesson: Lesson | None) -> bool:
    """Neither in the library nor declined."""
    return lesson is not None and lesson.published_at is None and lesson.ended_at is None


@rules.predicate
def stands(user: Any, lesson: Lesson | None) -> bool:
    """Not declined, not taken out."""
    return lesson is not None and lesson.ended_at is None


rules.add_perm("consultations.share_offer", takes_part)
rules.add_perm("consultations.share_view", is_accepted | offered_it | passes_it_on | receives_it)
rules.add_perm("consultations.share_forward", waits_to_be_passed & passes_it_on)
rules.add_perm("consultations.share_accept", waits_to_be_accepted & receives_it)
rules.add_perm(
    "consultations.share_decline", (waits_to_be_passed & passes_it_on) | (waits_to_be_accepted & receives_it)
)
rules.add_perm("consultations.lesson_write", takes_part)
rules.add_perm("consultations.lesson_view", is_in_library | wrote_it | keeps_it)
rules.add_perm("consultations.lesson_publish", is_undecided & keeps_it)
rules.add_perm("consultations.lesson_decline", (is_undecided & keeps_it) | (stands & wrote_it))
