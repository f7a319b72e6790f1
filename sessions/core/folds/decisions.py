"""Folds of proposals, objections, agreements and reservations."""

from dataclasses import replace
from datetime import timedelta

from sessions.core import events as e
from sessions.core.folds.clocks import running
from sessions.core.folds.fold import Fold
from sessions.core.state import Agreement, Objection, Proposal, Reservation, Room
from sessions.core.terms import Hold


def _proposed(room: Room, ev: e.AdoptionProposed, x: e.Entry) -> Room:
    proposal = Proposal(
        ev.proposal, ev.item, ev.text, ev.language, ev.effect, ev.parts, ev.power, ev.ad_referendum,
        timedelta(seconds=ev.seconds), running(x.at), ev.count, ev.cut_off, x.at, about=ev.about,
        electorate=ev.electorate,
    )  # fmt: skip
    return replace(room, proposal=proposal, made={**room.made, "p": room.made.get("p", 0) + 1})


def _change(room: Room, **changes: object) -> Room:
    assert room.proposal is not None
    return replace(room, proposal=replace(room.proposal, **changes))  # type: ignore[arg-type]


def _paused(room: Room, ev: e.WindowPaused, x: e.Entry) -> Room:
    assert room.proposal is not None
    known = tuple(sorted({*room.proposal.cut_off, *ev.cut_off}))
    return _change(room, watch=room.proposal.watch.hold(ev.why, x.at), cut_off=known)


def _resumed(room: Room, ev: e.WindowResumed, x: e.Entry) -> Room:
    assert room.proposal is not None
    return _change(room, watch=room.proposal.watch.release(ev.why, x.at))


def _withdrawn(room: Room, ev: e.ProposalWithdrawn, x: e.Entry) -> Room:
    return replace(room, proposal=None)


def _objected(room: Room, ev: e.ObjectionRaised, x: e.Entry) -> Room:
    assert room.proposal is not None
    said = (*room.proposal.objections, Objection(ev.seat, ev.reason))
    return _change(room, watch=room.proposal.watch.hold(Hold.OBJECTION, x.at), objections=said)


def _objection_withdrawn(room: Room, ev: e.ObjectionWithdrawn, x: e.Entry) -> Room:
    assert room.proposal is not None
    left = tuple(o for o in room.proposal.objections if o.seat != ev.seat)
    watch = room.proposal.watch if left else room.proposal.watch.release(Hold.OBJECTION, x.at)
    return _change(room, watch=watch, objections=left)


def _aside(room: Room, ev: e.StoodAside, x: e.Entry) -> Room:
    assert room.proposal is not None
    return _change(room, aside=(*room.proposal.aside, Objection(ev.seat, ev.reason)))


def _adopted(room: Room, ev: e.AdoptedWithoutVote, x: e.Entry) -> Room:
    return _change(room, count=ev.count, cut_off=ev.cut_off)


def _recorded(room: Room, ev: e.AgreementRecorded, x: e.Entry) -> Room:
    hours = room.rules.late_objection_hours
    cut_off = room.proposal.cut_off if room.proposal and not ev.vote else ()
    agreement = Agreement(
        ev.agreement, ev.item, ev.text, ev.language, ev.effect, ev.parts, ev.power, ev.ad_referendum, x.at,
        cut_off, x.at + timedelta(hours=hours) if hours else None,
    )  # fmt: skip
    made = {**room.made, "A": room.made.get("A", 0) + 1}
    votes = tuple(replace(v, agreement=ev.agreement) if v.id == ev.vote else v for v in room.votes)
    return replace(room, agreements=(*room.agreements, agreement), votes=votes, proposal=None, made=made)


def _agreement(room: Room, agreement_id: str, **changes: object) -> Room:
    agreements = tuple(
        replace(a, **changes) if a.id == agreement_id else a  # type: ignore[arg-type]
        for a in room.agreements
    )
    return replace(room, agreements=agreements)


def _late(room: Room, ev: e.LateObjectionRaised, x: e.Entry) -> Room:
    found = room.agreement(ev.agreement)
    assert found is not None
    return _agreement(room, found.id, late_objections=(*found.late_objections, Objection(ev.seat, ev.reason)))


def _reserved(room: Room, ev: e.ReservationEntered, x: e.Entry) -> Room:
    found = room.agreement(ev.agreement)
    assert found is not None
    return _agreement(room, found.id, reservations=(*found.reservations, Reservation(ev.seat, ev.text, ev.language)))


def _read(room: Room, ev: e.AgreementRead, x: e.Entry) -> Room:
    return _agreement(room, ev.agreement, read=True)


FOLDS: dict[type, Fold] = {
    e.AdoptionProposed: _proposed, e.WindowPaused: _paused, e.WindowResumed: _resumed,
    e.ProposalWithdrawn: _withdrawn, e.ObjectionRaised: _objected, e.ObjectionWithdrawn: _objection_withdrawn,
    e.StoodAside: _aside, e.AdoptedWithoutVote: _adopted, e.AgreementRecorded: _recorded,
    e.LateObjectionRaised: _late, e.ReservationEntered: _reserved, e.AgreementRead: _read,
}  # fmt: skip
