"""What the page of an activity says of the next session, and what one's own data tells of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import translation

from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Activity, ActivitySession, Consultation
from consultations.own_data import collect
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions import own_data
from sessions.before.attending import attendance_answer
from sessions.core.forecast import Answer
from sessions.models import Session
from tests.conftest import Cast
from tests.consultations.modes.deliberation.test_proposing import place, proposed
from tests.factories import sessions as live
from tests.factories.opinion import PROMISE

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.fixture
def meeting(operating: Consultation, seated: Cast) -> Activity:
    """An activity of level IV with a session a month from now."""
    values = {"title_es": "Reuniones", "opens_at": now() - timedelta(hours=1), **PROMISE}
    made = activity_new(consultation=operating, level=Level.DELIBERATION, values=values, by=live.cast("alba"))
    made = activity_publish(activity=made, by=live.cast("alba"))
    session = live.session_convened(series=operating.reference, starts_at=now() + timedelta(days=31))
    ActivitySession.objects.create(activity=made, session=session)
    return made


@pytest.mark.guideline("G27.III")
def test_the_page_of_the_activity_says_until_when_and_what_one_answered(
    client_of: Browser, seated: Cast, meeting: Activity
) -> None:
    path = f"/en/procesos/{meeting.consultation.reference}/actividades/{meeting.place}/"
    bruno = client_of(seated["bruno"])
    page = bruno.get(path).content.decode()
    assert "Members propose items until" in page
    assert "You have not said whether you come." in page
    assert "Propose an item" in page
    session = Session.objects.get()
    attendance_answer(session, seat=live.seat_of(session, "bruno"), answer=Answer.PHONE, by=live.cast("bruno"))
    assert "You said: I come by telephone." in bruno.get(path).content.decode()
    outside = client_of(seated["carmen"]).get(path).content.decode()
    assert "Members propose items until" in outside
    assert "Say whether I come" not in outside
    assert "Propose an item" not in outside
    Session.objects.update(starts_at=now() + timedelta(days=9))
    assert "Items are no longer proposed" in bruno.get(path).content.decode()


def test_ones_own_data_tells_what_one_proposed_decided_and_answered(
    operating: Consultation, meeting: Activity, bruno: Person, alba: Person, carmen: Person
) -> None:
    session = Session.objects.get()
    place(proposed(session, title="Cifras por municipio"))
    attendance_answer(session, seat=live.seat_of(session, "bruno"), answer=Answer.NO, by=bruno)
    with translation.override("en"):
        assert collect(bruno)["Items you proposed for an agenda"][0]["Title"] == "Cifras por municipio"
        assert collect(alba)["Items proposed by others that you decided on"][0]["Title"] == "Cifras por municipio"
        assert own_data.collect(bruno)["What you answered about attending"][0]["What you answered"] == "I don't come"
        assert collect(carmen)["Items you proposed for an agenda"] == []
        assert own_data.collect(carmen)["What you answered about attending"] == []
