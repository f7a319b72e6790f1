"""Dates and ends with the other lead's assent; blocks and disputes, which go to the next agenda."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import translation

from consultations.activities.models import Activity
from consultations.matters import matters_of
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import Task, TaskShift, WaitsFor
from consultations.modes.comanagement.queries import Standing, figures_of, standing, whole
from consultations.modes.comanagement.services import (
    Standstill,
    cancel_ask,
    dispute_settle,
    lead_name,
    result_accept,
    shift_answer,
    shift_ask,
    task_block,
    task_dispute,
    task_unblock,
    task_withdraw,
)
from consultations.modes.comanagement.states import State
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.terms import today
from tests.conftest import Cast
from tests.consultations.conftest import refused
from tests.factories import comanagement as make

pytestmark = pytest.mark.django_db
LATER = "Dos entidades entregan tarde."


def stands(task: Task) -> Standing:
    """How it stands, read again."""
    return standing(whole().get(pk=task.pk))


@pytest.mark.engine
@pytest.mark.guideline("G8.V")
def test_a_date_moves_with_a_reason_and_the_other_leads_assent(
    together: Activity, bruno: Person, dora: Person
) -> None:
    task = make.begun(together, bruno, dora)
    first, after = task.due_on, task.due_on + timedelta(days=9)
    shift = shift_ask(task=task, after=after, reason=LATER, by=bruno)
    assert make.fresh(task).due_on == first
    assert stands(task).waits == {"public"}
    with refused("own-wish"):
        shift_answer(shift=shift, assent=True, because="", by=bruno)
    shift_answer(shift=shift, assent=True, because="", by=dora)
    task = make.fresh(task)
    assert (task.due_on, task.baseline_on) == (after, first)
    with refused("answered"):
        shift_answer(shift=shift, assent=True, because="", by=dora)


def test_a_date_stays_where_the_other_lead_says_why_not(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.begun(together, bruno, dora)
    shift = shift_ask(task=task, after=task.due_on + timedelta(days=9), reason=LATER, by=dora)
    with refused("reason-needed"):
        shift_answer(shift=shift, assent=False, because=" ", by=bruno)
    shift_answer(shift=shift, assent=False, because="Hay tiempo.", by=bruno)
    assert make.fresh(task).due_on == task.due_on


def test_a_date_is_not_moved_without_a_reason_nor_into_the_past(
    together: Activity, bruno: Person, dora: Person
) -> None:
    task = make.begun(together, bruno, dora)
    with refused("reason-needed"):
        shift_ask(task=task, after=task.due_on + timedelta(days=2), reason="\n ", by=bruno)
    with refused("past"):
        shift_ask(task=task, after=today() - timedelta(days=1), reason=LATER, by=bruno)
    with refused("same-date"):
        shift_ask(task=task, after=task.due_on, reason=LATER, by=bruno)
    asked = shift_ask(task=task, after=today() + timedelta(days=2), reason=LATER, by=bruno)
    with refused("waits"):
        shift_ask(task=task, after=today() + timedelta(days=3), reason=LATER, by=dora)
    with time_machine.travel(now() + timedelta(days=5)), refused("past"):
        shift_answer(shift=asked, assent=True, because="", by=dora)


def test_the_database_refuses_that_who_asked_assents(together: Activity, bruno: Person, dora: Person) -> None:
    shift = shift_ask(
        task=make.begun(together, bruno, dora), after=today() + timedelta(days=2), reason=LATER, by=bruno
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskShift.objects.filter(pk=shift.pk).update(
            answered_at=now(), answered_by=bruno, answered_as="x", assented=True
        )


def test_only_leads_ask_and_only_once_it_began(
    together: Activity, seated: Cast, bruno: Person, dora: Person, elias: Person
) -> None:
    task = make.proposed(together, bruno, dora)
    with refused("not-begun"):
        shift_ask(task=task, after=today() + timedelta(days=2), reason=LATER, by=bruno)
    task = make.begun(together, bruno, dora)
    for name in ("alba", "carmen", "elias", "fatima"):
        with refused("not-a-lead"):
            shift_ask(task=task, after=today() + timedelta(days=2), reason=LATER, by=seated[name])  # type: ignore[arg-type]


def test_the_side_assents_by_whoever_leads_it_now(
    together: Activity, seated: Cast, bruno: Person, dora: Person, elias: Person
) -> None:
    task = make.begun(together, bruno, dora)
    shift = shift_ask(task=task, after=today() + timedelta(days=2), reason=LATER, by=dora)
    lead_name(task=task, member=seats.seat_of(elias, together.consultation), reason="Relevo.", by=elias)
    with refused("own-wish"):
        shift_answer(shift=shift, assent=True, because="", by=elias)
    shift_answer(shift=shift, assent=True, because="", by=bruno)


def test_it_is_cancelled_with_the_other_leads_assent(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.begun(together, bruno, dora)
    shift = cancel_ask(task=task, reason="Ya lo hizo otra oficina.", by=dora)
    assert stands(task).state is State.IN_PROGRESS
    shift_answer(shift=shift, assent=True, because="", by=bruno)
    assert stands(task).state is State.CANCELLED
    assert figures_of(together.consultation).cancelled == 1
    with refused("over"):
        cancel_ask(task=task, reason="Otra vez.", by=dora)


def test_who_proposed_takes_it_back_only_before_it_begins(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.proposed(together, bruno, dora)
    with refused("not-yours"):
        task_withdraw(task=task, reason="No.", by=dora)
    task_withdraw(task=task, reason="Se propone de otro modo.", by=bruno)
    assert stands(task).state is State.CANCELLED
    with refused("not-yours"):
        task_withdraw(task=make.begun(together, bruno, dora), reason="Tarde.", by=bruno)


def test_a_block_names_who_must_act_and_ends_by_an_act(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.begun(together, bruno, dora)
    third = WaitsFor.THIRD
    for still, code in (
        (Standstill(third, " ", today(), "Sin prueba de color"), "whom-missing"),
        (Standstill(third, "La imprenta", today() + timedelta(days=1), "Sin prueba"), "since-when"),
        (Standstill(third, "La imprenta", today() - timedelta(days=90), "Sin prueba"), "since-when"),
        (Standstill(third, "La imprenta", today(), " "), "reason-needed"),
    ):
        with refused(code):
            task_block(task=task, standstill=still, by=bruno)
    task_block(task=task, standstill=Standstill(third, "La imprenta", today(), "Sin prueba de color"), by=bruno)
    row = stands(task)
    assert (row.state, row.waits, row.waits_words) == (State.BLOCKED, {"third"}, "La imprenta")
    with refused("reason-needed"):
        task_unblock(task=task, how="", by=dora)
    task_unblock(task=task, how="Llegó la prueba.", by=dora)
    assert stands(task).state is State.IN_PROGRESS


@pytest.mark.guideline("G33")
def test_a_dispute_goes_to_the_next_agenda_until_both_settle_it_in_the_same_words(
    together: Activity, bruno: Person, dora: Person, mailoutbox: list[mail.EmailMessage]
) -> None:
    task = make.begun(together, bruno, dora)
    assert matters_of(together.consultation) == []
    task_dispute(task=task, reason="¿En línea o no?", by=bruno)
    with refused("not-in-progress"):
        task_dispute(task=task, reason="Otra vez", by=dora)
    matter = matters_of(together.consultation)[0]
    assert matter.reference == task.contribution.reference
    assert matter.title == task.contribution.title
    dispute_settle(task=task, words="Dos en sala y una en línea", by=bruno)
    dispute_settle(task=task, words="Dos en sala y una en linea", by=dora)
    assert stands(task).state is State.DISPUTED
    dispute_settle(task=task, words="Dos en sala y una  en línea", by=dora)
    assert stands(task).state is State.IN_PROGRESS
    assert matters_of(together.consultation) == []
    assert task.disputes.get().settled_as


@pytest.mark.guideline("G33")
def test_a_task_that_cant_go_on_goes_to_the_next_agenda_until_it_does(
    together: Activity, bruno: Person, dora: Person
) -> None:
    task = make.begun(together, bruno, dora)
    still = Standstill(WaitsFor.THIRD, "La imprenta", today(), "Sin prueba de color")
    task_block(task=task, standstill=still, by=bruno)
    with translation.override("en"):
        assert [(m.reference, m.why) for m in matters_of(together.consultation)] == [
            (task.contribution.reference, "The task can't go on.")
        ]
    task_dispute(task=task, reason="¿En línea o no?", by=bruno)
    with translation.override("en"):
        assert [m.why for m in matters_of(together.consultation)] == ["Its leads disagree: the task is in dispute."]
    dispute_settle(task=task, words="En sala", by=bruno)
    dispute_settle(task=task, words="En sala", by=dora)
    for row in task.blocks.filter(ended_at__isnull=True):
        assert [m.reference for m in matters_of(together.consultation)] == [row.task.contribution.reference]
        task_unblock(task=task, how="Llegó la prueba.", by=dora)
    assert matters_of(together.consultation) == []


def test_a_result_waits_while_its_task_is_in_dispute(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.delivered(together, bruno, dora)
    task_dispute(task=task, reason="¿Es la tabla?", by=dora)
    with refused("not-delivered"):
        result_accept(task=task, number=1, by=bruno)


def test_a_matter_of_members_is_named_without_its_title(
    together: Activity, alba: Person, bruno: Person, dora: Person
) -> None:
    inside = make.working(together.consultation, alba, visibility="members")
    task = make.begun(inside, bruno, dora, title="Lo que no debe salir")
    task_dispute(task=task, reason="¿Cuándo?", by=dora)
    assert "no debe salir" not in str(matters_of(together.consultation))


def test_overdue_is_read_from_the_clock(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.begun(together, bruno, dora)
    assert not stands(task).is_late
    with time_machine.travel(now() + timedelta(days=31)):
        assert stands(task).is_late
        assert figures_of(together.consultation).overdue == 1
    with time_machine.travel(now() + timedelta(days=40)):
        make.hand_in(task, bruno)
        for who in (bruno, dora):
            result_accept(task=task, number=1, by=who)
        counted = figures_of(together.consultation)
        assert (counted.done, counted.done_on_time, counted.overdue) == (1, 0, 0)
