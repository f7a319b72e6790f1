"""From a question about the text to what follows of it. `about` names what is decided:

`x1` the whole text; `x1.a2` an amendment; `x1.b1.keep`, `x1.b1.delete`, `x1.b1.2` a bracket and how it is to end;
`x1.d1.2` the second part of a division.
"""

from dataclasses import dataclass

from sessions.core import events as e
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules.amendments import divided, refuse_out_of_turn
from sessions.core.rules.brackets import checked, fallen, lifted, parsed, words_after
from sessions.core.rules.table import amendment, bracket, on_table, paragraph, text_of, workable
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Bracket, Division, Paragraph, Text
from sessions.core.terms import AmendmentKind, AmendmentState, Lift

Events = tuple[e.Event, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: the text, or one of the others within it."""

    text: Text
    amendment: Amendment | None = None
    bracket: Bracket | None = None
    how: Lift | None = None
    alternative: int = 0
    division: Division | None = None
    number: int = 0


def subject(room: Room, about: str) -> Subject | None:
    """What `about` names, whatever its state, or None."""
    text = text_of(room, about)
    if text is None or about == text.id:
        return Subject(text) if text else None
    if one := text.amendment(about):
        return Subject(text, amendment=one)
    name, _dot, rest = about.rpartition(".")
    if square := text.bracket(name):
        how, number = parsed(text, rest)
        return Subject(text, bracket=square, how=how, alternative=number)
    division = text.division(name)
    if division and rest.isdecimal() and len(rest) < 4 and 0 < int(rest) <= len(division.portions):
        return Subject(text, division=division, number=int(rest))
    return None


def agrees(about: str) -> bool:
    """Whether it is a whole text: what the room decides then is an agreement."""
    return bool(about) and "." not in about


def term_runs(text: Text) -> bool:
    """Whether amendments to it are still taken until a term that was neither over nor waived."""
    return text.closes_at is not None and not text.amendments_closed and not text.waived


def refuse_unready(room: Room, about: str) -> Subject:
    """What may be put to the room now. Raises Refused with what has to come before."""
    text = workable(room)
    asked = subject(room, about)
    if asked is None or asked.text.id != text.id:
        raise Refused(Code.UNKNOWN_SUBJECT)
    if asked.amendment:
        _amendment_ready(text, amendment(text, asked.amendment.id))
    elif asked.bracket and asked.how:
        checked(bracket(text, asked.bracket.id), asked.how, asked.alternative)
    elif asked.division:
        _portion_ready(text, asked.division, asked.number)
    else:
        refuse_if(term_runs(text), Code.TERM_RUNS)
        _text_ready(text)
    return asked


def ready(room: Room) -> tuple[str, ...]:
    """The amendments and parts that may be put to the room now, as `about` names them."""
    text = on_table(room)
    if text is None:
        return ()
    names = [a.id for a in text.undecided()]
    names += [f"{d.id}.{n}" for d in text.divisions for n in text.left(d)[:1]]
    return tuple(n for n in names if is_ready(room, n))


def is_ready(room: Room, about: str) -> bool:
    """Whether `refuse_unready` lets it through."""
    try:
        refuse_unready(room, about)
    except Refused:
        return False
    return True


def _amendment_ready(text: Text, one: Amendment) -> None:
    refuse_if(one.state is not AmendmentState.ADMITTED, Code.NOT_ADMISSIBLE)
    refuse_if(text.dividing(one.id) is not None, Code.DIVISION_OPEN)
    _current(text, one)
    refuse_out_of_turn(text, one)


def _current(text: Text, one: Amendment) -> None:
    base = paragraph(text, one.paragraph)
    refuse_if(text.outdated(one), Code.AMENDMENT_OUTDATED, seen=one.base, now=base.version)


def _portion_ready(text: Text, division: Division, number: int) -> None:
    refuse_if(not division.granted or text.left(division)[:1] != (number,), Code.NO_DIVISION)
    if division.target != text.id:
        one = amendment(text, division.target)
        refuse_if(one.state is not AmendmentState.ADMITTED, Code.NOT_ADMISSIBLE)
        _current(text, one)
        refuse_out_of_turn(text, one)
    else:
        paragraph(text, division.portions[number - 1].words)


def _text_ready(text: Text) -> None:
    """Nothing is agreed until everything is agreed: no bracket, no amendment, no part is left open."""
    refuse_if(not text.living(), Code.TEXT_EMPTY)
    brackets, amendments = len(text.open_brackets()), len(text.undecided())
    refuse_if(bool(brackets), Code.BRACKETS_OPEN, n=brackets)
    refuse_if(bool(amendments), Code.AMENDMENTS_OPEN, n=amendments)
    refuse_if(any(text.unfinished(d) for d in text.divisions), Code.DIVISION_OPEN)


def words_of(room: Room, about: str) -> str:
    """The words before the room: those that will stand, or that will go. Raises Refused as `refuse_unready`."""
    asked = refuse_unready(room, about)
    text = asked.text
    if asked.amendment:
        return divided(text, asked.amendment) or _there(text, asked.amendment.paragraph).words
    if asked.bracket and asked.how:
        one = asked.bracket
        return words_after(text, one, asked.how, asked.alternative) or _there(text, one.paragraph).words
    if asked.division:
        portion = asked.division.portions[asked.number - 1].words
        return portion if asked.division.target != text.id else _there(text, portion).words
    return text.clean


def _there(text: Text, paragraph_id: str) -> Paragraph:
    found = text.paragraph(paragraph_id)
    assert found is not None
    return found


def follows(room: Room, about: str, carried: bool, decision: str, agreement: str = "") -> Events:
    """What a decision of the room does to the text; nothing for a question that is not about it."""
    asked = subject(room, about) if about else None
    if asked is None:
        return ()
    if asked.amendment:
        return _amended(asked.text, asked.amendment, carried, decision)
    if asked.bracket and asked.how:
        return lifted(asked.text, asked.bracket, asked.how, asked.alternative, decision) if carried else ()
    if asked.division:
        return _divided(asked.text, asked.division, asked.number, carried, decision)
    return (e.TextAdopted(asked.text.id, agreement),) if carried else ()


def _amended(text: Text, one: Amendment, carried: bool, decision: str) -> Events:
    if not carried:
        return (e.AmendmentLost(one.id, decision),)
    if one.kind is AmendmentKind.ADD:
        added = f"{text.id}.{len(text.paragraphs) + 1}"
        return (e.AmendmentCarried(one.id, added, 1, divided(text, one), decision),)
    base = _there(text, one.paragraph)
    words = "" if one.kind is AmendmentKind.DELETE else divided(text, one)
    version = base.version + 1
    return (
        e.AmendmentCarried(one.id, base.id, version, words, decision),
        *fallen(text, base.id, words, version, decision),
    )


def _divided(text: Text, division: Division, number: int, carried: bool, decision: str) -> Events:
    """An amendment of which no part was carried is lost; a paragraph of the text that is lost is deleted."""
    told = e.PortionDecided(division.id, number, carried, decision)
    if division.target == text.id:
        base = _there(text, division.portions[number - 1].words)
        gone = () if carried else fallen(text, base.id, "", base.version + 1, decision)
        return (told, *gone)
    last = number == len(division.portions)
    any_ = carried or any(p.carried for p in division.portions)
    lost: Events = (e.AmendmentLost(division.target, decision),) if last and not any_ else ()
    return (told, *lost)
