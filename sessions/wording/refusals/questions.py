"""Why a room says no to questions asked beside the floor."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_TAKEN = _("Questions in writing are taken while the chair keeps them open for the item.")
_DESK = _("The desk reads each question before others do, and looks at it once.")
_ONCE = _("Each person stands behind a question once.")
_SETTLED = _("Support, answers and promises are for questions that have no answer yet.")

WORDS: dict[Code, Words] = {
    Code.QUESTIONS_OPEN: Words(_("Questions are already open."), _TAKEN, _("There is nothing left to do.")),
    Code.QUESTIONS_CLOSED: Words(
        _("Questions are closed."), _TAKEN, _("Ask for the floor, or ask the chair to open them.")
    ),
    Code.TOO_MANY_WAITING: Words(
        _("You already have %(most)s questions that the desk has not looked at."),
        _("So that everybody gets a turn, only that many wait for one person."),
        _("Wait until the desk has looked at them. Your text is still in the form."),
    ),
    Code.UNKNOWN_QUESTION: Words(_("There is no such question in the list."), _DESK, RELOAD),
    Code.QUESTION_SEEN: Words(_("The desk has already looked at this question."), _DESK, RELOAD),
    Code.QUESTION_SETTLED: Words(_("This question already has its answer."), _SETTLED, RELOAD),
    Code.SAME_QUESTION: Words(
        _("A question can't be merged into itself."),
        _("Merging joins two questions that ask the same."),
        _("Choose the other one."),
    ),
    Code.OTHER_ITEM: Words(
        _("These questions were asked in different items."),
        _("Merging joins two questions of the same item that ask the same."),
        _("Choose one of the same item, or answer each by itself."),
    ),
    Code.OWN_QUESTION: Words(
        _("You asked this question: you stand behind it already."), _ONCE, _("There is nothing left to do.")
    ),
    Code.ALREADY_SUPPORTED: Words(
        _("You already support this question."), _ONCE, _("There is nothing left to do; you may take it back.")
    ),
    Code.NOT_SUPPORTED: Words(_("You don't support this question."), _ONCE, RELOAD),
    Code.NOT_OFFICIAL: Words(
        _("This person is not an official of the public service."),
        _("The officials answer, or whoever presides."),
        _("Choose an official, or ask for the floor to say what you know."),
    ),
    Code.TOO_FAR_AHEAD: Words(
        _("The day is too far ahead: %(days)s days at most."),
        _("A promised answer has a day on which it is owed."),
        _("Choose an earlier day."),
    ),
    Code.NO_BUSINESS_DAY: Words(
        _("That is not a business day."),
        _("Terms of the public service end on business days."),
        _("Choose another day."),
    ),
}
