"""A sentence for each rule of how questions are put, of points of order and of whom the quorum is counted."""

from django.utils.translation import gettext as _

from sessions.core.ruleset import Rules
from sessions.core.terms import Majority, Points, QuorumBase
from sessions.wording.words import word


def whole(r: Rules) -> str:
    if r.majority_whole is Majority.CONSENSUS:
        return _("A text as a whole is adopted by consensus alone; parts of it may be voted.")
    if r.majority_whole is Majority.SIMPLE:
        return _("A text as a whole needs no more than any other question.")
    return _("A text as a whole that is voted needs: %(majority)s, or more where any question does.") % {
        "majority": word(r.majority_whole)
    }


def methods(r: Rules) -> str:
    told = ", ".join(word(one) for one in r.methods)
    return _("A question may be voted by: %(methods)s; by no other way.") % {"methods": told}


def method(r: Rules) -> str:
    return _("Unless the chair chooses another of them, it is voted by %(method)s.") % {"method": word(r.method)}


def points(r: Rules) -> str:
    if r.points is Points.MEMBERS:
        return _("Members alone raise points of order.")
    return _("Whoever may speak may raise a point of order.")


def consensus(r: Rules) -> str:
    if r.consensus_first:
        return _("Consensus comes first: whoever puts a question to the vote says whether it was sought, or why not.")
    return _("A question may be put to the vote without saying whether consensus was sought.")


def of_whom(r: Rules) -> str:
    if r.quorum_base is QuorumBase.ADMITTED:
        return _("The share is counted of those with a vote who were admitted, whether they are still there or not.")
    return _("The share is counted of everybody accredited with a vote.")


def to_decide(r: Rules) -> str:
    if not r.quorum_to_decide:
        return _("The same quorum is needed to open and to decide.")
    return _("To decide it takes more than %(n)s %% of them.") % {"n": r.quorum_to_decide}
