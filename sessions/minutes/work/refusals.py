"""Why something is not done to minutes. `sessions/minutes/wording.py` says each in the reader's language."""

from collections.abc import Mapping
from enum import StrEnum


class Code(StrEnum):
    NOT_YOURS = "not_yours"
    NOT_ADMITTED = "not_admitted"
    NOT_YOUR_STATEMENT = "not_your_statement"
    NOT_CIRCULATED = "not_circulated"
    ALREADY_CIRCULATED = "already_circulated"
    NOT_APPROVED = "not_approved"
    ALREADY_APPROVED = "already_approved"
    ALREADY_PUBLISHED = "already_published"
    LOG_OPEN = "log_open"
    TERM_RUNNING = "term_running"
    UNKNOWN_PASSAGE = "unknown_passage"
    FACTS_LOCKED = "facts_locked"
    NARRATIVE_THERE = "narrative_there"
    NOTHING_SAID = "nothing_said"
    REASON_NEEDED = "reason_needed"
    TEXT_NEEDED = "text_needed"
    TOO_LONG = "too_long"
    UNCHANGED = "unchanged"
    STALE = "stale"
    ALREADY_CONFIRMED = "already_confirmed"
    ALREADY_ANSWERED = "already_answered"
    REHEARSAL = "rehearsal"
    TERM_OVER = "term_over"
    STATEMENT_THERE = "statement_there"
    TOO_MANY_STATEMENTS = "too_many_statements"
    UNKNOWN_ITEM = "unknown_item"
    STATEMENT_NOT_YOURS = "statement_not_yours"


class Refused(Exception):
    """An act that was judged and refused; `facts` fill the sentence."""

    def __init__(self, code: Code, **facts: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts: Mapping[str, object] = facts


def refuse_if(condition: bool, code: Code, **facts: object) -> None:
    """Raise Refused with that code when the condition holds."""
    if condition:
        raise Refused(code, **facts)
