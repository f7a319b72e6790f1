"""What is on the table: the text last presented in the open item, and what may be looked up in it."""

from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules.meeting import phase
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Bracket, Paragraph, Text
from sessions.core.terms import Phase


def on_table(room: Room) -> Text | None:
    """The text on the table of the open item, or None."""
    return next((t for t in reversed(room.texts) if t.item == room.current), None) if room.current else None


def text_of(room: Room, some_id: str) -> Text | None:
    """The text to which an id belongs: its own, or that of a paragraph, amendment, bracket or division."""
    text_id = some_id.partition(".")[0]
    return next((t for t in room.texts if t.id == text_id), None)


def asked_about(room: Room) -> str:
    """What the question before the room is about: an id of the text on the table, or nothing of it."""
    asked = room.proposal or room.vote
    return asked.about if asked else ""


def table(room: Room) -> Text:
    """The text on the table. Raises Refused(WRONG_PHASE | NO_ITEM_OPEN | NO_TEXT)."""
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    text = on_table(room)
    if text is None:
        raise Refused(Code.NO_TEXT)
    return text


def workable(room: Room) -> Text:
    """The text on the table, while it may be worked on. Raises also Refused(TEXT_ADOPTED | TEXT_DECIDED_NOW)."""
    text = table(room)
    refuse_if(bool(text.agreement), Code.TEXT_ADOPTED)
    refuse_if(bool(asked_about(room)), Code.TEXT_DECIDED_NOW)
    return text


def paragraph(text: Text, paragraph_id: str, base: int | None = None) -> Paragraph:
    """A paragraph that stands, in the version asked for, if one was.

    Raises Refused(UNKNOWN_PARAGRAPH | PARAGRAPH_DELETED | OUTDATED).
    """
    found = text.paragraph(paragraph_id)
    if found is None:
        raise Refused(Code.UNKNOWN_PARAGRAPH)
    refuse_if(found.deleted, Code.PARAGRAPH_DELETED, number=text.label(found.id))
    if base is not None:
        refuse_if(base != found.version, Code.OUTDATED, seen=base, now=found.version)
    return found


def amendment(text: Text, amendment_id: str) -> Amendment:
    """An amendment that has not ended. Raises Refused(UNKNOWN_AMENDMENT | AMENDMENT_ENDED)."""
    found = text.amendment(amendment_id)
    if found is None:
        raise Refused(Code.UNKNOWN_AMENDMENT)
    refuse_if(not found.undecided, Code.AMENDMENT_ENDED)
    return found


def bracket(text: Text, bracket_id: str) -> Bracket:
    """A bracket that is open. Raises Refused(UNKNOWN_BRACKET | BRACKET_LIFTED)."""
    found = text.bracket(bracket_id)
    if found is None:
        raise Refused(Code.UNKNOWN_BRACKET)
    refuse_if(found.lifted is not None, Code.BRACKET_LIFTED)
    return found
