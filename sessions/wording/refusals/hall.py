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
}
