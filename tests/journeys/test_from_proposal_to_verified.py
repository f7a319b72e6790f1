"""One proposal through all six steps: received, answered, deliberated, agreed, implemented by two keys, verified."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.deliberation.taking_up.services import steps_after
from consultations.modes.opinion.models import Submission
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.core import commands as c
from sessions.models import Agreement
from tests.conftest import Cast
from tests.day import local_day
from tests.factories import comanagement, surveillance
from tests.factories import consultations as processes
from tests.factories import opinion as make
from tests.factories import sessions as live
from tests.factories.incidencia import accept_notice
from tests.journeys.conftest import Visit, sign_in
from tests.journeys.place import fill
from tests.journeys.proposing import judges_it_answered

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
STEPS = ["Recibida", "Respondida", "Deliberada", "Acordada", "Cumplida", "Verificada"]


@pytest.fixture
def process(cast: Cast, agency: object) -> Consultation:
    """In operation, with a question, joint tasks and surveillance open."""
    alba, bruno, dora = (cast[name] for name in ("alba", "bruno", "dora"))
    for person in (alba, bruno, dora):
        accept_notice(person)  # type: ignore[arg-type]
    made = processes.operating(agency, alba, civil=bruno, official=dora)  # type: ignore[arg-type]
    make.asked(made, alba)  # type: ignore[arg-type]
    made.levels.get_or_create(level=Level.SURVEILLANCE.value, defaults={"reason_es": "Se comprueba lo acordado."})
    comanagement.working(made, alba)  # type: ignore[arg-type]
    surveillance.watched(made, alba)  # type: ignore[arg-type]
    return made


def test_a_proposal_is_answered_agreed_done_and_verified_and_its_trail_says_so(
    visit: Visit, cast: Cast, process: Consultation
) -> None:
    alba, bruno, dora = cast["alba"], cast["bruno"], cast["dora"]
    phone, official, convener = visit(bruno, viewport=PHONE), visit(dora), visit(alba)
    sent = _sends(phone, process, bruno)  # type: ignore[arg-type]
    make.answered([sent], drafter=dora, reader=alba, signer=alba)  # type: ignore[arg-type]
    phone.goto(f"/aportaciones/{sent.contribution.reference}/")
    judges_it_answered(phone)
    agreement = _is_agreed(convener, process, sent.contribution.reference)
    task = _is_done_by_two_keys(phone, official, process, agreement, bruno, dora)  # type: ignore[arg-type]
    checklist = _is_verified(phone, official, process, agreement, bruno, dora)  # type: ignore[arg-type]
    phone.goto(f"/aportaciones/{sent.contribution.reference}/")
    expect(phone.locator(".trail li.done b")).to_have_text(STEPS)
    for act in (agreement.reference, task, checklist):
        expect(phone.locator(".trail")).to_contain_text(act)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.locator(".trail a", has_text=checklist).click()
    expect(phone.locator("main")).to_contain_text("¿Se publicó la lista?")


def _sends(phone: Page, process: Consultation, by: Person) -> Submission:
    question = process.activities.get(level=Level.OPINION.value)
    phone.goto(f"/procesos/{process.reference}/actividades/{question.place}/preguntas/1/proponer/")
    form = phone.locator("form[data-draft]")
    fill(form, title="Publicar la lista de medicamentos", position="for", text="Sin ella nadie sabe qué falta.")
    form.locator("[name=speaking_as]").select_option(index=2)
    form.locator("button[value=preview]").click()
    phone.locator("main form button").last.click()
    phone.wait_for_url("**/aportaciones/*/")
    sent = Submission.objects.select_related("contribution__consultation").get()
    assert sent.contribution.author == by
    return sent


def _is_agreed(convener: Page, process: Consultation, reference: str) -> Agreement:
    """On the agenda by the page; in the room by its commands, which have walks of their own."""
    session = live.session_open(series=process.reference)
    convener.goto(f"/procesos/{process.reference}/sesiones/{session.number}/aportaciones/")
    fill(convener.locator("main form").last, item="i5", reference=reference)
    convener.locator("main form").last.locator("button").last.click()
    expect(convener.locator("main")).to_contain_text(reference)
    live.agree(session, "Publicar la lista de medicamentos cada mes.")
    live.play(session, "alba", c.ReadAgreement("A1"))
    live.play(session, "alba", c.CloseSession())
    steps_after(session.pk)
    return Agreement.objects.get(session=session)


def _is_done_by_two_keys(
    phone: Page, official: Page, process: Consultation, agreement: Agreement, bruno: Person, dora: Person
) -> str:
    place = process.activities.get(level=Level.COMANAGEMENT.value).place
    phone.goto(f"/procesos/{process.reference}/actividades/{place}/tareas/nueva/?acuerdo={agreement.reference}")
    civil, public = (seats.seat_of(person, process) for person in (bruno, dora))
    assert civil
    assert public
    fill(
        phone.locator("main form.form"), title="Publicar la lista", goal="Que se sepa dónde falta.", language="es",
        civil=str(civil.pk), public=str(public.pk), due_on=(local_day() + timedelta(days=30)).isoformat(),
        **{"d-0-what": "La lista de noviembre", "d-0-criterion": "Está en línea y abierta"},
    )  # fmt: skip
    phone.locator("main form.form [name=speaking_as]").select_option(value="self")
    phone.locator("main form.form .actions button").click()
    phone.wait_for_url("**/aportaciones/*-V-001/")
    task = phone.url.rstrip("/").rsplit("/", 1)[1]
    _acts(official, task, "tarea/aceptar/")
    _acts(phone, task, "tarea/entregar/", evidence_1="Está en línea desde hoy.")
    _acts(phone, task, "tarea/resultado/aceptar/")
    expect(phone.locator("main")).not_to_contain_text("Cumplida a tiempo")
    _acts(official, task, "tarea/resultado/aceptar/")
    official.goto(f"/aportaciones/{task}/")
    expect(official.locator("main")).to_contain_text("aceptado por ambas partes")
    return task


def _is_verified(
    phone: Page, official: Page, process: Consultation, agreement: Agreement, bruno: Person, dora: Person
) -> str:
    place = process.activities.get(level=Level.SURVEILLANCE.value).place
    phone.goto(f"/procesos/{process.reference}/actividades/{place}/listas/nueva/")
    form = phone.locator("main form.form")
    fill(form, title="Lo acordado sobre la lista", about="El acuerdo de la sesión.", language="es")
    form.locator("[name=speaking_as]").select_option(value="self")
    form.locator(".actions button").first.click()
    phone.wait_for_url("**/aportaciones/*-VI-001/**")
    checklist = next(part for part in phone.url.split("/") if "-VI-" in part)
    _acts(
        phone, checklist, "puntos/nuevo/", reference=agreement.reference, question="¿Se publicó la lista?",
        method="document", weight="1", months="12",
    )  # fmt: skip
    _acts(phone, checklist, "rondas/nueva/", notice_days="1", reply_days="1")
    _acts(phone, checklist, "rondas/1/anunciar/")
    with _days_later(phone, official, people=(bruno, dora), days=5):
        _acts(
            phone, checklist, "rondas/1/campo/1/", answer="yes", found="La lista está en línea.",
            link="https://example.org/lista", on=(local_day() - timedelta(days=1)).isoformat(),
        )  # fmt: skip
        _acts(phone, checklist, "rondas/1/enviar/")
        _acts(official, checklist, "rondas/1/respuesta/1/", status="done", text="Se publicó el lunes.")
        _acts(official, checklist, "rondas/1/respuesta/completa/")
        _acts(phone, checklist, "rondas/1/publicar/")
    return checklist


@contextmanager
def _days_later(*pages: Page, people: tuple[Person, Person], days: int) -> Iterator[None]:
    """Within, server and services stand so many days on; whoever was signed in for too long signs in again."""
    with time_machine.travel(now() + timedelta(days=days)):
        for page, person in zip(pages, people, strict=True):
            page.context.clear_cookies()
            sign_in(page, person)
        yield


def _acts(page: Page, thing: str, path: str, /, **fields: str) -> None:
    """Open the page of an act, fill its form and send it; what is refused stays on the page and fails here."""
    address = f"/aportaciones/{thing}/{path}"
    page.goto(address)
    form = page.locator(f"main form[action*='{address}']").last
    fill(form, **fields)
    form.locator("button.button:not(.quiet)").last.click()
    page.wait_for_url(lambda url: not url.rstrip("/").endswith(address.rstrip("/")))
