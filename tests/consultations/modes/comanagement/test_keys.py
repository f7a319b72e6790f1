"""Two keys: a task begins with the yes of both leads, and is done when both accept its result."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from consultations.activities.models import Activity
from consultations.models import Consultation, TrailStep
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.holding import facts_of
from consultations.modes.comanagement.models import ResultKey, Task, TaskLead
from consultations.modes.comanagement.queries import figures_of, open_of_agreement, standing, whole
from consultations.modes.comanagement.services import (
    deliver,
    lead_accept,
    lead_decline,
    lead_name,
    note_add,
    propose,
    result_accept,
    result_return,
)
from consultations.modes.comanagement.states import State
from consultations.spine.models import Contribution, Kind
from consultations.spine.services import receive, step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import Voice
from sessions.models import Agreement
from tests.conftest import Cast
from tests.consultations.conftest import refused
from tests.factories import comanagement as make
from tests.factories import consultations as people
from tests.factories import sessions as live

pytestmark = pytest.mark.django_db


def state(task: Task) -> State:
    """Where a task stands, read again."""
    return standing(whole().get(pk=task.pk)).state


def agreed(of: Consultation) -> Agreement:
    """An agreement of a session of that consultation, in which bruno had a seat."""
    session = live.session_open(series=of.reference)
    live.agree(session, "Publicar las cifras.")
    return Agreement.objects.get(session=session)


@pytest.mark.guideline("G11.V")
def test_a_task_begins_when_the_leads_of_both_sides_accepted(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.proposed(together, bruno, dora)
    assert state(task) is State.PROPOSED
    assert task.leads.get(side="civil").accepted_at is not None
    lead_accept(lead=task.leads.get(side="public"), by=dora)
    assert state(task) is State.IN_PROGRESS
    assert make.fresh(task).started_at is not None


@pytest.mark.engine
@pytest.mark.guideline("G11.V", "G33")
def test_it_is_done_when_both_keys_are_turned_and_not_before(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.delivered(together, bruno, dora)
    result_accept(task=task, number=1, by=bruno)
    assert state(task) is State.DELIVERED
    with refused("side-accepted"):
        result_accept(task=task, number=1, by=bruno)
    assert state(task) is State.DELIVERED
    assert make.fresh(task).done_at is None
    result_accept(task=task, number=1, by=dora)
    assert state(task) is State.DONE
    assert make.fresh(task).done_at is not None


def test_the_database_holds_one_key_for_each_side_and_person(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.delivered(together, bruno, dora)
    result = task.results.get()
    ResultKey.objects.create(result=result, side="civil", person=bruno, acted_as="x")
    for side, person in (("civil", dora), ("public", bruno)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ResultKey.objects.create(result=result, side=side, person=person, acted_as="x")


def test_the_database_holds_one_lead_for_each_side_and_an_origin(
    together: Activity, bruno: Person, dora: Person, carmen: Person
) -> None:
    task = make.proposed(together, bruno, dora)
    other = people.member(together.consultation, carmen)
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskLead.objects.create(task=task, side="civil", person=carmen, member=other, named_by=bruno, named_as="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(line=None)


def test_a_result_is_returned_with_a_reason_and_its_keys_count_no_more(
    together: Activity, bruno: Person, dora: Person
) -> None:
    task = make.delivered(together, bruno, dora)
    result_accept(task=task, number=1, by=bruno)
    with refused("reason-needed"):
        result_return(task=task, number=1, reason=" ", by=dora)
    result_return(task=task, number=1, reason="Faltan tres entidades.", by=dora)
    assert state(task) is State.IN_PROGRESS
    make.hand_in(task, bruno)
    result_accept(task=task, number=2, by=dora)
    assert state(task) is State.DELIVERED
    with refused("no-such-result"):
        result_accept(task=task, number=1, by=bruno)
    result_accept(task=task, number=2, by=bruno)
    assert state(task) is State.DONE


def test_nothing_is_delivered_without_evidence(together: Activity, bruno: Person, dora: Person) -> None:
    task = make.begun(together, bruno, dora)
    for evidence in ({}, {1: "La tabla"}, {1: "La tabla", 2: "  "}):
        with refused("evidence-missing"):
            deliver(task=task, evidence=evidence, links=[], files=(), by=bruno)
    assert state(task) is State.IN_PROGRESS
    assert not task.results.exists()


def test_only_the_leads_of_today_turn_keys(
    together: Activity, seated: Cast, bruno: Person, dora: Person, elias: Person
) -> None:
    task = make.delivered(together, bruno, dora)
    for name in ("alba", "carmen", "elias", "fatima", "root"):
        with refused("not-a-lead"):
            result_accept(task=task, number=1, by=seated[name])  # type: ignore[arg-type]
    seat = seats.seat_of(dora, together.consultation)
    assert seat
    seat.cut_short()
    with refused("not-a-lead"):
        result_accept(task=task, number=1, by=dora)
    lead_name(task=task, member=seats.seat_of(elias, together.consultation), reason="Dora dejó el cargo.", by=elias)
    result_accept(task=task, number=1, by=elias)
    result_accept(task=task, number=1, by=bruno)
    assert state(task) is State.DONE


def test_who_comes_back_under_another_term_holds_the_key_again(
    together: Activity, bruno: Person, dora: Person
) -> None:
    task = make.delivered(together, bruno, dora)
    seat = seats.seat_of(dora, together.consultation)
    assert seat
    seat.cut_short()
    assert not standing(whole().get(pk=task.pk)).leads["public"].sits  # type: ignore[attr-defined]
    people.member(together.consultation, dora, side="public")
    assert standing(whole().get(pk=task.pk)).leads["public"].sits  # type: ignore[attr-defined]
    result_accept(task=task, number=1, by=dora)
    result_accept(task=task, number=1, by=bruno)
    assert state(task) is State.DONE


def test_each_act_writes_to_the_lead_it_needs(
    together: Activity, bruno: Person, dora: Person, mailoutbox: list[mail.EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    def letters(act: Callable[[], object]) -> list[list[str]]:
        mailoutbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return [letter.to for letter in mailoutbox]

    task = make.begun(together, bruno, dora)
    assert letters(lambda: make.hand_in(task, bruno)) == [[dora.email]]
    assert letters(lambda: result_accept(task=task, number=1, by=dora)) == [[bruno.email]]
    assert "The other side accepted" in mailoutbox[0].subject or "La otra parte" in mailoutbox[0].subject
    assert letters(lambda: result_return(task=task, number=1, reason="Falta.", by=bruno)) == [[dora.email]]
    assert "Falta." in mailoutbox[0].body


def test_a_lead_declines_with_a_reason_and_the_own_side_names_another(
    together: Activity, seated: Cast, bruno: Person, dora: Person, elias: Person, mailoutbox: list[mail.EmailMessage]
) -> None:
    task = make.proposed(together, bruno, dora)
    asked = task.leads.get(side="public")
    with refused("reason-needed"):
        lead_decline(lead=asked, reason="", by=dora)
    with refused("not-asked"):
        lead_accept(lead=asked, by=elias)
    lead_decline(lead=asked, reason="No es mi materia.", by=dora)
    with refused("not-asked"):
        lead_accept(lead=asked, by=dora)
    seat = seats.seat_of(elias, together.consultation)
    with refused("lead-unfit"):
        lead_name(task=task, member=seat, reason="Otra persona.", by=bruno)
    named = lead_name(task=task, member=seat, reason="Lleva el tema.", by=dora)
    lead_accept(lead=named, by=elias)
    assert state(task) is State.IN_PROGRESS


def test_a_lead_is_not_of_the_other_side_nor_the_same_person_twice(
    together: Activity, seated: Cast, bruno: Person, dora: Person, elias: Person
) -> None:
    of = together.consultation
    for civil, public, code in (
        (dora, elias, "lead-unfit"), (bruno, bruno, "lead-unfit"), (seated["fatima"], dora, "lead-missing"),
    ):  # fmt: skip
        with refused(code):
            make.proposed(together, civil, public, by=bruno)  # type: ignore[arg-type]
    with refused("lead-missing"):
        make.proposed(together, bruno, dora, public=None)
    assert not of.contributions.exists()


@pytest.mark.engine
@pytest.mark.guideline("G33", "E8")
def test_done_is_a_step_on_every_trail_that_led_to_its_agreement(
    together: Activity, bruno: Person, dora: Person, carmen: Person, mailoutbox: list[mail.EmailMessage]
) -> None:
    of, agreement = together.consultation, agreed(together.consultation)
    issue = receive(
        consultation=of, activity=None, kind=Kind.ISSUE, voice=Voice(carmen), title="Faltan", language="es", sent={},
        text="",
    )  # fmt: skip
    for step, act in ((Step.DELIBERATED, agreement.session.reference), (Step.AGREED, agreement.reference)):
        step_take([issue], step, act=act, by=dora, acted_as="x")
    task = make.begun(together, bruno, dora, agreement=agreement.reference)
    sibling = make.begun(together, bruno, dora, agreement=agreement.reference)
    assert [one.earlier for one in task.contribution.came_from.all()] == [issue]
    assert steps(task.contribution) == [Step.RECEIVED, Step.DELIBERATED, Step.AGREED]
    assert open_of_agreement(agreement.reference) == [task, sibling]
    make.hand_in(task, dora)
    result_accept(task=task, number=1, by=bruno)
    assert Step.IMPLEMENTED not in steps(issue)
    result_accept(task=task, number=1, by=dora)
    row = TrailStep.objects.get(contribution=issue, kind=Step.IMPLEMENTED)
    assert row.act == task.contribution.reference
    assert Step.IMPLEMENTED in steps(task.contribution)
    assert Step.IMPLEMENTED not in steps(sibling.contribution)
    assert open_of_agreement(agreement.reference) == [sibling]
    assert figures_of(of).done_on_time == 1


def test_an_agreement_of_another_consultation_is_no_origin(together: Activity, bruno: Person, dora: Person) -> None:
    session = live.session_open(series="MEC-2019-077")
    live.agree(session, "Otra cosa.")
    for reference in (Agreement.objects.get(session=session).reference, "MEC-2026-001-S9-A9", "‮"):
        with refused("no-such-agreement"):
            make.proposed(together, bruno, dora, agreement=reference)
    with refused("no-origin"):
        make.proposed(together, bruno, dora, line=None)


def test_notes_need_no_key_and_come_from_members_once(
    together: Activity, seated: Cast, bruno: Person, dora: Person, elias: Person
) -> None:
    task = make.begun(together, bruno, dora)
    for _again in range(2):
        note_add(task=task, text="Vamos a la mitad.", files=(), by=elias, key="k1")
    assert task.notes.count() == 1
    with refused("not-a-member"):
        note_add(task=task, text="Desde fuera", files=(), by=seated["carmen"], key="k2")  # type: ignore[arg-type]


def test_sent_twice_it_is_one_task(together: Activity, bruno: Person, dora: Person) -> None:
    said = make.proposal(together.consultation, bruno, dora)
    twice = [
        propose(activity=together, proposal=said, by=bruno, speaking_as="self", key="once").pk for _again in range(2)
    ]
    assert len(set(twice)) == 1
    assert Contribution.objects.filter(kind=Kind.TASK).count() == 1


def test_what_is_stored_agrees_with_what_is_read_from_the_keys(
    together: Activity, bruno: Person, dora: Person
) -> None:
    for make_one in (make.proposed, make.begun, make.delivered, make.done):
        task = make.fresh(make_one(together, bruno, dora))
        assert (facts_of(task).state is State.DONE) == (task.done_at is not None)
        assert task.done_at is None or task.done_at <= now()


def steps(contribution: Contribution) -> list[str]:
    """The kinds of its steps, in order."""
    return list(contribution.steps.values_list("kind", flat=True))
