"""The room's page: who gets in, what it shows, what it offers."""

from collections.abc import Callable

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from sessions.core import commands as c
from sessions.models import Session
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | None], Client]


def url(session: Session, rest: str = "") -> str:
    return f"/en/sesiones/{session.reference}/sala/{rest}"


@pytest.mark.parametrize("who", ["alba", "bruno", "dora", "elias", "fatima"])
def test_everybody_admitted_sees_the_room(client_of: ClientOf, who: str) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.RequestFloor())
    page = client_of(make.cast(who)).get(url(session))
    assert page.status_code == 200
    assert "Reducción de daños" in page.content.decode()
