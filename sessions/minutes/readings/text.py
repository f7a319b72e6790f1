"""Reads texts on the table: from the folded room, with the entries that each part rests on."""

from dataclasses import fields

from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Bracket, Division, Paragraph
from sessions.core.state.text import Text as OnTable
from sessions.minutes.document.text import (
    Text,
    TextAmendment,
    TextBracket,
    TextDivision,
    TextOrder,
    TextParagraph,
    TextPart,
    TextVersion,
)
from sessions.minutes.readings.draft import Draft, Reader

_IDS = ("text", "paragraph", "amendment", "bracket", "division")


def _rests(draft: Draft, ev: e.Event, x: e.Entry) -> None:
    """The entry is one that every part it names rests on, and every paragraph that has other words by it."""
    named = {getattr(ev, one.name) for one in fields(ev) if one.name in _IDS}
    old, new = _versions(draft.before), _versions(draft.room)
    for one in sorted(named | {p for p, version in new.items() if old.get(p) != version}):
        draft.text_entries.setdefault(one, []).append(x)


def _versions(room: Room) -> dict[str, int]:
    return {p.id: p.version for t in room.texts for p in t.paragraphs}


def texts(draft: Draft, item: str) -> tuple[Text, ...]:
    """The texts that were on the table of an item."""
    return tuple(_text(draft, t) for t in draft.room.texts if t.item == item)


def _text(draft: Draft, t: OnTable) -> Text:
    entries = draft.text_entries[t.id]
    presented = entries[0]
    return Text(
        t.id, t.presented_at, draft.maybe(presented.instructed_by or presented.by), t.kind, t.title, t.language,
        tuple(_paragraph(draft, t, p) for p in t.paragraphs), tuple(_amendment(draft, t, a) for a in t.amendments),
        tuple(_bracket(draft, t, b) for b in t.brackets),
        tuple(_order(t, x) for x in entries if isinstance(x.event, e.VotingOrderSet)),
        tuple(_division(draft, t, d) for d in t.divisions), t.agreement, _numbers(draft, t.id),
        t.closes_at, t.waived,
    )  # fmt: skip


def _numbers(draft: Draft, some_id: str) -> tuple[int, ...]:
    return tuple(x.seq for x in draft.text_entries.get(some_id, ()))


def _paragraph(draft: Draft, t: OnTable, p: Paragraph) -> TextParagraph:
    adopted = bool(t.agreement) and not p.deleted
    versions = tuple(
        TextVersion(
            v.number, "" if adopted and v.number == p.version else v.words, v.how, v.ref, v.at, draft.maybe(v.by)
        )
        for v in p.history
    )
    return TextParagraph(p.id, t.label(p.id), t.state_of(p), versions, _numbers(draft, p.id))


def _amendment(draft: Draft, t: OnTable, a: Amendment) -> TextAmendment:
    entries = draft.text_entries[a.id]
    rulings = [x for x in entries if isinstance(x.event, e.AmendmentAdmitted | e.AmendmentRuledOut)]
    ruling = rulings[-1] if rulings else None
    left = {x.event.seat: None for x in entries if isinstance(x.event, e.SponsorWithdrawn)}
    return TextAmendment(
        a.id, a.number, t.label(a.paragraph), a.kind, a.words, a.rationale, draft.who(a.by), draft.maybe(a.asked),
        tuple(draft.who(s) for s in a.sponsors), tuple(draft.who(s) for s in left if s not in a.sponsors), a.state,
        draft.maybe(ruling.instructed_by or ruling.by) if ruling else None, ruling.at if ruling else None, a.reason,
        a.decision, _numbers(draft, a.id),
    )  # fmt: skip


def _bracket(draft: Draft, t: OnTable, b: Bracket) -> TextBracket:
    return TextBracket(
        b.id, b.number, t.label(b.paragraph), b.quote, tuple(a.words for a in b.alternatives),
        tuple(draft.who(s) for s in b.placers), tuple(draft.who(k.seat) for k in b.consents), b.lifted, b.decision,
        _numbers(draft, b.id),
    )  # fmt: skip


def _order(t: OnTable, x: e.Entry) -> TextOrder:
    assert isinstance(x.event, e.VotingOrderSet)
    numbers = tuple(a.number for i in x.event.order if (a := t.amendment(i)))
    return TextOrder(x.at, numbers, x.event.computed, x.event.reason, (x.seq,))


def _division(draft: Draft, t: OnTable, d: Division) -> TextDivision:
    divided = t.amendment(d.target)
    parts = tuple(TextPart(p.words if divided else t.label(p.words), p.carried) for p in d.portions)
    return TextDivision(
        d.id, draft.who(d.seat), divided.number if divided else 0, parts, d.granted, d.reason, _numbers(draft, d.id)
    )


READERS: dict[type, Reader] = dict.fromkeys(
    (
        e.TextPresented, e.AmendmentSubmitted, e.AmendmentRevised, e.SponsorAdded, e.SponsorWithdrawn,
        e.AmendmentWithdrawn, e.AmendmentAdmitted, e.AmendmentRuledOut, e.VotingOrderSet, e.AmendmentCarried,
        e.AmendmentLost, e.DivisionMoved, e.DivisionRuled, e.PortionDecided, e.ParagraphEdited, e.BracketPlaced,
        e.AlternativeAdded, e.AlternativesMerged, e.LiftConsented, e.BracketLifted, e.ParagraphAgreed,
        e.ParagraphReopened, e.TextAdopted, e.AmendmentsClosed, e.DeadlineWaived,
    ),
    _rests,
)  # fmt: skip
