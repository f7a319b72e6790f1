"""What is said at a moment of the turn that runs: nobody answers, the time is over, the floor is withdrawn."""

from django.utils.translation import gettext as _

BLANK = "________"


def no_answer(name: str) -> str:
    """What to say when whoever was called is silent."""
    return _("%(name)s does not answer and keeps the place on the list.") % {"name": name}


def time_over() -> str:
    """What to say when the time of a turn has run out."""
    return _("Your time is over. Please finish your sentence.")


def withdrawn(name: str) -> str:
    """What to say when the chair takes the floor back."""
    return _("I withdraw the floor from %(name)s, because %(reason)s.") % {"name": name, "reason": BLANK}
