"""Texts under silence for tests: in the session that `make.session_closed` plays, once its log is sealed."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import translation

from incidencia.clock import now
from sessions import desk
from sessions.core.terms import Effect
from sessions.models import Session, Silence
from sessions.silence import services
from tests.factories import sessions as make

WORDS = "Pedir cifras por estado antes de la conferencia."


def sealed(*, public: bool = False, **fields: Any) -> Session:
    """Dora presided, with powers; bruno and elias had a vote; A1 was agreed in the room. `public`: held in public."""
    held = make.session_closed(**fields)
    desk.settle(held.pk)
    Session.objects.filter(pk=held.pk).update(public_live=public)
    held.refresh_from_db()
    return held


def start(session: Session, who: str = "dora", **changes: Any) -> Silence:
    """A text under silence for three days."""
    asked: dict[str, Any] = {
        "key": "k1", "item": "i5", "words": WORDS, "language": "es", "effect": Effect.BINDS,
        "until": now() + timedelta(days=3),
    }  # fmt: skip
    return services.silence_start(session, seat=make.seat_of(session, who), **{**asked, **changes})


def broken(silence: Silence, who: str = "bruno", reason: str = "Faltan cifras.") -> Silence:
    """Somebody breaks it."""
    return services.silence_break(silence, seat=make.seat_of(silence.session, who), reason=reason)


def place(session: Session, name: str, *args: int) -> str:
    """The address of a page, in English."""
    with translation.override("en"):
        return reverse(name, args=[session.reference, *args])


def typed(session: Session, hours: float = 72, **changes: Any) -> dict[str, Any]:
    """The form of a start as a browser sends it, its hour on the clocks of the session."""
    until = (now() + timedelta(hours=hours)).astimezone(ZoneInfo(session.zone))
    return {
        "key": "form-1", "item": "i5", "words": WORDS, "language": "es", "effect": "binds",
        "until": until.strftime("%Y-%m-%dT%H:%M"), **changes,
    }  # fmt: skip
