"""From convening to a published report, by the pages; and how often they ask the database."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.desk.row import Act
from consultations.desk.sources import waiting_for
from consultations.groups import services
from consultations.groups.models import Group, GroupMeeting, GroupNote, GroupReport
from consultations.groups.own_data import collect
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.consultations.conftest import queries_of, warm
from tests.factories import consultations as processes
from tests.factories import groups as make
from tests.factories import incidencia as people

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def key_of(page: str) -> str:
    found = re.search(r'name="key" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.guideline("G26")
@pytest.mark.engine
def test_a_caucus_is_convened_meets_and_tells_by_its_pages(
    client_of: Browser, operating: Consultation, bruno: Person, irene: Person, nobody: AnonymousUser
) -> None:
    base, at_bruno = f"/en/procesos/{operating.reference}/grupos/", client_of(bruno)
    sent = {"kind": "caucus", "name": "Mesa", "purpose": "Preparar", "readers": "group", "joining": "asking",
            "objection_days": 2, "language": "es"}  # fmt: skip
    sent["key"] = key_of(at_bruno.get(f"{base}nuevo/").content.decode())
    answer = at_bruno.post(f"{base}nuevo/", sent)
    assert answer.status_code == 303, answer.content.decode()
    assert at_bruno.post(f"{base}nuevo/", sent).headers["Location"] == answer.headers["Location"]
    here = f"{base}1/"
    assert client_of(irene).post(f"{here}entrar/", {"words": "Quiero venir"}).status_code == 303
    assert "Quiero venir" in at_bruno.get(f"{here}integrantes/").content.decode()
    row = Group.objects.get().belongings.get(person=irene)
    assert at_bruno.post(f"{here}integrantes/{row.pk}/admitir/").status_code == 303
    starts = (now() + timedelta(days=3)).strftime("%Y-%m-%dT10:00")
    called = {"title": "Primera", "starts_at": starts, "minutes": 60, "place": "Patio", "agenda": "- Todo",
              "language": "es", "key": "m"}  # fmt: skip
    assert at_bruno.post(f"{here}reuniones/nueva/", called).status_code == 303
    assert "BEGIN:VCALENDAR" in client_of(irene).get(f"{here}reuniones/1/reunion.ics").content.decode()
    make.began(GroupMeeting.objects.get())
    written = {"text": "Se acordó", "present": [bruno.pk, irene.pk], "language": "es", "base": 0}
    assert at_bruno.post(f"{here}reuniones/1/minuta/", written).status_code == 303
    assert client_of(irene).post(f"{here}reuniones/1/minuta/1/confirmar/").status_code == 303
    assert "1 of 2 present confirmed it" in at_bruno.get(f"{here}reuniones/1/").content.decode()
    told = {
        "title": "Lo que pedimos",
        "text": "Pedimos **esto**.",
        "audience": "everybody",
        "language": "es",
        "key": "r",
    }
    assert at_bruno.post(f"{here}informes/nuevo/", told).status_code == 303
    outside = client_of(nobody)
    assert outside.get(f"{here}informes/1/").status_code == 404
    assert "may object until" in at_bruno.post(f"{here}informes/1/publicar/", follow=True).content.decode()
    with time_machine.travel(now() + timedelta(days=7)):
        at_bruno = client_of(bruno)
        assert at_bruno.post(f"{here}informes/1/publicar/").status_code == 303
        page = outside.get(f"{here}informes/1/").content.decode()
        assert "<strong>esto</strong>" in page
        assert bruno.name not in page
        assert "Lo que pedimos" in outside.get(base).content.decode()
        assert outside.get(here).status_code == 404


@pytest.mark.guideline("E6")
def test_an_objection_in_the_second_round_is_read_beside_the_report_without_a_name(
    client_of: Browser, caucus: Group, bruno: Person, irene: Person, nobody: AnonymousUser
) -> None:
    make.joined(caucus, irene, by=bruno)
    told = make.report(caucus, bruno)
    here = f"/en/procesos/{caucus.consultation.reference}/grupos/1/informes/1/"
    client_of(irene).post(f"{here}objetar/", {"text": "No es lo que dijimos"})
    services.group_report_reword(report=told, title="Otra", text="Otra", base=1, by=bruno)
    answer = client_of(irene).post(f"{here}objetar/", {"text": "Sigo en desacuerdo"})
    assert answer.status_code == 303
    with time_machine.travel(now() + timedelta(days=7)):
        services.group_report_publish(report=GroupReport.objects.get(), by=bruno)
        page = client_of(nobody).get(here).content.decode()
    assert "Sigo en desacuerdo" in page
    assert "No es lo que dijimos" not in page
    assert irene.name not in page


def test_a_published_report_is_put_forward_as_an_issue_by_who_belongs_and_answers_nothing(
    client_of: Browser, operating: Consultation, caucus: Group, bruno: Person, irene: Person, dora: Person
) -> None:
    told = make.report(caucus, bruno, title="Lo que pedimos", text="Pedimos esto.")
    here = f"/en/procesos/{operating.reference}/grupos/1/informes/1/"
    assert client_of(bruno).post(f"{here}plantear/").status_code == 403
    with time_machine.travel(now() + timedelta(days=7)):
        services.group_report_publish(report=told, by=bruno)
        for other in (irene, dora):
            assert client_of(other).post(f"{here}plantear/").status_code == 403
        client = client_of(bruno)
        page = client.post(f"{here}plantear/", follow=True).content.decode()
        assert "Pedimos esto." in page
        assert f"/procesos/{operating.reference}/grupos/1/informes/1/" in page
        assert (
            "You are writing another issue already" in client.post(f"{here}plantear/", follow=True).content.decode()
        )
    assert not operating.contributions.exists()


def test_a_refusal_keeps_what_was_typed(client_of: Browser, caucus: Group, bruno: Person) -> None:
    here = f"/en/procesos/{caucus.consultation.reference}/grupos/1/reuniones/nueva/"
    typed = {"title": "Primera", "starts_at": "2020-01-01T10:00", "minutes": 60, "agenda": "Lo que escribí",
             "language": "es", "key": "m", "place": "Patio"}  # fmt: skip
    answer = client_of(bruno).post(here, typed)
    assert answer.status_code == 422
    for said in ("Lo que escribí", "That hour is past.", "G26"):
        assert said in answer.content.decode()
    assert not GroupMeeting.objects.exists()


def test_who_was_overtaken_reads_the_other_minuta_and_sends_again(
    client_of: Browser, caucus: Group, bruno: Person, irene: Person
) -> None:
    make.joined(caucus, irene, by=bruno)
    held = make.began(make.meeting(caucus, bruno))
    make.minuta(held, bruno, [bruno], text="La de Bruno")
    here, client = f"/en/procesos/{caucus.consultation.reference}/grupos/1/reuniones/1/minuta/", client_of(irene)
    mine = {"text": "La de Irene", "present": [bruno.pk], "language": "es", "base": 0}
    answer = client.post(here, mine)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "La de Bruno" in page
    assert "La de Irene" in page
    base = re.search(r'name="base" value="(\d+)"', page)
    assert base
    assert client.post(here, {**mine, "base": base[1]}).status_code == 303


def test_a_note_with_a_paper_is_for_the_group_and_written_once(
    client_of: Browser, caucus: Group, bruno: Person, irene: Person
) -> None:
    here, client = f"/en/procesos/{caucus.consultation.reference}/grupos/1/notas/", client_of(bruno)
    for _twice in range(2):
        paper = SimpleUploadedFile("resumen.txt", b"Nadie mas lo lee")
        assert client.post(here, {"text": "Va el resumen", "key": "n", "attachments": paper}).status_code == 303
    note = GroupNote.objects.get()
    address = f"{here}archivos/{note.attachments.get().pk}/"
    assert b"Nadie mas lo lee" in b"".join(client.get(address).streaming_content)  # type: ignore[arg-type]
    assert client_of(irene).get(address).status_code == 403


def test_notes_are_for_its_members_even_where_everybody_reads_the_group(
    client_of: Browser, operating: Consultation, bruno: Person, dora: Person
) -> None:
    group = make.working(operating, bruno)
    make.note(group, bruno, text="Entre integrantes")
    here = f"/en/procesos/{operating.reference}/grupos/1/"
    assert "Entre integrantes" not in client_of(dora).get(here).content.decode()
    assert client_of(dora).get(f"{here}notas/").status_code == 403


def test_what_waits_for_whom(caucus: Group, bruno: Person, irene: Person, dora: Person) -> None:
    services.group_join(group=caucus, words="", by=irene)
    assert (Act.DECIDE, "Who asks to join") in acts(bruno)
    services.group_admit(belonging=caucus.belongings.get(person=irene), by=bruno)
    assert not [row for row in acts(bruno) if row[0] is Act.DECIDE]
    held = make.meeting(caucus, bruno, officials=[dora], title="Con Dora")
    for who in (bruno, irene, dora):
        assert (Act.ATTEND, "Con Dora") in acts(who)
    make.minuta(make.began(held), bruno, [bruno, dora])
    assert (Act.CONFIRM, "Minuta of Con Dora") in acts(dora)
    assert (Act.CONFIRM, "Minuta of Con Dora") not in acts(irene)
    told = make.report(caucus, bruno, title="Informe")
    assert (Act.READ, "Object, or let pass: Informe") in acts(irene)
    assert "Informe" not in str(acts(dora))
    with time_machine.travel(now() + timedelta(days=7)):
        assert (Act.SEND, "Publish: Informe") in acts(bruno)
        services.group_report_publish(report=told, by=bruno)
        assert "Informe" not in str(acts(bruno))


def acts(person: Person) -> list[tuple[Act, str]]:
    """What waits for somebody, in short, in English."""
    from django.utils import translation  # noqa: PLC0415

    with translation.override("en"):
        return [(row.act, row.title) for row in waiting_for(person)]


def test_ones_data_are_ones_own(caucus: Group, bruno: Person, irene: Person) -> None:
    make.joined(caucus, irene, by=bruno)
    make.note(caucus, bruno, text="De Bruno")
    make.note(caucus, irene, text="De Irene")
    told = str(collect(bruno))
    assert "De Bruno" in told
    assert "De Irene" not in told


def test_pages_ask_as_often_for_few_as_for_many(
    client_of: Browser, operating: Consultation, bruno: Person, nobody: AnonymousUser
) -> None:
    group, counts = make.working(operating, bruno), []
    client = warm(client_of(bruno))
    base = f"/en/procesos/{operating.reference}"
    pages = [f"{base}/grupos/", f"{base}/grupos/1/", f"{base}/grupos/1/integrantes/", f"{base}/grupos/1/notas/",
             f"{base}/", "/en/pendientes/"]  # fmt: skip
    for many in (3, 27):
        for n in range(many):
            other = make.working(operating, bruno, name=f"Grupo {many} {n}")
            somebody = people.person(f"Persona {many} {n}")
            processes.member(operating, somebody)
            make.joined(group, somebody, by=bruno)
            make.joined(other, somebody, by=bruno)
            make.report(other, bruno, title=f"Otro {many} {n}")
            make.note(group, somebody)
            make.began(make.meeting(group, somebody))
            make.report(group, bruno, title=f"Informe {many} {n}")
        client.get(f"{base}/grupos/")
        counts.append([queries_of(lambda page=page: client.get(page)) for page in pages])  # type: ignore[misc]
    assert counts[0] == counts[1]
    assert max(counts[1][:4]) <= 17
