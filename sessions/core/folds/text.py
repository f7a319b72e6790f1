"""Folds of the text on the table."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room
from sessions.core.state.text import (
    Alternative,
    Amendment,
    Bracket,
    Consent,
    Division,
    Paragraph,
    Portion,
    Text,
    Version,
)
from sessions.core.terms import AmendmentKind, AmendmentState, Change


def _presented(room: Room, ev: e.TextPresented, x: e.Entry) -> Room:
    paragraphs = tuple(
        Paragraph(w.id, w.words, 1, (Version(1, w.words, Change.PRESENTED, "", x.at, x.by),)) for w in ev.paragraphs
    )
    term = timedelta(minutes=room.rules.amendment_minutes)
    text = Text(
        ev.text, ev.item, ev.kind, ev.title, ev.language, paragraphs, x.at, closes_at=x.at + term if term else None
    )
    return replace(room, texts=(*room.texts, text), made={**room.made, "x": room.made.get("x", 0) + 1})


def _text(room: Room, some_id: str, turn: Callable[[Text], Text]) -> Room:
    """The room in which the text that bears this id is another."""
    text_id = some_id.partition(".")[0]
    return replace(room, texts=tuple(turn(t) if t.id == text_id else t for t in room.texts))


def _paragraph(text: Text, paragraph_id: str, **changes: object) -> Text:
    paragraphs = tuple(
        replace(p, **changes) if p.id == paragraph_id else p  # type: ignore[arg-type]
        for p in text.paragraphs
    )
    return replace(text, paragraphs=paragraphs)


def _version(text: Text, paragraph_id: str, number: int, words: str, how: Change, ref: str, x: e.Entry) -> Text:
    """A paragraph with its next version; without words it is deleted. Nothing where nothing changes."""
    old = text.paragraph(paragraph_id)
    assert old is not None
    if number == old.version:
        return text
    history = (*old.history, Version(number, words, how, ref, x.at, x.by))
    return _paragraph(
        text, paragraph_id, words=words, version=number, history=history, deleted=not words, agreed=False
    )  # fmt: skip


def _edited(room: Room, ev: e.ParagraphEdited, x: e.Entry) -> Room:
    """Who consented to lift a bracket consented among other words: they are asked again."""

    def turn(t: Text) -> Text:
        brackets = tuple(replace(b, consents=()) if b.paragraph == ev.paragraph else b for b in t.brackets)
        return _version(replace(t, brackets=brackets), ev.paragraph, ev.version, ev.words, Change.EDITED, "", x)

    return _text(room, ev.paragraph, turn)


def _agreed(room: Room, ev: e.ParagraphAgreed, x: e.Entry) -> Room:
    return _text(room, ev.paragraph, lambda t: _paragraph(t, ev.paragraph, agreed=True))


def _reopened(room: Room, ev: e.ParagraphReopened, x: e.Entry) -> Room:
    return _text(room, ev.paragraph, lambda t: _paragraph(t, ev.paragraph, agreed=False))


# --- Amendments --------------------------------------------------------------------------------------
def _submitted(room: Room, ev: e.AmendmentSubmitted, x: e.Entry) -> Room:
    state = AmendmentState.SUBMITTED if ev.sponsors else AmendmentState.WAITING
    one = Amendment(
        ev.amendment, ev.paragraph, ev.base, ev.kind, ev.words, ev.rationale, ev.seat, ev.sponsors, state, x.at,
        ev.asked,
    )  # fmt: skip
    return _text(room, ev.amendment, lambda t: replace(t, amendments=(*t.amendments, one)))


def _amendment(text: Text, amendment_id: str, **changes: object) -> Text:
    amendments = tuple(
        replace(a, **changes) if a.id == amendment_id else a  # type: ignore[arg-type]
        for a in text.amendments
    )
    return replace(text, amendments=amendments)


def _known(text: Text, amendment_id: str) -> Amendment:
    found = text.amendment(amendment_id)
    assert found is not None
    return found


def _revised(room: Room, ev: e.AmendmentRevised, x: e.Entry) -> Room:
    def turn(t: Text) -> Text:
        state = AmendmentState.SUBMITTED if _known(t, ev.amendment).sponsors else AmendmentState.WAITING
        return _amendment(
            t, ev.amendment, base=ev.base, words=ev.words, rationale=ev.rationale, state=state
        )  # fmt: skip

    return _text(room, ev.amendment, turn)


def _sponsored(room: Room, ev: e.SponsorAdded, x: e.Entry) -> Room:
    def turn(t: Text) -> Text:
        one = _known(t, ev.amendment)
        state = AmendmentState.SUBMITTED if one.state is AmendmentState.WAITING else one.state
        return _amendment(t, ev.amendment, sponsors=(*one.sponsors, ev.seat), state=state)

    return _text(room, ev.amendment, turn)


def _unsponsored(room: Room, ev: e.SponsorWithdrawn, x: e.Entry) -> Room:
    def turn(t: Text) -> Text:
        left = tuple(s for s in _known(t, ev.amendment).sponsors if s != ev.seat)
        return _amendment(t, ev.amendment, sponsors=left)

    return _text(room, ev.amendment, turn)


def _withdrawn(room: Room, ev: e.AmendmentWithdrawn, x: e.Entry) -> Room:
    return _text(room, ev.amendment, lambda t: _amendment(t, ev.amendment, state=AmendmentState.WITHDRAWN))


def _admitted(room: Room, ev: e.AmendmentAdmitted, x: e.Entry) -> Room:
    return _text(room, ev.amendment, lambda t: _amendment(t, ev.amendment, state=AmendmentState.ADMITTED))


def _ruled_out(room: Room, ev: e.AmendmentRuledOut, x: e.Entry) -> Room:
    return _text(
        room, ev.amendment, lambda t: _amendment(t, ev.amendment, state=AmendmentState.RULED_OUT, reason=ev.reason)
    )


def _order_set(room: Room, ev: e.VotingOrderSet, x: e.Entry) -> Room:
    return _text(
        room, ev.text,
        lambda t: replace(t, order=ev.order, order_computed=ev.computed, order_reason=ev.reason),
    )  # fmt: skip


def _carried(room: Room, ev: e.AmendmentCarried, x: e.Entry) -> Room:
    def turn(t: Text) -> Text:
        one = _known(t, ev.amendment)
        t = _amendment(t, ev.amendment, state=AmendmentState.CARRIED, decision=ev.decision)
        if one.kind is not AmendmentKind.ADD:
            return _version(t, ev.paragraph, ev.version, ev.words, Change.CARRIED, ev.amendment, x)
        first = Version(1, ev.words, Change.CARRIED, ev.amendment, x.at, x.by)
        return _behind(t, one.paragraph, Paragraph(ev.paragraph, ev.words, 1, (first,), after=one.paragraph))

    return _decided(_text(room, ev.amendment, turn), ev.decision)


def _behind(text: Text, anchor: str, new: Paragraph) -> Text:
    """A new paragraph behind its anchor and behind all that was put there before."""
    family = {anchor}
    place = [p.id for p in text.paragraphs].index(anchor) + 1
    while place < len(text.paragraphs) and text.paragraphs[place].after in family:
        family.add(text.paragraphs[place].id)
        place += 1
    return replace(text, paragraphs=(*text.paragraphs[:place], new, *text.paragraphs[place:]))


def _lost(room: Room, ev: e.AmendmentLost, x: e.Entry) -> Room:
    return _text(
        room, ev.amendment, lambda t: _amendment(t, ev.amendment, state=AmendmentState.LOST, decision=ev.decision)
    )


def _decided(room: Room, decision: str) -> Room:
    """Words adopted in silence that are no agreement leave the room with what follows of them."""
    if room.proposal is None or room.proposal.id != decision:
        return room
    return replace(room, proposal=None)


# --- Division ----------------------------------------------------------------------------------------
def _moved(room: Room, ev: e.DivisionMoved, x: e.Entry) -> Room:
    one = Division(ev.division, ev.target, ev.seat, tuple(Portion(p) for p in ev.portions))
    return _text(room, ev.division, lambda t: replace(t, divisions=(*t.divisions, one)))


def _division(text: Text, division_id: str, **changes: object) -> Text:
    divisions = tuple(
        replace(d, **changes) if d.id == division_id else d  # type: ignore[arg-type]
        for d in text.divisions
    )
    return replace(text, divisions=divisions)


def _division_ruled(room: Room, ev: e.DivisionRuled, x: e.Entry) -> Room:
    return _text(room, ev.division, lambda t: _division(t, ev.division, granted=ev.granted, reason=ev.reason))


def _portion(room: Room, ev: e.PortionDecided, x: e.Entry) -> Room:
    def turn(t: Text) -> Text:
        one = t.division(ev.division)
        assert one is not None
        portions = tuple(
            replace(p, carried=ev.carried) if n == ev.number else p for n, p in enumerate(one.portions, 1)
        )
        t = _division(t, ev.division, portions=portions)
        if ev.carried or one.target != t.id:
            return t
        gone = t.paragraph(one.portions[ev.number - 1].words)
        assert gone is not None
        return _version(t, gone.id, gone.version + 1, "", Change.DIVIDED, ev.division, x)

    return _decided(_text(room, ev.division, turn), ev.decision)


# --- Brackets ----------------------------------------------------------------------------------------
def _placed(room: Room, ev: e.BracketPlaced, x: e.Entry) -> Room:
    others = tuple(Alternative(n, words, x.by) for n, words in enumerate(ev.alternatives, 1))
    one = Bracket(ev.bracket, ev.paragraph, ev.quote, others, ev.placers)
    return _text(room, ev.bracket, lambda t: replace(t, brackets=(*t.brackets, one)))


def _bracket(room: Room, bracket_id: str, turn: Callable[[Bracket], Bracket]) -> Room:
    return _text(
        room, bracket_id,
        lambda t: replace(t, brackets=tuple(turn(b) if b.id == bracket_id else b for b in t.brackets)),
    )  # fmt: skip


def _alternative_added(room: Room, ev: e.AlternativeAdded, x: e.Entry) -> Room:
    new = Alternative(ev.number, ev.words, x.by)
    return _bracket(room, ev.bracket, lambda b: replace(b, alternatives=(*b.alternatives, new)))


def _merged(room: Room, ev: e.AlternativesMerged, x: e.Entry) -> Room:
    def turn(b: Bracket) -> Bracket:
        old = (replace(a, merged=ev.number) if a.number in (ev.first, ev.second) else a for a in b.alternatives)
        return replace(b, alternatives=(*old, Alternative(ev.number, ev.words, x.by)))

    return _bracket(room, ev.bracket, turn)


def _consented(room: Room, ev: e.LiftConsented, x: e.Entry) -> Room:
    """One consent for each seat: the last one."""

    def turn(b: Bracket) -> Bracket:
        others = tuple(k for k in b.consents if k.seat != ev.seat)
        return replace(b, consents=(*others, Consent(ev.seat, ev.how, ev.alternative)))

    return _bracket(room, ev.bracket, turn)


def _lifted(room: Room, ev: e.BracketLifted, x: e.Entry) -> Room:
    room = _bracket(room, ev.bracket, lambda b: replace(b, lifted=ev.how, decision=ev.decision))

    def turn(t: Text) -> Text:
        one = t.bracket(ev.bracket)
        assert one is not None
        return _version(t, one.paragraph, ev.version, ev.words, Change.LIFTED, ev.bracket, x)

    return _decided(_text(room, ev.bracket, turn), ev.decision)


def _adopted(room: Room, ev: e.TextAdopted, x: e.Entry) -> Room:
    return _text(room, ev.text, lambda t: replace(t, agreement=ev.agreement))


FOLDS: dict[type, Fold] = {
    e.TextPresented: _presented, e.ParagraphEdited: _edited, e.ParagraphAgreed: _agreed,
    e.ParagraphReopened: _reopened, e.AmendmentSubmitted: _submitted, e.AmendmentRevised: _revised,
    e.SponsorAdded: _sponsored, e.SponsorWithdrawn: _unsponsored, e.AmendmentWithdrawn: _withdrawn,
    e.AmendmentAdmitted: _admitted, e.AmendmentRuledOut: _ruled_out, e.VotingOrderSet: _order_set,
    e.AmendmentCarried: _carried, e.AmendmentLost: _lost, e.DivisionMoved: _moved, e.DivisionRuled: _division_ruled,
    e.PortionDecided: _portion, e.BracketPlaced: _placed, e.AlternativeAdded: _alternative_added,
    e.AlternativesMerged: _merged, e.LiftConsented: _consented, e.BracketLifted: _lifted, e.TextAdopted: _adopted,
}  # fmt: skip
