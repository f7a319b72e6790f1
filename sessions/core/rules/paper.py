"""Rules of what was done on paper: the same quorum, electorate and arithmetic, of the hour it happened.

Entries are in the order in which they were written; each says when it happened. What is entered afterwards fits
between what the log already holds: after its item was taken up, and an item ends after all that happened in it.
"""

from collections.abc import Iterable
from datetime import datetime

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core import tally
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits, putting
from sessions.core.rules.decisions import check_parts
from sessions.core.rules.meeting import phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.rules.quorum import refuse_without_quorum
from sessions.core.rules.table import on_table
from sessions.core.rules.waiving import refuse_upon_late_papers
from sessions.core.state import Room, Seat
from sessions.core.terms import Method, Phase, Role, Side

MOVES = (c.OpenItem, c.ConcludeItem)
ON_PAPER = (c.RecordPaperVote, c.RecordPaperAgreement)


def refuse_out_of_order(room: Room, act: c.Act) -> None:
    """Raise Refused(TOO_SOON) for an item or a decision entered before what it comes after."""
    at, command = act.happened_at, act.command
    if at is None or not isinstance(command, (*MOVES, *ON_PAPER)):
        return
    after = [room.agenda_at] if room.agenda_at else []
    if isinstance(command, MOVES):
        after += _within(room)
    refuse_if(any(at < one for one in after), Code.TOO_SOON)


def _within(room: Room) -> list[datetime]:
    """The instants of what happened in the open item."""
    item = room.current
    found = [t.ended for t in room.turns if t.item == item and t.ended]
    found += [a.adopted_at for a in room.agreements if a.item == item]
    return [*found, *(v.put_at for v in room.votes if v.item == item)]


def vote(room: Room, ask: c.RecordPaperVote, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Put, counted, closed and declared in one act. The result is computed; nobody declares another one here."""
    electors = voters_at(room, act.happened_at or facts.now)
    counted = _decidable(room, electors, act.happened_at or facts.now, facts)
    question = limits.words(ask.question)
    check_parts(ask.parts, facts)
    by_name = ask.method is Method.ROLL_CALL
    votes = _roll(ask, electors) if by_name else _totals(room, ask, electors)
    putting.refuse_method(room.rules, ask.method)
    majority, base = putting.majority_of(
        room.rules, ask.majority, ask.base, whole=ask.agrees and on_table(room) is not None
    )
    sought, note = putting.consensus(room.rules, ask.consensus, ask.consensus_note)
    ids = tuple(s.id for s in electors)
    number = room.next_id("v")
    result = tally.result(votes, majority, base, present=len(ids), entitled=counted.entitled)
    put = e.VotePut(
        number, room.current, question, ask.language, ask.method, majority, base, ids, () if by_name else ids,
        counted, ask.agrees, ask.effect, ask.parts, limits.optional(ask.power), ask.ad_referendum,
        consensus=sought, consensus_note=note,
    )  # fmt: skip
    sides = {s.id: s.side for s in electors}
    cast = tuple(e.VoteCast(number, seat, choice) for seat, choice in ask.named) if by_name else ()
    hands = () if by_name else tuple(e.HallCounted(number, seat, votes) for seat in ask.scrutineers)
    told = tally.by_side([(sides[x.seat], x.choice) for x in cast], room.rules.least_cell) if by_name else ()
    closed = e.VoteClosed(number, votes, None if by_name else votes, told, result)
    declared = e.ResultDeclared(number, result.carried, False, "")
    events: tuple[e.Event, ...] = (put, *cast, *hands, closed, declared)
    if not (ask.agrees and result.carried):
        return events
    return (
        *events,
        e.AgreementRecorded(
            room.next_id("A"), "", room.current, question, ask.language, ask.effect, ask.parts,
            limits.optional(ask.power), ask.ad_referendum or counted.empowered == 0, number,
        ),
    )  # fmt: skip


def agreement(room: Room, ask: c.RecordPaperAgreement, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Read aloud, without objection, adopted. Whoever was cut off may still object late, as the rules say."""
    at = act.happened_at or facts.now
    electors = voters_at(room, at)
    counted = _decidable(room, electors, at, facts)
    text = limits.words(ask.text)
    check_parts(ask.parts, facts)
    ids = {s.id for s in electors}
    refuse_if(bool(set(ask.cut_off) - ids), Code.NOT_IN_ELECTORATE)
    lost = {g.seat for g in facts.gaps if g.covers(at) and g.seat in ids}
    cut_off = tuple(sorted({*ask.cut_off, *lost}))
    proposal, power = room.next_id("p"), limits.optional(ask.power)
    return (
        e.AdoptionProposed(
            proposal, room.current, text, ask.language, ask.effect, ask.parts, power, ask.ad_referendum, 0, counted,
            cut_off, electorate=tuple(s.id for s in electors),
        ),
        e.AdoptedWithoutVote(proposal, counted, cut_off),
        e.AgreementRecorded(
            room.next_id("A"), proposal, room.current, text, ask.language, ask.effect, ask.parts, power,
            ask.ad_referendum or counted.empowered == 0,
        ),
    )  # fmt: skip


def _there(room: Room, at: datetime) -> list[Seat]:
    """Who was in the room at that instant, as far as their last stay tells."""
    return [s for s in room.seats.values() if s.since <= at and (s.present or (s.left is not None and s.left > at))]


def voters_at(room: Room, at: datetime) -> list[Seat]:
    """Those with a vote who were there at that instant."""
    return [s for s in _there(room, at) if s.votes]


def admitted_by(room: Room, at: datetime) -> int:
    """How many with a vote had been let in by that instant."""
    return sum(1 for s in room.seats.values() if s.votes and s.arrived <= at)


def _decidable(room: Room, electors: list[Seat], at: datetime, facts: Facts) -> e.Count:
    """Whether the room could decide at that instant; who was there. Raises Refused."""
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_while_deciding(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_upon_late_papers(room)
    refuse_without_quorum(room)
    for side in (Side.CIVIL, Side.PUBLIC):
        refuse_if(all(s.side is not side for s in electors), Code.ONE_SIDE_EMPTY, side=side.value)
    awaiting = sum(1 for s in room.seats.values() if s.vote_awaits)
    entitled = max(facts.entitled - awaiting, len(electors))
    empowered = sum(1 for s in _there(room, at) if s.side is Side.PUBLIC and s.empowered)
    required = room.rules.required(entitled, admitted_by(room, at), deciding=True)
    counted = e.Count(entitled, len(electors), required, empowered, 0)
    refuse_if(not counted.met, Code.NO_QUORUM, present=counted.present, required=counted.required)
    return counted


def _roll(ask: c.RecordPaperVote, electors: Iterable[Seat]) -> e.Votes:
    """The votes of a roll call on paper: each elector once, nobody else."""
    ids = {s.id for s in electors}
    seats = [seat for seat, _choice in ask.named]
    refuse_if(not seats, Code.NOBODY_NAMED)
    refuse_if(bool(set(seats) - ids), Code.NOT_IN_ELECTORATE)
    refuse_if(len(seats) != len(set(seats)), Code.NAMED_TWICE)
    return tally.votes_of(choice for _seat, choice in ask.named)


def _totals(room: Room, ask: c.RecordPaperVote, electors: list[Seat]) -> e.Votes:
    """Totals that two scrutineers signed, of no more people than could vote; secret ones never of too few."""
    for number in (ask.in_favour, ask.against, ask.abstain):
        limits.between(number, 0, 100_000)
    votes = e.Votes(ask.in_favour, ask.against, ask.abstain)
    refuse_if(votes.total > len(electors), Code.HALL_EXCEEDED, given=votes.total, most=len(electors))
    least = min(room.rules.least_cell, len(electors))
    few = ask.method is Method.SECRET and 0 < votes.total < least
    refuse_if(few, Code.FEW_BALLOTS, least=least)
    _two_scrutineers(room, ask.scrutineers)
    return votes


def _two_scrutineers(room: Room, seats: tuple[str, ...]) -> None:
    refuse_if(len(seats) != 2 or seats[0] == seats[1], Code.TWO_SCRUTINEERS)
    for seat in seats:
        known = room.seats.get(seat)
        if known is None:
            raise Refused(Code.UNKNOWN_SEAT)
        refuse_if(not (known.votes or known.role is Role.SECRETARIAT), Code.TWO_SCRUTINEERS)
