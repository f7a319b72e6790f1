"""What pages search, written with the log in the desk's transaction: the session's row, agreements, the outbox."""

from collections.abc import Sequence

from incidencia.references.format import agreement_reference
from incidencia.text.fold import fold
from sessions import wire
from sessions.core.events import (
    ActUndone,
    AgreementRecorded,
    AgreementSuperseded,
    Entry,
    SessionClosed,
    SessionConvened,
    SessionNotHeld,
    SlipCorrected,
)
from sessions.core.state import Agreement as Agreed
from sessions.core.state import Room
from sessions.models import Agreement, Outbox, Session

AFTER = "after_session"


def project(session: Session, room: Room, made: Sequence[Entry]) -> bool:
    """Bring the projections to `room`, which already holds the entries `made`. Saves `session`.

    Answers whether something was left in the outbox.
    """
    session.phase = room.phase
    session.starts_at = room.starts_at or session.starts_at
    session.opened_at, session.closed_at = room.opened_at, room.closed_at
    session.convened_at = next((x.written for x in made if isinstance(x.event, SessionConvened)), session.convened_at)
    session.save(update_fields=["phase", "seq", "head", "starts_at", "opened_at", "closed_at", "convened_at"])
    kinds = {type(x.event) for x in made}
    if kinds & {AgreementRecorded, AgreementSuperseded, SlipCorrected, ActUndone}:
        _agreements(session, room)
    ends = [x for x in made if isinstance(x.event, SessionClosed | SessionNotHeld)]
    for entry in ends:
        Outbox.objects.create(
            session=session, key=f"{session.reference}:{AFTER}:{entry.seq}", kind=AFTER, created_at=entry.written
        )
    return bool(ends)


def _agreements(session: Session, room: Room) -> None:
    for a in room.agreements:
        dues = [p.due for p in a.parts if p.due]
        Agreement.objects.update_or_create(
            session=session,
            key=a.id,
            defaults={
                "reference": agreement_reference(session.reference, int(a.id[1:])),
                "item": a.item, "text": a.text, "language": a.language, "effect": a.effect.value,
                "parts": wire.plain(a.parts), "ad_referendum": a.ad_referendum, "adopted_at": a.adopted_at,
                "due": min(dues) if dues else None, "search": fold(_said(a)),
                "superseded": a.superseded,
            },
        )  # fmt: skip


def _said(agreed: Agreed) -> str:
    return " ".join([agreed.text, *(f"{part.who} {part.what}" for part in agreed.parts)])
