"""How far an amendment is from the text, and the order of deciding that follows. Pure, published with the rules.

The words of the paragraph and of the amendment are counted, without regard to their place, to capitals or to signs.
Distance = words taken away plus words brought, in thousandths of all the words of both wordings. Deleting a paragraph
is furthest (1000). Of amendments to one paragraph the furthest is decided first, then the next furthest (as rule 90
of the General Assembly of the United Nations asks); of two that are as far, the one with the lower number. Paragraphs
follow each other as they stand in the text. What is far *in substance* no measure knows: the chair may set another
order, with a reason that everybody reads.
"""

import re
from collections import Counter
from dataclasses import dataclass

from sessions.core.state.text import Amendment, Text
from sessions.core.terms import AmendmentKind, AmendmentState

FURTHEST = 1000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Distance:
    """Words taken away, words brought, and what that comes to in thousandths."""

    gone: int
    come: int
    thousandths: int


@dataclass(frozen=True, slots=True)
class Ranked:
    amendment: Amendment
    distance: Distance


def distance(before: str, amendment: Amendment) -> Distance:
    """How far the amendment is from the words `before` of its paragraph."""
    old, new = _words(before), _words(amendment.words)
    if amendment.kind is AmendmentKind.DELETE:
        return Distance(old.total(), 0, FURTHEST)
    after = new if amendment.kind is AmendmentKind.REPLACE else old + new
    gone, come = (old - after).total(), (after - old).total()
    return Distance(gone, come, min(FURTHEST - 1, (gone + come) * FURTHEST // max(1, old.total() + after.total())))


def ordered(text: Text) -> tuple[Ranked, ...]:
    """The admitted amendments that stand upon the present words, in the order of deciding."""
    ranked: list[Ranked] = []
    for paragraph in text.living():
        here = [Ranked(a, distance(paragraph.words, a)) for a in decidable(text) if a.paragraph == paragraph.id]
        ranked += sorted(here, key=lambda r: (-r.distance.thousandths, r.amendment.number))
    return tuple(ranked)


def decidable(text: Text) -> tuple[Amendment, ...]:
    """The amendments that were admitted, have not ended, and stand upon the present words of their paragraph."""
    return tuple(a for a in text.amendments if a.state is AmendmentState.ADMITTED and not text.outdated(a))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))
