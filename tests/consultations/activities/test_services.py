"""Drafted, published, extended and cancelled: each with its reason, none twice."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities import services
from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}


@pytest.mark.guideline("G13")
def test_only_levels_of_the_call_have_activities(operating: Consultation, alba: Person) -> None:
    with refused("level-not-chosen"):
        services.activity_new(consultation=operating, level=Level.DIALOGUE, values={"title_es": "x"}, by=alba)


@pytest.mark.guideline("G27.III")
def test_publishing_names_what_is_missing(operating: Consultation, alba: Person) -> None:
    values = {"title_es": "Sin promesa", "opens_at": now()}
    draft = services.activity_new(consultation=operating, level=Level.OPINION, values=values, by=alba)
    assert len(services.unready(draft)) == 4
    with refused("activity-unready"):
        services.activity_publish(activity=draft, by=alba)


@pytest.mark.engine
def test_published_twice_is_published_once_and_changes_no_more(operating: Consultation, alba: Person) -> None:
    made = make.asked(operating, alba)
    assert services.activity_publish(activity=made, by=alba).published_at == made.published_at
    with refused("not-now"):
        services.activity_change(activity=made, values={"title_es": "Otro"}, by=alba)


def test_it_closes_later_with_a_reason_and_never_earlier(operating: Consultation, alba: Person) -> None:
    made = make.asked(operating, alba)
    assert made.closes_at
    later = made.closes_at + timedelta(days=5)
    with refused("not-later"):
        services.activity_extend(activity=made, until=made.closes_at, reason="Porque sí", by=alba)
    with refused("reason-needed"):
        services.activity_extend(activity=made, until=later, reason="  ", by=alba)
    services.activity_extend(activity=made, until=later, reason="Se publicó tarde un documento.", by=alba)
    assert Activity.objects.get(pk=made.pk).closes_at == later
    with time_machine.travel(later + timedelta(hours=1)), refused("nothing-to-extend"):
        services.activity_extend(activity=made, until=later + timedelta(days=9), reason="Tarde", by=alba)


def test_a_cancelled_activity_says_why_and_takes_nothing_more(
    operating: Consultation, alba: Person, bruno: Person
) -> None:
    made = make.asked(operating, alba)
    services.activity_cancel(activity=made, reason="La reunión internacional se pospuso.", by=alba)
    made.refresh_from_db()
    with refused("closed"):
        make.sent(make.where(made), bruno)
    with refused("nothing-to-cancel"):
        services.activity_cancel(activity=made, reason="Otra vez", by=alba)


def test_a_draft_leaks_nowhere(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    draft = make.asked(operating, seated["alba"], publish=False, title_es="Borrador secreto")
    assert allowed(seated, "activity_view", draft) == {"alba"}
    for name, who in seated.items():
        for path in ("", f"actividades/{draft.place}/"):
            page = client_of(who).get(f"/procesos/{operating.reference}/{path}").content.decode()
            assert ("Borrador secreto" in page) == (name == "alba"), (name, path)


def test_who_keeps_an_activity(seated: Cast, operating: Consultation) -> None:
    made = make.asked(operating, seated["alba"])
    assert allowed(seated, "activity_view", made) == EVERYBODY
    assert allowed(seated, "activity_edit", made) == {"alba"}
    for act in ("activity_view", "activity_edit", "activity_read_sent"):
        assert allowed(seated, act, None) == set()


def test_a_form_keeps_what_was_typed(client_of: Browser, operating: Consultation, alba: Person) -> None:
    typed = {"level": "III", "title_es": "", "promise_es": "Se contesta", "opens_at": "2030-02-30T10:00"}
    answer = client_of(alba).post(f"/en/procesos/{operating.reference}/actividades/nueva/", typed)
    assert answer.status_code == 422
    assert "Se contesta" in answer.content.decode()
    assert "Write the title in at least one language." in answer.content.decode()


@pytest.mark.guideline("G36")
def test_the_records_of_an_activity_are_data_for_whoever_reads_it(
    seated: Cast, operating: Consultation, client_of: Browser
) -> None:
    public = make.asked(operating, seated["alba"])
    closed = make.asked(operating, seated["alba"], visibility="members")
    for activity in (public, closed):
        make.sent(make.where(activity), seated["bruno"], title="Con ñ y “comillas”")
    at = f"/procesos/{operating.reference}/actividades"
    answer = client_of(seated["nobody"]).get(f"{at}/{public.place}/datos.jsonl")
    rows = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]  # type: ignore[arg-type]
    assert [row["title"] for row in rows] == ["Con ñ y “comillas”"]
    assert client_of(seated["carmen"]).get(f"{at}/{closed.place}/datos.jsonl").status_code == 403
    assert client_of(seated["fatima"]).get(f"{at}/{closed.place}/datos.jsonl").status_code == 200
