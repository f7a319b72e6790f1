"""Offering, accepting and the library, by the pages; what people should not send; how often they ask the database."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.exchange import services
from consultations.exchange.forms import DeclineForm, LessonForm
from consultations.exchange.models import Lesson, Share
from consultations.models import Consultation
from consultations.modes.information.models import Item
from consultations.modes.surveillance.models import ChecklistTemplate
from consultations.modes.surveillance.services import template_save
from incidencia.accounts.models import Person
from incidencia.organizations.models import Organization
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.factories import exchange as make
from tests.factories import information, surveillance

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))


@pytest.mark.guideline("G28")
@pytest.mark.engine
def test_a_document_walks_from_one_process_to_the_other(
    client_of: Browser, operating: Consultation, other: Consultation, document: Item, alba: Person, bruno: Person,
    olga: Person, nobody: AnonymousUser,
) -> None:  # fmt: skip
    form = f"/en/procesos/{operating.reference}/intercambio/nuevo/"
    typed = {"what": f"item-{document.pk}", "to": other.reference, "why": "Les puede servir."}
    refused = client_of(bruno).post(form, {**typed, "what": ""})
    assert refused.status_code == 422
    assert "Les puede servir." in refused.content.decode()
    page = client_of(bruno).post(form, typed).headers["Location"]
    assert client_of(nobody).get(page).status_code == 404
    assert client_of(bruno).post(f"{page}aceptar/", follow=True).status_code == 200
    assert Share.objects.get().accepted_at is None
    assert "Pass it on" in client_of(alba).get(page).content.decode()
    client_of(alba).post(f"{page}pasar/")
    client_of(olga).post(f"{page}aceptar/")
    shown = client_of(nobody).get(f"/en/procesos/{other.reference}/").content.decode()
    assert "From other processes" in shown
    assert operating.reference in shown
    assert "Borrador cero" in shown
    assert client_of(nobody).get(page).status_code == 200


@pytest.mark.guideline("A9")
def test_a_reserved_item_can_not_be_chosen_nor_forced(
    client_of: Browser, operating: Consultation, other: Consultation, feed: Activity, document: Item, alba: Person
) -> None:
    secret = information.reserved(feed, alba)
    form, client = f"/en/procesos/{operating.reference}/intercambio/nuevo/", client_of(alba)
    assert secret.reference not in client.get(form).content.decode()
    typed = {"what": f"item-{secret.pk}", "to": other.reference, "why": "x"}
    assert client.post(form, typed).status_code == 422
    assert client.post(form, {**typed, "what": f"item-{document.pk}", "to": operating.reference}).status_code == 422
    assert not Share.objects.exists()


def test_a_lesson_is_written_for_an_organization_and_found(
    client_of: Browser, operating: Consultation, alba: Person, bruno: Person, red_norte: Organization,
    nobody: AnonymousUser,
) -> None:  # fmt: skip
    form = f"/en/procesos/{operating.reference}/lecciones/nueva/"
    typed = {**make.WORDS, "speaking_as": str(red_norte.pk), "key": "k"}
    page = client_of(bruno).post(form, typed).headers["Location"]
    assert client_of(nobody).get(page).status_code == 404
    client_of(alba).post(f"{page}publicar/")
    assert red_norte.name in client_of(nobody).get(page).content.decode()
    found = client_of(nobody).get("/en/procesos/lecciones/?q=sesion").content.decode()
    assert make.WORDS["title"] in found
    assert "Nothing found" in client_of(nobody).get("/en/procesos/lecciones/?q=nada").content.decode()


def test_a_lesson_is_escaped_and_offered_from_its_page(
    client_of: Browser, operating: Consultation, alba: Person
) -> None:
    make.lesson(operating, alba, title="<script>alert(1)</script>", done="<img src=x onerror=alert(1)>")
    page = client_of(alba).get(f"/en/procesos/lecciones/{Lesson.objects.get().pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "Offer it to another process" in page


def test_what_is_in_hand_is_seen_by_whom_it_concerns(
    client_of: Browser, seated: Cast, operating: Consultation, other: Consultation, document: Item
) -> None:
    offer = {"source": operating, "to": other, "item": document, "why": "Secreto del porqué"}
    made = services.document_offer(**offer, by=seated["bruno"])  # type: ignore[arg-type]
    page = f"/en/procesos/intercambio/{made.pk}/"
    for name, who in seated.items():
        client = client_of(who)
        seen = name in ("alba", "bruno")
        assert (client.get(page).status_code == 200) is seen, name
        listed = client.get(f"/en/procesos/{operating.reference}/intercambio/").content.decode()
        assert (f"/intercambio/{made.pk}/" in listed) is seen, name


def test_a_shared_checklist_is_shown_and_downloaded(
    client_of: Browser,
    operating: Consultation,
    other: Consultation,
    alba: Person,
    olga: Person,
    nobody: AnonymousUser,
) -> None:
    made = make.checklist(operating, other, alba)
    services.share_accept(share=made, by=olga)
    page = f"/en/procesos/intercambio/{made.pk}/"
    assert "¿Hay existencias?" in client_of(nobody).get(page).content.decode()
    data = client_of(nobody).get(f"{page}lista.json").json()
    assert data["items"][0] == {"question": "¿Hay existencias?", "method": "Visita", "weight": 2}
    assert data["from"] == operating.reference


@pytest.mark.guideline("G28")
def test_a_template_of_the_library_is_offered_by_the_form_and_read_there(
    client_of: Browser, operating: Consultation, other: Consultation, alba: Person, bruno: Person, olga: Person,
    nobody: AnonymousUser,
) -> None:  # fmt: skip
    operating.levels.get_or_create(level="VI", defaults={"reason_es": "Se comprueba."})
    kept = surveillance.begun(surveillance.watched(operating, alba), bruno)
    template_save(checklist=kept, name="Abasto", about="Lo que se pregunta.", by=bruno)
    template = ChecklistTemplate.objects.get()
    typed = {"what": f"template-{template.pk}", "to": other.reference, "why": "Sirve igual."}
    form = f"/en/procesos/{operating.reference}/intercambio/nuevo/"
    assert "Abasto" in client_of(bruno).get(form).content.decode()
    page = client_of(alba).post(form, typed).headers["Location"]
    services.share_accept(share=Share.objects.get(), by=olga)
    shown = client_of(nobody).get(page).content.decode()
    assert "¿Se cumplió el punto 1?" in shown
    assert f"/plantillas/{template.pk}/" in shown


def test_every_naughty_string_is_kept_as_typed_or_refused_plainly(operating: Consultation, alba: Person) -> None:
    kept = 0
    for string in STRINGS:
        data = dict.fromkeys(("title", "situation", "done", "result", "otherwise", "key"), string[:60])
        form = LessonForm({**data, "language": "es"}, speaker=alba)
        DeclineForm({"reason": string}).is_valid()
        if not form.is_valid():
            assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
            continue
        made = make.lesson(operating, alba, **{name: form.cleaned_data[name] for name in make.WORDS})
        assert Lesson.objects.get(pk=made.pk).done == form.cleaned_data["done"]
        kept += 1
    assert kept > 300


def test_every_naughty_question_to_the_library_is_a_page(client_of: Browser, nobody: AnonymousUser) -> None:
    client = client_of(nobody)
    for string in STRINGS[::9]:
        answer = client.get("/en/procesos/lecciones/", {"q": string, "process": string, "language": string})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def test_lists_ask_as_often_for_few_as_for_many(
    client_of: Browser, operating: Consultation, other: Consultation, feed: Activity, alba: Person, olga: Person
) -> None:
    client, counts = warm(client_of(alba)), []
    base = f"/en/procesos/{operating.reference}"
    pages = [f"{base}/intercambio/", f"{base}/intercambio/nuevo/", "/en/procesos/lecciones/",
             f"/en/procesos/{other.reference}/", "/en/pendientes/"]  # fmt: skip
    for many in (3, 27):
        for n in range(many):
            item = information.published(feed, alba, title_es=f"Documento {many} {n}")
            share = services.document_offer(source=operating, to=other, item=item, why="x", by=alba)
            services.share_accept(share=share, by=olga)
            make.lesson(operating, alba, title=f"Lección {many} {n}")
        counts.append([queries_of(lambda page=page: client.get(page)) for page in pages])  # type: ignore[misc]
    assert counts[0] == counts[1]
    assert max(counts[1][:3]) <= 15
