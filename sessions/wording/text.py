"""Sentences about the text on the table, in the reader's language."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core.distance import FURTHEST, Distance
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


def way(how: Lift, alternative: int) -> str:
    """How brackets would end, for a list of those who consent to it."""
    if how is Lift.ALTERNATIVE:
        return _("with alternative %(k)d") % {"k": alternative}
    ways = {Lift.KEEP: _("keeping the words"), Lift.DELETE: _("deleting the words")}
    return ways[how]


def to_lift(placers: Iterable[str], begun: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> str:
    """What is left to lift brackets. `begun`: each way somebody consented to, who did, and who has yet to."""
    names = people(placers)
    if not names:
        return _("only a decision of the room lifts them, since nobody is named")
    told = [_way_left(way_, people(given), people(missing)) for way_, given, missing in begun]
    if told:
        return "; ".join(told)
    return _("to lift them: consent of %(names)s, or a decision of the room") % {"names": names}


def _way_left(way_: str, given: str, missing: str) -> str:
    if not missing:
        return _("%(way)s: everybody who placed them consents, they can be lifted") % {"way": way_}
    return _("%(way)s: consent given by %(given)s, still missing from %(missing)s") % {
        "way": way_, "given": given, "missing": missing,
    }  # fmt: skip


def people(names: Iterable[str]) -> str:
    """Names one after another; many end in a full stop or hold a comma, so none of ours follows."""
    return get_text_list(list(names), _("and"))


def distance(found: Distance) -> str:
    """How far an amendment is from the text, so that anybody can count it again."""
    if found.thousandths == FURTHEST:
        return _("%(share)d %% away from the text: it takes the whole paragraph away") % {"share": 100}
    return _("%(share)s %% away from the text (words taken away: %(gone)d, brought: %(come)d)") % {
        "gone": found.gone, "come": found.come, "share": number_format(found.thousandths / 10, 1),
    }  # fmt: skip


def open_brackets(n: int) -> str:
    """How many brackets are open."""
    if not n:
        return _("no open brackets")
    return ngettext("%(n)d open bracket", "%(n)d open brackets", n) % {"n": n}


def open_amendments(n: int) -> str:
    """How many amendments are not decided."""
    return ngettext("%(n)d amendment to decide", "%(n)d amendments to decide", n) % {"n": n}
