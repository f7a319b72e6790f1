"""Rules of brackets: words that are not agreed. Lifted with the consent of those who placed them, or by the room."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.quoting import found, instead, overlap, tidy
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.table import bracket, paragraph, workable
from sessions.core.rules.text import brackets_stand
from sessions.core.state import Room
from sessions.core.state.text import Bracket, Paragraph, Text
from sessions.core.terms import Lift, Role

ALTERNATIVES = 20
MOST = 200  # brackets in one text


def place(room: Room, ask: c.PlaceBracket, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """A member places one for themself; the desk for those it names, or unattributed where the rules say so."""
    text = workable(room)
    one = paragraph(text, ask.paragraph, ask.base)
    refuse_if(one.agreed, Code.PARAGRAPH_AGREED)
    limits.between(len(text.brackets) + 1, 1, MOST)
    quote = _quote(text, one, ask.quote)
    limits.between(len(ask.alternatives), 0, ALTERNATIVES)
    alternatives = tuple(limits.words(tidy(a)) for a in ask.alternatives)
    placers = _placers(room, ask, act)
    return (
        e.BracketPlaced(f"{text.id}.b{len(text.brackets) + 1}", one.id, quote, alternatives, placers),
    )  # fmt: skip


def _quote(text: Text, one: Paragraph, typed: str) -> str:
    """The quoted words exactly as they stand, empty for the whole paragraph."""
    typed = limits.optional(typed, limits.STATEMENT)
    open_ = text.open_brackets(one.id)
    if not typed or typed.split() == one.words.split():
        refuse_if(any(not b.quote for b in open_), Code.BRACKETS_OVERLAP)
        return ""
    places = found(one.words, typed)
    refuse_if(not places, Code.QUOTE_NOT_FOUND)
    refuse_if(len(places) > 1, Code.QUOTE_TWICE, n=len(places))
    refuse_if(overlap([*places, *(found(one.words, b.quote)[0] for b in open_ if b.quote)]), Code.BRACKETS_OVERLAP)
    start, end = places[0]
    return one.words[start:end]


def _placers(room: Room, ask: c.PlaceBracket, act: c.Act) -> tuple[str, ...]:
    seat = room.seats.get(act.by)
    desk = act.by == room.presiding or seat is None or seat.role is Role.SECRETARIAT
    if not desk:
        refuse_if(ask.unattributed or ask.placers not in ((), (act.by,)), Code.NOT_YOURS)
        return (act.by,)
    if ask.unattributed:
        refuse_if(bool(ask.placers), Code.PLACERS_OR_NONE)
        return ()
    refuse_if(not ask.placers, Code.PLACERS_OR_NONE)
    named = tuple(dict.fromkeys(ask.placers))
    refuse_if(any(s not in room.seats or not room.seats[s].votes for s in named), Code.UNKNOWN_SEAT)
    return named


def add_alternative(room: Room, ask: c.AddAlternative, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    one = bracket(workable(room), ask.bracket)
    limits.between(len(one.alternatives) + 1, 1, ALTERNATIVES)
    words = limits.words(tidy(ask.words))
    refuse_if(any(a.words == words for a in one.standing) or words == one.quote, Code.NOTHING_CHANGED)
    return (e.AlternativeAdded(one.id, len(one.alternatives) + 1, words),)


def merge(room: Room, ask: c.MergeAlternatives, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    one = bracket(workable(room), ask.bracket)
    standing = {a.number for a in one.standing}
    refuse_if(ask.first == ask.second or not {ask.first, ask.second} <= standing, Code.UNKNOWN_ALTERNATIVE)
    words = limits.words(tidy(ask.words))
    return (e.AlternativesMerged(one.id, ask.first, ask.second, len(one.alternatives) + 1, words),)


def consent(room: Room, ask: c.ConsentToLift, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """To one way of lifting it, and no other."""
    text, seat = workable(room), act.on_behalf_of or act.by
    one = bracket(text, ask.bracket)
    refuse_if(seat not in one.placers, Code.NOT_PLACER)
    alternative = _alternative(one, ask.how, ask.alternative)
    refuse_if(one.consented(seat, ask.how, alternative), Code.ALREADY_CONSENTED)
    return (e.LiftConsented(one.id, seat, ask.how, alternative),)


def lift(room: Room, ask: c.LiftBracket, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """With the consent of everybody who placed it; whoever placed it consents by asking."""
    text = workable(room)
    one = bracket(text, ask.bracket)
    alternative = _alternative(one, ask.how, ask.alternative)
    refuse_if(not one.placers, Code.DECISION_NEEDED)
    missing = [s for s in one.placers if s != act.by and not one.consented(s, ask.how, alternative)]
    refuse_if(bool(missing), Code.CONSENT_MISSING, names=", ".join(room.seats[s].name for s in missing))
    words = words_after(text, one, ask.how, alternative)
    refuse_if(not brackets_stand(text, one.paragraph, words, but=one.id) and bool(words), Code.BRACKET_BROKEN)
    return lifted(text, one, ask.how, alternative, "")


def _alternative(one: Bracket, how: Lift, number: int) -> int:
    """The number of the alternative, nought for the other ways."""
    refuse_if(how is Lift.FELL, Code.UNKNOWN_ALTERNATIVE)
    if how is not Lift.ALTERNATIVE:
        return 0
    refuse_if(number not in {a.number for a in one.standing}, Code.UNKNOWN_ALTERNATIVE)
    return number


def words_after(text: Text, one: Bracket, how: Lift, alternative: int) -> str:
    """The words of the paragraph once the bracket ends this way; none where it is deleted."""
    paragraph_ = text.paragraph(one.paragraph)
    assert paragraph_ is not None
    words = paragraph_.words
    if how in (Lift.KEEP, Lift.FELL):
        return words
    new = next((a.words for a in one.alternatives if a.number == alternative), "") if how is Lift.ALTERNATIVE else ""
    return instead(words, one.quote, new) if one.quote else new


def lifted(text: Text, one: Bracket, how: Lift, alternative: int, decision: str) -> tuple[e.Event, ...]:
    """The end of a bracket, and of those that have no place in the words that follow."""
    old = text.paragraph(one.paragraph)
    assert old is not None
    words = words_after(text, one, how, alternative)
    version = old.version + (words != old.words)
    ends = e.BracketLifted(one.id, how, alternative, version, words, decision)
    return (ends, *fallen(text, old.id, words, version, decision, but=one.id))


def fallen(
    text: Text, paragraph_id: str, words: str, version: int, decision: str, but: str = ""
) -> tuple[e.Event, ...]:
    """The brackets of the paragraph that are not found once in these words any more; all where it is deleted."""
    return tuple(
        e.BracketLifted(b.id, Lift.FELL, 0, version, words, decision)
        for b in text.open_brackets(paragraph_id)
        if b.id != but and (not words or (b.quote and len(found(words, b.quote)) != 1))
    )


def parsed(text: Text, how: str) -> tuple[Lift, int]:
    """The way a bracket is to end, as `about` names it: `keep`, `delete`, or the number of an alternative.

    Raises Refused(UNKNOWN_ALTERNATIVE).
    """
    if how in (Lift.KEEP, Lift.DELETE):
        return Lift(how), 0
    if how.isdecimal() and len(how) < 4:
        return Lift.ALTERNATIVE, int(how)
    raise Refused(Code.UNKNOWN_ALTERNATIVE)


def checked(one: Bracket, how: Lift, number: int) -> int:
    """As `_alternative`, for a bracket the room decides on."""
    return _alternative(one, how, number)
