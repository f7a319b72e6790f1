"""Counting a vote anew before it is declared, and putting a later agreement in the place of a reopened one."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.state import Agreement, Room
from sessions.core.terms import Method, Phase


def recount(room: Room, ask: c.RequestRecount, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Once for each question, asked by one of the electorate. Of a secret ballot only sums are left."""
    phase(room, Phase.OPEN)
    vote, seat = room.vote, act.on_behalf_of or act.by
    if vote is None:
        raise Refused(Code.NO_VOTE)
    refuse_if(bool(ask.vote) and ask.vote != vote.id, Code.OTHER_QUESTION)
    refuse_if(seat not in vote.electorate, Code.NOT_IN_ELECTORATE)
    refuse_if(vote.method is Method.SECRET, Code.RECOUNT_SECRET)
    refuse_if(vote.recounted, Code.ALREADY_RECOUNTED)
    refuse_if(vote.result is None and not vote.hall_counts, Code.NOTHING_COUNTED)
    return (e.RecountAsked(vote.id, seat, limits.reason(ask.reason)),)


def supersede(room: Room, ask: c.SupersedeAgreement, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    old, new = room.agreement(ask.agreement), room.agreement(ask.by)
    if old is None or new is None:
        raise Refused(Code.UNKNOWN_AGREEMENT)
    refuse_if(not old.reopened or bool(old.superseded), Code.NOT_REOPENED)
    refuse_if(new not in later(room, old), Code.NOT_LATER)
    return (e.AgreementSuperseded(old.id, new.id),)


def later(room: Room, old: Agreement) -> list[Agreement]:
    """What may take the place of a reopened agreement: a later one of the same item, itself not reopened."""
    after = [a for a in room.agreements if int(a.id[1:]) > int(old.id[1:])]
    return [a for a in after if a.item == old.item and not a.superseded and not a.reopened]


def to_supersede(room: Room) -> list[Agreement]:
    """The reopened agreements for which there is a later one."""
    return [a for a in room.agreements if a.reopened and not a.superseded and later(room, a)]
