"""Somebody asks to take part: once, while the call is open, answering every requirement."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import translation

from consultations.members import applying
from consultations.members.applying import application_appeal, application_withdraw, apply
from consultations.members.deciding import application_decline
from consultations.members.kinds import ApplicationState
from consultations.members.models import Application
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency, Organization, Representation
from tests.consultations.conftest import refused
from tests.factories import consultations as make
from tests.factories import incidencia as people

pytestmark = pytest.mark.django_db


def test_an_application_arrives_and_is_confirmed(
    called: Consultation, carmen: Person, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        made = make.application(called, carmen)
    assert made.state is ApplicationState.RECEIVED
    assert [row.text[:9] for row in made.answers.all()] == ["Lo cumpli", "Lo cumpli"]
    assert [letter.to for letter in mail.outbox] == [[carmen.email]]
    assert called.reference in mail.outbox[0].subject
    assert f"/postulaciones/{made.pk}/" in mail.outbox[0].body


@pytest.mark.guideline("G17")
def test_who_speaks_for_an_organization_applies_in_its_capacity(
    called: Consultation, bruno: Person, voice: Representation
) -> None:
    made = make.application(called, bruno, representation=voice, category="citizen")
    assert (made.organization, made.category) == (voice.organization, voice.organization.category)
    assert made.acted_as == "Red Norte por la Salud"


def test_applying_twice_is_refused_and_leaves_one(called: Consultation, carmen: Person) -> None:
    make.application(called, carmen)
    with refused("already-applied"):
        make.application(called, carmen)
    assert Application.objects.count() == 1


def test_applying_twice_at_the_same_instant_leaves_one(called: Consultation, carmen: Person) -> None:
    asked = make.asked(called)
    make.application(called, carmen)
    real = applying._refuse_known
    calls: list[int] = []

    def first_blind(*args: object) -> None:
        """Before the write nobody has applied yet: the other request has not committed."""
        calls.append(1)
        if len(calls) > 1:
            real(*args)  # type: ignore[arg-type]

    with patch.object(applying, "_refuse_known", first_blind), refused("already-applied"):
        apply(consultation=called, by=carmen, asked=asked)
    assert Application.objects.count() == 1


def test_the_database_keeps_one_application_that_stands(called: Consultation, carmen: Person) -> None:
    row = make.application(called, carmen)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_an_organization_takes_one_place(
    called: Consultation, bruno: Person, carmen: Person, voice: Representation, red_norte: Organization
) -> None:
    make.application(called, bruno, representation=voice)
    other = people.representation(red_norte, carmen)
    with refused("organization-applied") as caught:
        make.application(called, carmen, representation=other)
    assert "Bruno Sosa" in str(caught.value)


def test_only_who_speaks_for_it_applies_for_it(called: Consultation, carmen: Person, voice: Representation) -> None:
    with refused("not-representative"):
        make.application(called, carmen, representation=voice)


def test_a_mandate_that_ended_does_not_apply(called: Consultation, bruno: Person, voice: Representation) -> None:
    voice.cut_short()
    with refused("not-representative"):
        make.application(called, bruno, representation=voice)


@pytest.mark.guideline("G38.VI")
@pytest.mark.guideline("G40")
def test_nobody_applies_without_knowing_that_names_are_public(called: Consultation, carmen: Person) -> None:
    with refused("names-are-public"):
        make.application(called, carmen, names_public=False)


@pytest.mark.guideline("G8.II")
def test_every_requirement_is_answered(called: Consultation, carmen: Person) -> None:
    with refused("requirement-unanswered"):
        make.application(called, carmen, answers={})


@pytest.mark.guideline("G17")
def test_other_says_which(called: Consultation, carmen: Person) -> None:
    with refused("other-which"):
        make.application(called, carmen, category="other")
    assert make.application(called, carmen, category="other", category_other="Sindicato").kind == "Sindicato"


def test_a_category_of_organizations_is_not_for_people(called: Consultation, carmen: Person) -> None:
    with refused("category-of-organizations"):
        make.application(called, carmen, category="business")


def test_a_statement_beyond_the_limit_is_refused(called: Consultation, carmen: Person) -> None:
    with refused("too-long"):
        make.application(called, carmen, motivation="á" * 60_000)


def test_applications_end_with_the_call(called: Consultation, carmen: Person) -> None:
    with time_machine.travel(called.applications_close_at + timedelta(seconds=1)), refused("call-not-open") as caught:
        make.application(called, carmen)
    assert caught.value.rule == "G18.IV"


def test_applications_do_not_begin_before_the_call(agency: Agency, alba: Person, carmen: Person) -> None:
    with refused("call-not-open"):
        make.application(make.published(agency, alba, opened=False), carmen)


def test_who_convenes_does_not_apply(called: Consultation, alba: Person) -> None:
    with refused("convener-applies"):
        make.application(called, alba)


def test_who_takes_part_does_not_apply(operating: Consultation, bruno: Person) -> None:
    with refused("already-member"):
        make.application(operating, bruno)


def test_who_withdraws_can_apply_again(called: Consultation, carmen: Person) -> None:
    first = make.application(called, carmen)
    assert application_withdraw(application=first, by=carmen).state is ApplicationState.WITHDRAWN
    assert application_withdraw(application=first, by=carmen).state is ApplicationState.WITHDRAWN
    assert make.application(called, carmen).state is ApplicationState.RECEIVED


def test_what_was_decided_is_not_withdrawn(called: Consultation, carmen: Person, alba: Person) -> None:
    row = make.application(called, carmen)
    application_decline(application=row, requirement=called.requirements.first(), reason="Falta la carta.", by=alba)
    with refused("already-decided"):
        application_withdraw(application=row, by=carmen)


@pytest.mark.guideline("G8.II")
def test_a_refusal_is_appealed_once(called: Consultation, carmen: Person, alba: Person) -> None:
    row = make.application(called, carmen)
    with refused("no-appeal"):
        application_appeal(application=row, text="Aún no decidían.", by=carmen)
    requirement = called.requirements.first()
    application_decline(application=row, requirement=requirement, reason="Falta la carta.", by=alba)
    with refused("appeal-empty"):
        application_appeal(application=row, text=" ", by=carmen)
    assert application_appeal(application=row, text="La carta iba.", by=carmen).state is ApplicationState.APPEALED
    application_decline(application=row, requirement=requirement, reason="La carta no nombra a nadie.", by=alba)
    with refused("no-appeal"):
        application_appeal(application=row, text="Otra vez.", by=carmen)


def test_the_language_of_what_is_said_is_kept(called: Consultation, carmen: Person) -> None:
    with translation.override("en"):
        assert make.application(called, carmen).language == "en"
