"""Words for what is asked of an item of the agenda."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from sessions.core.terms import Purpose

PURPOSES: dict[type[StrEnum], dict[str, Promise]] = {
    Purpose: {
        Purpose.UNSAID: pgettext_lazy("purpose of an item", "not said"),
        Purpose.INFORMATION: gettext_lazy("for information"),
        Purpose.DISCUSSION: gettext_lazy("for discussion"),
        Purpose.DECISION: gettext_lazy("for decision"),
    }
}


def purpose(decides: str) -> str:
    """What is asked of an item, or "" where nobody said so."""
    return str(PURPOSES[Purpose][decides]) if decides else ""
