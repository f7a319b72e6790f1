"""Reads decisions: words put to the room, what was said against them, what was agreed and reserved."""

from dataclasses import replace

from sessions.core import events as e
from sessions.minutes.document import Agreement, Outcome, Proposal, Said, Who
from sessions.minutes.readings.draft import Draft, Reader


def _people(draft: Draft, seats: tuple[str, ...]) -> tuple[Who, ...]:
    return tuple(draft.who(s) for s in seats)


def _proposed(draft: Draft, ev: e.AdoptionProposed, x: e.Entry) -> None:
    draft.place[ev.proposal] = ev.item
    words = "" if "." in ev.about else ev.text  # those of a part of the text on the table stand there
    draft.proposals[ev.proposal] = Proposal(
        ev.proposal, x.at, draft.maybe(x.instructed_by or x.by), bool(x.instructed_by), words, ev.language,
        ev.effect, ev.parts, ev.seconds, ev.count, None, _people(draft, ev.cut_off), (), (), Outcome.OPEN, None,
        "", "", (x.seq,), ev.about,
    )  # fmt: skip


def _line(draft: Draft, ev: e.WindowPaused | e.WindowResumed, x: e.Entry) -> None:
    proposal = draft.room.proposal
    if proposal is not None:
        known = draft.proposals[proposal.id]
        draft.proposals[proposal.id] = replace(
            known, cut_off=_people(draft, proposal.cut_off), rests=(*known.rests, x.seq)
        )


def _objected(draft: Draft, ev: e.ObjectionRaised, x: e.Entry) -> None:
    known = draft.proposals[ev.proposal]
    said = draft.said(x, ev.seat, ev.reason)
    draft.proposals[ev.proposal] = replace(known, objections=(*known.objections, said))


def _objection_withdrawn(draft: Draft, ev: e.ObjectionWithdrawn, x: e.Entry) -> None:
    known = draft.proposals[ev.proposal]
    draft.proposals[ev.proposal] = replace(
        known, objections=tuple(_taken_back(o, ev.seat, x) for o in known.objections)
    )


def _taken_back(said: Said, seat: str, x: e.Entry) -> Said:
    if said.who.seat != seat or said.withdrawn:
        return said
    return replace(said, withdrawn=x.at, rests=(*said.rests, x.seq))


def _aside(draft: Draft, ev: e.StoodAside, x: e.Entry) -> None:
    known = draft.proposals[ev.proposal]
    draft.proposals[ev.proposal] = replace(known, aside=(*known.aside, draft.said(x, ev.seat, ev.reason)))


def _withdrawn(draft: Draft, ev: e.ProposalWithdrawn, x: e.Entry) -> None:
    known = draft.proposals[ev.proposal]
    draft.proposals[ev.proposal] = replace(
        known, outcome=Outcome.WITHDRAWN, ended=x.at, reason=ev.reason, rests=(*known.rests, x.seq)
    )


def _adopted(draft: Draft, ev: e.AdoptedWithoutVote, x: e.Entry) -> None:
    known = draft.proposals[ev.proposal]
    draft.proposals[ev.proposal] = replace(
        known, outcome=Outcome.ADOPTED, ended=x.at, at_end=ev.count, cut_off=_people(draft, ev.cut_off),
        rests=(*known.rests, x.seq),
    )  # fmt: skip


def _recorded(draft: Draft, ev: e.AgreementRecorded, x: e.Entry) -> None:
    """The words leave the proposal or the vote for the agreement: they stand in one place only."""
    if ev.vote:
        vote = draft.votes[ev.vote]
        draft.votes[ev.vote] = replace(vote, question="", agreement=ev.agreement, rests=(*vote.rests, x.seq))
    elif ev.proposal:
        known = draft.proposals[ev.proposal]
        draft.proposals[ev.proposal] = replace(
            known, text="", parts=(), agreement=ev.agreement, rests=(*known.rests, x.seq)
        )
    number = int(ev.agreement[1:])
    draft.agreements[ev.agreement] = Agreement(
        ev.agreement, number, draft.number(number), ev.item, ev.proposal, x.at, ev.text, ev.language, ev.effect,
        ev.parts, ev.power, ev.ad_referendum, (), (), None, (), (x.seq,), ev.vote,
    )  # fmt: skip


def _reserved(draft: Draft, ev: e.ReservationEntered, x: e.Entry) -> None:
    known = draft.agreements[ev.agreement]
    said = draft.said(x, ev.seat, ev.text, ev.language)
    draft.agreements[ev.agreement] = replace(known, reservations=(*known.reservations, said))


def _objected_late(draft: Draft, ev: e.LateObjectionRaised, x: e.Entry) -> None:
    known = draft.agreements[ev.agreement]
    said = draft.said(x, ev.seat, ev.reason)
    draft.agreements[ev.agreement] = replace(known, late_objections=(*known.late_objections, said))


def _read(draft: Draft, ev: e.AgreementRead, x: e.Entry) -> None:
    known = draft.agreements[ev.agreement]
    draft.agreements[ev.agreement] = replace(known, read_at=x.at, rests=(*known.rests, x.seq))


READERS: dict[type, Reader] = {
    e.AdoptionProposed: _proposed, e.WindowPaused: _line, e.WindowResumed: _line, e.ObjectionRaised: _objected,
    e.ObjectionWithdrawn: _objection_withdrawn, e.StoodAside: _aside, e.ProposalWithdrawn: _withdrawn,
    e.AdoptedWithoutVote: _adopted, e.AgreementRecorded: _recorded, e.ReservationEntered: _reserved,
    e.LateObjectionRaised: _objected_late, e.AgreementRead: _read,
}  # fmt: skip
