"""Why a room says no to a question that the rules of the session do not let be put so."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import Words

WORDS: dict[Code, Words] = {
    Code.MAJORITY_TOO_LOW: Words(
        _("That asks for less than the rules of this session. They ask for: %(majority)s of %(base)s."),
        _("A question is put with the majority that was published, or with one that asks for more (G25)."),
        _("Choose that majority and base, or stricter ones. A lower one takes a new version of the rules."),
    ),
    Code.CONSENSUS_ONLY: Words(
        _("This is decided by consensus, not by a vote."),
        _("Where the rules ask for consensus, words are adopted when nobody objects; procedural motions are voted."),
        _("Propose the words for adoption, look for others, or leave them in brackets."),
    ),
    Code.METHOD_NOT_ALLOWED: Words(
        _("The rules of this session do not know this way of voting: %(method)s. They allow: %(methods)s."),
        _("How a question may be voted is published before the session (G25)."),
        _("Choose one of the ways they allow."),
    ),
    Code.CONSENSUS_UNTOLD: Words(
        _("Whether consensus was sought is missing."),
        _("Consensus comes before a vote; whoever puts a question says whether it was sought."),
        _("Say yes; or no, and why. The minutes tell it."),
    ),
    Code.MEMBERS_RAISE: Words(
        _("In this session members alone raise points of order."),
        _("Who raises points of order is one of its published rules (G25)."),
        _("Ask for the floor, or ask a member to raise it."),
    ),
}
