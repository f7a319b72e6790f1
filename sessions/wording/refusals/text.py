"""Why a room says no to acts upon the text on the table."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_PARAGRAPHS = _("A text is worked on paragraph by paragraph; each paragraph has its versions.")
_WHOLE = _("Nothing is agreed until everything is agreed: a text is adopted without open brackets or amendments.")
_SPONSORS = _("An amendment stands while a member with a vote sponsors it.")
_ORDER = _("Of amendments to one paragraph the furthest from the text is decided first.")
_BRACKETS = _("Brackets are lifted with the consent of whoever placed them, or by a decision of the room.")
_DIVISION = _("Whoever has a vote may ask that parts be put separately; the chair rules.")
_UNREAD = _("Nobody writes over words they have not read.")

WORDS: dict[Code, Words] = {
    Code.NO_TEXT: Words(
        _("This item has no text on the table."), _PARAGRAPHS, _("Let the chair or the secretariat present one.")
    ),
    Code.TEXT_ADOPTED: Words(
        _("This text was adopted; its words are an agreement."),
        _("Adopted words are not worked on any more."),
        _("You may enter a reservation to the agreement."),
    ),
    Code.TEXT_DECIDED_NOW: Words(
        _("The room is deciding a question about this text."),
        _("While a question is before the room, the words it is about stand still."),
        _("Wait for the result; what you typed is kept on this page."),
    ),
    Code.TEXT_EMPTY: Words(_("No paragraph of the text is left."), _WHOLE, _("Present another text.")),
    Code.UNKNOWN_PARAGRAPH: Words(_("The text on the table has no such paragraph."), _PARAGRAPHS, RELOAD),
    Code.PARAGRAPH_DELETED: Words(
        _("Paragraph %(number)s was deleted."),
        _("What was deleted is not amended; its history stays."),
        _("Propose to add a paragraph after one that stands."),
    ),
    Code.PARAGRAPH_AGREED: Words(
        _("This paragraph is provisionally agreed."),
        _("What is provisionally agreed is reopened by the chair, with a reason, before it changes."),
        _("Ask the chair to reopen it."),
    ),
    Code.PARAGRAPH_NOT_AGREED: Words(_("This paragraph is not agreed yet."), _PARAGRAPHS, RELOAD),
    Code.OUTDATED: Words(
        _("The paragraph changed while you were writing: you had version %(seen)s and it is version %(now)s now."),
        _UNREAD,
        _("Read below what changed. What you typed is kept; send it again if it still holds."),
    ),
    Code.NOTHING_CHANGED: Words(
        _("That is what it already says."), _PARAGRAPHS, _("Change the words, or leave them as they are.")
    ),
    Code.UNKNOWN_AMENDMENT: Words(_("The text on the table has no such amendment."), _SPONSORS, RELOAD),
    Code.AMENDMENT_ENDED: Words(
        _("This amendment has ended: it was decided, withdrawn or ruled out of order."),
        _("An amendment ends once."),
        _("Submit another one."),
    ),
    Code.AMENDMENT_OUTDATED: Words(
        _("It was written upon version %(seen)s of the paragraph, which is version %(now)s now."),
        _("An amendment is decided upon the words it was written for."),
        _("Let a sponsor revise it; or withdraw it, or rule it out of order."),
    ),
    Code.AMENDMENTS_OPEN: Words(_("Amendments that are not decided: %(n)s."), _WHOLE, _("Decide on them first.")),
    Code.SPONSOR_NEEDED: Words(
        _("It needs a member with a vote who sponsors it."),
        _SPONSORS,
        _("Name a member who is in the room; it is before the room once they confirm."),
    ),
    Code.ALREADY_SPONSOR: Words(_("This person already sponsors it."), _SPONSORS, _("There is nothing left to do.")),
    Code.NOT_SPONSOR: Words(_("This person does not sponsor it."), _SPONSORS, _("Ask one of its sponsors.")),
    Code.NOT_ADMISSIBLE: Words(
        _("The chair has not ruled it admissible."),
        _("The chair rules on each amendment before the room decides on it."),
        _("Rule on it first."),
    ),
    Code.ALREADY_ADMISSIBLE: Words(
        _("The chair has already ruled it admissible."), _("A ruling is given once."), _("Let the room decide on it.")
    ),
    Code.NO_AMENDMENTS: Words(
        _("No admissible amendment waits for a decision."), _ORDER, _("Rule on the amendments first.")
    ),
    Code.OTHER_AMENDMENTS: Words(
        _("The order does not name each of the amendments to be decided once."),
        _ORDER,
        _("Name all of them, each once; or leave it empty for the computed order."),
    ),
    Code.ORDER_NEEDED: Words(
        _("There are several amendments to this paragraph and their order is not set."),
        _ORDER,
        _("Set the order first: it is computed and published."),
    ),
    Code.NOT_NEXT: Words(
        _("Amendment %(number)s is decided before this one."),
        _ORDER,
        _("Decide on that one first, or set another order with a reason."),
    ),
    Code.NO_DIVISION: Words(_("No such part is to be put now."), _DIVISION, RELOAD),
    Code.DIVISION_OPEN: Words(
        _("It is being divided."),
        _("Parts are put one after another; then what was carried is put as a whole."),
        _("Rule on the division, or put its parts first."),
    ),
    Code.NOT_DIVISIBLE: Words(
        _("A deletion has no parts."), _DIVISION, _("Move an amendment that keeps the words you want to keep.")
    ),
    Code.PORTIONS_DIFFER: Words(
        _("The parts do not add up to what is divided."),
        _("Parts are the very words, cut in two or more, none left out and none twice."),
        _("Leave the words as they are and put a blank line where they are to be cut."),
    ),
    Code.UNKNOWN_BRACKET: Words(_("The text on the table has no such brackets."), _BRACKETS, RELOAD),
    Code.BRACKET_LIFTED: Words(_("These brackets are lifted already."), _BRACKETS, _("There is nothing left to do.")),
    Code.BRACKET_BROKEN: Words(
        _("Words that stand in open brackets would be lost, or stand there twice."),
        _BRACKETS,
        _("Keep them as they are, or lift the brackets first."),
    ),
    Code.BRACKETS_OPEN: Words(_("Open brackets: %(n)s."), _WHOLE, _("Lift them, or let the room decide on them.")),
    Code.BRACKETS_OVERLAP: Words(
        _("Some of these words stand in brackets already."),
        _("Brackets in a paragraph do not cross; one pair may hold the whole paragraph."),
        _("Add an alternative to those brackets."),
    ),
    Code.QUOTE_NOT_FOUND: Words(
        _("The paragraph does not have these words."),
        _("Brackets go around words exactly as they stand."),
        _("Copy them from the paragraph; leave it empty for the whole paragraph."),
    ),
    Code.QUOTE_TWICE: Words(
        _("These words stand %(n)s times in the paragraph."),
        _("Brackets go around words exactly as they stand, in one place."),
        _("Quote a few more words, so that it is clear which place is meant."),
    ),
    Code.PLACERS_OR_NONE: Words(
        _("It has to be clear whose brackets these are."),
        _("Brackets are attributed to members by name; where the rules say so, to nobody."),
        _("Name the members, or mark the brackets as unattributed by rule, not both."),
    ),
    Code.UNKNOWN_ALTERNATIVE: Words(_("These brackets have no such alternative."), _BRACKETS, RELOAD),
    Code.NOT_PLACER: Words(
        _("This person did not place these brackets."), _BRACKETS, _("Those who placed them consent.")
    ),
    Code.ALREADY_CONSENTED: Words(
        _("This consent is already recorded."), _BRACKETS, _("They can be lifted once the others consent too.")
    ),
    Code.CONSENT_MISSING: Words(
        _("Not everybody who placed these brackets consents to this. Missing: %(names)s."),
        _BRACKETS,
        _("Ask them to consent to it, or let the room decide."),
    ),
    Code.DECISION_NEEDED: Words(
        _("These brackets are unattributed: nobody's consent can be shown."), _BRACKETS, _("Let the room decide.")
    ),
    Code.UNKNOWN_SUBJECT: Words(
        _("The text on the table has nothing of that name to decide."), _PARAGRAPHS, RELOAD
    ),
}  # fmt: skip
