"""Rules of adoption without a vote: proposal, objection window, objections, reservations, reading back."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import carrying, limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.rules.quorum import count, refuse_without_both_sides, refuse_without_quorum
from sessions.core.rules.waiving import refuse_upon_late_papers
from sessions.core.state import Agreement, Objection, Proposal, Room
from sessions.core.terms import Phase


def _proposal(room: Room) -> Proposal:
    phase(room, Phase.OPEN)
    if room.proposal is None:
        raise Refused(Code.NO_PROPOSAL)
    return room.proposal


def _agreement(room: Room, agreement_id: str) -> Agreement:
    found = room.agreement(agreement_id)
    if found is None:
        raise Refused(Code.UNKNOWN_AGREEMENT)
    return found


def _mine(seat: str, said: tuple[Objection, ...]) -> bool:
    return any(o.seat == seat for o in said)


def propose(room: Room, ask: c.ProposeAdoption, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_while_deciding(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_upon_late_papers(room)
    text = carrying.words_of(room, ask.about) if ask.about else limits.words(ask.text)
    check_parts(ask.parts, facts)
    refuse_without_quorum(room)
    refuse_without_both_sides(room)
    electorate = tuple(s.id for s in room.voters())
    return (
        e.AdoptionProposed(
            room.next_id("p"), room.current, text, ask.language, ask.effect, ask.parts,
            limits.optional(ask.power), ask.ad_referendum, room.rules.objection_seconds,
            count(room, facts), tuple(sorted(facts.cut_off)), ask.about, electorate,
        ),
    )  # fmt: skip


def check_parts(parts: tuple[e.Part, ...], facts: Facts) -> None:
    """Raise Refused unless each part of an agreement says who and what, by a date to come."""
    for part in parts:
        limits.words(part.who, limits.TITLE)
        limits.words(part.what, limits.REASON)
        limits.optional(part.criterion, limits.REASON)
        refuse_if(part.due is not None and part.due < facts.now.date(), Code.IN_THE_PAST)


def withdraw(room: Room, ask: c.WithdrawProposal, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    proposal = _proposal(room)
    return (e.ProposalWithdrawn(proposal.id, limits.reason(ask.reason)),)


def object_(room: Room, ask: c.Object, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """By those who were in the room with a vote when the words were put: as with votes, nobody joins them later."""
    proposal, seat = _proposal(room), act.on_behalf_of or act.by
    refuse_if(not proposal.asks(seat), Code.CAME_LATER)
    refuse_if(_mine(seat, proposal.objections), Code.ALREADY_OBJECTED)
    return (e.ObjectionRaised(proposal.id, seat, limits.reason(ask.reason)),)


def withdraw_objection(room: Room, ask: c.WithdrawObjection, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    proposal, seat = _proposal(room), act.on_behalf_of or act.by
    refuse_if(not _mine(seat, proposal.objections), Code.NOT_OBJECTED)
    return (e.ObjectionWithdrawn(proposal.id, seat),)


def stand_aside(room: Room, ask: c.StandAside, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    proposal, seat = _proposal(room), act.on_behalf_of or act.by
    refuse_if(not proposal.asks(seat), Code.CAME_LATER)
    refuse_if(_mine(seat, proposal.aside), Code.ALREADY_ASIDE)
    back: tuple[e.Event, ...] = ()
    if _mine(seat, proposal.objections):
        back = (e.ObjectionWithdrawn(proposal.id, seat),)
    return (*back, e.StoodAside(proposal.id, seat, limits.optional(ask.reason)))


def adopt(room: Room, proposal: Proposal, facts: Facts) -> tuple[e.Event, ...]:
    """The window ended in silence: adopted, and recorded as an agreement in the same breath.

    An amendment, a bracket or a part of the text is no agreement yet: the text changes, nothing else.
    """
    counted = count(room, facts)
    ends = proposal.watch.runs_out(proposal.window) or facts.now
    during = {g.seat for g in facts.gaps if g.start < ends and (g.end is None or g.end > proposal.put_at)}
    cut_off = tuple(sorted({*proposal.cut_off, *(s for s in during if proposal.asks(s))}))
    adopted, agreement = e.AdoptedWithoutVote(proposal.id, counted, cut_off), room.next_id("A")
    follows = carrying.follows(room, proposal.about, True, proposal.id, agreement)
    if proposal.about and not carrying.agrees(proposal.about):
        return (adopted, *follows)
    return (
        adopted,
        e.AgreementRecorded(
            agreement, proposal.id, proposal.item, proposal.text, proposal.language, proposal.effect,
            proposal.parts, proposal.power, proposal.ad_referendum or counted.empowered == 0,
        ),
        *follows,
    )  # fmt: skip


def object_late(room: Room, ask: c.ObjectLate, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """For those entitled, present and cut off during the window (decisions, the live room, 14)."""
    agreement, seat = _agreement(room, ask.agreement), act.on_behalf_of or act.by
    phase(room, Phase.OPEN, Phase.SUSPENDED, Phase.CLOSED)
    refuse_if(seat not in agreement.cut_off, Code.NOT_CUT_OFF)
    refuse_if(_mine(seat, agreement.late_objections), Code.ALREADY_OBJECTED)
    until = agreement.late_until
    over = facts.now > until if until else room.phase is Phase.CLOSED
    refuse_if(over, Code.TOO_LATE)
    return (e.LateObjectionRaised(agreement.id, seat, limits.reason(ask.reason)),)


def reserve(room: Room, ask: c.EnterReservation, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    agreement, seat = _agreement(room, ask.agreement), act.on_behalf_of or act.by
    refuse_if(any(r.seat == seat for r in agreement.reservations), Code.ALREADY_RESERVED)
    return (e.ReservationEntered(agreement.id, seat, limits.words(ask.text), ask.language),)


def read(room: Room, ask: c.ReadAgreement, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    agreement = _agreement(room, ask.agreement)
    refuse_if(agreement.read, Code.ALREADY_READ)
    return (e.AgreementRead(agreement.id),)
