"""Why a room says no to written statements."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import Words

_ANNEX = _("Written statements are annexed to the minutes, each once.")

WORDS: dict[Code, Words] = {
    Code.STATEMENT_THERE: Words(
        _("This statement was already received, word for word."), _ANNEX, _("There is nothing left to do.")
    ),
    Code.TOO_MANY_STATEMENTS: Words(
        _("You have already handed in %(most)s statements in this session."),
        _ANNEX,
        _("Join what is left in a paper for the next session."),
    ),
}
