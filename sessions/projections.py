"""What pages search, written with the log in the desk's transaction: the session's row, agreements, the outbox."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from incidencia.references.format import agreement_reference
from incidencia.text.fold import fold
from sessions import wire
from sessions.after import owed
from sessions.audiences import Audience
from sessions.core.events import (
    ActUndone,
    AgreementRecorded,
    AgreementSuperseded,
    Entry,
    ItemClassified,
    ItemDeclassified,
    ReserveConfirmed,
    SessionClosed,
    SessionConvened,
    SessionNotHeld,
    SlipCorrected,
)
from sessions.core.recess import goes_on
from sessions.core.state import Agreement as Agreed
from sessions.core.state import Room
from sessions.models import Agreement, ItemReserve, Outbox, Session
from sessions.veiled import seen

AFTER = "after_session"


def project(session: Session, room: Room, made: Sequence[Entry]) -> bool:
    """Bring the projections to `room`, which already holds the entries `made`. Saves `session`.

    Answers whether something was left in the outbox.
    """
    session.phase = room.phase
    session.starts_at = room.starts_at or session.starts_at
    if session.ends_at is not None:
        session.ends_at = room.ends_at
    session.resumes_at = goes_on(room) or session.resumes_at
    session.opened_at, session.closed_at = room.opened_at, room.closed_at
    session.convened_at = next((x.written for x in made if isinstance(x.event, SessionConvened)), session.convened_at)
    session.save(update_fields=[
        "phase", "seq", "head", "starts_at", "ends_at", "resumes_at", "opened_at", "closed_at", "convened_at",
    ])  # fmt: skip
    if session.rehearsal:  # nothing of it is searched, followed up or left to do
        return False
    kinds = {type(x.event) for x in made}
    if kinds & {AgreementRecorded, AgreementSuperseded, SlipCorrected, ActUndone, ItemClassified, ItemDeclassified}:
        _agreements(session, room)
    if kinds & {SessionClosed}:
        owed.keep(session, room)
    if kinds & {ItemClassified, ReserveConfirmed, ItemDeclassified, ActUndone}:
        _reserves(session, room)
    ends = [x for x in made if isinstance(x.event, SessionClosed | SessionNotHeld)]
    for entry in ends:
        Outbox.objects.create(
            session=session, key=f"{session.reference}:{AFTER}:{entry.seq}", kind=AFTER, created_at=entry.written
        )
    return bool(ends)


def _agreements(session: Session, room: Room) -> None:
    """Of what a reserve keeps the row shows what the public sees; the words beside it wait for its end."""
    public = seen(session, room, Audience.PUBLIC)
    for a in room.agreements:
        open_ = public.agreement(a.id) or replace(a, text="", parts=())
        kept = _kept(room, a) if (open_.text, open_.parts) != (a.text, a.parts) else None
        dues = [p.due for p in a.parts if p.due]
        Agreement.objects.update_or_create(
            session=session,
            key=a.id,
            defaults={
                "reference": agreement_reference(session.reference, int(a.id[1:])),
                "item": a.item, "text": open_.text, "language": a.language, "effect": a.effect.value,
                "parts": wire.plain(open_.parts), "ad_referendum": a.ad_referendum, "adopted_at": a.adopted_at,
                "due": min(dues) if dues else None, "search": fold(_said(open_)),
                "kept": kept, "opens_at": _opens(room, kept["until"]) if kept else None,
                "superseded": a.superseded,
            },
        )  # fmt: skip


def _reserves(session: Session, room: Room) -> None:
    for r in room.reserves:
        item = room.item(r.item)
        ItemReserve.objects.update_or_create(
            session=session,
            key=r.id,
            defaults={
                "item": r.item, "title_es": item.plan.title_es if item else "",
                "title_en": item.plan.title_en if item else "", "circle": r.circle.value, "ground": r.ground,
                "article": r.article, "reasons": "\n".join((r.risk, r.interest, r.least)), "told": r.told or r.untold,
                "language": r.language, "decision": r.decision, "decided_on": r.decided_on,
                "confirm_by": r.confirm_by, "since": r.at, "until": r.until, "lifted_at": r.lifted,
                "lifted_because": r.lifted_because,
            },
        )  # fmt: skip


def _kept(room: Room, agreed: Agreed) -> dict[str, Any]:
    """The words that wait, with what can be told meanwhile and the last day of the reserve."""
    reserve = room.reserve_on(agreed.item) or max(room.reserves, key=lambda r: r.until)
    told = {"told": reserve.told, "until": reserve.until.isoformat()}
    return {"text": agreed.text, "parts": wire.plain(agreed.parts), **told}


def _opens(room: Room, until: str) -> datetime:
    """The first instant after the last day, where the session is."""
    after = date.fromisoformat(until) + timedelta(days=1)
    return datetime.combine(after, time(), ZoneInfo(room.zone))


def _said(agreed: Agreed) -> str:
    return " ".join([agreed.text, *(f"{part.who} {part.what} {part.criterion}".strip() for part in agreed.parts)])
