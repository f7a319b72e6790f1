"""A published call is corrected in the open, or not at all."""

from datetime import timedelta

import pytest

from consultations.call.corrections import name_of, shown
from consultations.call.services import CallIncomplete, call_save, levels_save, requirements_save
from consultations.levels import Level
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.consultations.conftest import refused
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db


def test_a_draft_changes_without_a_reason(drafted: Consultation, alba: Person) -> None:
    assert call_save(consultation=drafted, values={"places": "Juchitán"}, by=alba) == ["places"]
    assert not drafted.corrections.exists()


@pytest.mark.guideline("G18")
def test_a_published_call_does_not_change_in_silence(called: Consultation, alba: Person) -> None:
    with refused("reason-needed"):
        call_save(consultation=called, values={"purpose_es": "Otro propósito"}, by=alba, reason="  ")
    assert make.fresh(called).purpose_es == called.purpose_es


@pytest.mark.guideline("G18")
def test_a_correction_keeps_what_it_said_and_why_it_changed(called: Consultation, alba: Person) -> None:
    before = called.purpose_es
    call_save(consultation=called, values={"purpose_es": "Otro"}, by=alba, reason="Faltaba precisión.")
    row = called.corrections.get()
    assert (row.before, row.after, row.reason, row.by) == (before, "Otro", "Faltaba precisión.", alba)
    assert row.acted_as.startswith("Dirección de área")
    assert str(name_of(row))


def test_saving_what_it_says_already_corrects_nothing(called: Consultation, alba: Person) -> None:
    assert call_save(consultation=called, values={"purpose_es": called.purpose_es}, by=alba) == []
    assert not called.corrections.exists()


def test_a_closing_date_never_comes_earlier(called: Consultation, alba: Person) -> None:
    earlier = called.applications_close_at - timedelta(days=1)
    with refused("closing-brought-forward"):
        call_save(consultation=called, values={"applications_close_at": earlier}, by=alba, reason="Prisa.")


def test_a_closing_date_is_moved_later_with_a_reason(called: Consultation, alba: Person) -> None:
    later = called.applications_close_at + timedelta(days=2)
    call_save(consultation=called, values={"applications_close_at": later}, by=alba, reason="Poca difusión.")
    row = called.corrections.get()
    assert str(later.astimezone().year) in shown(row.part, row.after, called.zone)


@pytest.mark.parametrize("name", ["applications_open_at", "applications_close_at", "starts_at", "ends_at"])
def test_a_date_in_the_past_is_refused(drafted: Consultation, alba: Person, name: str) -> None:
    with refused("date-in-the-past"):
        call_save(consultation=drafted, values={name: now() - timedelta(minutes=1)}, by=alba)


@pytest.mark.guideline("G8.II")
def test_requirements_do_not_change_once_published(called: Consultation, alba: Person) -> None:
    with refused("requirements-frozen"):
        requirements_save(consultation=called, texts=[{"text_es": "Otro", "text_en": ""}], by=alba)


def test_a_published_part_is_never_emptied(called: Consultation, alba: Person) -> None:
    with pytest.raises(CallIncomplete):
        call_save(consultation=called, values={"profile_es": ""}, by=alba, reason="No hacía falta.")


def test_a_level_changes_as_an_announced_act(called: Consultation, alba: Person) -> None:
    chosen = {Level.INFORMATION: make.reasons("Basta informar.")}
    with refused("reason-needed"):
        levels_save(consultation=called, chosen=chosen, by=alba)
    levels_save(consultation=called, chosen=chosen, by=alba, reason="No hay mandato para deliberar.")
    assert [row.level for row in called.levels.all()] == ["I"]
    row = called.corrections.get()
    assert row.part == "levels"
    assert shown("levels", row.after, called.zone).endswith("Basta informar.")


@pytest.mark.guideline("G13")
def test_a_published_call_keeps_a_level_with_its_reason(called: Consultation, alba: Person) -> None:
    for chosen in ({}, {Level.INFORMATION: make.reasons("")}):
        with refused("levels-incomplete"):
            levels_save(consultation=called, chosen=chosen, by=alba, reason="Porque sí.")
