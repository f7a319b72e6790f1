"""The closed lists of how a room decides, in the reader's language: part of `words.WORDS`."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from sessions.core.terms import Base, Majority, Points, QuorumBase, Sought

DECIDING: dict[type[StrEnum], dict[str, Promise]] = {
    Majority: {
        Majority.SIMPLE: gettext_lazy("Simple majority"),
        Majority.ABSOLUTE: gettext_lazy("Absolute majority"),
        Majority.TWO_THIRDS: gettext_lazy("Two thirds"),
        Majority.FOUR_FIFTHS: gettext_lazy("Four fifths"),
        Majority.CONSENSUS: gettext_lazy("Consensus only: nothing but procedural motions is voted"),
    },
    Base: {
        Base.CAST: gettext_lazy("the votes for and against"),
        Base.PRESENT: gettext_lazy("the voting members present"),
        Base.ENTITLED: gettext_lazy("everybody with a right to vote"),
    },
    Points: {
        Points.VOICE: gettext_lazy("Everybody with a voice"),
        Points.MEMBERS: gettext_lazy("Members alone"),
    },
    QuorumBase: {
        QuorumBase.ACCREDITED: gettext_lazy("everybody accredited with a vote"),
        QuorumBase.ADMITTED: gettext_lazy("those with a vote who were admitted to the session"),
    },
    Sought: {
        Sought.UNTOLD: gettext_lazy("the rules did not ask for consensus first"),
        Sought.SOUGHT: gettext_lazy("Consensus was sought and not reached"),
        Sought.NOT_SOUGHT: gettext_lazy("Consensus was not sought"),
    },
}
