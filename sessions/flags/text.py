"""Words that are true of the text on the table, and of seats because of it."""

from sessions.core.distance import ordered
from sessions.core.rules.amendments import decided_now
from sessions.core.rules.carrying import is_ready, ready
from sessions.core.rules.table import asked_about, on_table
from sessions.core.rules.text import agreeable
from sessions.core.rules.waiving import has_deadline
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Bracket, Text
from sessions.core.terms import AmendmentKind, AmendmentState, Lift


def words(room: Room) -> dict[str, bool]:
    """`text`: there is one on the table; `text_open`: it may be worked on; the others, what may be done to it."""
    text, deciding = on_table(room), bool(asked_about(room))
    if text is None:
        return {"text": False, "text_deciding": deciding}
    free = [p for p in text.living() if not p.agreed]
    undecided, brackets = text.undecided(), text.open_brackets()
    return {
        "text": True,
        "sides": True,
        "text_deciding": deciding,
        "text_open": not text.agreement and not deciding,
        "amendable": bool(text.living()) and (not text.amendments_closed or bool(text.waived)),
        "amendment_term": has_deadline(text),
        "editable": bool(free),
        "agreeable": any(agreeable(text, p) for p in free),
        "paragraphs_agreed": len(free) < len(text.living()),
        "amendments": bool(undecided),
        "to_rule": any(a.state is AmendmentState.SUBMITTED for a in undecided),
        "to_rule_out": any(a.state is not AmendmentState.ADMITTED or text.outdated(a) for a in undecided),
        "to_order": _to_order(text),
        "decidable": bool(ready(room)),
        "brackets": bool(brackets),
        "mergeable": any(len(b.standing) > 1 for b in brackets),
        "text_adoptable": is_ready(room, text.id),
        "divisible": _divisible(text),
        "division_moved": any(d.granted is None and text.unfinished(d) for d in text.divisions),
    }


def _to_order(text: Text) -> bool:
    computed = tuple(r.amendment.id for r in ordered(text))
    return bool(computed) and (text.order != computed or not text.order_computed)


def _divisible(text: Text) -> bool:
    whole = bool(text.living()) and text.dividing(text.id) is None
    parts = (a for a in text.undecided() if len(a.words.split()) > 1 and text.dividing(a.id) is None)
    return whole or any(parts)


def marks(room: Room) -> dict[str, list[str]]:
    """Who may sponsor, leave or revise an amendment; who placed which open brackets, and who may lift them."""
    text = on_table(room)
    if text is None:
        return {}
    undecided, now = text.undecided(), decided_now(room, text)
    theirs = {a.id: a.sponsors or (a.by,) for a in undecided}
    leaving = {s for a in undecided if a.id not in now for s in theirs[a.id]}
    revising = {s for a in undecided if _revisable(text, a) for s in theirs[a.id]}
    joining = {s.id for s in room.seats.values() if s.votes and any(s.id not in a.sponsors for a in undecided)}
    brackets = text.open_brackets()
    placed = {s for b in brackets for s in b.placers}
    return {
        "sponsors": sorted(leaving), "revises": sorted(revising), "may-sponsor": sorted(joining),
        "placed": sorted(placed),
        **{f"placed-{b.id}": list(b.placers) for b in brackets},
        **{f"lifts-{b.id}": lifting(b) for b in brackets},
    }  # fmt: skip


def _revisable(text: Text, one: Amendment) -> bool:
    base = text.paragraph(one.paragraph)
    divided = any(d.target == one.id and d.granted is not False for d in text.divisions)
    if base is None or base.deleted or divided:
        return False
    if base.agreed and one.kind is not AmendmentKind.ADD:
        return False
    return one.kind is not AmendmentKind.DELETE or text.outdated(one)


def lifting(one: Bracket) -> list[str]:
    """Those who placed it and whose own word is all that is missing for some way to end it."""
    ways = [*((k.how, k.alternative) for k in one.consents), (Lift.KEEP, 0)]
    return [s for s in one.placers if any(all(one.consented(o, *w) for o in one.placers if o != s) for w in ways)]
