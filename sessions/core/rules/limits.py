"""What may be typed: lengths in characters of the text itself, checked before anything else."""

from datetime import datetime

from sessions.core.refusals import Code, refuse_if

REASON = 2_000
STATEMENT = 20_000
TITLE = 300


def reason(text: str) -> str:
    """The reason, trimmed. Raises Refused(REASON_NEEDED | TOO_LONG)."""
    text = text.strip()
    refuse_if(not text, Code.REASON_NEEDED)
    refuse_if(len(text) > REASON, Code.TOO_LONG, longest=REASON, length=len(text))
    return text


def words(text: str, longest: int = STATEMENT) -> str:
    """The text, trimmed, not empty. Raises Refused(TEXT_NEEDED | TOO_LONG)."""
    text = text.strip()
    refuse_if(not text, Code.TEXT_NEEDED)
    refuse_if(len(text) > longest, Code.TOO_LONG, longest=longest, length=len(text))
    return text


def optional(text: str, longest: int = REASON) -> str:
    """The text, trimmed, may be empty. Raises Refused(TOO_LONG)."""
    text = text.strip()
    refuse_if(len(text) > longest, Code.TOO_LONG, longest=longest, length=len(text))
    return text


def between(number: int, least: int, most: int) -> int:
    """The number, within its bounds. Raises Refused(NUMBER_OUT_OF_RANGE)."""
    refuse_if(not least <= number <= most, Code.NUMBER_OUT_OF_RANGE, least=least, most=most)
    return number


def future(at: datetime, now: datetime) -> datetime:
    """The instant, later than now. Raises Refused(IN_THE_PAST)."""
    refuse_if(at <= now, Code.IN_THE_PAST)
    return at
