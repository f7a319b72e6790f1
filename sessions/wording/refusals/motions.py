"""Why a room says no to motions, appeals and recounts."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_ORDER = _(
    "One motion is pending at a time, except one that goes before it: appeal, suspension, adjournment of the "
    "session, adjournment of debate, closure of debate, reconsideration."
)
_APPEAL = _("A ruling is appealed at once: while its item is open and before another turn has ended.")
_DECIDED = _("A motion is decided by vote, or without objection where nobody asked to speak against it.")
_SPEAKERS = _("So many speak for and against a motion as the rules of the session say; on an appeal nobody does.")
_REOPENED = _("A decision is reconsidered by two thirds; it stands until another one takes its place.")
_RECOUNT = _("An open vote is counted anew once, if somebody of the electorate asks before the result is declared.")

WORDS: dict[Code, Words] = {
    Code.MOTION_PENDING: Words(
        _("A motion is before the room."), _ORDER, _("Hear those who speak on it and decide it first.")
    ),
    Code.NO_MOTION: Words(_("There is no such motion before the room."), _ORDER, RELOAD),
    Code.MOVED_BEFORE: Words(
        _("You have already moved this in this item."), _("Each person moves the same thing once in an item."),
        _("Somebody else may move it."),
    ),
    Code.RULING_STANDS: Words(
        _("There is no ruling that could still be appealed."), _APPEAL, _("Raise a point of order.")
    ),
    Code.DEBATE_CLOSED: Words(
        _("The debate on this item is closed."), _("A carried closure ends the debate until the item is over."),
        _("Decide, or conclude the item. A concluded item can be reopened with a reason."),
    ),
    Code.NO_DECISION: Words(
        _("There is no such decision to reconsider."), _REOPENED,
        _("Choose an agreement of this session, or a vote whose result was declared."),
    ),
    Code.ALREADY_REOPENED: Words(
        _("This decision is already before the room again."), _REOPENED,
        _("Propose the words that should replace it."),
    ),
    Code.SPOKE_ON_IT: Words(
        _("You have moved this motion, or have a place among those who speak on it."), _SPEAKERS,
        _("Wait until it is decided."),
    ),
    Code.NO_MORE_SPEAKERS: Words(
        _("All who may speak on that side are listed: %(most)s."), _SPEAKERS, _("You may vote on it.")
    ),
    Code.SPEAKERS_WAIT: Words(
        _("Somebody who asked to speak on the motion has not been heard."), _SPEAKERS, _("Give them the floor first.")
    ),
    Code.NEEDS_A_VOTE: Words(_("This is decided by vote only."), _DECIDED, _("Put it to the vote.")),
    Code.OPPOSED: Words(_("Somebody asked to speak against it."), _DECIDED, _("Put it to the vote.")),
    Code.MOTION_STANDS: Words(
        _("There is a quorum, and whoever moved it did not leave of their own accord: the room decides it."),
        _DECIDED,
        _("Put it to the vote, or ask whether there is any objection."),
    ),
    Code.RECOUNT_SECRET: Words(
        _("A secret ballot can't be counted anew."),
        _("Of a secret ballot only the sums are kept, so that nobody can learn who chose what."),
        _("Ask the chair to withdraw the question, with a reason, and to put it again."),
    ),
    Code.ALREADY_RECOUNTED: Words(
        _("This vote was already counted anew."), _RECOUNT,
        _("Ask the chair to withdraw the question and to put it again, or explain your vote."),
    ),
    Code.NOTHING_COUNTED: Words(
        _("Nothing has been counted yet."), _RECOUNT, _("Wait for the count of the hall, or for the close.")
    ),
    Code.NOT_REOPENED: Words(
        _("This agreement was not reopened, or another one has already taken its place."), _REOPENED,
        _("Move to reconsider it first."),
    ),
    Code.NOT_LATER: Words(
        _("Only a later agreement of the same item can take its place."), _REOPENED, _("Adopt the new words first.")
    ),
}  # fmt: skip
