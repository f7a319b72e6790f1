"""A sentence for each rule of the time of a turn, of the list, and of amendments."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core.ruleset import Rules
from sessions.wording.ruleset.sentences import length


def amendments(r: Rules) -> str:
    if not r.amendment_minutes:
        return _("Amendments to a text are taken until it is decided.")
    return ngettext(
        "Amendments are taken within %(n)s minute of presenting a text; the chair may waive it, with a reason.",
        "Amendments are taken within %(n)s minutes of presenting a text; the chair may waive it, with a reason.",
        r.amendment_minutes,
    ) % {"n": r.amendment_minutes}


def second(r: Rules) -> str:
    if not r.second_seconds:
        return _("A second turn of the same person on an item is as long as the first.")
    said = _("A second turn of the same person on an item lasts %(length)s at most.")
    return said % {"length": length(r.second_seconds)}


def adviser(r: Rules) -> str:
    if not r.adviser_seconds:
        return _("Advisers speak as long as members.")
    return _("A turn of an adviser lasts %(length)s.") % {"length": length(r.adviser_seconds)}


def observer(r: Rules) -> str:
    if not r.observer_seconds:
        return _("Observers, where they may speak, speak as long as members.")
    return _("A turn of an observer who may speak lasts %(length)s.") % {"length": length(r.observer_seconds)}


def expert(r: Rules) -> str:
    if not r.expert_seconds:
        return _("Invited experts speak as long as members.")
    return _("A turn of an invited expert lasts %(length)s.") % {"length": length(r.expert_seconds)}


def closing(r: Rules) -> str:
    if not r.list_seconds:
        return _("The chair closes the list of speakers at once, or announces it before.")
    said = _("The list of speakers is announced to close %(length)s before; sooner only with a reason.")
    return said % {"length": length(r.list_seconds)}


def voting(r: Rules) -> str:
    if not r.vote_seconds:
        return _("The chair closes a vote at any time.")
    said = _("A vote stays open for %(length)s at least while somebody in the room who may vote has not.")
    return said % {"length": length(r.vote_seconds)}
