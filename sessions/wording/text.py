"""Sentences about the text on the table, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core.distance import Distance
from sessions.core.rules.carrying import Subject, subject
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Bracket, Division, Text
from sessions.core.terms import AmendmentKind, Lift


def amendment(text: Text, one: Amendment) -> str:
    """Its number, and what it does to which paragraph."""
    facts = {"n": one.number, "p": text.label(one.paragraph)}
    if one.kind is AmendmentKind.ADD:
        return _("Amendment %(n)d: a new paragraph after paragraph %(p)s") % facts
    if one.kind is AmendmentKind.DELETE:
        return _("Amendment %(n)d: delete paragraph %(p)s") % facts
    return _("Amendment %(n)d: other words for paragraph %(p)s") % facts


def bracket(text: Text, one: Bracket, how: Lift | None = None, alternative: int = 0) -> str:
    """Which brackets, and how they are to end."""
    facts = {"n": one.number, "p": text.label(one.paragraph), "k": alternative}
    if how is Lift.KEEP:
        return _("Brackets %(n)d, paragraph %(p)s: keep the words") % facts
    if how is Lift.DELETE:
        return _("Brackets %(n)d, paragraph %(p)s: delete the words") % facts
    if how is Lift.ALTERNATIVE:
        return _("Brackets %(n)d, paragraph %(p)s: take alternative %(k)d") % facts
    if how is Lift.FELL:
        return _("Brackets %(n)d, paragraph %(p)s: fell with the words they stood in") % facts
    return _("Brackets %(n)d, paragraph %(p)s") % facts


def portion(text: Text, one: Division, number: int) -> str:
    """A part that is put separately."""
    divided = text.amendment(one.target)
    if divided is None:
        return _("Paragraph %(p)s, put separately") % {"p": text.label(one.portions[number - 1].words)}
    return _("Part %(k)d of amendment %(n)d, paragraph %(p)s") % {
        "k": number, "n": divided.number, "p": text.label(divided.paragraph),
    }  # fmt: skip


def about(room: Room, name: str) -> str:
    """What a question is about, if it is about the text on the table; nothing otherwise."""
    asked = subject(room, name) if name else None
    return told(asked) if asked else ""


def told(asked: Subject) -> str:
    """What a question is about."""
    if asked.amendment:
        return amendment(asked.text, asked.amendment)
    if asked.bracket:
        return bracket(asked.text, asked.bracket, asked.how, asked.alternative)
    if asked.division:
        return portion(asked.text, asked.division, asked.number)
    return _("The text as a whole: %(title)s") % {"title": asked.text.title}


def named(name: str) -> str:
    """What `about` names, from the name alone: a line of the journal is the same whatever became of it since."""
    kind, rest = name.partition(".")[2][:1], name.partition(".")[2][1:]
    number, _dot, end = rest.partition(".")
    if kind == "a":
        return _("Amendment %(n)s") % {"n": number}
    if kind == "d":
        return _("Part %(k)s of division %(n)s") % {"k": end, "n": number}
    if kind == "b":
        return brackets(number, Lift.ALTERNATIVE if end.isdecimal() else Lift(end), end)
    return _("The text as a whole")


def brackets(number: str, how: Lift, alternative: str | int) -> str:
    """Brackets by their number, and how they end."""
    if how is Lift.ALTERNATIVE:
        return _("Brackets %(n)s: take alternative %(k)s") % {"n": number, "k": alternative}
    if how is Lift.FELL:
        return _("Brackets %(n)s: fell with the words they stood in") % {"n": number}
    ways = {Lift.KEEP: _("Brackets %(n)s: keep the words"), Lift.DELETE: _("Brackets %(n)s: delete the words")}
    return ways[how] % {"n": number}


def number(some_id: str) -> str:
    """The number at the end of an id: 2 of `x1.a2`."""
    return some_id.rpartition(".")[2].lstrip("abd")


def distance(found: Distance) -> str:
    """How far an amendment is from the text, so that anybody can count it again."""
    if found.thousandths == 1000:
        return _("takes the whole paragraph away: furthest from the text")
    return _("takes %(gone)d words away and brings %(come)d: %(share)d of 1000") % {
        "gone": found.gone, "come": found.come, "share": found.thousandths,
    }  # fmt: skip


def open_brackets(n: int) -> str:
    """How many brackets are open."""
    return ngettext("%(n)d open bracket", "%(n)d open brackets", n) % {"n": n}


def open_amendments(n: int) -> str:
    """How many amendments are not decided."""
    return ngettext("%(n)d amendment to decide", "%(n)d amendments to decide", n) % {"n": n}
