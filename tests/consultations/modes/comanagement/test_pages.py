"""The pages of level V: proposing, the list and the board, the acts of the leads, my tasks, data."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk.sources import waiting_for
from consultations.moderation.models import Rule
from consultations.moderation.services import contribution_hide
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import Task
from consultations.modes.comanagement.services import note_add, result_return, shift_ask, task_dispute
from consultations.modes.table import MODES
from consultations.own_data import collect
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.models import Organization
from incidencia.organizations.speaking import voices
from incidencia.organizations.terms import today
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import comanagement as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
ROWS = {"d-TOTAL_FORMS": "3", "d-INITIAL_FORMS": "0", "d-0-what": "Tabla", "d-0-criterion": "Cubre las 32 entidades"}


def page_of(at: Activity) -> str:
    """The page of the activity."""
    return f"/en/procesos/{at.consultation.reference}/actividades/{at.place}/"


def act(task: Task, path: str = "") -> str:
    """The page of the task, or of an act on it."""
    return f"/en/aportaciones/{task.contribution.reference}/{path}"


def typed(at: Activity, civil: Person, official: Person, **changes: Any) -> dict[str, Any]:
    """What a member types to propose a task."""
    of = at.consultation
    civil_seat, public_seat = seats.seat_of(civil, of), seats.seat_of(official, of)
    assert civil_seat
    assert public_seat
    return {
        "title": "Publicar cifras", "goal": "Que se sepa.", "line": make.line_of(of, of.coordinator.person).pk,
        "civil": civil_seat.pk, "public": public_seat.pk, "due_on": (today() + timedelta(days=30)).isoformat(),
        "language": "es", "speaking_as": "self", "key": "llave", **ROWS, **changes,
    }  # fmt: skip


def test_agreement_and_line_are_told_as_one_of_two_only_where_there_are_lines(
    client_of: Browser, together: Activity, alba: Person, bruno: Person
) -> None:
    client, page = client_of(bruno), f"{page_of(together)}tareas/nueva/"
    alone = client.get(page).content.decode()
    assert "(this, the other, or both)" not in alone
    assert 'name="agreement" required' in alone
    make.line_of(together.consultation, alba)
    both = client.get(page).content.decode()
    assert both.count("(this, the other, or both)") == 2
    assert 'name="agreement" required' not in both


@pytest.mark.guideline("G11.V", "G16", "A7")
def test_a_task_goes_from_its_form_to_both_keys(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, red_norte: Organization,
    mailoutbox: list[mail.EmailMessage], django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    of_bruno, of_dora = client_of(bruno), client_of(dora)
    form = of_bruno.get(f"{page_of(together)}tareas/nueva/").content.decode()
    assert "no working or economic relationship" in form
    said = typed(together, bruno, dora, speaking_as=str(red_norte.pk))
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            assert of_bruno.post(f"{page_of(together)}tareas/nueva/", said).status_code == 303
    task = Task.objects.get()
    assert task.contribution.organization == red_norte
    assert [letter.to for letter in mailoutbox] == [[dora.email]]
    for browser, path, data in (
        (of_dora, "tarea/aceptar/", {}),
        (of_bruno, "tarea/nota/", {"text": "Vamos bien.", "key": "n1"}),
        (
            of_bruno,
            "tarea/entregar/",
            {"evidence_1": "La tabla está completa.", "links": "https://cifras.example.org"},
        ),
        (of_bruno, "tarea/resultado/aceptar/", {"number": "1"}),
        (of_dora, "tarea/resultado/devolver/", {"number": "1", "reason": "Falta una entidad."}),
        (of_dora, "tarea/entregar/", {"evidence_1": "Ya están todas."}),
        (of_dora, "tarea/resultado/aceptar/", {"number": "2"}),
        (of_bruno, "tarea/resultado/aceptar/", {"number": "2"}),
    ):
        assert browser.get(act(task, path)).status_code == 200, path
        assert browser.post(act(task, path), data).status_code == 303, path
    page = client_of(AnonymousUser()).get(act(task)).content.decode()
    for words in ("Done on time", "Vamos bien.", "Falta una entidad.", "accepted by both", "no working or economic"):
        assert words in page
    for word in ("salary", "hours worked"):
        assert word not in page


def test_the_leads_acts_have_their_pages(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, elias: Person, seated: Cast
) -> None:
    task = make.begun(together, bruno, dora)
    of_bruno, of_dora, of_elias = client_of(bruno), client_of(dora), client_of(elias)
    later = (task.due_on + timedelta(days=9)).isoformat()
    seat = seats.seat_of(elias, together.consultation)
    assert seat
    for browser, path, data in (
        (of_bruno, "tarea/fecha/", {"after": later, "reason": "Tarde."}),
        (of_dora, "cambio", {"assent": "yes"}),
        (
            of_dora,
            "tarea/detener/",
            {"waits_for": "third", "whom": "La imprenta", "since": today(), "reason": "Prueba"},
        ),
        (of_bruno, "tarea/reanudar/", {"how": "Llegó."}),
        (of_bruno, "tarea/desacuerdo/", {"reason": "¿En línea?"}),
        (of_bruno, "tarea/desacuerdo/resolver/", {"words": "Dos en sala."}),
        (of_dora, "tarea/desacuerdo/resolver/", {"words": "Dos en sala."}),
        (of_elias, "tarea/responsable/", {"member": seat.pk, "reason": "Relevo."}),
        (of_elias, "tarea/cancelar/", {"reason": "Sobra."}),
        (of_bruno, "cambio", {"assent": "no", "because": "Sirve."}),
    ):
        address = path if path != "cambio" else f"tarea/cambios/{task.shifts.latest('at').pk}/"
        assert browser.get(act(task, address)).status_code == 200, path
        assert browser.post(act(task, address), data).status_code == 303, path
    page = of_elias.get(act(task)).content.decode()
    for words in ("Tarde.", "La imprenta", "Llegó.", "Dos en sala.", "Relevo.", "Sobra.", "Sirve."):
        assert words in page
    assert make.fresh(task).due_on.isoformat() == later


def test_before_it_begins_it_is_declined_or_taken_back(
    client_of: Browser, together: Activity, bruno: Person, dora: Person
) -> None:
    task = make.proposed(together, bruno, dora)
    for browser, path, data in (
        (client_of(dora), "tarea/declinar/", {"reason": "No es mi materia."}),
        (client_of(bruno), "tarea/retirar/", {"reason": "Se propone de otro modo."}),
    ):
        assert browser.get(act(task, path)).status_code == 200
        assert browser.post(act(task, path), data).status_code == 303
    page = client_of(AnonymousUser()).get(act(task)).content.decode()
    assert "Cancelled" in page
    assert "No es mi materia." in page


ACTS = [
    "tarea/entregar/", "tarea/fecha/", "tarea/cancelar/", "tarea/detener/", "tarea/reanudar/", "tarea/desacuerdo/",
    "tarea/desacuerdo/resolver/", "tarea/resultado/aceptar/", "tarea/resultado/devolver/",
]  # fmt: skip


@pytest.mark.parametrize("path", ACTS)
def test_acts_of_leads_are_for_leads(
    client_of: Browser, together: Activity, seated: Cast, bruno: Person, dora: Person, path: str
) -> None:
    task = make.delivered(together, bruno, dora)
    for name in ("alba", "carmen", "elias", "fatima", "root"):
        assert client_of(seated[name]).get(act(task, path)).status_code == 403, name
        assert client_of(seated[name]).post(act(task, path)).status_code == 403, name
    assert client_of(seated["nobody"]).get(act(task, path)).status_code == 302
    for who in (bruno, dora):
        assert client_of(who).get(act(task, path)).status_code == 200


@pytest.mark.parametrize(("path", "who"), [
    ("tarea/nota/", {"bruno", "dora", "elias"}), ("tarea/responsable/", {"bruno", "dora", "elias"}),
    ("tarea/aceptar/", {"dora"}), ("tarea/declinar/", {"dora"}), ("tarea/retirar/", {"bruno"}),
])  # fmt: skip
def test_the_other_acts_are_for_whom_they_concern(
    client_of: Browser, together: Activity, seated: Cast, bruno: Person, dora: Person, path: str, who: set[str]
) -> None:
    task = make.proposed(together, bruno, dora)
    for name, someone in seated.items():
        wanted = 200 if name in who else 302 if name == "nobody" else 403
        assert client_of(someone).get(act(task, path)).status_code == wanted, name


def test_what_only_members_read_has_no_page_for_others(
    client_of: Browser, together: Activity, seated: Cast, alba: Person, bruno: Person, dora: Person
) -> None:
    inside = make.working(together.consultation, alba, visibility="members")
    task = make.delivered(inside, bruno, dora, title="Lo que no debe salir")
    for path in ("", *ACTS, "tarea/nota/", "tarea/archivos/1/"):
        assert client_of(seated["carmen"]).get(act(task, path)).status_code == 404, path
    assert client_of(seated["carmen"]).get(f"{page_of(inside)}tareas.csv").status_code == 403
    assert "no debe salir" not in client_of(seated["carmen"]).get(page_of(inside)).content.decode()
    assert "no debe salir" in client_of(bruno).get(page_of(inside)).content.decode()


def test_a_row_more_keeps_what_was_typed(client_of: Browser, together: Activity, bruno: Person, dora: Person) -> None:
    said = typed(together, bruno, dora, act="more", title="A medias", **{"d-1-what": "Otra cosa"})
    page = client_of(bruno).post(f"{page_of(together)}tareas/nueva/", said).content.decode()
    assert 'value="A medias"' in page
    assert 'value="Otra cosa"' in page
    assert 'name="d-4-what"' in page
    assert not Task.objects.exists()


def test_a_filter_and_the_board_show_what_they_say(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, seated: Cast, elias: Person
) -> None:
    mine = make.proposed(together, bruno, dora, title="Espera a Dora")
    make.delivered(together, bruno, elias, title="Entregada ya")
    late = make.begun(together, bruno, elias, title="Atrasada ya")
    Task.objects.filter(pk=late.pk).update(due_on=today() - timedelta(days=2))
    of_dora, at = client_of(dora), page_of(together)
    assert "Entregada ya" not in of_dora.get(f"{at}?filtro=mias").content.decode()
    assert "Espera a Dora" not in of_dora.get(f"{at}?filtro=otra").content.decode()
    overdue = of_dora.get(f"{at}?filtro=vencidas").content.decode()
    assert "Atrasada ya" in overdue
    assert "Espera a Dora" not in overdue
    for reader in (of_dora, client_of(seated["nobody"])):
        board = reader.get(f"{at}?vista=tablero").content.decode()
        assert board.index("Espera a Dora") < board.index("Atrasada ya") < board.index("Entregada ya")
        assert reader.get(f"{at}?filtro=%00x&vista=%00&page=zzz").status_code == 200
    assert "Espera a Dora" in client_of(seated["nobody"]).get(f"{at}?filtro=publica").content.decode()
    assert mine.contribution.reference in client_of(dora).get("/en/procesos/mis-tareas/").content.decode()


def test_the_list_asks_as_often_for_many_tasks(
    client_of: Browser, together: Activity, bruno: Person, dora: Person
) -> None:
    browser, at = warm(client_of(dora)), page_of(together)
    for _n in range(3):
        make.begun(together, bruno, dora)
    pages = (at, f"{at}?vista=tablero", "/en/procesos/mis-tareas/", "/en/pendientes/")
    few = [queries_of(lambda page=page: browser.get(page)) for page in pages]  # type: ignore[misc]
    for _n in range(27):
        make.begun(together, bruno, dora)
    assert [queries_of(lambda page=page: browser.get(page)) for page in pages] == few  # type: ignore[misc]
    assert few[0] <= 15


def test_the_page_of_a_task_asks_as_often_whatever_happened(
    client_of: Browser, together: Activity, bruno: Person, dora: Person
) -> None:
    browser, task = warm(client_of(dora)), make.delivered(together, bruno, dora)
    note_add(task=task, text="Va.", files=(), by=bruno, key="primera")
    browser.get(act(task))
    few = queries_of(lambda: browser.get(act(task)))
    for n in range(6):
        result_return(task=task, number=n + 1, reason="Falta.", by=dora)
        make.hand_in(task, bruno)
        note_add(task=task, text="Va.", files=(), by=dora, key=str(n))
    assert queries_of(lambda: browser.get(act(task))) == few


def test_what_waits_for_leads_is_on_their_desk(together: Activity, bruno: Person, dora: Person) -> None:
    def desk(person: Person) -> list[str]:
        return [row.title for row in waiting_for(person) if "/aportaciones/" in row.href]

    task = make.proposed(together, bruno, dora, title="Cifras")
    assert len(desk(dora)) == 1
    assert desk(bruno) == []
    soon = make.delivered(together, bruno, dora, title="Casos", due_on=today() + timedelta(days=3))
    assert len(desk(bruno)) == 1
    assert len(desk(dora)) == 2
    shift_ask(task=soon, after=today() + timedelta(days=5), reason="Tarde.", by=bruno)
    task_dispute(task=soon, reason="No.", by=dora)
    assert len(desk(dora)) == 3
    assert all(row.due is None or row.due > now() for row in waiting_for(dora))
    assert task.leads.count() == 2


def test_own_data_tells_every_act(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.done(together, bruno, dora, title="Cifras")
    told = str(collect(dora))
    assert task.contribution.reference in told
    assert "Entregado: Tabla de abasto" in str(collect(bruno))


def test_data_is_a_table_no_spreadsheet_runs(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    make.done(together, bruno, dora, title="=1+1", goal="@suma")
    make.proposed(together, bruno, dora, title="Otra")
    answer = client_of(nobody).get(f"{page_of(together)}tareas.csv")
    lines = b"".join(answer).decode().splitlines()  # type: ignore[arg-type]
    assert len(lines) == 3
    assert "'=1+1" in lines[1]
    assert "'@suma" in lines[1]
    as_json = b"".join(client_of(nobody).get(f"{page_of(together)}datos.jsonl")).decode()  # type: ignore[arg-type]
    assert [json.loads(line)["state"] for line in as_json.splitlines()] == ["done", "proposed"]
    rows = list(MODES[make.Level.COMANAGEMENT].records(together))
    assert [row["state"] for row in rows] == ["done", "proposed"]


def test_the_mode_takes_a_task_without_a_page(together: Activity, bruno: Person, dora: Person) -> None:
    mode, said = MODES[make.Level.COMANAGEMENT], typed(together, bruno, dora)
    pairs = [("Tabla", "Cubre las 32 entidades")]
    made = mode.contribute(voices(bruno)[0], together, {**said, "deliverables": pairs})
    assert isinstance(made, Contribution)
    assert made.reference.endswith("-V-001")
    with refused("deliverable-missing"):
        mode.contribute(voices(bruno)[0], together, {**said, "key": "otra"})
    with refused("incomplete"):
        mode.contribute(
            voices(bruno)[0], together, {**said, "key": "otra", "due_on": "2020-01-01", "deliverables": pairs}
        )
    assert next(figure.number for figure in mode.results(together)) == 1


def test_a_file_of_a_result_is_downloaded_by_who_reads_the_task(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    task = make.begun(together, bruno, dora)
    file = SimpleUploadedFile("tabla.csv", b"entidad,abasto\nOaxaca,3\n")
    said = {"evidence_1": "La tabla.", "evidence_2": "La nota.", "attachments": file}
    assert client_of(bruno).post(act(task, "tarea/entregar/"), said).status_code == 303
    kept = task.results.get().attachments.get()
    answer = client_of(nobody).get(act(task, f"tarea/archivos/{kept.pk}/"))
    assert b"Oaxaca,3" in b"".join(answer)  # type: ignore[arg-type]
    other = make.begun(together, bruno, dora)
    assert client_of(nobody).get(act(other, f"tarea/archivos/{kept.pk}/")).status_code == 404


def test_what_moderation_hides_has_no_words_in_lists_pages_and_data(
    client_of: Browser, together: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    task = make.delivered(together, bruno, dora, title="Palabra fea", goal="Meta fea")
    contribution_hide(contribution=task.contribution, rule=Rule.ADVERT, reason="Anuncia.", by=dora)
    browser = client_of(nobody)
    for address in (
        page_of(together),
        f"{page_of(together)}?vista=tablero",
        act(task),
        f"{page_of(together)}tareas.csv",
    ):
        answer = browser.get(address)
        text = (b"".join(answer) if answer.streaming else answer.content).decode()  # type: ignore[arg-type]
        assert "fea" not in text, address
        assert "Entregado: Tabla" not in text, address
    mine = client_of(bruno).get("/en/procesos/mis-tareas/").content.decode()
    assert "Hidden by moderation" in mine
    assert "fea" not in mine
