"""One letter that gathers what waits: on its day, once, never empty, silenced in one click."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from consultations.desk import emails
from consultations.desk.models import Digest, Every
from consultations.desk.rhythm import is_due
from consultations.desk.services import digest_choose, digest_write, digests_write
from consultations.desk.sources import waiting_for
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.conftest import Cast
from tests.factories import information

ClientOf = Callable[..., Client]
MEXICO = ZoneInfo("America/Mexico_City")
TODAY = datetime.now(MEXICO).date()
# Always to come: who is a member today was none before.
MONDAY = datetime.combine(TODAY + timedelta(days=28 - TODAY.weekday()), time(7, 5), MEXICO)
HOURS = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 1, 1))


@pytest.fixture
def reading(seated: Cast, operating: Consultation) -> Cast:
    """Something waits for every member until the Wednesday after that Monday."""
    with time_machine.travel(MONDAY - timedelta(days=4), tick=False):
        feed = information.feed(operating, seated["alba"], title_en="Feed")
        information.published(
            feed, seated["alba"], read_by=MONDAY + timedelta(days=2), title_es="Secreto <a>", title_en="Zero draft"
        )
    return seated


@given(local=HOURS, written=st.none() | st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 1, 1)))
def test_nobody_is_written_to_twice_a_day_nor_at_night_nor_against_their_will(
    local: datetime, written: date | None
) -> None:
    for every in Every.values:
        due = is_due(every, written, local)
        assert not (due and (every == Every.NEVER or local.hour < 7 or written == local.date()))
    if is_due(Every.WEEK, written, local) and written is not None:
        assert written.isocalendar()[:2] != local.date().isocalendar()[:2] or written > local.date()


@pytest.mark.engine
@pytest.mark.django_db
def test_it_comes_on_monday_once_with_what_is_due_first(
    reading: Cast, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with time_machine.travel(MONDAY - timedelta(hours=1), tick=False):
        assert digests_write() == 0
    with time_machine.travel(MONDAY, tick=False), django_capture_on_commit_callbacks(execute=True):  # type: ignore
        assert digest_write(person=reading["bruno"])
        assert not digest_write(person=reading["bruno"])
    (letter,) = mail.outbox
    assert letter.to == [reading["bruno"].email]
    assert letter.subject == "1 asunto le espera"
    assert "Leer: Secreto <a>" in letter.body
    assert "miércoles" in letter.body
    assert "Nuevo en sus procesos" in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    html = str(letter.alternatives[0][0])
    assert "Secreto &lt;a&gt;" in html


@pytest.mark.engine
@pytest.mark.django_db
def test_nobody_gets_an_empty_one_and_the_day_is_noted(
    carmen: Person, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with time_machine.travel(MONDAY, tick=False), django_capture_on_commit_callbacks(execute=True):  # type: ignore
        assert digests_write() == 0
    assert mail.outbox == []
    assert Digest.objects.get(person=carmen).written_on == MONDAY.date()


@pytest.mark.engine
@pytest.mark.django_db
def test_what_was_told_as_new_is_not_told_again(
    reading: Cast, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    digest_choose(person=reading["bruno"], every=Every.DAY)
    for days in (0, 1):
        at = MONDAY + timedelta(days=days)
        with time_machine.travel(at, tick=False), django_capture_on_commit_callbacks(execute=True):  # type: ignore
            assert digest_write(person=reading["bruno"])
    first, second = mail.outbox
    assert "Nuevo en sus procesos" in first.body
    assert "Nuevo en sus procesos" not in second.body


@pytest.mark.engine
@pytest.mark.django_db
def test_it_speaks_the_language_and_keeps_the_hours_of_its_reader(
    reading: Cast, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    bruno = reading["bruno"]
    Person.objects.filter(pk=bruno.pk).update(language="en", zone="Europe/Vienna")
    bruno = Person.objects.get(pk=bruno.pk)
    early = datetime.combine(MONDAY.date(), time(7, 10), ZoneInfo("Europe/Vienna"))  # about midnight in Mexico
    with time_machine.travel(early, tick=False), django_capture_on_commit_callbacks(execute=True):  # type: ignore
        assert digest_write(person=bruno)
    (letter,) = mail.outbox
    assert "To read: Zero draft" in letter.body
    assert "/en/informacion/" in letter.body


@pytest.mark.engine
@pytest.mark.django_db
def test_one_click_silences_it_without_signing_in(reading: Cast, client: Client) -> None:
    bruno = reading["bruno"]
    path = f"/pendientes/silencio/{emails.token(bruno)}/"
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(path).status_code == 200
    assert not Digest.objects.filter(person=bruno).exists()
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Digest.objects.get(person=bruno).every == Every.NEVER
    with time_machine.travel(MONDAY, tick=False):
        assert not digest_write(person=bruno)
    assert client.post(f"{path[:-4]}xx/").status_code == 404


@pytest.mark.engine
@pytest.mark.django_db
def test_each_chooses_for_themselves(carmen: Person, client_of: ClientOf) -> None:
    client = client_of(carmen)
    assert client.post("/pendientes/correo/", {"every": "day"}).status_code == 303
    assert Digest.objects.get(person=carmen).every == Every.DAY
    client.post("/pendientes/correo/", {"every": "hourly"})
    assert Digest.objects.get(person=carmen).every == Every.DAY


@pytest.mark.engine
@pytest.mark.django_db
def test_the_command_writes_those_that_are_due(reading: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    with time_machine.travel(MONDAY, tick=False):
        call_command("digest")
    assert int(capsys.readouterr().out) >= 4


@pytest.mark.engine
@pytest.mark.django_db
def test_one_that_fails_keeps_no_other_from_its_letter(reading: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_for_bruno(person: Person) -> list[object]:
        if person == reading["bruno"]:
            raise RuntimeError("a source that fails")
        return waiting_for(person)  # type: ignore[return-value]

    monkeypatch.setattr("consultations.desk.services.waiting_for", fails_for_bruno)
    with time_machine.travel(MONDAY, tick=False):
        assert digests_write() >= 3
    assert not Digest.objects.filter(person=reading["bruno"]).exists()
