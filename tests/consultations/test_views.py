"""The first page, the list, and the pages of one consultation."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from consultations.call.services import call_save
from consultations.levels import Level
from consultations.members.deciding import application_decline
from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.queries import address
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from tests.consultations.conftest import queries_of, warm
from tests.factories import consultations as make
from tests.factories import incidencia as people
from tests.factories import sessions
from tests.factories.many import FEW, MANY, copies, crowd

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def page(client: Client, path: str, status: int = 200) -> str:
    response = client.get(f"/en{path}")
    assert response.status_code == status, response.status_code
    return response.content.decode()


# --- The first page ---------------------------------------------------------------------------------


def test_an_empty_house_tells_the_superuser_how_to_begin(client_of: Browser, root: Person) -> None:
    said = page(client_of(root), "/")
    assert "agency_found" in said
    assert "/organizaciones/dependencias/fundar/" in said


def test_an_empty_house_tells_others_that_it_is_being_set_up(client: Client) -> None:
    said = page(client, "/")
    assert "being set up" in said
    assert "agency_found" not in said


def test_the_first_page_shows_open_calls(client: Client, called: Consultation) -> None:
    assert called.title_en in page(client, "/")


def test_the_first_page_names_what_is_ones_own(
    client_of: Browser, alba: Person, bruno: Person, carmen: Person, operating: Consultation
) -> None:
    assert "You are in charge" in page(client_of(alba), "/")
    mine = page(client_of(bruno), "/")
    assert "Your processes" in mine
    assert operating.reference in mine
    assert "You take part in no process yet" in page(client_of(carmen), "/")


def test_the_first_page_names_ones_next_sessions(client_of: Browser) -> None:
    session = sessions.session_convened()
    said = page(client_of(sessions.cast("bruno")), "/")
    assert said.index("Yours") < said.index(f"/en/sesiones/{session.reference}/")
    assert said.count(f'"/en/sesiones/{session.reference}/"') == 1


def test_the_first_page_asks_as_often_for_few_of_ones_own_as_for_many(client_of: Browser) -> None:
    client = client_of(sessions.cast("bruno"))
    sessions.session_convened()
    page(client, "/")
    few = queries_of(lambda: client.get("/en/"))
    for _n in range(3):
        sessions.session_convened()
    assert queries_of(lambda: client.get("/en/")) == few


def test_the_first_page_shows_no_draft(client: Client, drafted: Consultation) -> None:
    assert drafted.title_en not in page(client, "/")


def test_a_coordinator_finds_how_to_open_a_process(client_of: Browser, alba: Person, agency: Agency) -> None:
    assert f"/procesos/nuevo/{agency.pk}/" in page(client_of(alba), "/")


# --- The list ---------------------------------------------------------------------------------------


def test_the_list_finds_without_accents(client: Client, agency: Agency, alba: Person) -> None:
    make.published(agency, alba, title_es="Océanos y costas", title_en="")
    assert "Océanos" in page(client, "/procesos/?q=oceanos+COSTAS")
    assert "Nothing found" in page(client, "/procesos/?q=desiertos")


@pytest.mark.parametrize(("state", "found"), [("OAX", {"uno", "dos"}), ("SON", {"dos"}), ("XXX", {"uno", "dos"})])
def test_the_list_filters_by_state(client: Client, agency: Agency, alba: Person, state: str, found: set[str]) -> None:
    make.published(agency, alba, title_es="uno", title_en="", coverage="state", states=["OAX"])
    make.published(agency, alba, title_es="dos", title_en="")
    said = page(client, f"/procesos/?state={state}")
    assert {name for name in ("uno", "dos") if f">{name}</a>" in said} == found


def test_the_list_filters_by_level(client: Client, agency: Agency, alba: Person) -> None:
    make.published(agency, alba, title_es="uno", title_en="", levels=(Level.DIALOGUE,))
    make.published(agency, alba, title_es="dos", title_en="")
    said = page(client, "/procesos/?level=II")
    assert ">uno</a>" in said
    assert ">dos</a>" not in said


@pytest.mark.parametrize("path", ["/en/procesos/", "/en/"])
def test_lists_ask_as_often_for_three_as_for_three_hundred(
    client: Client, agency: Agency, alba: Person, path: str
) -> None:
    for _ in range(FEW):
        made = make.published(agency, alba)
    few = queries_of(lambda: client.get(path))
    more = copies(made, MANY - FEW, reference=lambda n: f"{made.reference}{n:03}")
    for level in made.levels.all():
        copies(level, len(more), consultation=lambda n: more[n])
    assert queries_of(lambda: client.get(path)) == few


# --- One consultation -------------------------------------------------------------------------------


def test_a_draft_is_seen_by_who_prepares_it_alone(
    client: Client, client_of: Browser, drafted: Consultation, alba: Person, carmen: Person
) -> None:
    path = f"/procesos/{drafted.reference}/"
    page(client, path, 404)
    page(client_of(carmen), path, 404)
    assert "Write the call" in page(client_of(alba), path)


@pytest.mark.guideline("G11")
def test_the_ladder_has_six_names_and_links_only_where_something_is(client: Client, called: Consultation) -> None:
    said = page(client, f"/procesos/{called.reference}/")
    ladder = said[said.index('<ol class="ladder"') : said.index("</ol>", said.index('<ol class="ladder"'))]
    assert [level for level in Level if str(level.label) in ladder] == list(Level)
    assert "<a " not in ladder


@pytest.mark.guideline("G27.III")
@pytest.mark.guideline("A7")
@pytest.mark.guideline("G16")
@pytest.mark.guideline("G38.VI")
def test_who_may_apply_reads_first_that_it_is_honorary_and_public(
    client: Client, client_of: Browser, called: Consultation, carmen: Person
) -> None:
    for said in (
        page(client, f"/procesos/{called.reference}/"),
        page(client_of(carmen), f"/procesos/{called.reference}/participar/"),
    ):
        assert "free and honorary" in said
        assert "by name" in said
    assert said.index("free and honorary") < said.index('<form class="card')


def test_the_page_says_what_the_authority_owes(client: Client, called: Consultation) -> None:
    with translation.override("en"):
        duty = str(Level.OPINION.duty)
    assert duty in page(client, f"/procesos/{called.reference}/")


def test_the_page_says_where_my_application_stands(
    client_of: Browser, called: Consultation, carmen: Person, alba: Person
) -> None:
    row = make.application(called, carmen)
    path = f"/procesos/{called.reference}/"
    assert "Received, being assessed" in page(client_of(carmen), path)
    application_decline(application=row, requirement=called.requirements.first(), reason="Falta.", by=alba)
    assert "looked at again" in page(client_of(carmen), path)


def test_members_stand_on_their_side(client: Client, operating: Consultation) -> None:
    said = page(client, f"/procesos/{operating.reference}/")
    assert said.index("Civil society") < said.index("Bruno Sosa") < said.index("Dora Ibarra")


def test_the_convener_is_told_what_waits(
    client_of: Browser, called: Consultation, alba: Person, carmen: Person
) -> None:
    make.application(called, carmen)
    assert "1 waits for a decision" in page(client_of(alba), f"/procesos/{called.reference}/")


@pytest.mark.parametrize("who", ["alba", "bruno", "carmen"])
def test_the_page_asks_little_and_as_often_for_few_as_for_many(
    client_of: Browser, operating: Consultation, cast: dict[str, Any], who: str
) -> None:
    if who == "carmen":
        make.application(operating, cast["carmen"])
    client, path = warm(client_of(cast[who])), f"/en/procesos/{operating.reference}/"
    assert queries_of(lambda: client.get(path)) <= 16
    few = queries_of(lambda: client.get(path))
    many = crowd(MANY)
    for side, some in ((Side.CIVIL, many[::2]), (Side.PUBLIC, many[1::2])):
        copies(make.member(operating, some[0], side=side), len(some) - 1, person=lambda n, some=some: some[n + 1])
    assert queries_of(lambda: client.get(path)) == few


def test_the_call_shows_its_corrections(client: Client, called: Consultation, alba: Person) -> None:
    call_save(consultation=called, values={"purpose_es": "Nuevo propósito"}, by=alba, reason="Faltaba precisión.")
    said = page(client, f"/procesos/{called.reference}/convocatoria/")
    for part in ("Nuevo propósito", "Construir juntos", "Faltaba precisión.", "Alba Ruiz"):
        assert part in said


def test_a_reference_leads_to_its_page_once_public(called: Consultation, drafted: Consultation) -> None:
    with translation.override("es-mx"):
        assert address(called.reference) == f"/procesos/{called.reference}/"
    assert address(drafted.reference) is None


def test_an_unknown_process_is_not_found(client: Client) -> None:
    page(client, "/procesos/MEC-2026-999/", 404)
    page(client, "/procesos/<script>/", 404)


MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)> \"'&{{ 7|add:7 }}"


def test_markup_in_every_field_is_inert(client: Client, client_of: Browser, agency: Agency, alba: Person) -> None:
    texts = {
        name: f"{name} {MARKUP}"
        for name in (
            "title_es", "purpose_es", "call_es", "profile_es", "affected", "absent", "outreach", "legal_basis",
            "problem", "benefits", "human_rights", "gender", "places",
        )
    }  # fmt: skip
    made = make.published(agency, alba, **{**texts, "title_en": ""})
    made.levels.update(reason_es=MARKUP, duty_es=MARKUP)
    made.requirements.update(text_es=MARKUP)
    person = people.person(MARKUP, email="markup@example.org")
    make.member(made, person, capacity=MARKUP, category="other", category_other=MARKUP)
    paths = ["", "convocatoria/", "integrantes/", "editar/", "participar/", "invitaciones/nueva/"]
    said = [client_of(alba).get(f"/procesos/{made.reference}/{path}").content.decode() for path in paths]
    said += [client.get(path).content.decode() for path in ("/", "/procesos/")]
    for text in said:
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "{{" not in text or "{{ 7|add:7 }}" in text
        assert "alert(1)" in text or "14" not in text
