"""The closed vocabularies of a text on the table; the rest of the room takes them from `terms.py`."""

from enum import StrEnum


class TextKind(StrEnum):
    """What a text on the table is (multilateral practice)."""

    ZERO_DRAFT = "zero_draft"
    CHAIR = "chair_text"
    FACILITATOR = "facilitator_text"


class AmendmentKind(StrEnum):
    """What an amendment does to its paragraph: a new paragraph after it, none in its place, other words."""

    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"


class AmendmentState(StrEnum):
    """`waiting`: no member sponsors it yet. The last four end an amendment."""

    WAITING = "waiting"
    SUBMITTED = "submitted"
    ADMITTED = "admitted"
    RULED_OUT = "ruled_out"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"
    LOST = "lost"


class ParagraphState(StrEnum):
    PROPOSED = "proposed"
    BRACKETED = "bracketed"
    AGREED = "agreed"
    ADOPTED = "adopted"
    DELETED = "deleted"


class Lift(StrEnum):
    """How a bracket ends. `fell`: the room decided other words, in which it has no place."""

    KEEP = "keep"
    ALTERNATIVE = "alternative"
    DELETE = "delete"
    FELL = "fell"


class Change(StrEnum):
    """How a version of a paragraph came about."""

    PRESENTED = "presented"
    EDITED = "edited"
    CARRIED = "carried"
    LIFTED = "lifted"
    DIVIDED = "divided"
