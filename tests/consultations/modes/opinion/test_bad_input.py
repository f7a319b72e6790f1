"""What people should not send, and every string that has broken something somewhere."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.activities.models import Activity
from consultations.modes.opinion.models import Draft, Submission
from consultations.modes.opinion.sending.drafts import draft_save
from consultations.modes.opinion.sending.forms import SubmissionForm
from consultations.modes.opinion.sending.submitting import Words, submit
from incidencia.accounts.models import Person
from tests.consultations.conftest import refused
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
STRINGS = json.loads((Path(__file__).parents[3] / "data" / "blns.json").read_text(encoding="utf-8"))


def path(activity: Activity, act: str) -> str:
    """Where one writes."""
    return f"/en/procesos/{activity.consultation.reference}/actividades/{activity.place}/preguntas/1/{act}/"


@pytest.mark.engine
def test_every_naughty_string_is_kept_as_typed_and_shown_safe_or_refused_plainly(
    client_of: Browser, asking: Activity, carmen: Person, nobody: AnonymousUser
) -> None:
    assert len(STRINGS) > 400
    reader, kept = client_of(nobody), 0
    for n, string in enumerate(STRINGS):
        form = SubmissionForm(
            {"title": string[:200], "text": string, "position": "for", "language": "es"}, speaker=carmen
        )
        if not form.is_valid():
            assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
            continue
        data = form.cleaned_data
        sent = make.sent(make.where(asking), carmen, title=f"{n} {data['title']}"[:200], text=data["text"])
        assert Submission.objects.get(pk=sent.pk).text == data["text"]
        if n % 10 == 0:
            page = reader.get(f"/en/aportaciones/{sent.contribution.reference}/").content.decode()
            assert "<script>alert" not in page
            assert "<img" not in page
        kept += 1
    assert kept > 300


def test_the_list_of_naughty_strings_is_a_page(client_of: Browser, asking: Activity, carmen: Person) -> None:
    for string in STRINGS[::9]:
        if string.strip() and "\x00" not in string:
            make.sent(make.where(asking), carmen, title=string.strip()[:200] or "x", text=string)
    answer = client_of(carmen).get(f"/en/procesos/{asking.consultation.reference}/actividades/{asking.place}/")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("turned", ["‮test", "a‪b", "x‭y"])
def test_a_text_that_turns_direction_is_refused_and_kept(
    client_of: Browser, asking: Activity, carmen: Person, turned: str
) -> None:
    typed = {"title": turned, "text": turned, "position": "for", "language": "es", "act": "preview"}
    answer = client_of(carmen).post(path(asking, "proponer"), typed)
    assert answer.status_code == 422
    assert "hidden character" in answer.content.decode()
    assert Draft.objects.get().fields["title"] == turned


def test_the_same_words_twice_are_refused_and_named(asking: Activity, carmen: Person) -> None:
    make.sent(make.where(asking), carmen)
    with refused("sent-before"):
        make.sent(make.where(asking), carmen)


@pytest.mark.parametrize(("name", "content"), [
    ("a.pdf", b"MZ not a document"), ("b.png", b"<svg onload=alert(1)>"), ("c.txt", b""), ("d.exe", b"MZ"),
])  # fmt: skip
def test_a_file_that_lies_is_empty_or_runs_is_refused_and_the_words_stay(
    client_of: Browser, asking: Activity, carmen: Person, name: str, content: bytes
) -> None:
    sent = {
        "title": "Con archivo", "text": "Va un archivo.", "position": "for", "language": "es", "act": "preview",
        "attachments": SimpleUploadedFile(name, content),
    }  # fmt: skip
    answer = client_of(carmen).post(path(asking, "proponer"), sent)
    assert answer.status_code == 422
    assert "Va un archivo." in answer.content.decode()
    assert not Draft.objects.get().attachments.exists()


def test_a_text_above_the_limit_is_refused_and_kept(client_of: Browser, asking: Activity, carmen: Person) -> None:
    typed = {"title": "Largo", "text": "ñ" * 60_000, "position": "for", "language": "es", "act": "preview"}
    answer = client_of(carmen).post(path(asking, "proponer"), typed)
    assert answer.status_code == 422
    assert "the limit is 100 kB" in answer.content.decode()


@pytest.mark.engine
def test_two_windows_that_send_the_same_draft_send_it_once(asking: Activity, carmen: Person) -> None:
    here = make.where(asking)
    drafts = [draft_save(where=here, person=carmen, typed={"title": "Una"}) for _ in range(2)]
    words = Words("Una", "for", "Una sola vez.", "es")
    first = submit(where=here, draft=drafts[0], words=words, speaking_as="", key="window")
    assert submit(where=here, draft=drafts[1], words=words, speaking_as="", key="window") == first
    with refused("no-draft"):
        submit(where=here, draft=drafts[1], words=words, speaking_as="", key="another")
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_the_table_runs_in_a_spreadsheet(
    client_of: Browser, asking: Activity, carmen: Person, nobody: AnonymousUser, risky: str
) -> None:
    make.sent(make.where(asking), carmen, title=risky)
    where = f"/procesos/{asking.consultation.reference}/actividades/{asking.place}/propuestas.csv"
    answer = client_of(nobody).get(where)
    rows = list(csv.DictReader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))  # type: ignore[arg-type]
    assert [row["title"] for row in rows] == [f"'{risky}"]
    assert rows[0]["hash"]
