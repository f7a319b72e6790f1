"""What a group tells: put to its members, objected to within a term, published by its coordination."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from consultations.groups import services
from consultations.groups.models import Group, GroupReport
from consultations.groups.queries import standing_of, term_of
from consultations.groups.reporting_state import Standing, standing
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import groups as make

AFTER = timedelta(days=7)
START = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 500_000).map(lambda minutes: START + timedelta(minutes=minutes))


@given(INSTANTS, INSTANTS, st.integers(1, 9), st.booleans(), st.integers(0, 3))
def test_nothing_is_ready_before_the_term_is_over(
    start: datetime, at: datetime, days: int, sent_back: bool, objections: int
) -> None:
    term = Deadline(start, days=days)
    state = standing(term, at, sent_back=sent_back, objections=objections)
    assert (state is Standing.OPEN) == (not term.is_late(at))
    if state is Standing.STOPPED:
        assert not sent_back
        assert objections
    if at <= start:
        assert state is Standing.OPEN


@given(INSTANTS, INSTANTS, st.integers(0, 3))
def test_what_is_published_or_left_stays_so(start: datetime, at: datetime, objections: int) -> None:
    term = Deadline(start, days=2)
    told = standing(term, at, objections=objections, published=True)
    assert told is Standing.PUBLISHED
    assert standing(term, at, objections=objections, left=True) is Standing.LEFT


@pytest.mark.django_db
@pytest.mark.guideline("G26")
@pytest.mark.engine
def test_nothing_is_published_before_its_members_could_object(caucus: Group, bruno: Person) -> None:
    told = make.report(caucus, bruno)
    with refused("term-runs"):
        services.group_report_publish(report=told, by=bruno)
    due = term_of(told).due_at
    assert due is not None
    with time_machine.travel(due - timedelta(minutes=1)), refused("term-runs"):
        services.group_report_publish(report=told, by=bruno)
    with time_machine.travel(due + timedelta(minutes=1)):
        out = services.group_report_publish(report=told, by=bruno)
        assert services.group_report_publish(report=out, by=bruno).published_at == out.published_at
    assert standing_of(out) is Standing.PUBLISHED


@pytest.mark.django_db
def test_words_changed_before_anybody_objected_use_up_no_objection(
    caucus: Group, bruno: Person, irene: Person
) -> None:
    make.joined(caucus, irene, by=bruno)
    told = make.report(caucus, bruno)
    services.group_report_reword(report=told, title="Informe", text="Lo que de verdad dice.", base=1, by=bruno)
    told.refresh_from_db()
    services.group_report_object(report=told, text="No es lo que dijimos.", by=irene)
    with time_machine.travel(now() + AFTER), refused("objected"):
        services.group_report_publish(report=told, by=bruno)


@pytest.mark.django_db
def test_an_objection_sends_it_back_once_and_then_stands_beside_it(
    caucus: Group, bruno: Person, irene: Person
) -> None:
    make.joined(caucus, irene, by=bruno)
    told = make.report(caucus, bruno)
    services.group_report_object(report=told, text="No es lo que dijimos.", by=irene)
    with refused("objected-already"):
        services.group_report_object(report=told, text="Otra vez.", by=irene)
    with time_machine.travel(now() + AFTER):
        with refused("objected"):
            services.group_report_publish(report=told, by=bruno)
        with refused("term-over"):
            services.group_report_object(report=told, text="Tarde.", by=bruno)
        with refused("nothing-changed"):
            services.group_report_reword(
                report=told, title=f"Informe {make.SECRET}", text=f"Decimos {make.SECRET}.", base=1, by=bruno
            )
        services.group_report_reword(report=told, title="Informe", text="Otras palabras.", base=1, by=bruno)
        with refused("overtaken"):
            services.group_report_reword(report=told, title="Informe", text="Distintas.", base=1, by=bruno)
        told.refresh_from_db()
        with refused("term-runs"):
            services.group_report_publish(report=told, by=bruno)
        services.group_report_object(report=told, text="Sigo en desacuerdo.", by=irene)
    with time_machine.travel(now() + AFTER * 2):
        assert services.group_report_publish(report=told, by=bruno).published_at


@pytest.mark.django_db
def test_an_objection_taken_back_lets_it_pass(caucus: Group, bruno: Person, irene: Person) -> None:
    make.joined(caucus, irene, by=bruno)
    told = make.report(caucus, bruno)
    services.group_report_object(report=told, text="No.", by=irene)
    services.group_objection_lift(report=told, by=irene)
    services.group_objection_lift(report=told, by=irene)
    with time_machine.travel(now() + AFTER):
        assert services.group_report_publish(report=told, by=bruno).published_at


@pytest.mark.django_db
def test_only_the_coordination_proposes_and_publishes_and_only_members_object(
    caucus: Group, bruno: Person, irene: Person
) -> None:
    with refused("not-in-group"):
        make.report(caucus, irene)
    told = make.report(caucus, bruno)
    with refused("not-in-group"):
        services.group_report_object(report=told, text="No.", by=irene)
    make.joined(caucus, irene, by=bruno)
    with time_machine.travel(now() + AFTER), refused("not-coordinating"):
        services.group_report_publish(report=told, by=irene)
    services.group_report_leave(report=told, reason="No conviene.", by=bruno)
    with time_machine.travel(now() + AFTER), refused("over"):
        services.group_report_publish(report=told, by=bruno)


@pytest.mark.django_db
@pytest.mark.guideline("G26")
@pytest.mark.parametrize(("audience", "who"), [
    ("everybody", {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}),
    ("members", {"alba", "bruno", "dora", "elias", "fatima"}),
])  # fmt: skip
def test_before_it_is_published_the_group_reads_it_and_then_whom_it_is_for(
    seated: Cast, caucus: Group, bruno: Person, audience: str, who: set[str]
) -> None:
    told = make.report(caucus, bruno, audience=audience)
    assert allowed(seated, "group_report_read", told) == {"bruno"}
    with time_machine.travel(now() + AFTER):
        services.group_report_publish(report=told, by=bruno)
    out = GroupReport.objects.get(pk=told.pk)
    assert allowed(seated, "group_report_read", out) == who


@pytest.mark.django_db
def test_the_members_of_the_process_get_a_letter_once_it_is_published(
    operating: Consultation,
    caucus: Group,
    bruno: Person,
    dora: Person,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        told = make.report(caucus, bruno)
    assert {letter.to[0] for letter in mail.outbox} == {bruno.email}
    mail.outbox.clear()
    with time_machine.travel(now() + AFTER), django_capture_on_commit_callbacks(execute=True):
        services.group_report_publish(report=told, by=bruno)
    assert {letter.to[0] for letter in mail.outbox} == {bruno.email, dora.email}
