"""The clock of a contribution: stopped, let on, given more days; each with its reason, none after the term."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.modes.opinion.answering.handling import clock_extend, clock_pause, clock_resume
from consultations.modes.opinion.clock import deadline_of
from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.sending import submitting
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from incidencia.organizations.models import Organization
from tests.conftest import Cast
from tests.consultations.conftest import refused
from tests.day import local_day
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.fixture
def sent(asking: Activity, carmen: Person) -> Submission:
    """What carmen raised, so that its clock runs from now."""
    return make.raised(asking.consultation, carmen)


def again(sent: Submission) -> Submission:
    """The row as the database has it."""
    return Submission.objects.get(pk=sent.pk)


@pytest.mark.engine
def test_a_clock_stands_with_its_reason_and_runs_on(sent: Submission, dora: Person) -> None:
    with refused("reason-needed"):
        clock_pause(submission=sent, reason=" ", by=dora)
    clock_pause(submission=sent, reason="Se pidió un dato a la autora.", by=dora)
    assert deadline_of(again(sent)).state(now()) is State.PAUSED
    with refused("paused"):
        clock_pause(submission=sent, reason="Otra vez", by=dora)
    clock_resume(submission=sent, by=dora)
    assert deadline_of(again(sent)).state(now()) is State.RUNNING


@pytest.mark.guideline("G8.I")
def test_more_days_are_given_before_the_term_is_over_and_never_after(sent: Submission, dora: Person) -> None:
    due = deadline_of(sent).due_on
    assert due
    for days in (0, 61):
        with refused("wrong-days"):
            clock_extend(submission=sent, days=days, reason="Falta un dato", by=dora)
    clock_extend(submission=sent, days=5, reason="Falta un dato del comité.", by=dora)
    later = deadline_of(again(sent)).due_on
    assert later
    assert later > due
    with time_machine.travel(now() + timedelta(days=90)):
        for act in (
            lambda: clock_extend(submission=sent, days=5, reason="Tarde", by=dora),
            lambda: clock_pause(submission=sent, reason="Tarde", by=dora),
        ):
            with refused("term-over"):
                act()


def test_officials_alone_handle_the_clock(client_of: Browser, seated: Cast, sent: Submission) -> None:
    path = f"/en/aportaciones/{sent.contribution.reference}/plazo/"
    answers = {name: client_of(who).get(path).status_code for name, who in seated.items()}
    assert {name for name, status in answers.items() if status == 200} == {"alba", "dora", "elias"}
    client = client_of(seated["dora"])
    assert client.post(path, {"act": "pause", "reason": ""}).status_code == 422
    assert client.post(path, {"act": "pause", "reason": "Se pidió un dato."}).status_code == 303
    public = client_of(seated["nobody"]).get(f"/en/aportaciones/{sent.contribution.reference}/").content.decode()
    assert "Se pidió un dato." in public
    assert client.post(path, {"act": "resume"}).status_code == 303


def test_who_left_the_organization_corrects_nothing_in_its_name(
    asking: Activity, bruno: Person, red_norte: Organization
) -> None:
    sent = make.sent(make.where(asking), bruno, speaking_as=str(red_norte.pk))
    bruno.representations.update(ends_on=local_day() - timedelta(days=1))
    words = submitting.Words("Otro título", "for", "Otras palabras", "es")
    with refused("speaks-not-for-it"):
        submitting.correct(submission=sent, base=1, words=words, keep=set(), files=[], by=bruno)
