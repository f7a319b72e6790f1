"""Admission and refusal rest on published requirements, and are decided once."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from consultations.members.applying import application_appeal
from consultations.members.deciding import application_admit, application_decline
from consultations.members.kinds import ApplicationState, Role, Side
from consultations.members.models import Application, Decision
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency, Representation
from tests.consultations.conftest import refused
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def received(called: Consultation, bruno: Person, voice: Representation) -> Application:
    return make.application(called, bruno, representation=voice)


@pytest.mark.guideline("G17")
def test_admission_makes_a_member_of_civil_society(received: Application, alba: Person) -> None:
    made = application_admit(application=received, by=alba)
    assert (made.side, made.role, made.organization) == (Side.CIVIL, Role.MEMBER, received.organization)
    assert made.category == received.category
    assert (made.admitted_by, made.admitted_as) == (alba, "Dirección de área, Dirección General de Asuntos Globales")
    assert Application.objects.get().state is ApplicationState.ADMITTED


@pytest.mark.parametrize(
    ("role", "speaks", "votes"), [("member", True, True), ("adviser", True, False), ("observer", False, False)]
)
def test_admission_gives_voice_and_vote(
    received: Application, alba: Person, role: str, speaks: bool, votes: bool
) -> None:
    made = application_admit(application=received, by=alba, role=role)
    assert (made.voice, made.vote, made.role) == (speaks, votes, role)


@pytest.mark.guideline("G8.II")
def test_a_refusal_names_the_requirement_and_what_can_be_done(
    received: Application, alba: Person, bruno: Person, django_capture_on_commit_callbacks: object
) -> None:
    requirement = received.consultation.requirements.last()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        application_decline(
            application=received, requirement=requirement, reason="La carta no nombra a nadie.", by=alba
        )
    letter = mail.outbox[-1]
    assert letter.to == [bruno.email]
    assert requirement.text_es in letter.body
    assert "La carta no nombra a nadie." in letter.body
    assert f"/postulaciones/{received.pk}/" in letter.body
    assert Application.objects.get().can_be_appealed


@pytest.mark.guideline("G8.II")
def test_a_refusal_without_requirement_is_none(
    received: Application, alba: Person, agency: Agency
) -> None:
    elsewhere = make.published(agency, alba).requirements.first()
    for requirement in (None, elsewhere):
        with refused("refusal-without-requirement"):
            application_decline(application=received, requirement=requirement, reason="Porque sí.", by=alba)
    assert not Decision.objects.exists()


@pytest.mark.guideline("G8.II")
def test_a_refusal_says_why(received: Application, alba: Person) -> None:
    with refused("refusal-without-reason"):
        application_decline(
            application=received, requirement=received.consultation.requirements.first(), reason=" ", by=alba
        )


def test_what_is_decided_is_decided(received: Application, alba: Person) -> None:
    application_admit(application=received, by=alba)
    with refused("already-decided"):
        application_admit(application=received, by=alba)
    with refused("already-decided"):
        application_decline(
            application=received, requirement=received.consultation.requirements.first(), reason="Tarde.", by=alba
        )


def test_the_database_keeps_one_decision_a_round(received: Application, alba: Person) -> None:
    application_admit(application=received, by=alba)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(application=received, round=1, admitted=True, by=alba, acted_as="x")


def test_an_appeal_may_be_upheld(received: Application, alba: Person, bruno: Person) -> None:
    requirement = received.consultation.requirements.first()
    application_decline(application=received, requirement=requirement, reason="Falta.", by=alba)
    application_appeal(application=received, text="Iba adjunta.", by=bruno)
    application_admit(application=received, by=alba)
    assert [(row.round, row.admitted) for row in Decision.objects.all()] == [(1, False), (2, True)]
    assert Application.objects.get().state is ApplicationState.ADMITTED


def test_nobody_decides_on_their_own(received: Application, bruno: Person) -> None:
    with refused("own-application"):
        application_admit(application=received, by=bruno)


def test_who_joined_meanwhile_is_not_admitted_twice(received: Application, alba: Person, bruno: Person) -> None:
    make.member(received.consultation, bruno)
    with refused("already-member"):
        application_admit(application=received, by=alba)
