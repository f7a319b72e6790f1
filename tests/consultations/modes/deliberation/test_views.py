"""Pages that bind a consultation to its sessions."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.deliberation.services import session_new
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.models import Session
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.factories import consultations as make
from tests.factories.many import FEW, MANY, copies
from tests.factories.opinion import PROMISE

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def at(consultation: Consultation, path: str = "") -> str:
    return f"/en/procesos/{consultation.reference}/{path}"


def sessions(of: Consultation, by: Person, many: int, *, live: bool = False) -> None:
    """Sessions as if convened: the pages of a consultation read no more of them."""
    chair = of.memberships.get(side="public")
    made = session_new(
        consultation=of, title_es="Reunión", title_en="", starts_at=now() + timedelta(days=3), presides=chair,
        deputy=None, by=by,
    )  # fmt: skip
    Session.objects.filter(pk=made.pk).update(convened_at=now(), phase="open" if live else "planned")
    made.refresh_from_db()
    after = 1000 + Session.objects.count()  # far from those that further calls are given
    copies(made, many - 1, number=lambda n: after + n, reference=lambda n: f"{made.series}-S{after + n}")


def test_a_session_is_drafted_from_the_page(
    client_of: Browser, operating: Consultation, alba: Person, dora: Person
) -> None:
    sent = {
        "title_es": "Primera reunión", "starts_at": f"{now() + timedelta(days=9):%Y-%m-%dT%H:%M}",
        "presides": str(operating.memberships.get(person=dora).pk),
    }  # fmt: skip
    client = client_of(alba)
    assert client.get(at(operating, "sesiones/nueva/")).status_code == 200
    assert client.post(at(operating, "sesiones/nueva/"), sent).status_code in (302, 303)
    assert Session.objects.get().seats.count() == 3
    past = client.post(at(operating, "sesiones/nueva/"), {**sent, "starts_at": "2020-01-01T10:00"})
    assert past.status_code == 422


@pytest.mark.parametrize("path", ["sesiones/nueva/", "sesiones/acreditar/"])
def test_sessions_are_drafted_by_who_convenes(
    client_of: Browser, operating: Consultation, cast: Cast, path: str
) -> None:
    for name, someone in cast.items():
        if name not in ("alba", "nobody"):
            assert client_of(someone).post(at(operating, path)).status_code == 403, name


def test_new_members_are_accredited_by_a_button(
    client_of: Browser, operating: Consultation, alba: Person, carmen: Person
) -> None:
    sessions(operating, alba, 1)
    make.member(operating, carmen)
    assert "Accredit new members" in client_of(alba).get(at(operating)).content.decode()
    client_of(alba).post(at(operating, "sesiones/acreditar/"))
    assert Session.objects.get().seats.filter(person=carmen).exists()


@pytest.mark.guideline("G11.IV")
def test_the_ladder_leads_to_the_sessions(client: Client, operating: Consultation, alba: Person) -> None:
    sessions(operating, alba, 2)
    said = client.get(at(operating)).content.decode()
    assert f'<a href="{at(operating, "sesiones/")}"><b>Deliberation</b><span>2 sessions</span></a>' in said
    assert "See the session" in said
    assert client.get(at(operating, "sesiones/")).content.decode().count("<li>") >= 2


def test_a_live_session_is_on_air_and_only_who_may_enter_is_led_to_its_room(
    client_of: Browser, operating: Consultation, cast: Cast, alba: Person
) -> None:
    sessions(operating, alba, 1, live=True)
    session = Session.objects.get()
    led: dict[bool, set[str]] = {}
    for public in (False, True):
        Session.objects.update(public_live=public)
        led[public] = set()
        for name, someone in cast.items():
            said = client_of(someone).get(at(operating)).content.decode()
            assert 'class="on-air"' in said
            assert ("Enter the room" in said) is (f"/en/sesiones/{session.reference}/sala/" in said)
            assert ("Enter the room" in said) is ("See the session" not in said)
            if "Enter the room" in said:
                led[public].add(name)
    assert led == {False: {"alba", "bruno", "dora"}, True: set(cast)}


@pytest.mark.parametrize("path", ["", "sesiones/"])
def test_pages_ask_as_often_for_three_sessions_as_for_three_hundred(
    client_of: Browser, operating: Consultation, alba: Person, path: str
) -> None:
    client = warm(client_of(alba))
    sessions(operating, alba, FEW)
    few = queries_of(lambda: client.get(at(operating, path)))
    sessions(operating, alba, MANY - FEW)
    assert queries_of(lambda: client.get(at(operating, path))) == few
    assert few <= 15


def test_a_session_is_drafted_within_an_activity_and_stands_on_its_page(
    client_of: Browser, operating: Consultation, alba: Person, dora: Person
) -> None:
    values = {"title_es": "Sesiones de seguimiento", "opens_at": now() - timedelta(hours=1), **PROMISE}
    activity = activity_publish(
        activity=activity_new(consultation=operating, level=Level.DELIBERATION, values=values, by=alba), by=alba
    )
    sent = {
        "title_es": "Primera reunión", "starts_at": f"{now() + timedelta(days=9):%Y-%m-%dT%H:%M}",
        "presides": str(operating.memberships.get(person=dora).pk), "activity": str(activity.pk),
    }  # fmt: skip
    assert client_of(alba).post(at(operating, "sesiones/nueva/"), sent).status_code in (302, 303)
    assert activity.session_links.get().session == Session.objects.get()
    Session.objects.update(convened_at=now())
    assert "Primera reunión" in client_of(dora).get(at(operating, f"actividades/{activity.place}/")).content.decode()
