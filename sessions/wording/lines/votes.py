"""Votes and temperature checks. No line tells what somebody chose; nor, before the result, how many chose what."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.rules.motions import kind_of
from sessions.core.state import Room
from sessions.wording import voting
from sessions.wording.lines.parts import Say
from sessions.wording.text import named
from sessions.wording.words import name_of, word


def _put(ev: e.VotePut, x: e.Entry, room: Room) -> tuple[str, str]:
    n = len(ev.electorate)
    may = ngettext("%(n)d person may vote", "%(n)d people may vote", n) % {"n": n}
    if ev.about:
        may = f"{may}; {named(ev.about)}"
    if before := voting.sought(ev.consensus, ev.consensus_note):
        may = f"{may}; {before.rstrip('.')}"
    return _("The chair puts to the vote, by %(method)s (%(rule)s; %(may)s):") % {
        "method": word(ev.method), "rule": voting.rule_of(ev.majority, ev.base, kind_of(room, ev.motion)),
        "may": may,
    }, ev.question  # fmt: skip


def _cast(ev: e.VoteCast | e.BallotCast, x: e.Entry, room: Room) -> str:
    return _("%(name)s has voted.") % {"name": name_of(room, ev.seat)}


def _hall(ev: e.HallCounted, x: e.Entry, room: Room) -> str:
    return _("%(name)s has counted the hands in the hall.") % {"name": name_of(room, ev.seat)}


def _closed(ev: e.VoteClosed, x: e.Entry, room: Room) -> str:
    n = ev.votes.total
    return ngettext("The vote closes: %(n)d vote.", "The vote closes: %(n)d votes.", n) % {"n": n}


def _withdrawn(ev: e.VoteWithdrawn, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The question is withdrawn; its votes are not counted."), ev.reason


def _declared(ev: e.ResultDeclared, x: e.Entry, room: Room) -> tuple[str, str]:
    vote = room.declared(ev.vote)
    kind = kind_of(room, vote.motion) if vote else None
    said = _("The chair declares: %(result)s.") % {"result": voting.carried(ev.carried, kind).lower()}
    if vote and vote.votes and vote.result:
        said = f"{said} {voting.counts(vote.votes)}. {voting.needed_of(vote.result, kind)}."
    if ev.differs:
        said = f"{said} {_('This differs from the count:')}"
    return said, ev.reason


def _explained(ev: e.VoteExplained, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s explains their vote:") % {"name": name_of(room, ev.seat)}, ev.text


def _taken(ev: e.TemperatureTaken, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The chair takes the temperature of the room; it is indicative:"), ev.question


def _shown(ev: e.TemperatureShown, x: e.Entry, room: Room) -> str:
    return _("%(name)s has answered.") % {"name": name_of(room, ev.seat)}


def _temperature_closed(ev: e.TemperatureClosed, x: e.Entry, room: Room) -> str:
    if n := ev.answers.withheld:
        return ngettext("The temperature check closes: %(n)d answer, too few to tell what was said.",
                        "The temperature check closes: %(n)d answers, too few to tell what was said.", n) % {"n": n}
    return _("The temperature check closes. I agree: %(agree)d; I can accept it: %(accept)d; "
             "I can't accept it: %(cannot)d; no position: %(none)d.") % {
        "agree": ev.answers.agree, "accept": ev.answers.accept, "cannot": ev.answers.cannot, "none": ev.answers.none,
    }  # fmt: skip


def _noted(ev: e.TemperatureNoted, x: e.Entry, room: Room) -> str:
    return _("By order of the chair the minutes will tell the temperature check, as indicative.")


LINES: dict[type, Say] = {
    e.VotePut: _put,
    e.VoteCast: _cast,
    e.BallotCast: _cast,
    e.HallCounted: _hall,
    e.VoteClosed: _closed,
    e.VoteWithdrawn: _withdrawn,
    e.ResultDeclared: _declared,
    e.VoteExplained: _explained,
    e.TemperatureTaken: _taken,
    e.TemperatureShown: _shown,
    e.TemperatureClosed: _temperature_closed,
    e.TemperatureNoted: _noted,
}
