"""Why a room says no to sides without words, to points of order in a vote, and to a list closed unannounced."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import Words

WORDS: dict[Code, Words] = {
    Code.NO_SIDES: Words(
        _("There are no words to speak for or against yet."),
        _("One speaks in favour or against while words are put to the room or a text is on the table."),
        _("Ask for the floor without saying on which side."),
    ),
    Code.VOTE_INTERRUPTED: Words(
        _("People are voting now."),
        _("While people vote, points of order are about how the vote is conducted, and nothing else."),
        _("Say that it is about procedure or that you can't hear; otherwise raise it after the vote."),
    ),
    Code.LIST_UNANNOUNCED: Words(
        _("The rules announce the closing of the list %(n)s seconds before."),
        _("Whoever still wants to speak has the time to ask for the floor."),
        _("Announce it, or close it sooner with a reason that everybody reads."),
    ),
}  # fmt: skip
