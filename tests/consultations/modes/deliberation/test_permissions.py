"""Who may prepare sessions and their agendas, in and out of the window of an activity."""

from datetime import timedelta

import pytest
import time_machine

from consultations.activities.models import Activity
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.deliberation.mode import Deliberation
from incidencia.clock import now
from incidencia.organizations.speaking import Voice
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}


@pytest.fixture
def meeting(operating: Consultation, seated: Cast) -> Activity:
    """An activity of level IV that opens tomorrow for ten days."""
    values = {
        "title_es": "Reuniones de seguimiento", "opens_at": now() + timedelta(days=1),
        "closes_at": now() + timedelta(days=11), **make.PROMISE,
    }  # fmt: skip
    made = activity_new(consultation=operating, level=Level.DELIBERATION, values=values, by=seated["alba"])
    return activity_publish(activity=made, by=seated["alba"])


@pytest.mark.parametrize("act", ["session_draft", "members_accredit", "contribution_take_up"])
def test_who_convenes_prepares_sessions(seated: Cast, operating: Consultation, act: str) -> None:
    assert allowed(seated, act, operating) == {"alba"}
    assert allowed(seated, act, None) == set()


@pytest.mark.parametrize("days", [0, 5, 20])
def test_everybody_sees_it_and_who_convenes_keeps_it_before_during_and_after(
    seated: Cast, meeting: Activity, days: int
) -> None:
    with time_machine.travel(now() + timedelta(days=days)):
        assert allowed(seated, "activity_view", meeting) == EVERYBODY
        assert allowed(seated, "activity_edit", meeting) == {"alba"}


def test_a_draft_is_seen_by_who_convenes_alone(seated: Cast, operating: Consultation) -> None:
    values = {"title_es": "Secreto", "opens_at": now(), **make.PROMISE}
    draft = activity_new(consultation=operating, level=Level.DELIBERATION, values=values, by=seated["alba"])
    assert allowed(seated, "activity_view", draft) == {"alba"}


def test_nothing_is_sent_to_a_session_and_the_refusal_says_where_to_go(seated: Cast, meeting: Activity) -> None:
    for name in EVERYBODY - {"nobody"}:
        with refused("spoken-in-the-room") as caught:
            Deliberation().contribute(Voice(seated[name]), meeting, {"text": "Quiero hablar"})
        assert caught.value.advice
