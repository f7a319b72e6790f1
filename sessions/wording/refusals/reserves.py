"""Why a room says no off the record, and to reserves."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_SILENCE = _("Off the record nothing is decided nor noted; its reason and its length are public.")
_ACT = _("A reserve is an act with its ground, harm test, end and public version (A9).")
_CLOSED = _("A closed item is for the desk and for those it has cleared (A9).")

WORDS: dict[Code, Words] = {
    Code.OFF_RECORD: Words(
        _("The room is off the record."), _SILENCE, _("The chair goes back on record first; then do it again.")
    ),
    Code.ALREADY_OFF_RECORD: Words(_("The room is off the record already."), _SILENCE, RELOAD),
    Code.ON_RECORD: Words(_("The room is on record."), _SILENCE, RELOAD),
    Code.NEVER_OFF_RECORD: Words(
        _("This session does not go off the record."),
        _("The rules it was convened with do not allow it."),
        _("Suspend the session: what is said meanwhile is no part of it."),
    ),
    Code.NEVER_RESERVED: Words(
        _("This item can't be reserved."),
        _("Attendance, that a session takes place, its agenda, its reading of agreements: never reserved (A9)."),
        _("Reserve the item in which the matter itself is dealt with."),
    ),
    Code.HEARD_IN_PUBLIC: Words(
        _("This item is concluded."),
        _("What was heard does not become reserved afterwards."),
        _("Reopen the item and reserve it from there on."),
    ),
    Code.ALREADY_CLASSIFIED: Words(
        _("This item is reserved already."),
        _ACT,
        _("It stands until its last day. Lifting it opens at once what it kept."),
    ),
    Code.NOT_CLASSIFIED: Words(_("No reserve stands on this item."), _ACT, RELOAD),
    Code.DECISION_INCOMPLETE: Words(
        _("The decision of the Transparency Committee has a number and a day."),
        _ACT,
        _("Write both, or neither while its confirmation is pending."),
    ),
    Code.ALREADY_CONFIRMED: Words(_("This reserve is confirmed already."), _ACT, RELOAD),
    Code.TELL_SOMETHING: Words(
        _("Those who may not hear are told nothing, and nobody says why."),
        _("The wider circle gets as much as can be told (A9)."),
        _("Write what can be told, or the reason why it is nothing."),
    ),
    Code.RESERVE_TOO_LONG: Words(
        _("A reserve ends at most %(years)d years from now."),
        _("The rules of the session set how far ahead a reserve may end (A9)."),
        _("Choose an earlier day. Before it comes, another reserve with its own reasons may follow."),
    ),
    Code.ALREADY_CLEARED: Words(_("This person may hear closed items already."), _CLOSED, RELOAD),
    Code.NOT_CLEARED_YET: Words(_("This person was not cleared."), _CLOSED, RELOAD),
    Code.NOT_CLEARED: Words(
        _("This item is closed, and this person has not been cleared to hear it."),
        _CLOSED,
        _("Ask the secretariat to be cleared, with an undertaking; or wait for the next item."),
    ),
    Code.VOTERS_NOT_CLEARED: Words(
        _("Somebody with a vote would be in the room who may not hear what is decided: %(n)d."),
        _("A closed item is decided only when everybody present with a vote may hear it (A9)."),
        _("Clear them with their undertaking, or decide it in an item that all of them hear."),
    ),
    Code.CHAIR_NOT_CLEARED: Words(
        _("This person has not been cleared, and an item of this session is closed."),
        _("Whoever presides hears closed items: while one is, only somebody cleared takes the chair (A9)."),
        _("The secretariat clears them first, with their undertaking. Until then, suspend the session."),
    ),
    Code.NOT_DECLARED: Words(
        _("Nobody declares that this may be reserved."),
        _("Violations of human rights and the answer an authority owes are never reserved (A9)."),
        _("Reserve it only if it keeps neither, and declare so; else deal with it in an open item."),
    ),
}
