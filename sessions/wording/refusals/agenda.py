"""Refusals of the agenda as a whole, of powers, conflicts and positions."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_ADOPTED = _("The agenda is adopted once, aloud; afterwards each change of it has its reason.")
_FIXED = _("Every session opens with attendance and ends with the reading of agreements and the closing.")
_POWERS = _("Officials agree with the powers that were recorded of them (G22).")
_BESIDE = _("What a member puts beside an agreement is kept word for word, once of each kind.")
_FOLLOWS = _("A written text may follow within the hours of the rules, if it was announced before the closing.")

WORDS: dict[Code, Words] = {
    Code.AGENDA_ADOPTED: Words(
        _("The agenda is adopted already."), _ADOPTED, _("Change it with the reason: move, withdraw or add an item.")
    ),
    Code.AGENDA_NOT_REACHED: Words(
        _("The item of the agenda has not been opened yet."), _ADOPTED, _("Open it, ask aloud, and adopt it then.")
    ),
    Code.FIXED_ITEM: Words(_("This item keeps its place."), _FIXED, _("Choose another item or another place.")),
    Code.STANDS_THERE: Words(_("The item already stands there."), _ADOPTED, _("Choose another place.")),
    Code.NOT_AN_OFFICIAL: Words(
        _("Only public officials show powers to agree for the authority."), _POWERS,
        _("Choose somebody of the public service."),
    ),
    Code.NO_POWERS: Words(_("No powers are recorded of this person."), _POWERS, RELOAD),
    Code.ALREADY_SHOWN: Words(
        _("That is what is recorded already."), _POWERS, _("There is nothing left to do.")
    ),
    Code.ALREADY_SAID: Words(
        _("This is already on record in your own words."), _BESIDE,
        _("If it holds a slip, ask the secretariat to note it."),
    ),
    Code.NO_TEXT_AWAITED: Words(
        _("No written text is awaited from you here."), _FOLLOWS,
        _("Say all of it now, or hand it to the next session.")
    ),
    Code.TEXT_AWAITED: Words(
        _("A written text of yours is announced already for this agreement."), _FOLLOWS,
        _("Put both positions into the one text."),
    ),
    Code.OUT_OF_ORDER: Words(
        _("At that hour it could not have happened: it is before the last arrival or departure of this person."),
        _("Nobody leaves before they come, nor comes back before they left."),
        _("Correct the hour at which it happened."),
    ),
    Code.OTHER_SERIES: Words(
        _("That is no other session of this series."),
        _("An item is deferred to a later session of the same series."),
        _("Choose one from the list, or say that none is fixed."),
    ),
}  # fmt: skip
