"""Letters: kept with the act, delivered after it, once."""

import base64
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from smtplib import SMTPDataError
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.template import engines

from incidencia.clock import now
from incidencia.mail import own_data, queries
from incidencia.mail.attachments import LARGEST, pack, unpack
from incidencia.mail.links import absolute, link
from incidencia.mail.models import Outgoing
from incidencia.mail.services import send
from incidencia.mail.tasks import LEASE, deliver

pytestmark = [pytest.mark.engine]
LETTER = "tests/emails/greeting"


@dataclass(frozen=True)
class Somebody:
    email: str = "ana@example.org"
    name: str = "Ana <b>"
    language: str = "es-mx"


@pytest.fixture(autouse=True)
def _templates(tmp_path: Path) -> Iterator[None]:
    place = tmp_path / "tests" / "emails"
    place.mkdir(parents=True)
    (place / "greeting.subject.txt").write_text("{{ title }}\n")
    (place / "greeting.txt").write_text(
        '{% extends "incidencia/mail/_mail.txt" %}{% block content %}{% get_current_language as x %}{{ x }}: '
        "{{ title }}{% endblock %}"
    )
    (place / "greeting.html").write_text(
        '{% extends "incidencia/mail/_mail.html" %}{% block content %}<p>{{ title }}</p>{% endblock %}'
    )
    engine = engines["django"].engine  # type: ignore[attr-defined]
    kept, engine.dirs = engine.dirs, [*engine.dirs, tmp_path]
    for loader in engine.template_loaders:
        loader.reset()
    yield
    engine.dirs = kept


def write(title: str = "El «acta» & l'anexo", to: Somebody | None = None, **options: Any) -> Outgoing:
    with transaction.atomic():
        return send(LETTER, to or Somebody(), {"title": title}, **options)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_message: Any, *_args: Any, **_options: Any) -> int:
        raise SMTPDataError(451, b"ana@example.org is over quota")

    monkeypatch.setattr("incidencia.mail.tasks.EmailMultiAlternatives.send", fail)


@pytest.mark.django_db(transaction=True)
def test_a_letter_leaves_after_the_act_and_not_before() -> None:
    with transaction.atomic():
        outgoing = send(LETTER, Somebody(), {"title": "Acta"})
        assert mail.outbox == []
    (message,) = mail.outbox
    assert message.to == ["ana@example.org"]
    assert message.subject == "Acta"
    outgoing.refresh_from_db()
    assert outgoing.sent_at is not None


@pytest.mark.django_db(transaction=True)
def test_an_act_undone_leaves_no_letter() -> None:
    with transaction.atomic():
        send(LETTER, Somebody(), {"title": "Acta"})
        transaction.set_rollback(True)
    assert mail.outbox == []
    assert Outgoing.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_only_the_html_is_escaped() -> None:
    write()
    (message,) = mail.outbox
    assert message.subject == "El «acta» & l'anexo"
    assert "es-mx: El «acta» & l'anexo" in str(message.body)
    assert "Ana <b>" in str(message.body)
    html = str(message.alternatives[0][0])  # type: ignore[attr-defined]
    assert "<p>El «acta» &amp; l&#x27;anexo</p>" in html
    assert "Ana &lt;b&gt;" in html
    assert '<html lang="es-mx">' in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("own", "asked", "spoken"), [("en", "", "en"), ("es-mx", "en", "en"), ("fr", "", "es-mx"), ("", "", "es-mx")]
)
def test_a_letter_speaks_the_language_of_the_person(own: str, asked: str, spoken: str) -> None:
    assert write(to=Somebody(language=own), language=asked).language == spoken
    assert f"{spoken}: " in str(mail.outbox[0].body)


@pytest.mark.django_db(transaction=True)
def test_a_line_break_in_a_title_makes_no_header() -> None:
    write(title="Acta\r\nBcc: todos@example.org\n" + "x" * 400)
    assert mail.outbox[0].subject.startswith("Acta Bcc: todos@example.org xxx")
    assert len(mail.outbox[0].subject) == 250


@pytest.mark.django_db(transaction=True)
def test_the_same_key_to_the_same_address_is_written_once() -> None:
    first = write(key="convening:MEC-2026-014-S3")
    assert write(title="Otra", key="convening:MEC-2026-014-S3") == first
    write(to=Somebody(email="luz@example.org"), key="convening:MEC-2026-014-S3")
    write()
    write()
    assert [message.to for message in mail.outbox] == [
        ["ana@example.org"], ["luz@example.org"], ["ana@example.org"], ["ana@example.org"]
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_small_files_travel_with_the_letter() -> None:
    write(attachments=[("sesion.ics", "BEGIN:VCALENDAR", "text/calendar"), ("a.bin", b"\x00\xff", "application/x-a")])
    files = [(part[0], part[1], part[2]) for part in mail.outbox[0].attachments]  # type: ignore[index]
    assert files == [("sesion.ics", "BEGIN:VCALENDAR", "text/calendar"), ("a.bin", b"\x00\xff", "application/x-a")]


def test_large_files_are_refused() -> None:
    with pytest.raises(ValueError, match="link"):
        pack([("a", b"x" * LARGEST, "a/b"), ("b", "y", "a/b")])
    assert unpack(pack([("a", "ñ", "a/b")])) == [("a", "ñ".encode(), "a/b")]
    assert pack([("a", "ñ", "a/b")])[0]["content"] == base64.b64encode("ñ".encode()).decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("broken")
def test_a_failure_keeps_the_letter_and_tells_no_personal_matter(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        outgoing = write()
    outgoing.refresh_from_db()
    assert (outgoing.error, outgoing.sent_at) == ("SMTPDataError 451", None)
    assert outgoing.failed_at is not None
    assert outgoing.text
    assert "ana@example.org" not in caplog.text
    assert f"Letter {outgoing.pk}" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_what_failed_can_be_tried_again(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("incidencia.mail.tasks.EmailMultiAlternatives.send", lambda *_: 1 / 0)
        outgoing = write()
        call_command("mail_retry")
    call_command("mail_retry")
    call_command("mail_retry")
    assert capsys.readouterr().out.splitlines() == [
        "0 delivered, 1 still waiting.", "1 delivered, 0 still waiting.", "0 delivered, 0 still waiting."
    ]  # fmt: skip
    outgoing.refresh_from_db()
    assert (outgoing.error, outgoing.failed_at) == ("", None)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_what_was_delivered_is_forgotten_but_its_head() -> None:
    outgoing = write(attachments=[("a", "b", "text/plain")])
    outgoing.refresh_from_db()
    assert (outgoing.text, outgoing.html, outgoing.attachments) == ("", "", [])
    assert outgoing.subject


@pytest.mark.django_db(transaction=True)
def test_a_letter_in_somebodys_hands_is_left_to_them_for_a_while() -> None:
    outgoing = write()
    Outgoing.objects.update(sent_at=None, taken_at=now())
    assert deliver.call(outgoing.pk) is False
    assert not queries.undelivered(now()).exists()
    with time_machine.travel(now() + LEASE + timedelta(seconds=1)):
        assert queries.undelivered(now()).exists()
        assert deliver.call(outgoing.pk) is True
        assert deliver.call(outgoing.pk) is False
    assert len(mail.outbox) == 2


@pytest.mark.django_db(transaction=True)
def test_a_worker_delivers_where_tasks_wait_in_the_database(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    write()
    assert mail.outbox == []
    call_command("db_worker", batch=True, verbosity=0)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_person_sees_the_letters_written_to_them() -> None:
    write(title="Acta")
    write(title="Ajena", to=Somebody(email="luz@example.org"))
    (letters,) = own_data.collect(Somebody(email="Ana@example.org")).values()
    assert [list(letter.values())[1] for letter in letters] == ["Acta"]


@pytest.mark.urls("tests.incidencia.mail.addresses")
def test_addresses_in_a_letter_are_whole_and_in_its_language(settings: Any) -> None:
    settings.BASE_URL = "https://incidencia.example"
    assert absolute("/r/MEC-2026-014") == "https://incidencia.example/r/MEC-2026-014"
    assert link("hello", 7, language="en") == "https://incidencia.example/en/hola/7/"
    assert link("hello", 7, language="es-mx") == "https://incidencia.example/hola/7/"
