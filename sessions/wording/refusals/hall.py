"""Why a room says no at its door in the hall, and to what was done on paper."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_LETTER = _("A provisional accreditation stands until the letter comes.")

WORDS: dict[Code, Words] = {
    Code.NOT_PROVISIONAL: Words(_("The accreditation of this person is not provisional."), _LETTER, RELOAD),
    Code.NEVER_PROVISIONAL: Words(
        _("The chair, the vice-chair and the secretariat are never there provisionally."),
        _("Whoever leads a session is accredited to it."),
        _("Admit somebody else as a member, or admit this person as accredited."),
    ),
    Code.TOO_SOON: Words(
        _("Something the record already holds happened after that."),
        _("What is entered late comes after its item was taken up, and an item ends after what happened in it."),
        _("Correct the hour, or enter first what happened first."),
    ),
    Code.TWO_SCRUTINEERS: Words(
        _("Totals on paper need two scrutineers, each with a vote or of the secretariat."),
        _("Two people count; both sign."),
        _("Choose the two who signed the sheet."),
    ),
    Code.NOBODY_NAMED: Words(
        _("The roll call names nobody."),
        _("A roll call tells who voted what."),
        _("Type the badges of those in favour, against and abstaining."),
    ),
    Code.NAMED_TWICE: Words(
        _("Somebody stands in the roll call twice."),
        _("One vote for each person."),
        _("Look for the badge that is in two lists."),
    ),
}
