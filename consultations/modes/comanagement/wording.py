"""States and sides in words."""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from consultations.modes.comanagement.states import CIVIL, PUBLIC, SIDES, THIRD, State

STATES: dict[State, Promise] = {
    State.PROPOSED: pgettext_lazy("task", "Proposed"),
    State.IN_PROGRESS: pgettext_lazy("task", "In progress"),
    State.BLOCKED: pgettext_lazy("task", "Blocked"),
    State.DISPUTED: pgettext_lazy("task", "In dispute"),
    State.DELIVERED: pgettext_lazy("task", "Delivered"),
    State.DONE: pgettext_lazy("task", "Done"),
    State.CANCELLED: pgettext_lazy("task", "Cancelled"),
}
LOOKS: dict[State, str] = {
    State.BLOCKED: "near", State.DISPUTED: "late", State.DELIVERED: "near", State.DONE: "ok",
}  # fmt: skip
NEXT: dict[State, Promise] = {
    State.PROPOSED: gettext_lazy("It begins when the leads of both sides have accepted it."),
    State.IN_PROGRESS: gettext_lazy("Either lead delivers the result, with evidence for each deliverable."),
    State.BLOCKED: gettext_lazy("It goes on when a lead says that it can. Its date keeps running."),
    State.DISPUTED: gettext_lazy(
        "It goes to the next agenda by itself, and ends when both leads settle it in the same words."
    ),
    State.DELIVERED: gettext_lazy("It is done when the leads of both sides accept the result; either may return it."),
    State.DONE: gettext_lazy("Both sides accepted the result."),
    State.CANCELLED: gettext_lazy("It was cancelled; the history says by whom and why."),
}


def waits_for(who: Collection[str]) -> str:
    """Promise who must act, in words; empty when nobody has to."""
    found = set(who)
    if found == SIDES:
        return _("both sides")
    if CIVIL in found:
        return pgettext("who acts", "civil society")
    if PUBLIC in found:
        return _("the public service")
    return _("somebody else") if THIRD in found else ""
