"""Rules of amendments: who may, upon which words, sponsors, rulings, the order of deciding, division."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.distance import decidable, ordered
from sessions.core.facts import Facts
from sessions.core.quoting import tidy
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.table import amendment, asked_about, paragraph, table, workable
from sessions.core.rules.text import refuse_longer
from sessions.core.rules.waiving import refuse_after_deadline
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Paragraph, Text
from sessions.core.terms import AmendmentKind, AmendmentState, Role

MOST = 200  # amendments to one text
PORTIONS = 12


def submit(room: Room, ask: c.SubmitAmendment, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """By a member with a vote; by an adviser or observer through a member whom they name and who has to confirm."""
    text = workable(room)
    seat = room.seats[act.on_behalf_of or act.by]
    refuse_if(seat.role is Role.SECRETARIAT, Code.NOT_YOURS)
    refuse_after_deadline(text)
    base = paragraph(text, ask.paragraph, ask.base)
    refuse_if(base.agreed and ask.kind is not AmendmentKind.ADD, Code.PARAGRAPH_AGREED)
    words = _words(text, base, ask.kind, ask.words)
    limits.between(len(text.amendments) + 1, 1, MOST)
    asked = ""
    if not seat.votes:
        sponsor = room.seats.get(ask.sponsor)
        if sponsor is None or not (sponsor.present and sponsor.votes):
            raise Refused(Code.SPONSOR_NEEDED)
        asked = sponsor.id
    return (
        e.AmendmentSubmitted(
            f"{text.id}.a{len(text.amendments) + 1}", base.id, base.version, ask.kind, words,
            limits.optional(ask.rationale), seat.id, (seat.id,) if seat.votes else (), asked,
        ),
    )  # fmt: skip


def _words(text: Text, base: Paragraph, kind: AmendmentKind, typed: str) -> str:
    """The words of an amendment; none for a deletion."""
    if kind is AmendmentKind.DELETE:
        return ""
    words = limits.words(tidy(typed))
    refuse_if(words == base.words, Code.NOTHING_CHANGED)
    refuse_longer(text, len(words) - (len(base.words) if kind is AmendmentKind.REPLACE else 0))
    return words


def revise(room: Room, ask: c.ReviseAmendment, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Upon the words as they stand now; what was ruled of the old words no longer holds."""
    text, seat = workable(room), act.on_behalf_of or act.by
    old = amendment(text, ask.amendment)
    refuse_if(seat not in old.sponsors and not (seat == old.by and not old.sponsors), Code.NOT_SPONSOR)
    refuse_if(any(d.target == old.id and d.granted is not False for d in text.divisions), Code.DIVISION_OPEN)
    base = paragraph(text, old.paragraph, ask.base)
    refuse_if(base.agreed and old.kind is not AmendmentKind.ADD, Code.PARAGRAPH_AGREED)
    words = _words(text, base, old.kind, ask.words)
    refuse_if(words == old.words and base.version == old.base, Code.NOTHING_CHANGED)
    return (e.AmendmentRevised(old.id, base.version, words, limits.optional(ask.rationale), seat),)


def co_sponsor(room: Room, ask: c.CoSponsor, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    one, seat = amendment(table(room), ask.amendment), act.on_behalf_of or act.by
    refuse_if(seat in one.sponsors, Code.ALREADY_SPONSOR)
    return (e.SponsorAdded(one.id, seat),)


def withdraw_sponsor(room: Room, ask: c.WithdrawSponsor, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """When the last one leaves, the amendment is withdrawn: not any more once it is being decided."""
    text, seat = table(room), act.on_behalf_of or act.by
    one = amendment(text, ask.amendment)
    refuse_if(one.id in decided_now(room, text), Code.TEXT_DECIDED_NOW)
    if not one.sponsors and seat == one.by:
        return (e.AmendmentWithdrawn(one.id),)
    refuse_if(seat not in one.sponsors, Code.NOT_SPONSOR)
    last: tuple[e.Event, ...] = (e.AmendmentWithdrawn(one.id),) if one.sponsors == (seat,) else ()
    return (e.SponsorWithdrawn(one.id, seat), *last)


def decided_now(room: Room, text: Text) -> tuple[str, ...]:
    """The ids that the question before the room is about: with a part, the amendment it is a part of."""
    about = asked_about(room)
    division = text.division(about.rpartition(".")[0]) if about else None
    return (about, division.target) if division else (about,) if about else ()


def admit(room: Room, ask: c.RuleAdmissible, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    one = amendment(workable(room), ask.amendment)
    refuse_if(one.state is AmendmentState.WAITING, Code.SPONSOR_NEEDED)
    refuse_if(one.state is AmendmentState.ADMITTED, Code.ALREADY_ADMISSIBLE)
    return (e.AmendmentAdmitted(one.id),)


def rule_out(room: Room, ask: c.RuleOutOfOrder, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Before it is admitted; afterwards only if the words it was written upon are gone."""
    text = workable(room)
    one = amendment(text, ask.amendment)
    refuse_if(one.state is AmendmentState.ADMITTED and not text.outdated(one), Code.ALREADY_ADMISSIBLE)
    return (e.AmendmentRuledOut(one.id, limits.reason(ask.reason)),)


def order(room: Room, ask: c.OrderAmendments, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Furthest from the text first (`core/distance.py`); another order is the chair's, with a reason."""
    text = workable(room)
    computed = tuple(r.amendment.id for r in ordered(text))
    refuse_if(not computed, Code.NO_AMENDMENTS)
    if not ask.order or ask.order == computed:
        refuse_if(text.order == computed and text.order_computed, Code.NOTHING_CHANGED)
        return (e.VotingOrderSet(text.id, computed, True, ""),)
    refuse_if(sorted(ask.order) != sorted(computed), Code.OTHER_AMENDMENTS)
    return (e.VotingOrderSet(text.id, ask.order, False, limits.reason(ask.reason)),)


def refuse_out_of_turn(text: Text, one: Amendment) -> None:
    """Raise Refused(ORDER_NEEDED | NOT_NEXT) if others to the same paragraph are to be decided before this one."""
    rivals = [a for a in decidable(text) if a.paragraph == one.paragraph]
    if len(rivals) < 2:
        return
    refuse_if(any(a.id not in text.order for a in rivals), Code.ORDER_NEEDED)
    first = min(rivals, key=lambda a: text.order.index(a.id))
    refuse_if(first.id != one.id, Code.NOT_NEXT, number=first.number)


def move_division(room: Room, ask: c.MoveDivision, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """That parts be put separately: of an amendment its words cut in parts, of the text some of its paragraphs."""
    text, seat = workable(room), act.on_behalf_of or act.by
    refuse_if(text.dividing(ask.target) is not None, Code.DIVISION_OPEN)
    portions = tuple(p for p in map(tidy, ask.portions) if p)
    if ask.target == text.id:
        limits.between(len(portions), 1, PORTIONS)
        refuse_if(len(set(portions)) != len(portions), Code.PORTIONS_DIFFER)
        for one in portions:
            paragraph(text, one)
    else:
        found = amendment(text, ask.target)
        refuse_if(found.kind is AmendmentKind.DELETE, Code.NOT_DIVISIBLE)
        limits.between(len(portions), 2, PORTIONS)
        refuse_if(" ".join(portions).split() != found.words.split(), Code.PORTIONS_DIFFER)
    number = len(text.divisions) + 1
    return (e.DivisionMoved(f"{text.id}.d{number}", ask.target, seat, portions),)


def rule_division(room: Room, ask: c.RuleDivision, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    text = workable(room)
    found = text.division(ask.division)
    if found is None or found.granted is not None or not text.unfinished(found):
        raise Refused(Code.NO_DIVISION)
    reason = limits.optional(ask.reason) if ask.granted else limits.reason(ask.reason)
    return (e.DivisionRuled(found.id, ask.granted, reason),)


def divided(text: Text, one: Amendment) -> str:
    """The words of an amendment: of a divided one, those of its parts that were carried."""
    parts = next((d for d in reversed(text.divisions) if d.target == one.id and d.granted), None)
    if parts is None:
        return one.words
    return " ".join(p.words for p in parts.portions if p.carried)
