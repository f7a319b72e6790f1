"""A thread from its opening to its seal, by the pages."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.modes.dialogue.models import Thread
from incidencia.accounts.models import Person
from incidencia.mail.models import Outgoing
from incidencia.organizations.models import Organization

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
OPENING = {
    "title": "¿Quién vigila el abasto?", "text": "No hay **datos** públicos.", "language": "es",
    "question_1": "¿Cuántos frascos hay?", "question_2": "¿Quién los cuenta?",
}  # fmt: skip


def key_in(page: str) -> str:
    """The key of the form on a page."""
    found = re.search(r'name="key" value="([^"]+)"', page)
    assert found
    return found[1]


def act(client: Client, path: str, data: dict[str, object]) -> str:
    """Open the form, send it twice, and promise where it leads."""
    page = client.get(path)
    assert page.status_code == 200, page.content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page.content.decode())
    hidden = {"key": key[1]} if key else {}
    answer = client.post(path, {**data, **hidden})
    assert answer.status_code == 303, answer.content.decode()
    return answer.headers["Location"]


@pytest.mark.guideline("G11.II")
@pytest.mark.guideline("G8.I")
@pytest.mark.engine
def test_questions_are_answered_one_by_one_and_both_sides_conclude(
    client_of: Browser, talking: Activity, bruno: Person, dora: Person, nobody: AnonymousUser, red_norte: Organization
) -> None:
    civil, official, reader = client_of(bruno), client_of(dora), client_of(nobody)
    new = f"/en/procesos/{talking.consultation.reference}/actividades/{talking.place}/hilos/nuevo/"
    page = act(civil, new, {**OPENING, "speaking_as": str(red_norte.pk)})
    thread = Thread.objects.get()
    assert thread.contribution.organization == red_norte
    assert thread.contribution.reference.endswith("-II-001")
    assert "The authority owes the next word" in reader.get(page).content.decode()
    answers = {"text": "Se contesta lo primero.", "language": "es", "answer_1": "Hay doce mil frascos."}
    act(official, f"{page}intervenciones/nueva/?cita=1", {**answers, "quotes": ["1-0"]})
    shown = reader.get(page).content.decode()
    assert "Hay doce mil frascos." in shown
    assert "Civil society owes the next word" in shown
    assert "Power to make agreements" in shown
    act(official, f"{page}intervenciones/nueva/", {"text": "", "language": "es", "answer_2": "La oficina."})
    assert [kind for (kind,) in thread.contribution.steps.values_list("kind")] == ["received", "answered"]
    reply = {"text": "Falta lo segundo.", "language": "es", "question_1": "¿Y el plazo?"}
    act(civil, f"{page}intervenciones/nueva/", reply)
    parts = {"exchanged": "Se preguntó.", "agreed": "No se acordó nada.", "pending": "El plazo.", "language": "es"}
    act(official, f"{page}conclusion/proponer/", parts)
    act(civil, f"{page}conclusion/asentir/", {"number": 1})
    thread.refresh_from_db()
    shown = reader.get(page).content.decode()
    assert thread.end == "concluded"
    assert thread.conclusions.get().hash in shown
    assert Outgoing.objects.filter(to=bruno.email).count() >= 3
