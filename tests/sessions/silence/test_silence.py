"""The silence procedure: started by the chair, broken by who is entitled, held by the clock alone."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import desk
from sessions.core import commands as c
from sessions.core.terms import Circle, Effect, Role, Side
from sessions.models import Agreement, Minutes, Outbox, Session, Silence
from sessions.queries import enterable
from sessions.silence import services
from sessions.silence.settling import settle_due
from tests.factories import sessions as make
from tests.sessions.reserved import reserve

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
STRINGS = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))
WORDS = "Pedir cifras por estado antes de la conferencia."
SEATED = ("alba", "bruno", "dora", "elias", "fatima")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def session(cast: Any, clock: time_machine.Traveller) -> Session:
    """Closed and sealed: dora presided, with powers; one agreement was made in the room."""
    held = make.session_closed()
    desk.settle(held.pk)
    held.refresh_from_db()
    assert held.phase == "sealed"
    return held


def start(session: Session, who: str = "dora", **changes: Any) -> Silence:
    asked: dict[str, Any] = {
        "key": "k1", "item": "i5", "words": WORDS, "language": "es", "effect": Effect.BINDS,
        "until": now() + timedelta(days=3),
    }  # fmt: skip
    return services.silence_start(session, seat=make.seat_of(session, who), **{**asked, **changes})


def place(session: Session, name: str, *args: int) -> str:
    with translation.override("en"):
        return reverse(name, args=[session.reference, *args])


def typed(session: Session, **changes: Any) -> dict[str, Any]:
    """The form of a start, as a browser sends it."""
    until = timezone.localtime(now() + timedelta(days=3), timezone.zoneinfo.ZoneInfo(session.zone))
    return {
        "key": "form-1", "item": "i5", "words": WORDS, "language": "es", "effect": "binds",
        "until": until.strftime("%Y-%m-%dT%H:%M"), **changes,
    }  # fmt: skip


def test_a_text_nobody_breaks_is_agreed_at_its_hour(
    session: Session, client_of: ClientOf, clock: time_machine.Traveller
) -> None:
    started = client_of(make.cast("dora")).post(place(session, "silence_start"), typed(session))
    assert started.status_code == 303
    silence = Silence.objects.get()
    clock.shift(timedelta(days=3, minutes=5))
    page = client_of(make.cast("bruno")).get(place(session, "silence_page", 1)).content.decode()
    assert "Nobody broke the silence" in page
    assert WORDS in page
    agreed = Agreement.objects.get(reference=f"{session.reference}-A2")
    assert (agreed.text, agreed.item, agreed.adopted_at) == (WORDS, "i5", silence.until)
