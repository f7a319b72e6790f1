"""What a call must say before it is published. Each part, when missing, is named with its clause and its place."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from consultations.call import parts
from consultations.call.services import CallIncomplete, call_publish
from consultations.lifecycle import State
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db

PARTS: list[tuple[dict[str, Any], str, str]] = [
    ({"type": ""}, "G18.I", "type"),
    ({"modality": ""}, "G18.I", "modality"),
    ({"purpose_es": "", "purpose_en": ""}, "G18.II", "purpose_es"),
    ({"call_es": " "}, "G18", "call_es"),
    ({"profile_es": ""}, "G18.III", "profile_es"),
    ({"applications_open_at": None}, "G18.IV", "applications_open_at"),
    ({"applications_close_at": None}, "G18.IV", "applications_close_at"),
    ({"starts_at": None}, "G18.IV", "starts_at"),
    ({"ends_at": None}, "G18.IV", "ends_at"),
    ({"coverage": ""}, "G18.V", "coverage"),
    ({"coverage": "state", "states": []}, "G29", "states"),
    ({"coverage": "regional", "states": ["OAX"]}, "G29", "states"),
    ({"coverage": "municipal", "states": ["OAX"], "places": ""}, "G29", "places"),
    ({"legal_basis": ""}, "G12.I", "legal_basis"),
    ({"problem": ""}, "G12.II", "problem"),
    ({"benefits": ""}, "G12.III", "benefits"),
    ({"affected": ""}, "G12.IV", "affected"),
    ({"absent": ""}, "G12.IV", "absent"),
    ({"outreach": ""}, "G12.IV", "outreach"),
    ({"human_rights": ""}, "G3", "human_rights"),
    ({"gender": ""}, "G3", "gender"),
    ({"type": "execution", "joint_work_basis": ""}, "G9.II", "joint_work_basis"),
]


@pytest.mark.guideline("G10")
@pytest.mark.guideline("G2")
@pytest.mark.guideline("G3")
@pytest.mark.guideline("G12")
@pytest.mark.guideline("G18")
@pytest.mark.guideline("G29")
@pytest.mark.parametrize(("changes", "clause", "field"), PARTS, ids=[f"{row[1]}-{row[2]}" for row in PARTS])
def test_a_missing_part_is_named_and_alone(
    drafted: Consultation, alba: Person, changes: dict[str, Any], clause: str, field: str
) -> None:
    for name, value in changes.items():
        setattr(drafted, name, value)
    drafted.save()
    with pytest.raises(CallIncomplete) as caught:
        call_publish(consultation=drafted, by=alba)
    assert [(row.clause, row.field) for row in caught.value.missing] == [(clause, field)]
    assert clause in str(caught.value.rule)
    assert make.fresh(drafted).state is State.DRAFT


@pytest.mark.guideline("G13")
def test_each_level_says_why_it_and_not_the_next(drafted: Consultation) -> None:
    drafted.levels.filter(level="III").update(reason_es="")
    assert [(row.clause, row.field) for row in parts.missing(drafted)] == [("G13.II", "III_reason_es")]


@pytest.mark.guideline("G18")
def test_a_call_has_a_level(drafted: Consultation) -> None:
    drafted.levels.all().delete()
    assert [(row.clause, row.field) for row in parts.missing(drafted)] == [("G18.I", "I_chosen")]


@pytest.mark.guideline("G9")
def test_monitoring_opens_surveillance_and_says_of_what(drafted: Consultation) -> None:
    drafted.type = "monitoring"
    assert {row.field for row in parts.missing(drafted)} == {"VI_chosen", "watched"}


@pytest.mark.guideline("G8.II")
def test_a_call_has_a_requirement(drafted: Consultation) -> None:
    drafted.requirements.all().delete()
    assert [row.clause for row in parts.missing(drafted)] == ["G8.II"]


@pytest.mark.guideline("G18")
def test_a_call_has_an_officer_in_office(drafted: Consultation) -> None:
    drafted.coordinator.cut_short()
    assert [row.clause for row in parts.missing(drafted)] == ["G18.VI"]


def test_a_bare_title_lacks_all_six_parts(agency: Agency, alba: Person) -> None:
    clauses = {row.clause for row in parts.missing(make.draft(agency, alba))}
    assert {"G18.I", "G18.II", "G18.III", "G18.IV", "G18.V", "G12.I", "G12.II", "G12.III", "G12.IV"} <= clauses


def test_a_call_whose_dates_have_passed_is_not_published(drafted: Consultation, alba: Person) -> None:
    with time_machine.travel(drafted.applications_close_at + timedelta(minutes=1)):
        found = [row.field for row in parts.missing(drafted)]
    assert found == ["applications_close_at"]


@pytest.mark.guideline("G18")
def test_a_whole_call_is_published_once(drafted: Consultation, alba: Person) -> None:
    first = call_publish(consultation=drafted, by=alba)
    again = call_publish(consultation=drafted, by=alba)
    assert first.published_at == again.published_at
    assert again.published_by == alba
    assert again.published_as == "Dirección de área, Dirección General de Asuntos Globales"
