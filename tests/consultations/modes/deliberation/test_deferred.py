"""Deferred items: they come to the agenda of the session they were deferred to, else of the one that follows."""

from datetime import timedelta

import pytest

from consultations.matters import matters_of
from consultations.models import Consultation
from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.terms import Phase
from sessions.models import Session
from tests.conftest import Cast
from tests.factories import sessions as live

pytestmark = pytest.mark.django_db


def closed(consultation: Consultation, *, to: str = "") -> Session:
    """A session that deferred its sixth item, and closed."""
    session = live.session_open(series=consultation.reference)
    live.play(session, "alba", c.DeferItem("i6", "Falta el informe", to))
    live.play(session, "alba", c.CloseSession())
    return session


def told(consultation: Consultation) -> list[tuple[str, str]]:
    return [(m.reference, m.title) for m in matters_of(consultation)]


def test_with_no_session_fixed_it_goes_to_the_one_that_follows(operating: Consultation, seated: Cast) -> None:
    session = closed(operating)
    matters = matters_of(operating)
    assert [m.reference for m in matters] == [session.reference]
    assert "Falta el informe" not in str(matters)
    Session.objects.filter(pk=session.pk).update(starts_at=now() - timedelta(days=60))
    live.play(after := live.session_open(series=operating.reference), "alba", c.CloseSession())
    assert after.phase == Phase.CLOSED
    assert told(operating) == []


def test_it_waits_for_the_session_it_was_deferred_to(operating: Consultation, seated: Cast) -> None:
    soon, later = (
        live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=n)) for n in (20, 40)
    )
    session = closed(operating, to=later.reference)
    assert told(operating) == []
    Session.objects.filter(pk=soon.pk).update(phase=Phase.CLOSED)
    assert [reference for reference, _title in told(operating)] == [session.reference]


def test_a_session_that_is_cancelled_gives_it_to_the_next_one(operating: Consultation, seated: Cast) -> None:
    never = live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=20))
    session = closed(operating, to=never.reference)
    live.play(never, "alba", c.Cancel("No hay sala"))
    assert [reference for reference, _title in told(operating)] == [session.reference]


def test_an_item_taken_up_after_all_goes_nowhere(operating: Consultation, seated: Cast) -> None:
    session = live.session_open(series=operating.reference)
    live.play(session, "alba", c.DeferItem("i6", "Falta el informe"))
    live.play(session, "alba", c.OpenItem("i6"))
    live.play(session, "alba", c.CloseSession())
    assert told(operating) == []
