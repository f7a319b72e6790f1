"""From the question to the verdict, by the pages."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.opinion.models import Draft, Response, Submission
from consultations.modes.opinion.sending import submitting
from consultations.modes.opinion.sending.submitting import Words
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.models import Organization
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
WORDS = {
    "title": "Nombrar la receta electrónica", "position": "changes", "language": "es", "speaking_as": "self",
    "text": "Pedimos que el párrafo 4 nombre la **receta electrónica**.",
}  # fmt: skip


def under(activity: Activity, rest: str = "") -> str:
    """An address of an activity, in English."""
    return f"/en/procesos/{activity.consultation.reference}/actividades/{activity.place}/{rest}"


def send(client: Client, path: str, **changes: str) -> str:
    """Write, look again, send; promise where it leads."""
    assert client.post(f"{path}proponer/", {**WORDS, **changes, "act": "preview"}).status_code == 303
    page = client.get(f"{path}revisar/").content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|seen)" value="([^"]+)"', page))
    answer = client.post(f"{path}revisar/", hidden)
    assert answer.status_code == 303, answer.content.decode()
    assert client.post(f"{path}revisar/", hidden).headers["Location"] == answer.headers["Location"]
    return answer.headers["Location"]


@pytest.mark.guideline("G8.I")
@pytest.mark.engine
def test_an_organization_sends_is_answered_and_says_so(
    client_of: Browser, asking: Activity, alba: Person, bruno: Person, dora: Person, red_norte: Organization
) -> None:
    bruno_at = client_of(bruno)
    page = send(bruno_at, under(asking, "preguntas/1/"), speaking_as=str(red_norte.pk))
    sent = Submission.objects.get()
    assert sent.contribution.organization == red_norte
    shown = bruno_at.get(page).content.decode()
    assert red_norte.name in shown
    assert bruno.name in shown
    assert sent.contribution.hash in shown
    desk = client_of(dora)
    base = f"/en/procesos/{asking.consultation.reference}/respuestas"
    assert WORDS["title"] in desk.get(f"{base}/mesa/").content.decode()
    edit = desk.post(f"{base}/nueva/", {"to": [sent.pk]}).headers["Location"]
    empty = desk.post(edit, {"disposition": "in_part", "reasons": "", "language": "es", "base": 0})
    assert empty.status_code == 422
    assert "A disposition without reasons is no answer" in empty.content.decode()
    written = {"disposition": "in_part", "reasons": make.REASONS, "language": "es", "base": 0}
    assert desk.post(edit, written).status_code == 303
    response = Response.objects.get()
    officer = client_of(alba)
    assert officer.post(f"/en/aportaciones/respuestas/{response.reference}/leer/", {"act": "well"}).status_code == 303
    for act in ("sign", "publish"):
        assert officer.post(f"{base}/actos/", {"act": act, "response": response.reference}).status_code == 303
    shown = bruno_at.get(page).content.decode()
    assert "Adopted in part" in shown
    verdict = re.search(r'href="([^"]*respuestas/opinion/\d+/)"', shown)
    assert verdict
    assert bruno_at.post(verdict[1], {"answers": "yes", "reason": ""}).status_code == 303
    shown = client_of(AnonymousUser()).get(page).content.decode()
    assert "Its author says that it answers the point" in shown
    assert [kind for kind, in sent.contribution.steps.values_list("kind")] == ["received", "answered"]


def test_after_the_close_it_says_when_and_keeps_the_words(
    client_of: Browser, asking: Activity, carmen: Person
) -> None:
    with time_machine.travel(now() + timedelta(days=11)):
        client = client_of(carmen)
        path = under(asking, "preguntas/1/")
        assert client.post(f"{path}proponer/", {**WORDS, "act": "preview"}).status_code == 303
        page = client.get(f"{path}revisar/").content.decode()
        assert "It closed on" in page
        hidden = {"key": "k", "seen": Draft.objects.get().saved_at.isoformat()}
        refused = client.post(f"{path}revisar/", hidden)
        assert refused.status_code == 422
        assert WORDS["title"] in refused.content.decode()
        assert not Submission.objects.exists()


def test_the_draft_is_kept_by_itself_and_for_its_author_alone(
    client_of: Browser, asking: Activity, carmen: Person, bruno: Person
) -> None:
    path = under(asking, "preguntas/1/")
    kept = client_of(carmen).post(f"{path}borrador/", {"title": "A medias"})
    assert kept.json()["saved"]
    assert "A medias" in client_of(carmen).get(f"{path}proponer/").content.decode()
    assert "A medias" not in client_of(bruno).get(f"{path}proponer/").content.decode()


def test_who_may_write_to_a_question(client_of: Browser, seated: Cast, asking: Activity) -> None:
    path = under(asking, "preguntas/1/proponer/")
    answers = {name: client_of(who).get(path).status_code for name, who in seated.items()}
    assert {name for name, status in answers.items() if status == 200} == {"bruno", "carmen", "fatima", "root"}
    assert {name for name, status in answers.items() if status == 403} == {"alba", "dora", "elias"}


def test_who_may_open_the_desk(client_of: Browser, seated: Cast, asking: Activity) -> None:
    path = f"/en/procesos/{asking.consultation.reference}/respuestas/mesa/"
    opened = {name for name, who in seated.items() if client_of(who).get(path).status_code == 200}
    assert opened == {"alba", "dora", "elias"}


def test_what_only_members_read_leaks_nowhere(
    client_of: Browser, operating: Consultation, seated: Cast
) -> None:
    closed = make.asked(operating, seated["alba"], visibility="members")
    sent = make.sent(make.where(closed), seated["bruno"], title="Solo para integrantes")
    reference = sent.contribution.reference
    doors = [
        under(closed), under(closed, "propuestas.csv"), f"/en/aportaciones/{reference}/",
        f"/en/aportaciones/{reference}/versiones/", f"/en/procesos/{operating.reference}/",
        f"/en/procesos/{operating.reference}/planteamientos/",
    ]  # fmt: skip
    for name in ("carmen", "root", "nobody"):
        for door in doors:
            answer = client_of(seated[name]).get(door)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
            assert "Solo para integrantes" not in content.decode(), (name, door)
    assert "Solo para integrantes" in client_of(seated["dora"]).get(under(closed)).content.decode()


def test_versions_show_what_changed_since_the_one_before(
    client_of: Browser, seated: Cast, asking: Activity
) -> None:
    sent = make.sent(make.where(asking), seated["bruno"], text="Pedimos una receta simple.\n\nY nada más.")
    words = Words(sent.contribution.title, "for", "Pedimos una receta clara.\n\nY nada más.", "es")
    submitting.correct(submission=sent, base=1, words=words, keep=set(), files=[], by=seated["bruno"])
    page = client_of(seated["nobody"]).get(f"/en/aportaciones/{sent.contribution.reference}/versiones/")
    assert "<del>simple</del><ins>clara</ins>" in page.content.decode()


def test_the_list_asks_as_often_for_few_as_for_many(
    client_of: Browser, asking: Activity, bruno: Person, carmen: Person
) -> None:
    client, counts = warm(client_of(carmen)), []
    for many in (3, 57):
        for n in range(many):
            make.sent(make.where(asking), bruno, title=f"Propuesta {many} {n}")
        counts.append(queries_of(lambda: client.get(under(asking))))
    assert counts[0] == counts[1]
    assert counts[1] <= 15


def test_a_search_finds_without_accents_and_filters_by_position(
    client_of: Browser, asking: Activity, bruno: Person, nobody: AnonymousUser
) -> None:
    make.sent(make.where(asking), bruno, title="Garantizar la atención")
    make.sent(make.where(asking), bruno, title="Otra cosa")
    page = client_of(nobody).get(under(asking, "?q=atencion")).content.decode()
    assert "Garantizar la atención" in page
    assert "Otra cosa" not in page
    assert "Nothing has all of these" in client_of(nobody).get(under(asking, "?position=against")).content.decode()


@pytest.mark.guideline("A3")
def test_an_issue_is_raised_by_anybody_and_answered_alike(
    client_of: Browser, operating: Consultation, carmen: Person
) -> None:
    path = f"/en/procesos/{operating.reference}/planteamientos/"
    client = client_of(carmen)
    assert client.post(f"{path}nuevo/", {**WORDS, "act": "preview"}).status_code == 303
    page = client.get(f"{path}revisar/").content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|seen)" value="([^"]+)"', page))
    client.post(f"{path}revisar/", hidden)
    assert Submission.objects.get().contribution.reference.endswith("-P-001")
    assert WORDS["title"] in client.get(path).content.decode()


def test_the_receipt_can_be_recounted(client_of: Browser, asking: Activity, bruno: Person, carmen: Person) -> None:
    sent = make.sent(make.where(asking), bruno)
    path = f"/en/aportaciones/{sent.contribution.reference}/acuse.json"
    proof = client_of(bruno).get(path)
    from hashlib import sha256  # noqa: PLC0415

    assert sha256(proof.content).hexdigest() == sent.contribution.hash
    assert client_of(carmen).get(path).status_code == 403


def test_a_letter_repeats_the_receipt(
    asking: Activity, bruno: Person, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sent = make.sent(make.where(asking), bruno)
    assert sent.contribution.hash in mail.outbox[-1].body


def test_who_was_overtaken_reads_the_other_wording_and_saves_again(
    client_of: Browser, asking: Activity, bruno: Person, dora: Person, alba: Person
) -> None:
    made = make.drafted([make.sent(make.where(asking), bruno)], dora)
    client, path = client_of(alba), f"/en/aportaciones/respuestas/{made.reference}/escribir/"
    mine = {"disposition": "rejected", "reasons": f"Otras razones. {make.REASONS}", "language": "es", "base": 0}
    refused = client.post(path, mine)
    assert refused.status_code == 422
    page = refused.content.decode()
    assert make.REASONS in page
    assert "Otras razones." in page
    base = re.search(r'name="base" value="(\d+)"', page)
    assert base
    assert client.post(path, {**mine, "base": base[1]}).status_code == 303


def test_a_return_without_a_remark_says_so_on_the_page(
    client_of: Browser, asking: Activity, bruno: Person, dora: Person, alba: Person
) -> None:
    made = make.drafted([make.sent(make.where(asking), bruno)], dora)
    path = f"/en/aportaciones/respuestas/{made.reference}/leer/"
    answer = client_of(alba).post(path, {"act": "back", "remark": ""})
    assert answer.status_code == 422
    assert "Say what should change." in answer.content.decode()


def test_a_correction_that_was_overtaken_goes_through_when_sent_again(
    client_of: Browser, asking: Activity, bruno: Person
) -> None:
    sent = make.sent(make.where(asking), bruno)
    client, path = client_of(bruno), f"/en/aportaciones/{sent.contribution.reference}/corregir/"
    words = {"title": "Primera", "text": "Una", "position": "for", "language": "es", "base": 1}
    assert client.post(path, words).status_code == 303
    again = client.post(path, {**words, "title": "Segunda"})
    assert again.status_code == 422
    base = re.search(r'name="base" value="(\d+)"', again.content.decode())
    assert base
    assert client.post(path, {**words, "title": "Segunda", "base": base[1]}).status_code == 303
