"""What the chair says at single moments: nobody answers, the time is over, a term was not met."""

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


def paper_late() -> str:
    """What to say before words rest upon a paper that came late."""
    return _("A paper of this item came after the term of the rules. Does anybody object to deciding upon it today?…")


def deadline_over() -> str:
    """What to say when the term for amendments has ended."""
    return _("The term for amendments has ended. Later ones are taken only if the chair waives it.")


def each_turn(length: str) -> str:
    """What to say when the chair sets the time of each turn on an item."""
    return _("On this item each turn lasts %(length)s from now on.") % {"length": length}
