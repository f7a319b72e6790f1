"""Why a room says no to budgets of time, replies, experts and captions."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_REPLY = _("Whoever was named in a turn may ask for a reply; if granted, it is given at the end of the list.")
_EXPERT = _("Experts speak in the item in which the chair invited them (G28).")
_BUDGET = _("Nobody is silenced by the clock: beyond the time of a side the chair gives the floor and says why.")

WORDS: dict[Code, Words] = {
    Code.BUDGETS_OFF: Words(
        _("The rules of this session give the sides no time of their own."), _BUDGET,
        _("Extend or end turns one by one, or have the rules of the next session say so."),
    ),
    Code.NO_SIDE: Words(
        _("Guests are not a side."), _("Time is shared between civil society and public service (G15)."),
        _("Choose one of the two sides."),
    ),
    Code.OVER_BUDGET: Words(
        _("The side of this person has used up its time in this item."), _BUDGET,
        _("Give the floor with a reason, or set more time for that side."),
    ),
    Code.OWN_TURN: Words(_("That turn was your own."), _REPLY, _("Choose the turn in which somebody named you.")),
    Code.REPLY_ASKED: Words(
        _("You have already asked for a reply to this turn."), _REPLY, _("Wait for the chair's answer.")
    ),
    Code.REPLIES_USED: Words(
        _("You have had %(most)s rights of reply in this item, which is all the rules give."), _REPLY,
        _("Ask for the floor, or hand in your words in writing."),
    ),
    Code.NO_REPLY: Words(_("There is no such right of reply waiting."), _REPLY, RELOAD),
    Code.NOT_AN_EXPERT: Words(
        _("This person does not take part as an expert."), _EXPERT,
        _("Choose somebody admitted as an expert; members and advisers ask for the floor themselves."),
    ),
    Code.ALREADY_INVITED: Words(
        _("This expert is already invited in this item."), _EXPERT, _("The expert may ask for the floor.")
    ),
    Code.NO_WISH: Words(_("No member waits for this expert any more."), _EXPERT, RELOAD),
    Code.ALREADY_MARKED: Words(
        _("This turn is already marked with that language."), _("Each turn shows the language it is in."), RELOAD
    ),
}  # fmt: skip
