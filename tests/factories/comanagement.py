"""Joint tasks and programmes for tests, made by the real services."""

from datetime import date, timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.queries import found
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import Programme, ProgrammeLine, Task
from consultations.modes.comanagement.programmes import services as programmes
from consultations.modes.comanagement.services import (
    Proposal,
    deliver,
    lead_accept,
    propose,
    result_accept,
)
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.ids import new_token
from incidencia.organizations.terms import today
from tests.factories.opinion import PROMISE

DELIVERABLES = (("Tabla de abasto", "Cubre las 32 entidades"), ("Nota metodológica", "Dice cómo se contó"))


def working(of: Consultation, by: Person, *, publish: bool = True, **values: Any) -> Activity:
    """An activity of level V, open since an hour for ninety days."""
    of.levels.get_or_create(level=Level.COMANAGEMENT.value, defaults={"reason_es": "Se hace junto."})
    values = {
        "title_es": "Tareas conjuntas", "opens_at": now() - timedelta(hours=1),
        "closes_at": now() + timedelta(days=90), **PROMISE, **values,
    }  # fmt: skip
    made = activity_new(consultation=of, level=Level.COMANAGEMENT, values=values, by=by)
    if publish:
        made = activity_publish(activity=made, by=by)
    return found().get(pk=made.pk)


def drafted(of: Consultation, by: Person, *, kind: str = "work", lines: bool = True, **values: Any) -> Programme:
    """A programme that nobody else sees: two objectives, the first with two lines."""
    values = {
        "title_es": "Programa de trabajo", "title_en": "", "starts_on": date(2027, 1, 1),
        "ends_on": date(2027, 12, 31), **values,
    }  # fmt: skip
    made = programmes.programme_draft(consultation=of, kind=kind, values=values, by=by)
    if lines:
        first = programmes.objective_add(programme=made, text_es="Que haya abasto", text_en="", weight=3)
        programmes.line_add(objective=first, text_es="Cifras", text_en="", weight=1)
        programmes.line_add(objective=first, text_es="Casos", text_en="", weight=1)
        second = programmes.objective_add(programme=made, text_es="Que se sepa", text_en="", weight=1)
        programmes.line_add(objective=second, text_es="Difusión", text_en="", weight=1)
    return made


def published(of: Consultation, by: Person, **values: Any) -> Programme:
    """A programme that everybody reads."""
    made = programmes.programme_put(programme=drafted(of, by, **values), by=by)
    return programmes.programme_publish(programme=made, considered="Se vio en la primera sesión.", by=by)


def line_of(of: Consultation, by: Person) -> ProgrammeLine:
    """The first line of a published programme of the consultation, made now if there is none."""
    rows = ProgrammeLine.objects.filter(objective__programme__consultation=of)
    if not rows.filter(objective__programme__published_at__isnull=False).exists():
        published(of, by)
    return rows.filter(objective__programme__published_at__isnull=False).order_by("pk")[0]


def proposal(of: Consultation, civil: Person, official: Person, **changes: Any) -> Proposal:
    """What is proposed, led by these two; from a line of a programme unless an agreement is named."""
    if not changes.get("agreement") and "line" not in changes:
        changes["line"] = line_of(of, of.coordinator.person).pk
    return Proposal(
        **{
            "title": "Publicar cifras de abasto", "language": "es", "goal": "Que se sepa dónde falta.",
            "due_on": today() + timedelta(days=30), "civil": seats.seat_of(civil, of),
            "public": seats.seat_of(official, of), "deliverables": DELIVERABLES, **changes,
        }
    )  # fmt: skip


def proposed(at: Activity, civil: Person, official: Person, *, by: Person | None = None, **changes: Any) -> Task:
    """A task, proposed by the civil lead unless `by` says otherwise: who proposes it accepts by that."""
    return propose(
        activity=at, proposal=proposal(at.consultation, civil, official, **changes), by=by or civil,
        speaking_as="self", key=new_token(),
    )  # fmt: skip


def begun(at: Activity, civil: Person, official: Person, **changes: Any) -> Task:
    """A task in progress."""
    task = proposed(at, civil, official, **changes)
    for lead in task.leads.filter(accepted_at__isnull=True):
        lead_accept(lead=lead, by=lead.person)
    return fresh(task)


def delivered(at: Activity, civil: Person, official: Person, **changes: Any) -> Task:
    """A task whose result waits for both keys."""
    return hand_in(begun(at, civil, official, **changes), civil)


def hand_in(task: Task, by: Person, **evidence: str) -> Task:
    """Deliver a result for each deliverable."""
    said = {row.number: f"Entregado: {row.what}" for row in task.deliverables.all()}
    deliver(task=task, evidence=said, links=["https://cifras.example.org/tabla"], files=(), by=by)
    return fresh(task)


def done(at: Activity, civil: Person, official: Person, **changes: Any) -> Task:
    """A task with both keys turned."""
    task = delivered(at, civil, official, **changes)
    number = task.results.count()
    result_accept(task=task, number=number, by=civil)
    result_accept(task=task, number=number, by=official)
    return fresh(task)


def fresh(task: Task) -> Task:
    """The task as the database has it."""
    rows = Task.objects.select_related(
        "contribution__consultation__coordinator__person", "contribution__consultation__agency",
        "contribution__activity", "contribution__author", "agreement",
    )  # fmt: skip
    return rows.get(pk=task.pk)
