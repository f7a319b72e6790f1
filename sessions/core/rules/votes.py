"""Rules of votes: the question, who may vote, each once, the close, the declaration, explanations."""

from datetime import datetime, timedelta
from math import ceil

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core import tally
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import carrying, limits, motions, putting
from sessions.core.rules.decisions import check_parts
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.rules.quorum import count, refuse_without_both_sides, refuse_without_quorum
from sessions.core.rules.table import on_table
from sessions.core.rules.waiving import refuse_upon_late_papers
from sessions.core.rules.who import on_line
from sessions.core.state import Room, Vote
from sessions.core.terms import Base, Choice, Method, MotionKind, Phase, Sought, Via


def put(room: Room, ask: c.PutToVote, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Freezes who may vote and the quorum (G15, G22): the voting members who are in the room now.

    Method and majority are those of the rules (G25); what carries a motion follows from its kind.
    """
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_while_deciding(room, ask.motion)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    if not ask.motion:
        refuse_upon_late_papers(room)
    about = "" if ask.motion else ask.about
    question = carrying.words_of(room, about) if about else limits.words(ask.question)
    check_parts(ask.parts, facts)
    refuse_without_quorum(room)
    refuse_without_both_sides(room)
    counted = count(room, facts)
    refuse_if(not counted.met, Code.NO_QUORUM, present=counted.present, required=counted.required)
    voters = room.voters()
    motion = motions.to_vote(room, ask.motion)
    if motion is not None and motion.kind is MotionKind.APPEAL:
        open_ones = f"{Method.SHOW} {Method.ROLL_CALL}"
        refuse_if(ask.method is Method.SECRET, Code.METHOD_NOT_ALLOWED, method=ask.method, methods=open_ones)
    else:
        putting.refuse_method(room.rules, ask.method)
    if motion:
        (majority, base), sought = (motions.majority(motion), Base.CAST), (Sought.UNTOLD, "")
    else:
        majority, base = putting.majority_of(room.rules, ask.majority, ask.base, whole=_whole(room, ask))
        sought = putting.consensus(room.rules, ask.consensus, ask.consensus_note)
    return (
        e.VotePut(
            room.next_id("v"), room.current, question, ask.language, ask.method, majority, base,
            tuple(s.id for s in voters), tuple(s.id for s in voters if s.via is Via.HALL), counted,
            carrying.agrees(about) if about else ask.agrees and motion is None, ask.effect, ask.parts,
            limits.optional(ask.power), ask.ad_referendum, about, ask.motion, *sought,
        ),
    )  # fmt: skip


def _whole(room: Room, ask: c.PutToVote) -> bool:
    """Whether a whole text is put: the one on the table, or words of their own that are agreed in its stead."""
    return carrying.agrees(ask.about) if ask.about else ask.agrees and on_table(room) is not None


def _before(room: Room, asked: str) -> Vote:
    """The vote before the room, if it is the one the asker had before them: nobody votes on a question not read."""
    phase(room, Phase.OPEN)
    if room.vote is None:
        raise Refused(Code.NO_VOTE)
    refuse_if(bool(asked) and asked != room.vote.id, Code.OTHER_QUESTION)
    return room.vote


def _open(room: Room, asked: str) -> Vote:
    vote = _before(room, asked)
    refuse_if(vote.result is not None, Code.VOTE_CLOSED)
    return vote


def cast(room: Room, ask: c.CastVote, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Once for each of the electorate; a roll call may be changed until the close."""
    vote, seat = _open(room, ask.vote), act.on_behalf_of or act.by
    refuse_if(seat not in vote.electorate, Code.NOT_IN_ELECTORATE)
    refuse_if(bool(act.on_behalf_of) and vote.method is Method.SECRET, Code.BY_ONESELF)
    refuse_if(seat in vote.hall and bool(vote.hall_counts) and seat not in vote.voted, Code.HALL_COUNTED)
    if vote.method is Method.SECRET:
        refuse_if(seat in vote.voted, Code.ALREADY_VOTED)
        return (e.BallotCast(vote.id, seat),)
    before = vote.choice_of(seat)
    again = ask.first or vote.method is Method.SHOW or before is ask.choice
    refuse_if(before is not None and again, Code.ALREADY_VOTED)
    # A vote entered for somebody whose line is lost can be taken back by them in a roll call alone.
    own = bool(act.on_behalf_of) and on_line(room.seats[seat])
    refuse_if(own and vote.method is not Method.ROLL_CALL, Code.OWN_DEVICE)
    return (e.VoteCast(vote.id, seat, ask.choice),)


def called(room: Room, vote: Vote) -> tuple[str, ...]:
    """Those who may vote and have not, in the order in which a roll call calls them: by name, as the minutes do."""
    left = (s for s in vote.electorate if s not in vote.voted)
    return tuple(sorted(left, key=lambda s: (room.seats[s].name, s)))


def count_hall(room: Room, ask: c.CountHall, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """One scrutineer's totals for the hall. They may count again; two seats have to agree."""
    vote = _open(room, ask.vote)
    left = hall_left(vote)
    refuse_if(vote.method is not Method.SHOW or not left, Code.NO_HALL)
    for number in (ask.in_favour, ask.against, ask.abstain):
        limits.between(number, 0, 100_000)
    votes = e.Votes(ask.in_favour, ask.against, ask.abstain)
    refuse_if(votes.total > len(left), Code.HALL_EXCEEDED, given=votes.total, most=len(left))
    refuse_if(any(h.seat == act.by and h.votes == votes for h in vote.hall_counts), Code.ALREADY_COUNTED)
    return (e.HallCounted(vote.id, act.by, votes),)


def hall_left(vote: Vote) -> tuple[str, ...]:
    """Those in the hall who have not voted one by one: the most that the totals of the hall may come to."""
    return tuple(s for s in vote.hall if s not in vote.voted)


def hall_total(vote: Vote) -> e.Votes | None:
    """The totals that two scrutineers or more agree on, if they agree on one."""
    told = [h.votes for h in vote.hall_counts]
    agreed = {votes for votes in told if told.count(votes) > 1}
    return agreed.pop() if len(agreed) == 1 else None


def close(room: Room, ask: c.CloseVote, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    vote = _open(room, ask.vote)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    left = closes_from(room, vote) - max(facts.now, vote.put_at)  # a clock that was set back holds nobody up
    refuse_if(left > timedelta(), Code.VOTE_TOO_SHORT, seconds=ceil(left.total_seconds()))
    hall = hall_total(vote)
    refuse_if(bool(vote.hall_counts) and hall is None, Code.HALL_UNSETTLED)
    votes = _secret(vote, facts) if vote.method is Method.SECRET else tally.votes_of(x.choice for x in vote.cast)
    refuse_if(few_ballots(room, vote), Code.FEW_BALLOTS, least=least_ballots(room, vote))
    votes = votes + hall if hall else votes
    sides = [(room.seats[x.seat].side, x.choice) for x in vote.cast]
    return (
        e.VoteClosed(
            vote.id, votes, hall, () if hall else tally.by_side(sides, room.rules.least_cell),
            tally.stands(votes) if motions.is_appeal(room, vote) else tally.result(
                votes, vote.majority, vote.base, present=len(vote.electorate), entitled=vote.count.entitled
            ),
        ),
    )  # fmt: skip


def closes_from(room: Room, vote: Vote) -> datetime:
    """From when it may be closed: at once when everybody who may vote and is here has, else when its time is over."""
    counted = vote.hall if hall_total(vote) is not None else ()
    waits = (s for s in vote.electorate if s not in vote.voted and s not in counted and room.seats[s].present)
    return vote.put_at + timedelta(seconds=room.rules.vote_seconds) if any(waits) else vote.put_at


def least_ballots(room: Room, vote: Vote) -> int:
    """The least number of secret ballots that are counted together: among fewer, the count tells who chose what."""
    return min(room.rules.least_cell, len(vote.electorate))


def few_ballots(room: Room, vote: Vote) -> bool:
    """Whether a secret ballot holds some ballots, but too few to be counted; none at all tells nothing of anybody."""
    return vote.method is Method.SECRET and 0 < len(vote.voted) < least_ballots(room, vote)


def _secret(vote: Vote, facts: Facts) -> e.Votes:
    """What the urn holds, if it holds as many ballots as people took part."""
    held = {choice: sum(x.count for x in facts.urn if x.choice == choice) for choice in Choice}
    votes = e.Votes(held[Choice.FOR], held[Choice.AGAINST], held[Choice.ABSTAIN])
    refuse_if(votes.total != len(vote.voted), Code.URN_DIFFERS, held=votes.total, took_part=len(vote.voted))
    return votes


def withdraw(room: Room, ask: c.WithdrawVote, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Before the close: afterwards there is a result, and it is declared."""
    return (e.VoteWithdrawn(_open(room, ask.vote).id, limits.reason(ask.reason)),)


def declare(room: Room, ask: c.DeclareResult, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Words for an agreement are agreed when the count carries them and the chair declares it: never by one alone."""
    vote = _before(room, ask.vote)
    if vote.result is None:
        raise Refused(Code.VOTE_NOT_CLOSED)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    differs = ask.carried is not vote.result.carried
    refuse_if(differs and not ask.reason.strip(), Code.DECLARED_OTHERWISE)
    declared = e.ResultDeclared(vote.id, ask.carried, differs, limits.reason(ask.reason) if differs else "")
    carried, agreement = ask.carried and not differs, room.next_id("A")
    follows = carrying.follows(room, vote.about, carried, vote.id, agreement)
    if not carried or not vote.agrees:
        return (declared, *follows, *motions.decided(room, vote, ask.carried))
    return (
        declared,
        e.AgreementRecorded(
            agreement, "", vote.item, vote.question, vote.language, vote.effect, vote.parts, vote.power,
            vote.ad_referendum or vote.count.empowered == 0, vote.id,
        ),
        *follows,
    )  # fmt: skip


def explain(room: Room, ask: c.ExplainVote, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """One's vote or position, in one's words: before the first vote is given or once the result was declared, never
    on what one moved oneself (GA rule 88).
    """
    phase(room, *SITTING)
    announced = room.vote if room.vote and room.vote.id == ask.vote else None
    vote, seat = room.declared(ask.vote) or announced, act.on_behalf_of or act.by
    if vote is None:
        raise Refused(Code.UNKNOWN_VOTE)
    why_not = unexplainable(room, vote, seat)
    if why_not:
        raise Refused(why_not)
    return (e.VoteExplained(vote.id, seat, limits.words(ask.text), ask.language),)


def unexplainable(room: Room, vote: Vote, seat: str) -> Code | None:
    """Why this seat may not explain this vote now, or None."""
    if seat not in vote.electorate:
        return Code.NOT_IN_ELECTORATE
    if seat in _movers(room, vote):
        return Code.OWN_PROPOSAL
    if any(x.seat == seat for x in vote.explanations):
        return Code.ALREADY_EXPLAINED
    return None if vote.carried is not None or is_announced(vote) else Code.VOTING_NOW


def is_announced(vote: Vote | None) -> bool:
    """Whether the question was put and nobody has voted yet. Before a secret ballot nobody explains their vote."""
    begun = vote is None or vote.voted or vote.hall_counts or vote.result is not None
    return not begun and vote is not None and vote.method is not Method.SECRET


def _movers(room: Room, vote: Vote) -> frozenset[str]:
    """Who drafted or sponsors the amendment, or made the motion, that is voted on."""
    motion = next((m.seat for m in room.motions if m.id == vote.motion), "") if vote.motion else ""
    about = carrying.subject(room, vote.about) if vote.about else None
    amendment = about.amendment if about else None
    return frozenset({motion, *((amendment.by, *amendment.sponsors) if amendment else ())} - {""})
