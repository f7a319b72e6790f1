"""Why a room says no about its chat."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_DESK = _("The desk opens and closes the chat.")

WORDS: dict[Code, Words] = {
    Code.CHAT_OPEN: Words(_("The chat is already open."), _DESK, _("There is nothing left to do.")),
    Code.CHAT_CLOSED: Words(_("The chat is closed."), _DESK, RELOAD),
}
