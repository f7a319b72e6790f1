"""The coordinator's pages: open a file, write it by sections, publish it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from consultations.lifecycle import State
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from tests.conftest import Cast
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def at(consultation: Consultation, path: str = "") -> str:
    return f"/en/procesos/{consultation.reference}/{path}"


def test_a_coordinator_opens_a_file_and_goes_on_to_write_it(client_of: Browser, alba: Person, agency: Agency) -> None:
    response = client_of(alba).post(f"/en/procesos/nuevo/{agency.pk}/", {"title_es": "Océanos"})
    made = Consultation.objects.get()
    assert response.status_code == 303
    assert response.url == at(made, "editar/")


def test_nobody_else_opens_a_file(client_of: Browser, cast: Cast, agency: Agency) -> None:
    for name, someone in cast.items():
        status = client_of(someone).get(f"/en/procesos/nuevo/{agency.pk}/").status_code
        assert status == {"alba": 200, "nobody": 302}.get(name, 403), name


@pytest.mark.parametrize("path", ["editar/", "publicar/", "postulaciones/", "invitaciones/", "invitaciones/nueva/"])
def test_the_desk_is_of_who_convenes(client_of: Browser, cast: Cast, called: Consultation, path: str) -> None:
    for name, someone in cast.items():
        status = client_of(someone).get(at(called, path)).status_code
        assert status == {"alba": 303 if path == "publicar/" else 200, "nobody": 302}.get(name, 403), name


def test_a_section_is_saved_by_itself(client_of: Browser, drafted: Consultation, alba: Person) -> None:
    sent = {"section": "place", "coverage": "state", "states": ["OAX"]}
    response = client_of(alba).post(at(drafted, "editar/"), sent)
    assert (response.status_code, response.url) == (303, at(drafted, "editar/#section-place"))
    saved = make.fresh(drafted)
    assert (saved.coverage, saved.states, saved.type) == ("state", ["OAX"], "advice")


def test_a_section_may_be_saved_unfinished(client_of: Browser, agency: Agency, alba: Person) -> None:
    made = make.draft(agency, alba)
    sent = {"section": "subject", "title_es": made.title_es, "purpose_es": "A medias"}
    assert client_of(alba).post(at(made, "editar/"), sent).status_code == 303
    assert make.fresh(made).purpose_es == "A medias"


def test_dates_are_read_on_the_clocks_of_the_zone(client_of: Browser, drafted: Consultation, alba: Person) -> None:
    year = drafted.ends_at.year + 2
    sent = {
        "section": "dates", "zone": "America/Tijuana", "papers_days": "5", "answer_days": "20",
        "applications_open_at": f"{year}-01-10T09:00", "applications_close_at": f"{year}-02-10T18:00",
        "starts_at": f"{year}-03-01T09:00", "ends_at": f"{year}-12-01T09:00",
    }  # fmt: skip
    assert client_of(alba).post(at(drafted, "editar/"), sent).status_code == 303
    assert make.fresh(drafted).applications_open_at.isoformat() == f"{year}-01-10T17:00:00+00:00"
    assert f"{year}-01-10T09:00" in client_of(alba).get(at(drafted, "editar/")).content.decode()


def test_a_date_in_the_past_is_refused_and_what_was_typed_is_kept(
    client_of: Browser, drafted: Consultation, alba: Person
) -> None:
    sent = {
        "section": "dates", "zone": drafted.zone, "papers_days": "7", "answer_days": "20",
        "applications_open_at": "2020-01-01T09:00", "applications_close_at": "2020-02-01T09:00",
    }  # fmt: skip
    response = client_of(alba).post(at(drafted, "editar/"), sent)
    said = response.content.decode()
    assert response.status_code == 422
    assert "would be in the past" in said
    assert "2020-01-01T09:00" in said
    assert 'value="7"' in said


def test_dates_in_the_wrong_order_are_said_beside_the_field(
    client_of: Browser, drafted: Consultation, alba: Person
) -> None:
    year = drafted.ends_at.year + 2
    sent = {
        "section": "dates", "zone": drafted.zone, "papers_days": "5", "answer_days": "20",
        "applications_open_at": f"{year}-02-10T09:00", "applications_close_at": f"{year}-01-10T18:00",
    }  # fmt: skip
    response = client_of(alba).post(at(drafted, "editar/"), sent)
    assert response.status_code == 422
    assert "must close after they open" in response.content.decode()


def test_levels_are_saved_with_their_reasons(client_of: Browser, drafted: Consultation, alba: Person) -> None:
    sent = {"section": "levels", "II_chosen": "on", "II_reason_es": "Porque sí se escucha."}
    assert client_of(alba).post(at(drafted, "editar/"), sent).status_code == 303
    assert [(row.level, row.reason_es) for row in drafted.levels.all()] == [("II", "Porque sí se escucha.")]


def test_requirements_are_saved_in_order_and_blank_rows_left_out(
    client_of: Browser, drafted: Consultation, alba: Person
) -> None:
    sent = {
        "section": "requirements", "requirements-TOTAL_FORMS": "3", "requirements-INITIAL_FORMS": "2",
        "requirements-0-text_es": "", "requirements-1-text_es": "Carta.", "requirements-2-text_en": "Two years.",
    }  # fmt: skip
    assert client_of(alba).post(at(drafted, "editar/"), sent).status_code == 303
    assert [str(row) for row in drafted.requirements.all()] == ["Carta.", "Two years."]


def test_a_text_of_100_kb_is_refused_plainly(client_of: Browser, drafted: Consultation, alba: Person) -> None:
    sent = {"section": "subject", "title_es": "x", "call_es": "á" * 60_000}
    response = client_of(alba).post(at(drafted, "editar/"), sent)
    assert response.status_code == 422
    assert "the limit is 100 kB" in response.content.decode()


@pytest.mark.guideline("G18")
def test_publishing_lists_what_is_missing_with_links_to_it(client_of: Browser, agency: Agency, alba: Person) -> None:
    made = make.draft(agency, alba)
    response = client_of(alba).post(at(made, "publicar/"))
    said = response.content.decode()
    assert response.status_code == 422
    for field in ("type", "modality", "I_chosen", "purpose_es", "profile_es", "applications_open_at", "coverage"):
        assert f"{at(made, 'editar/')}#id_{field}" in said
    edit = client_of(alba).get(at(made, "editar/")).content.decode()
    targets = [part.split('"')[0] for part in said.split(f"{at(made, 'editar/')}#")[1:]]
    assert targets
    assert [target for target in targets if f'id="{target}"' not in edit] == []


def test_a_whole_call_is_published_from_the_page(client_of: Browser, drafted: Consultation, alba: Person) -> None:
    assert "Nothing is missing" in client_of(alba).get(at(drafted, "publicar/")).content.decode()
    assert client_of(alba).post(at(drafted, "publicar/")).status_code == 303
    assert make.fresh(drafted).state is State.CALLED


def test_a_correction_needs_a_reason(client_of: Browser, called: Consultation, alba: Person) -> None:
    sent = {"section": "place", "coverage": "state", "states": ["OAX"]}
    response = client_of(alba).post(at(called, "editar/"), sent)
    assert response.status_code == 422
    assert "a change needs a reason" in response.content.decode()
    assert client_of(alba).post(at(called, "editar/"), {**sent, "reason": "Solo Oaxaca."}).status_code == 303
    assert called.corrections.count() == 2


def test_operation_begins_by_a_button(client_of: Browser, called: Consultation, alba: Person, bruno: Person) -> None:
    refused = client_of(alba).post(at(called, "iniciar/"))
    assert refused.status_code == 409
    assert "G15" in refused.content.decode()
    make.member(called, bruno)
    make.member(called, alba, side="public")
    assert client_of(alba).post(at(called, "iniciar/")).status_code == 303
    assert make.fresh(called).started_at
