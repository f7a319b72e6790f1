"""The register of bilateral meetings: recorded by one side, remarked by the other, corrected in the open."""

import csv
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.models import Consultation
from consultations.modes.dialogue import services
from consultations.modes.dialogue.models import Meeting, Thread
from incidencia.accounts.models import Person
from tests.consultations.conftest import queries_of, refused, warm
from tests.day import local_day
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.mark.guideline("G34")
def test_a_meeting_is_recorded_remarked_and_corrected_in_public(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    reference, process = thread.contribution.reference, thread.contribution.consultation.reference
    at = f"/en/procesos/{process}/reuniones"
    told = {**make.MEETING, "held_on": (local_day() - timedelta(days=3)).isoformat(), "reference": reference.lower()}
    for _ in range(2):
        assert client_of(dora).post(f"{at}/nueva/", {**told, "key": "k"}).status_code == 303
    meeting = Meeting.objects.get()
    page = f"{at}/{meeting.number}/"
    remark = {"text": "También se pidió la lista.", "language": "es", "key": "r"}
    assert client_of(bruno).post(f"{page}observar/", remark).status_code == 303
    corrected = {**told, "said": "Se habló de fechas y de cifras.", "base": 1, "reason": "Faltaban las cifras."}
    assert client_of(dora).post(f"{page}corregir/", corrected).status_code == 303
    stale = client_of(dora).post(f"{page}corregir/", {**corrected, "said": "Otra cosa"})
    assert stale.status_code == 422
    assert "Otra cosa" in stale.content.decode()
    shown = client_of(nobody).get(page).content.decode()
    for words in ("cifras.", "Faltaban las cifras.", "Se habló de fechas.", "También se pidió la lista.", reference):
        assert words in shown
    assert "La receta electrónica" in client_of(nobody).get(f"{at}/").content.decode()
    data = b"".join(client_of(nobody).get(f"/procesos/{process}/reuniones.csv").streaming_content)  # type: ignore[arg-type]
    [row] = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert (row["contribution"], row["version"], row["remarks"]) == (reference, "2", "1")


@pytest.mark.engine
def test_the_key_of_another_side_records_a_meeting_of_ones_own(
    client_of: Browser, operating: Consultation, bruno: Person, dora: Person
) -> None:
    told = {**make.MEETING, "held_on": (local_day() - timedelta(days=3)).isoformat(), "reference": "", "key": "k"}
    for who in (dora, bruno):
        assert client_of(who).post(f"/en/procesos/{operating.reference}/reuniones/nueva/", told).status_code == 303
    assert Meeting.objects.count() == 2


def test_what_is_refused_at_the_register(
    operating: Consultation, bruno: Person, carmen: Person, dora: Person
) -> None:
    with refused("no-member"):
        make.met(operating, carmen)
    with refused("to-come"):
        make.met(operating, dora, held_on=local_day() + timedelta(days=5))
    with refused("no-contribution"):
        make.met(operating, dora, reference="MEC-1999-001-II-001")
    meeting = make.met(operating, dora)
    told = {**make.MEETING, "held_on": local_day() - timedelta(days=2)}
    with refused("nothing-changed"):
        services.meeting_correct(meeting=meeting, base=1, values=told, reason="Sí.", by=dora)
    with refused("reason-needed"):
        services.meeting_correct(meeting=meeting, base=1, values={**told, "said": "x"}, reason=" ", by=dora)
    with refused("not-your-record"):
        services.meeting_correct(meeting=meeting, base=1, values={**told, "said": "x"}, reason="Sí.", by=bruno)
    with refused("own-record"):
        services.meeting_remark(meeting=meeting, text="x", language="es", by=dora, key="k")
    assert meeting.versions.count() == 1


def test_an_empty_register_says_what_comes_next_and_a_full_one_asks_as_often(
    client_of: Browser, operating: Consultation, dora: Person, carmen: Person
) -> None:
    client, counts = warm(client_of(carmen)), []
    path = f"/en/procesos/{operating.reference}/reuniones/"
    assert "No meeting is recorded yet" in client.get(path).content.decode()
    for many in (3, 27):
        for _ in range(many):
            make.met(operating, dora)
        counts.append(queries_of(lambda: client.get(path)))
    assert counts[0] == counts[1]
