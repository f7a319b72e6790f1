"""Who may see and keep an activity. What is not said here is denied."""

from typing import Any

import rules

from consultations.activities.models import Activity, Visibility
from consultations.activities.window import State
from consultations.rules import convenes
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_published(user: Any, activity: Activity | None) -> bool:
    """Published, in a consultation whose call is public."""
    return bool(activity and activity.state is not State.DRAFT and activity.consultation.published_at is not None)


@rules.predicate
def keeps_it(user: Any, activity: Activity | None) -> bool:
    """Who convenes the consultation."""
    return activity is not None and convenes(user, activity.consultation)


@rules.predicate
def is_public(user: Any, activity: Activity | None) -> bool:
    """What people send here is read by everybody."""
    return activity is not None and activity.visibility == Visibility.PUBLIC


@rules.predicate
def takes_part(user: Any, activity: Activity | None) -> bool:
    """A member of the consultation, on either side."""
    if activity is None or not is_signed_in(user):
        return False
    return activity.consultation.memberships.in_force().filter(person=user).exists()


rules.add_perm("consultations.activity_view", is_published | keeps_it)
rules.add_perm("consultations.activity_edit", keeps_it)
rules.add_perm("consultations.activity_read_sent", (is_published & (is_public | takes_part)) | keeps_it)
