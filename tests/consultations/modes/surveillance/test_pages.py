"""Every page of level VI, and the way through them from the first item to the published round."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.surveillance.models import Checklist
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.services import attach_all
from tests.conftest import Cast
from tests.day import local_day
from tests.factories import surveillance as make
from tests.journeys import world_surveillance

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def test_every_page_answers_in_both_languages(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    nobody = AnonymousUser()
    for who, path in world_surveillance.pages(operating, seated):  # type: ignore[arg-type]
        for address in (path, f"/en{path}"):
            answer = client_of(who or nobody).get(address)
            assert answer.status_code == 200, address
            assert b"{#" not in answer.content, address


def path_of(checklist: Checklist, rest: str = "") -> str:
    """An address of a checklist, in English."""
    return f"/en/aportaciones/{checklist.contribution.reference}/{rest}"


@pytest.mark.engine
def test_from_the_first_item_to_the_published_round_by_the_pages(
    client_of: Browser, watching: Activity, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    lead, official = client_of(bruno), client_of(dora)
    here = f"/en/procesos/{watching.consultation.reference}/actividades/{watching.place}/"
    assert "Begin a checklist" in lead.get(here).content.decode()
    assert "Begin a checklist" not in official.get(here).content.decode()
    begun = {"title": "Abasto", "about": "Lo acordado.", "language": "es", "speaking_as": "self", "key": "k1"}
    page = lead.post(f"{here}listas/nueva/", begun).headers["Location"]
    checklist = Checklist.objects.get()
    item = {**make.ITEM, "evidence": "on"}
    another = lead.post(f"{page}puntos/nuevo/", {**item, "then": "another"})
    assert another.headers["Location"] == f"{page}puntos/nuevo/"
    sheet = "decision,source,question,method\nPublicar,Acta,¿Se dijo?,document\n".encode()
    assert lead.post(f"{page}puntos/importar/", {"file": SimpleUploadedFile("p.csv", sheet)}).status_code == 303
    assert lead.post(f"{page}rondas/nueva/", {"notice_days": 2, "reply_days": 2}).status_code == 303
    assert lead.post(f"{page}rondas/1/anunciar/").status_code == 303
    row = checklist.rounds.get()
    with time_machine.travel(now() + timedelta(days=9)):
        field = f"{page}rondas/1/campo/"
        typed = {"answer": "yes", "found": "Sí está.", "on": local_day().isoformat(), "base": "0"}
        refused = lead.post(f"{field}1/", typed)
        assert refused.status_code == 422
        assert "This item requires evidence" in refused.content.decode()
        assert "Sí está." in refused.content.decode()
        file = SimpleUploadedFile("acta.txt", "Se publicó.".encode())
        saved = lead.post(f"{field}1/", {**typed, "attachments": file})
        assert saved.headers["Location"] == f"{field}2/?guardado=1"
        assert "data-confirmed" in lead.get(saved.headers["Location"]).content.decode()
        assert lead.post(f"{field}2/borrador/", {"found": "A medias"}).json()["saved"]
        assert "A medias" in lead.get(f"{field}2/").content.decode()
        assert lead.post(f"{page}rondas/1/enviar/").status_code == 422
        assert lead.post(f"{field}2/", {**typed, "answer": "unknown"}).headers["Location"] == f"{field}?guardado=2"
        assert lead.post(f"{page}rondas/1/enviar/").status_code == 303
        assert lead.post(f"{page}rondas/1/publicar/").status_code == 422
        desk = f"{page}rondas/1/respuesta/"
        claim = {"status": "done", "text": "Se hizo el lunes.", "base": "0"}
        proof = SimpleUploadedFile("a.txt", b"Hecho.")
        assert official.post(f"{desk}1/", {**claim, "attachments": proof}).status_code == 303
        assert official.post(f"{desk}1/", {**claim, "text": "Otra cosa."}).status_code == 422
        assert official.post(f"{desk}completa/").status_code == 303
        assert lead.post(f"{page}rondas/1/publicar/").status_code == 303
        row.refresh_from_db()
        assert row.published_at
        body = client_of(nobody).get(f"{page}rondas/1/").content.decode()
        assert "Sí está." in body
        assert "Se hizo el lunes." in body
        for name in re.findall(r'href="([^"]+rondas/1/(?:respuesta/)?archivos/\d+/)"', body):
            assert client_of(nobody).get(name).status_code == 200
        assert body.count("/archivos/") == 2


def test_a_file_of_a_finding_is_not_had_before_it_may_be_read(
    client_of: Browser, checklist: Checklist, bruno: Person, carmen: Person
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        (finding, _other) = make.found(row, bruno)
        finding.attachments.set(attach_all([SimpleUploadedFile("acta.txt", b"Lo dicho.")], by=bruno))
        at = path_of(checklist, f"rondas/1/archivos/{finding.attachments.get().pk}/")
        assert client_of(carmen).get(at).status_code == 403
        assert client_of(bruno).get(at).status_code == 200


def test_what_two_wrote_at_once_is_kept_for_the_second(
    client_of: Browser, checklist: Checklist, bruno: Person, carmen: Person
) -> None:
    make.monitor(checklist, bruno, carmen)
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.found(row, bruno)
        typed = {"answer": "no", "found": "Yo vi otra cosa.", "on": local_day().isoformat(), "base": "0"}
        at = path_of(checklist, "rondas/1/campo/1/")
        answer = client_of(carmen).post(at, typed)
        body = answer.content.decode()
        assert answer.status_code == 422
        assert "Yo vi otra cosa." in body
        assert 'name="base" value="1"' in body
        assert client_of(carmen).post(at, {**typed, "base": "1"}).status_code == 303


def test_a_finding_expires_after_its_months(
    client_of: Browser, checklist: Checklist, bruno: Person, dora: Person
) -> None:
    make.published(checklist, bruno, dora, "yes")
    at = path_of(checklist, "rondas/1/")
    assert "stands until" in client_of(bruno).get(at).content.decode()
    with time_machine.travel(now() + timedelta(days=366)):
        body = client_of(bruno).get(at).content.decode()
    assert "Expired on" in body
    assert "stands until" not in body


def test_a_reply_in_time_says_how_many_items_it_covers(
    client_of: Browser, checklist: Checklist, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    make.published(checklist, bruno, dora)
    page = client_of(nobody).get(f"/en/aportaciones/{checklist.contribution.reference}/rondas/1/").content.decode()
    assert "Replied in time, 1 of 2 items" in page


def test_with_a_finding_of_every_item_the_list_says_what_is_next(
    client_of: Browser, checklist: Checklist, bruno: Person
) -> None:
    row = make.announced(checklist, bruno)
    with make.after_notice(row):
        make.found(row, bruno)
        here = f"/en/aportaciones/{checklist.contribution.reference}/rondas/1/campo/"
        assert "Every item has a finding: send it for reply." in client_of(bruno).get(here).content.decode()
