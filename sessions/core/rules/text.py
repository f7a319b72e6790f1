"""Rules of a text on the table: presented by paragraphs, edited by the drafter, provisionally agreed, reopened."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.quoting import found, tidy
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.rules.table import asked_about, paragraph, workable
from sessions.core.rules.waiving import refuse_upon_late_papers
from sessions.core.state import Room
from sessions.core.state.text import Paragraph, Text
from sessions.core.terms import AmendmentKind, Phase

LONGEST = 60_000  # characters of a whole text
MOST = 400  # paragraphs as presented


def present(room: Room, ask: c.PresentText, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Puts a text on the table of the open item, in the place of an earlier one (G27)."""
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_if(bool(asked_about(room)), Code.TEXT_DECIDED_NOW)
    refuse_upon_late_papers(room)
    title = limits.words(ask.title, limits.TITLE)
    words = [w for w in map(tidy, ask.paragraphs) if w]
    refuse_if(not words, Code.TEXT_NEEDED)
    limits.between(len(words), 1, MOST)
    for one in words:
        limits.words(one)
    length = sum(map(len, words))
    refuse_if(length > LONGEST, Code.TOO_LONG, longest=LONGEST, length=length)
    text = room.next_id("x")
    named = tuple(e.Wording(f"{text}.{n}", one) for n, one in enumerate(words, 1))
    return (e.TextPresented(text, room.current, ask.kind, title, ask.language, named),)


def edit(room: Room, ask: c.EditParagraph, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """The drafter's hand: upon the words as they stand, never over words that were not read."""
    text = workable(room)
    old = paragraph(text, ask.paragraph, ask.base)
    refuse_if(old.agreed, Code.PARAGRAPH_AGREED)
    words = limits.words(tidy(ask.words))
    refuse_if(words == old.words, Code.NOTHING_CHANGED)
    refuse_longer(text, len(words) - len(old.words))
    refuse_if(not brackets_stand(text, old.id, words), Code.BRACKET_BROKEN)
    return (e.ParagraphEdited(old.id, old.version + 1, words),)


def agree(room: Room, ask: c.AgreeParagraph, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    text = workable(room)
    one = paragraph(text, ask.paragraph, ask.base or None)
    refuse_if(one.agreed, Code.PARAGRAPH_AGREED)
    brackets = len(text.open_brackets(one.id))
    refuse_if(bool(brackets), Code.BRACKETS_OPEN, n=brackets)
    amendments = sum(a.kind is not AmendmentKind.ADD for a in text.undecided(one.id))
    refuse_if(bool(amendments), Code.AMENDMENTS_OPEN, n=amendments)
    return (e.ParagraphAgreed(one.id, one.version),)


def agreeable(text: Text, one: Paragraph) -> bool:
    """Whether nothing of the paragraph is open: no bracket, and no amendment to its own words."""
    pending = [a for a in text.undecided(one.id) if a.kind is not AmendmentKind.ADD]
    return not (one.agreed or one.deleted or pending or text.open_brackets(one.id))


def reopen(room: Room, ask: c.ReopenParagraph, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    text = workable(room)
    one = paragraph(text, ask.paragraph)
    refuse_if(not one.agreed, Code.PARAGRAPH_NOT_AGREED)
    return (e.ParagraphReopened(one.id, limits.reason(ask.reason)),)


def refuse_longer(text: Text, more: int) -> None:
    """Raise Refused(TOO_LONG) if the whole text would grow beyond what can be read and kept as one."""
    length = len(text.clean) + more
    refuse_if(more > 0 and length > LONGEST, Code.TOO_LONG, longest=LONGEST, length=length)


def brackets_stand(text: Text, paragraph_id: str, words: str, but: str = "") -> bool:
    """Whether every open bracket of the paragraph would be found once in these words; `but` one that ends."""
    open_ = [b for b in text.open_brackets(paragraph_id) if b.quote and b.id != but]
    return all(len(found(words, b.quote)) == 1 for b in open_)
