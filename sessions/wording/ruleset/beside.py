"""A sentence for each rule of replies and motions, of what stands beside the floor, and of the record."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core.ruleset import Rules
from sessions.wording.ruleset.sentences import length


def budgets(r: Rules) -> str:
    if r.budgets:
        return _("The chair may set how much time each side has in an item; nobody is silenced by it.")
    return _("No time is set for each side.")


def replies(r: Rules) -> str:
    if not r.replies:
        return _("There is no right of reply.")
    return ngettext(
        "One person has %(n)s right of reply at most in an item.",
        "One person has %(n)s rights of reply at most in an item.",
        r.replies,
    ) % {"n": r.replies}


def reply(r: Rules) -> str:
    return _("A reply lasts %(length)s.") % {"length": length(r.reply_seconds)}


def motion_for(r: Rules) -> str:
    if not r.motion_for:
        return _("Nobody but its mover speaks for a procedural motion.")
    return ngettext(
        "%(n)s person may speak for a procedural motion, besides its mover.",
        "%(n)s people may speak for a procedural motion, besides its mover.",
        r.motion_for,
    ) % {"n": r.motion_for}


def motion_against(r: Rules) -> str:
    if not r.motion_against:
        return _("Nobody speaks against a procedural motion: whoever objects asks for a vote.")
    return ngettext(
        "%(n)s person may speak against a procedural motion.",
        "%(n)s people may speak against a procedural motion.",
        r.motion_against,
    ) % {"n": r.motion_against}


def motion(r: Rules) -> str:
    return _("Each of them speaks on it for %(length)s.") % {"length": length(r.motion_seconds)}


def questions(r: Rules) -> str:
    return ngettext(
        "%(n)s question in writing of one person may wait for the desk.",
        "%(n)s questions in writing of one person may wait for the desk.",
        r.questions_waiting,
    ) % {"n": r.questions_waiting}


def answers(r: Rules) -> str:
    return ngettext(
        "What had no answer when the session closed is answered in writing within %(n)s business day.",
        "What had no answer when the session closed is answered in writing within %(n)s business days.",
        r.answer_days,
    ) % {"n": r.answer_days}


def submit(r: Rules) -> str:
    if r.observers_submit:
        return _("Observers may hand in written statements too.")
    return _("Members and advisers hand in written statements; observers do not.")


def chat(r: Rules) -> str:
    if not r.chat_days:
        return _("The chat is no part of the minutes; it is deleted when the session closes.")
    return ngettext(
        "The chat is no part of the minutes; it is deleted %(n)s day after the closing.",
        "The chat is no part of the minutes; it is deleted %(n)s days after the closing.",
        r.chat_days,
    ) % {"n": r.chat_days}


def off_record(r: Rules) -> str:
    if r.off_record:
        return _("The chair may go off the record: it is announced and told in the minutes, and nothing is decided.")
    return _("Nothing is said off the record.")


def reserve(r: Rules) -> str:
    return ngettext(
        "An item is reserved for %(n)s year at most (A9).",
        "An item is reserved for %(n)s years at most (A9).",
        r.reserve_years,
    ) % {"n": r.reserve_years}


def confirmed(r: Rules) -> str:
    return ngettext(
        "A reserve is confirmed by the Transparency Committee within %(n)s business day (A9).",
        "A reserve is confirmed by the Transparency Committee within %(n)s business days (A9).",
        r.confirm_days,
    ) % {"n": r.confirm_days}


def provisional(r: Rules) -> str:
    if r.provisional_votes:
        return _("Whoever is accredited provisionally votes.")
    return _("Whoever is accredited provisionally has no vote until the letter comes.")
