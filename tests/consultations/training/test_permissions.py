"""Who plans, records and attends training: before and after its hour."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from consultations.models import Consultation
from tests.conftest import Cast
from tests.consultations.conftest import allowed
from tests.factories import membership as life

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
TAKE_PART = {"alba", "bruno", "dora", "elias", "fatima"}


def test_before_its_hour_nobody_attended_and_its_place_is_told_to_members(
    seated: Cast, operating: Consultation
) -> None:
    training = life.training(operating, days=5)
    assert allowed(seated, "training_view", training) == EVERYBODY
    assert allowed(seated, "training_join", training) == TAKE_PART
    for act in ("training_attend", "training_record"):
        assert allowed(seated, act, training) == set()
    assert allowed(seated, "training_keep", training) == {"alba"}
    assert allowed(seated, "training_plan", operating) == {"alba"}


def test_after_its_hour_whom_it_was_open_to_says_so(seated: Cast, operating: Consultation) -> None:
    assert allowed(seated, "training_attend", life.training(operating)) == TAKE_PART
    opened = life.training(operating, audience="everybody", title_es="Abierta")
    assert allowed(seated, "training_attend", opened) == EVERYBODY - {"nobody"}
    assert allowed(seated, "training_record", opened) == {"alba"}


def test_the_acts_of_who_convenes_are_refused_to_others(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    training = life.training(operating)
    base = f"/en/procesos/{operating.reference}/capacitacion/"
    for page in ("nueva/", f"{training.place}/cambiar/", f"{training.place}/cancelar/",
                 f"{training.place}/asistencia/registrar/"):  # fmt: skip
        for who in ("bruno", "carmen", "dora", "fatima", "root"):
            assert client_of(seated[who]).get(base + page).status_code == 403
        assert client_of(seated["nobody"]).get(base + page).status_code == 302
        assert client_of(seated["alba"]).get(base + page).status_code == 200
    assert client_of(seated["carmen"]).post(f"{base}{training.place}/asistencia/").status_code == 403


def test_a_training_of_a_draft_is_not_found(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    training = life.training(operating)
    Consultation.objects.filter(pk=operating.pk).update(published_at=None, started_at=None)
    where = f"/en/procesos/{operating.reference}/capacitacion/{training.place}/"
    assert client_of(seated["carmen"]).get(where).status_code == 404
    assert client_of(seated["alba"]).get(where).status_code == 200


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    for act in (
        "training_view",
        "training_plan",
        "training_keep",
        "training_join",
        "training_attend",
        "training_record",
    ):
        assert allowed(seated, act, None) == set()
