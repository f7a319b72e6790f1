"""Training on the seven topics, both ways, counted and never named (G30, E13)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.models import Consultation
from consultations.training import queries, services
from consultations.training.models import Attendance, Training
from consultations.training.topics import Direction, Topic
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import membership as life
from tests.factories.many import copies

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def at(training: Training, path: str = "") -> str:
    return f"/en/procesos/{training.consultation.reference}/capacitacion/{training.place}/{path}"


@pytest.mark.guideline("G30")
@pytest.mark.engine
def test_each_topic_counts_what_was_held_and_attended_and_gaps_are_named(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    training = life.training(operating)
    life.training(operating, topic="V", days=9, title_es="Por venir")
    services.training_attend(training=training, by=seated["bruno"])
    services.training_record(training=training, people=[seated["bruno"], seated["dora"]], by=seated["alba"])
    rows = {row.topic: row for row in queries.covered(operating)}
    assert (rows[Topic.PARTICIPATION].held, rows[Topic.PARTICIPATION].civil, rows[Topic.PARTICIPATION].public) == (
        1,
        1,
        1,
    )
    assert (rows[Topic.ACCESS].held, rows[Topic.ACCESS].planned) == (0, 1)
    assert Topic.ACCESS in queries.gaps(list(rows.values()))
    page = client_of(seated["nobody"]).get(f"/en/procesos/{operating.reference}/capacitacion/").content.decode()
    assert "V. Access to information" in page
    assert seated["bruno"].name not in page


@pytest.mark.guideline("E13")
def test_it_runs_both_ways_and_the_page_says_when_it_does_not(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    where, client = f"/en/procesos/{operating.reference}/capacitacion/", client_of(seated["carmen"])
    life.training(operating)
    assert "Civil society has not trained officials yet" in client.get(where).content.decode()
    life.training(operating, direction="officials", title_es="Lo que vemos en el barrio")
    assert "Civil society has not trained officials yet" not in client.get(where).content.decode()
    assert queries.directions(operating)[Direction.TO_OFFICIALS] == 1


def test_attending_is_said_once_and_can_be_taken_back(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    training, client = life.training(operating), client_of(seated["bruno"])
    for _ in range(2):
        assert client.post(at(training, "asistencia/")).status_code == 303
    assert Attendance.objects.get().side == "civil"
    client.post(at(training, "asistencia/"), {"act": "forget"})
    assert not Attendance.objects.exists()


def test_nobody_attended_what_has_not_been_held(seated: Cast, operating: Consultation) -> None:
    training = life.training(operating, days=4)
    with refused("not-held-yet"):
        services.training_attend(training=training, by=seated["bruno"])
    with time_machine.travel(now() + timedelta(days=5)):
        assert services.training_attend(training=training, by=seated["bruno"])


def test_who_is_no_member_attends_what_is_open_to_everybody(seated: Cast, operating: Consultation) -> None:
    with refused("not-invited"):
        services.training_attend(training=life.training(operating), by=seated["carmen"])
    opened = life.training(operating, audience="everybody", title_es="Abierta")
    assert services.training_attend(training=opened, by=seated["carmen"]).side == ""
    with refused("not-members"):
        services.training_record(training=opened, people=[seated["carmen"]], by=seated["alba"])


@pytest.mark.parametrize(
    ("changes", "code"), [({"title_es": " "}, "training-without-title"), ({"given_by": ""}, "training-without-giver")]
)
def test_a_training_has_a_title_and_somebody_who_gives_it(
    operating: Consultation, changes: dict[str, str], code: str
) -> None:
    with refused(code):
        life.training(operating, **changes)
    assert not Training.objects.exists()


def test_the_same_training_twice_is_put_once(operating: Consultation) -> None:
    hour = now() - timedelta(days=2)
    assert life.training(operating, starts_at=hour) == life.training(operating, starts_at=hour)
    assert Training.objects.count() == 1


def test_one_to_come_is_cancelled_with_a_reason_and_what_was_held_stays(
    seated: Cast, operating: Consultation
) -> None:
    coming = life.training(operating, days=4)
    with refused("reason-needed"):
        services.training_cancel(training=coming, reason="", by=seated["alba"])
    services.training_cancel(training=coming, reason="Se pospone.", by=seated["alba"])
    with refused("training-cancelled"):
        services.training_attend(training=coming, by=seated["bruno"])
    with refused("held-already"):
        services.training_cancel(training=life.training(operating), reason="x", by=seated["alba"])


def test_what_was_attended_does_not_move_into_the_future(seated: Cast, operating: Consultation) -> None:
    training = life.training(operating)
    services.training_attend(training=training, by=seated["bruno"])
    values = {name: getattr(training, name) for name in (*services.TEXTS, "topic", "direction", "audience")}
    with refused("attended-already"):
        services.training_change(
            training=training, values={**values, "starts_at": now() + timedelta(days=3)}, by=seated["alba"]
        )


def test_materials_are_added_by_the_page_and_a_lie_is_refused(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    alba, where = client_of(seated["alba"]), f"/en/procesos/{operating.reference}/capacitacion/nueva/"
    typed = {
        "topic": "I", "title_es": "Presupuesto", "starts_at": "2026-01-10T10:00", "given_by": "Dora",
        "direction": "society", "audience": "members", "links": "javascript:alert(1)",
    }  # fmt: skip
    answer = alba.post(where, typed)
    assert answer.status_code == 422
    assert "no web address" in answer.content.decode()
    lie = {**typed, "links": "https://example.org", "materials": SimpleUploadedFile("a.pdf", b"MZ no")}
    assert alba.post(where, lie).status_code == 422
    assert not Training.objects.exists()
    true = {**typed, "links": "https://example.org", "materials": SimpleUploadedFile("a.txt", "Guía".encode())}
    assert alba.post(where, true).status_code == 303
    training = Training.objects.get()
    file = training.attachments.get()
    assert client_of(seated["nobody"]).get(at(training, f"archivos/{file.pk}/")).status_code == 200
    page = alba.get(at(training, "cambiar/")).content.decode()
    assert "Presupuesto" in page
    more = {
        **typed,
        "links": "",
        "title_es": "Presupuesto público",
        "materials": SimpleUploadedFile("b.txt", b"Otra"),
    }
    assert alba.post(at(training, "cambiar/"), more).status_code == 303
    assert training.attachments.count() == 2


def test_the_place_is_told_to_whom_it_is_open(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    training = life.training(operating, days=5, where="https://video.example.org/secreta")
    assert "secreta" in client_of(seated["bruno"]).get(at(training)).content.decode()
    for who in ("carmen", "nobody"):
        assert "secreta" not in client_of(seated[who]).get(at(training)).content.decode()


def test_attendance_is_recorded_from_the_list(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    training, alba = life.training(operating), client_of(seated["alba"])
    where = at(training, "asistencia/registrar/")
    assert alba.post(where, {"people": [str(seated["bruno"].pk)]}).status_code == 303
    assert alba.post(where, {"people": [str(seated["carmen"].pk)]}).status_code == 422
    page = alba.get(where).content.decode()
    assert seated["bruno"].name not in page
    assert Attendance.objects.get().by == seated["alba"]


def test_the_list_costs_the_same_for_three_and_for_thirty(
    client_of: Browser, operating: Consultation, alba: Person
) -> None:
    client, where = warm(client_of(alba)), f"/en/procesos/{operating.reference}/capacitacion/"
    first = life.training(operating)
    few = queries_of(lambda: client.get(where))
    copies(first, 29, place=lambda n: n + 2, title_es=lambda n: f"Número {n}")
    assert queries_of(lambda: client.get(where)) == few <= 15
