"""Why something is not done to minutes, in the reader's language; and the words of their states."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from incidencia.web import times
from incidencia.web.refusals import Refused
from sessions.minutes.work import Code, State, Status
from sessions.minutes.work import Refused as WorkRefused

STATES: dict[State, Any] = {
    State.DRAFT: pgettext_lazy("minutes", "Draft"),
    State.CIRCULATED: pgettext_lazy("minutes", "In circulation, not approved"),
    State.APPROVED: pgettext_lazy("minutes", "Approved"),
    State.PUBLISHED: pgettext_lazy("minutes", "Approved and published"),
}
STATUSES: dict[Status, Any] = {
    Status.NOT_CONFIRMED: pgettext_lazy("statement", "Not confirmed"),
    Status.CONFIRMED: pgettext_lazy("statement", "Confirmed by the speaker"),
    Status.CONTESTED: pgettext_lazy("statement", "Contested by the speaker"),
}

_WAY = _("Minutes are drafted, circulated, approved and published, in this order.")
_ROLE = _("Chair and secretariat write; those admitted answer; the chair approves.")
_OWN = _("Each speaker confirms or contests their own statement.")
_TRACE = _("Every change of wording has an author, a time and a reason.")
_FACTS = _("Facts come from the log and are corrected there, as a public correction; people edit wording only.")

_ANNEX = _("Written statements are annexed to the minutes, each once.")

# What is wrong, the rule it rests on, what to do instead.
WORDS: dict[Code, tuple[Any, Any, Any]] = {
    Code.NOT_YOURS: (
        _("This act does not belong to your seat."), _ROLE, _("Ask the chair or the secretariat to do it.")
    ),
    Code.NOT_ADMITTED: (
        _("You were not admitted to this session."),
        _ROLE,
        _("Write to the coordinating office if you were there and the list of attendance lacks you."),
    ),
    Code.NOT_YOUR_STATEMENT: (
        _("This statement is somebody else's."), _OWN, _("Answer for the minutes as a whole instead.")
    ),
    Code.NOT_CIRCULATED: (
        _("These minutes have not been circulated yet."), _WAY, _("Wait until the secretariat circulates them.")
    ),
    Code.ALREADY_CIRCULATED: (_("These minutes circulate already."), _WAY, _("There is nothing left to do.")),
    Code.NOT_APPROVED: (
        _("These minutes are not approved yet."), _WAY, _("Publish them once the chair has approved them.")
    ),
    Code.ALREADY_APPROVED: (
        _("These minutes are approved already; their words are fixed."),
        _WAY,
        _("Raise the matter at the next session."),
    ),
    Code.ALREADY_PUBLISHED: (
        _("These minutes are published already; their words are fixed."),
        _WAY,
        _("Raise the matter at the next session."),
    ),
    Code.LOG_OPEN: (
        _("The log of the session is not sealed yet: the session may still be reopened."),
        _("Only minutes of a sealed log circulate, so that their facts no longer change."),
        _("Wait until the log is sealed, a few minutes after closing."),
    ),
    Code.TERM_RUNNING: (
        _("The term for answers runs until %(until)s, and %(silent)s members with a vote have not answered."),
        _("Minutes are approved after the term of the rules, or once everybody with a vote has answered."),
        _("Wait for the answers or for the end of the term."),
    ),
    Code.UNKNOWN_PASSAGE: (
        _("The minutes have no such passage."), _TRACE, _("Go back to the minutes and choose the passage again.")
    ),
    Code.FACTS_LOCKED: (
        _("This is a fact of the log and can't be edited."),
        _FACTS,
        _("Until the log is sealed, correct the slip in the room; afterwards raise it at the next session."),
    ),
    Code.NARRATIVE_THERE: (
        _("This item already has a summary."),
        _TRACE,
        _("Read the present summary and edit it: somebody wrote it in the meantime."),
    ),
    Code.NOTHING_SAID: (
        _("There is no statement here to answer for."), _OWN, _("Answer for the minutes as a whole instead.")
    ),
    Code.REASON_NEEDED: (_("The reason is missing."), _TRACE, _("Say in a line why the words change.")),
    Code.TEXT_NEEDED: (_("The words are missing."), _TRACE, _("Write them and send again.")),
    Code.TOO_LONG: (
        _("The text has %(length)s characters and the limit is %(longest)s."),
        _("A summary says it briefly; long texts are papers of the session."),
        _("Shorten it and send again."),
    ),
    Code.UNCHANGED: (_("The words are the same as before."), _TRACE, _("Change them, or leave them as they are.")),
    Code.STALE: (
        _("Somebody changed these words while you had them open."),
        _("Nobody's change is overwritten unread."),
        _("Read the present words below; what you typed is kept. Send again if you still want it."),
    ),
    Code.ALREADY_CONFIRMED: (
        _("You have confirmed this statement already."), _OWN, _("There is nothing left to do.")
    ),
    Code.ALREADY_ANSWERED: (
        _("You have given this answer already."), _ROLE, _("You may change it until the minutes are approved.")
    ),
    Code.REHEARSAL: (
        _("These are the minutes of a rehearsal."),
        _("Nothing of a rehearsal counts: its draft is only looked at."),
        _("Work on the minutes of the session itself, once it was held."),
    ),
    Code.TERM_OVER: (
        _("Written statements are no longer received."),
        _("They are received while a session sits and up to %(hours)s hours after it closed, if it was held."),
        _("Answer for the minutes as a whole while they circulate, or bring it to the next session."),
    ),
    Code.STATEMENT_THERE: (
        _("This statement was already received, word for word."), _ANNEX, _("There is nothing left to do.")
    ),
    Code.TOO_MANY_STATEMENTS: (
        _("You have already handed in %(most)s statements in this session."),
        _ANNEX,
        _("Join what is left in a paper for the next session."),
    ),
    Code.UNKNOWN_ITEM: (_("There is no such item on the agenda."), _ANNEX, _("Choose one of the list.")),
    Code.STATEMENT_NOT_YOURS: (
        _("Written statements are for those with a voice in this session."),
        _("Observers hand in statements only where the rules of the session say so."),
        _("Ask a member to hand it in."),
    ),
}  # fmt: skip


def told(refused: WorkRefused, zone: str) -> Refused:
    """The refusal as pages show it: message, rule, advice."""
    wrong, rule, advice = WORDS[refused.code]
    facts = dict(refused.facts)
    until = facts.get("until")
    if until is not None:
        facts["until"] = f"{times.long_day(until, zone)}, {times.hour(until, zone)}"  # type: ignore[arg-type]
    return Refused(refused.code.value, str(wrong) % facts, str(rule) % facts, advice)
