"""Why a room says no to those who act for others, and to those who would end what others still take part in."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import Words

_FOR_OTHERS = _(
    "The secretariat acts for those on the telephone, in the hall or on paper, and for somebody on line "
    "only while their line is lost."
)

WORDS: dict[Code, Words] = {
    Code.OWN_DEVICE: Words(
        _("This person takes part on line and acts from their own device."),
        _FOR_OTHERS,
        _("If their line is lost, ask again in a minute: they can tell you then by telephone to speak, object or "
          "vote for them. What gives up something of theirs they do themselves."),
    ),
    Code.HOW_TOLD: Words(
        _("It is not said how this person told you so."),
        _FOR_OTHERS,
        _("Choose whether it was by telephone, in the hall or on paper."),
    ),
    Code.CAME_LATER: Words(
        _("These words were before the room already when this person came in with a vote."),
        _("Whoever had a vote and was in the room when the words were put may object to them; nobody joins later."),
        _("Once they are adopted, enter a reservation: it stands beside them word for word."),
    ),
    Code.ELECTOR: Words(
        _("The room is waiting for this person's answer, or for a decision on their motion."),
        _("Nobody is taken out while the room waits for their answer: whoever presides would choose who decides."),
        _("Let it be decided or withdraw it, and then remove them. To restore order, suspend the session. Whoever "
          "wants to leave may do so themself."),
    ),
    Code.REPLY_OWED: Words(
        _("A right of reply was granted in this item and has not been given."),
        _("What the chair granted is given before the item ends."),
        _("Give the floor for the reply, or take the grant back with a reason that everybody reads."),
    ),
    Code.ITEM_CHANGED: Words(
        _("Another item is open now; this page was for an earlier one."),
        _("Whoever asks for the floor asks for it in the item they have before them."),
        _("Go back to the room, see which item is open, and ask for the floor in it if you wish to speak on it."),
    ),
}  # fmt: skip
