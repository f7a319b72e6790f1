"""Words for the facts of minutes: closed terms, lengths, who was there. `{% load minutes %}`."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import Any

from django import template
from django.utils.translation import gettext as _

from incidencia.web import times
from sessions.core.events import Votes
from sessions.core.terms import MotionKind
from sessions.minutes.document import (
    Attendance,
    Item,
    Minutes,
    Motion,
    NotReached,
    Stay,
    Temperature,
    Turn,
    Vote,
    VoteOutcome,
)
from sessions.minutes.queries import Record
from sessions.screen import votes as tables
from sessions.wording import motions, voting, words
from sessions.wording import text as text_words
from sessions.wording.tongues import tongue as tongue_word

register = template.Library()


@register.filter
def term(value: StrEnum) -> str:
    """The word for a term of the room: `{{ agreement.effect|term }}`."""
    return words.word(value)


@register.filter
def clocked(seconds: int) -> str:
    """A length of speech as a clock shows it: 3:05."""
    return words.clock(timedelta(seconds=seconds))


@register.filter
def whole_minutes(seconds: int) -> str:
    """A length of an item: "12 min", rounded up, so that what took a while is never nothing."""
    return times.span(-(-seconds // 60))


@register.filter
def named(seat: str, record: Record) -> str:
    """The name on a seat."""
    return record.names.get(seat, "")


@register.filter
def turn_of(document: Minutes, turn: str) -> Turn | None:
    """The turn of that id, or None: `{{ document|turn_of:asked.turn }}`."""
    return document.turn(turn)


@register.filter
def item_of(document: Minutes, item: str) -> Item | NotReached | None:
    """The item of that id, taken up or not, or None."""
    return document.item(item) or next((i for i in document.not_reached if i.id == item), None)


@register.filter
def presence(one: Attendance, document: Minutes) -> list[str]:
    """When somebody was there, in short: present; arrived 10:32; left 11:40."""
    told: list[str] = []
    for stay in one.stays:
        told += _stay(stay, document, last=stay is one.stays[-1], removed=bool(one.removed))
    return told or [_("present")]


def _stay(stay: Stay, document: Minutes, *, last: bool, removed: bool) -> list[str]:
    opened, closed, zone = document.times.opened, document.times.closed, document.identity.zone
    found = []
    if opened and stay.arrived > opened:
        found.append(_("arrived %(at)s") % {"at": _at(stay.arrived, document)})
    if stay.left is None or (closed and stay.left >= closed):
        return found
    if opened and stay.left < opened:
        return [_("left before the opening, at %(at)s") % {"at": times.hour(stay.left, zone)}]
    said = _("removed %(at)s") if last and removed else _("left %(at)s")
    return [*found, said % {"at": _at(stay.left, document)}]


def _at(moment: Any, document: Minutes) -> str:
    """The hour, with its day where the session went on to another one."""
    zone, began = document.identity.zone, document.times.opened or document.times.starts_at
    hour = times.hour(moment, zone)
    day = times.short_day(moment, zone)
    return hour if day == times.short_day(began, zone) else f"{day}, {hour}"


@register.filter
def counted(vote: Vote) -> tables.Counted | None:
    """The table of a vote that was counted, for `sessions/parts/_counts.html`; None before the close."""
    if vote.votes is None or vote.result is None:
        return None
    return tables.counts(vote.votes, vote.result, {s.side: s.votes for s in vote.by_side}, vote.decides)


@register.filter
def answered(taken: Temperature) -> tables.Counted:
    """The table of a temperature check."""
    return tables.answered(taken.answers, taken.by_side)


@register.filter
def carrying(vote: Vote) -> str:
    """The rule a question was put with, and how many votes it needed."""
    needed = f": {voting.needed_of(vote.result, vote.decides)}" if vote.result else ""
    return f"{voting.rule_of(vote.majority, vote.base, vote.decides)}{needed}"


@register.filter
def passed(vote: Vote) -> bool:
    """Whether the question was carried; of a ruling that was appealed, whether the count lets it stand."""
    if vote.decides is MotionKind.APPEAL and vote.result:
        return vote.result.carried
    return vote.outcome is VoteOutcome.CARRIED


@register.filter
def result_word(vote: Vote) -> str:
    """The word for what a declared question came to."""
    return voting.carried(passed(vote), vote.decides)


@register.filter
def stop(words: str) -> str:
    """Words with a full stop, unless they end with one: an organization may be an "A. C."."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


@register.filter
def on_what(motion: Motion) -> str:
    """What a motion goes back to: the ruling, or the decision to reconsider."""
    if motion.kind is MotionKind.APPEAL:
        return _("the ruling on the point of order")
    return motions.decision(motion.ref)


@register.filter
def consensus_first(vote: Vote) -> str:
    """Whether consensus was sought before the vote; "" where the rules did not ask."""
    return voting.sought(vote.consensus, vote.consensus_note)


@register.filter
def subject_named(about: str) -> str:
    """What of the text on the table a question was about."""
    return text_words.named(about)


@register.filter
def subject_anchor(about: str) -> str:
    """Where the minutes tell of it: the amendment, brackets, division or text."""
    return about if about.count(".") < 2 else about.rpartition(".")[0]


@register.filter
def subject_number(ref: str) -> str:
    """The number of an amendment, of brackets or of a division."""
    return text_words.number(ref)


@register.filter
def in_line(votes: Votes) -> str:
    """A count in one line."""
    return voting.counts(votes)


@register.filter
def opening(item: Item, document: Minutes) -> str:
    """When an item was opened: the hour, with its day where the session went on to another one."""
    return _at(item.opened, document) if item.opened else ""


@register.filter
def tongue(code: str) -> str:
    """The name of a language."""
    return tongue_word(code)


@register.filter
def outcome(motion: Motion) -> str:
    """What became of a motion, in a sentence."""
    return motions.outcome(motion.kind, motion.outcome, voted=bool(motion.vote))


@register.filter
def on_paper(rests: Iterable[int], document: object) -> bool:
    """Whether what rests on these entries was done on paper."""
    return not set(getattr(document, "on_paper", ())).isdisjoint(rests)
