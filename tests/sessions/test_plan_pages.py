"""The pages around a session: who sees what, what they say, and how a session is prepared and convened."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from sessions.core import commands as c
from sessions.core.terms import Phase
from sessions.models import Paper, Session
from tests.factories import sessions as make
from tests.factories.many import FEW, MANY
from tests.factories.minutes import minutes_in

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | AnonymousUser], Client]
NOBODY = AnonymousUser()
NASTY = "<script>alert(1)</script><b>x</b>"


def url(session: Session, rest: str = "") -> str:
    return f"/en/sesiones/{session.reference}/{rest}"


def stamp(days: int = 3) -> str:
    return (now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


# --- Who sees what ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "sees"), [("alba", 200), ("dora", 403), ("bruno", 403), ("carmen", 403), (None, 403)]
)
def test_a_session_that_is_being_prepared_is_the_secretariats_alone(
    client_of: ClientOf, request: pytest.FixtureRequest, who: str | None, sees: int
) -> None:
    session = make.session_drafted()
    person = make.cast(who) if who else None
    assert client_of(person or NOBODY).get(url(session)).status_code == sees


@pytest.mark.guideline("G34")
@pytest.mark.parametrize("who", ["alba", "dora", "bruno", "elias", "fatima", "carmen", None])
def test_that_a_session_takes_place_is_public_and_the_ways_in_are_not(client_of: ClientOf, who: str | None) -> None:
    session = make.session_convened()
    person = make.cast(who) if who else None
    page = client_of(person or NOBODY).get(url(session)).content.decode()
    assert "Third follow-up session" in page
    seated = who not in ("carmen", None)
    assert ("video.example.org" in page) is seated
    assert ("4471" in page) is seated


@pytest.mark.parametrize("path", ["preparar/", "convocar/", "mover/", "cancelar/"])
@pytest.mark.parametrize(
    ("who", "status"), [("alba", 200), ("dora", 403), ("bruno", 403), ("fatima", 403), ("carmen", 403)]
)
def test_only_the_secretariat_prepares_convenes_moves_and_cancels(
    client_of: ClientOf, path: str, who: str, status: int
) -> None:
    session = make.session_convened()
    assert client_of(make.cast(who)).get(url(session, path)).status_code == status


def test_whoever_is_not_signed_in_is_asked_to_before_preparing(client_of: ClientOf) -> None:
    session = make.session_convened()
    answer = client_of(NOBODY).get(url(session, "preparar/"))
    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_an_unknown_session_is_a_plain_404(client: Client) -> None:
    assert client.get("/en/sesiones/MEC-2026-999-S9/").status_code == 404


# --- Preparing -------------------------------------------------------------------------------------
def prepare(client: Client, session: Session, section: str, **fields: object) -> int:
    data = {"section": section, **{f"{section}-{k}": v for k, v in fields.items()}}
    return client.post(url(session, "preparar/"), data).status_code


def test_a_session_is_prepared_part_by_part_and_convened(client_of: ClientOf) -> None:
    session = make.session_drafted()
    alba = client_of(make.cast("alba"))
    assert prepare(alba, session, "item", title_es="Acceso a medicamentos", minutes=30) == 302
    assert prepare(alba, session, "paper", title="Borrador", language="es", position="", text="Uno\n\nDos") == 302
    assert prepare(alba, session, "seat", name="Gloria sin cuenta", role="observer", side="guest") == 302
    assert prepare(alba, session, "contact", phone_number="55 1", conference_url="https://v.example.org/x") == 302
    key = uuid4().hex
    assert alba.post(url(session, "convocar/"), {"key": key}).status_code == 302
    session.refresh_from_db()
    assert session.convened_at is not None
    assert session.papers.get().circulated_at is not None
    assert Outgoing.objects.filter(key__startswith="convening:").count() == 5


def test_convening_twice_with_one_key_writes_to_everybody_once(client_of: ClientOf) -> None:
    session = make.session_drafted()
    alba = client_of(make.cast("alba"))
    key = uuid4().hex
    alba.post(url(session, "convocar/"), {"key": key})
    again = alba.post(url(session, "convocar/"), {"key": key})
    assert again.status_code == 422
    assert Outgoing.objects.filter(key__startswith="convening:").count() == 5


def test_the_page_says_all_that_is_missing_to_convene(client_of: ClientOf) -> None:
    session = make.session_drafted()
    session.seats.filter(side="civil").delete()
    past = now() - timedelta(days=1)
    Session.objects.filter(pk=session.pk).update(conference_url="", phone_number="", starts_at=past)
    page = client_of(make.cast("alba")).get(url(session, "preparar/")).content.decode()
    for words in ("date is in the past", "no place, link or telephone", "Civil society has nobody with a vote"):
        assert words in page


def test_what_was_typed_stays_when_a_part_is_refused(client_of: ClientOf) -> None:
    session = make.session_drafted()
    data = {"section": "item", "item-title_es": "Punto que se queda", "item-minutes": "9000"}
    answer = client_of(make.cast("alba")).post(url(session, "preparar/"), data)
    assert answer.status_code == 422
    assert "Punto que se queda" in answer.content.decode()


@pytest.mark.guideline("G27.II")
def test_a_summary_has_at_most_eighty_words(client_of: ClientOf) -> None:
    session = make.session_drafted()
    assert prepare(client_of(make.cast("alba")), session, "contact", summary_es="palabra " * 81) == 422


def test_markup_in_every_text_of_a_session_is_inert(client_of: ClientOf) -> None:
    session = make.session_drafted(title_es=NASTY, title_en=NASTY, host_es=NASTY, host_en=NASTY, subject=NASTY)
    alba = client_of(make.cast("alba"))
    prepare(alba, session, "contact", place=NASTY, summary_es=NASTY, summary_en=NASTY, phone_number="1")
    prepare(alba, session, "paper", title=NASTY, language="es", position="", text=NASTY)
    prepare(alba, session, "seat", name=NASTY, organization=NASTY, role="observer", side="guest")
    alba.post(url(session, "convocar/"), {"key": uuid4().hex})
    paper = session.papers.get()
    for path in ("", "preparar/", f"documentos/{paper.pk}/"):
        page = alba.get(url(session, path)).content.decode()
        assert "<script>alert" not in page, path
    assert "<script>alert" not in alba.get("/en/sesiones/").content.decode()


# --- Papers ----------------------------------------------------------------------------------------
def paper(session: Session, alba: Client, name: str = "nota.txt", content: bytes = b"Texto") -> int:
    file = SimpleUploadedFile(name, content)
    return prepare(alba, session, "paper", title="Nota", language="es", position="", file=file)


def test_a_file_of_another_kind_is_refused(client_of: ClientOf) -> None:
    session = make.session_drafted()
    alba = client_of(make.cast("alba"))
    assert paper(session, alba, "x.exe", b"MZ") == 422
    assert paper(session, alba, "x.pdf", b"not a pdf") == 422
    assert not Paper.objects.exists()


@pytest.mark.parametrize(("who", "before", "after"), [
    ("alba", 200, 200), ("bruno", 403, 200), ("fatima", 403, 200), ("carmen", 403, 403), (None, 403, 403),
])  # fmt: skip
def test_papers_reach_those_accredited_when_they_circulate_and_nobody_else(
    client_of: ClientOf, who: str | None, before: int, after: int
) -> None:
    session = make.session_drafted()
    alba = client_of(make.cast("alba"))
    assert paper(session, alba) == 302
    reader = client_of(make.cast(who) if who else NOBODY)
    address = url(session, f"documentos/{session.papers.get().pk}/")
    seen = reader.get(address).status_code
    assert seen in (before, 302)
    alba.post(url(session, "convocar/"), {"key": uuid4().hex})
    assert reader.get(address).status_code == after


@pytest.mark.guideline("G27.I")
def test_a_paper_that_came_late_is_marked_with_its_rule(client_of: ClientOf) -> None:
    session = make.session_convened(starts_at=now() + timedelta(days=2))
    alba = client_of(make.cast("alba"))
    paper(session, alba)
    page = alba.get(url(session)).content.decode()
    assert "late" in page
    assert "G27.I" in page
    assert "Circulated" in page


# --- Moving, cancelling, calendar ------------------------------------------------------------------
@pytest.mark.guideline("G24")
def test_moving_a_session_tells_everybody_and_their_calendars(client_of: ClientOf) -> None:
    session = make.session_convened()
    alba = client_of(make.cast("alba"))
    data = {"key": uuid4().hex, "starts_at": stamp(20), "reason": "The hall is taken"}
    assert alba.post(url(session, "mover/"), data).status_code == 302
    session.refresh_from_db()
    assert session.calendar_sequence == 1
    letters = Outgoing.objects.filter(key__startswith="rescheduled:")
    assert letters.count() == 5
    assert "The hall is taken" in letters[0].text


def test_a_date_in_the_past_is_refused_and_the_reason_kept(client_of: ClientOf) -> None:
    session = make.session_convened()
    data = {"key": uuid4().hex, "starts_at": stamp(-2), "reason": "Razón que se queda"}
    answer = client_of(make.cast("alba")).post(url(session, "mover/"), data)
    assert answer.status_code == 422
    assert "Razón que se queda" in answer.content.decode()
    session.refresh_from_db()
    assert session.calendar_sequence == 0


@pytest.mark.guideline("E2")
def test_the_calendar_file_keeps_its_uid_and_tells_of_a_cancellation(client_of: ClientOf) -> None:
    session = make.session_convened()
    alba = client_of(make.cast("alba"))
    first = Calendar.from_ical(alba.get(url(session, "calendario.ics")).content).walk("VEVENT")[0]
    alba.post(url(session, "cancelar/"), {"key": uuid4().hex, "reason": "No host"})
    after = Calendar.from_ical(alba.get(url(session, "calendario.ics")).content).walk("VEVENT")[0]
    assert first["uid"] == after["uid"]
    assert (first["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after["sequence"] > first["sequence"]
    session.refresh_from_db()
    assert session.phase == Phase.CANCELLED


def test_the_calendar_of_an_outsider_holds_no_way_in(client_of: ClientOf) -> None:
    session = make.session_convened()
    outside = client_of(NOBODY).get(url(session, "calendario.ics")).content.decode()
    inside = client_of(make.cast("bruno")).get(url(session, "calendario.ics")).content.decode()
    assert "4471" not in outside
    assert "4471" in inside


# --- Lists -----------------------------------------------------------------------------------------
def test_sessions_are_found_without_accents(client: Client) -> None:
    make.session_convened(title_es="Reunión sobre opioides")
    assert "opioides" in client.get("/sesiones/?q=REUNION").content.decode()
    assert "opioides" not in client.get("/sesiones/?q=lagunas").content.decode()


@pytest.mark.parametrize("rows", [FEW, MANY])
def test_the_list_asks_the_database_as_often_for_three_as_for_three_hundred(
    client: Client, django_assert_num_queries: Callable[[int], object], rows: int
) -> None:
    session = make.session_convened()
    now_ = now()
    Session.objects.bulk_create(
        Session(
            reference=f"MEC-2026-100-S{n}", series="MEC-2026-100", number=n, title_es=f"Sesión {n}", starts_at=now_,
            created_by=session.created_by, created_at=now_, convened_at=now_, phase="sealed",
        )
        for n in range(1, rows)
    )  # fmt: skip
    client.get("/sesiones/")
    with django_assert_num_queries(3):
        client.get("/sesiones/")


# --- Where one is, what one is ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "said"),
    [("alba", "You enter at the desk"), ("dora", "You see the room at once"), ("bruno", "ask to be admitted")],
)
def test_each_is_told_how_they_enter(client_of: ClientOf, who: make.Who, said: str) -> None:
    session = make.session_in_lobby(admit=False)
    assert said in client_of(make.cast(who)).get(url(session)).content.decode()


def test_a_session_names_its_process_and_leads_to_it(client_of: ClientOf) -> None:
    session = make.session_convened()
    page = client_of(NOBODY).get(url(session)).content.decode()
    assert f'<a href="/r/{session.series}">Process {session.series}</a>' in page


def test_ones_seat_says_its_role(client_of: ClientOf) -> None:
    session = make.session_convened()
    assert '<span class="tag">Secretariat</span>' in client_of(make.cast("alba")).get(url(session)).content.decode()


def test_a_coming_session_is_listed_once(client_of: ClientOf) -> None:
    session = make.session_convened()
    assert client_of(NOBODY).get("/en/sesiones/").content.decode().count(url(session)) == 1


# --- While it is held, and once it is over ----------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "reads"),
    [("alba", True), ("dora", True), ("bruno", False), ("fatima", False), ("carmen", False), (None, False)],
)
def test_the_minutes_are_offered_to_those_who_may_read_them_now(
    client_of: ClientOf, who: str | None, reads: bool
) -> None:
    session = make.session_closed()
    client = client_of(make.cast(who) if who else NOBODY)
    offered = f"{session.reference}/acta/" in re.sub(r"<footer.*", "", client.get(url(session)).content.decode())
    answer = client.get(url(session, "acta/"))
    assert (offered, answer.status_code == 200) == (reads, reads)
    room = client.get(url(session, "sala/")).content.decode() if who in ("alba", "dora", "bruno") else ""
    assert (f"{session.reference}/acta/" in room) is (reads and bool(room))


def test_once_the_minutes_circulate_those_who_attended_are_led_to_them(client_of: ClientOf) -> None:
    session = minutes_in("circulated").session
    for who, reads in (("bruno", True), ("carmen", False)):
        page = client_of(make.cast(who)).get(url(session)).content.decode()
        assert (f"{session.reference}/acta/" in page) is reads


@pytest.mark.parametrize("who", ["dora", "elias"])
def test_no_empty_card_stands_for_the_chair_once_it_is_over(client_of: ClientOf, who: str) -> None:
    client = client_of(make.cast(who))
    assert 'id="desk"' not in client.get(url(make.session_closed())).content.decode()


def test_before_the_session_the_chair_finds_the_script(client_of: ClientOf) -> None:
    session = make.session_convened()
    card = client_of(make.cast("dora")).get(url(session)).content.decode().partition('id="desk"')[2]
    assert f"{session.reference}/sala/guion/" in card


def test_beside_the_agenda_stands_what_became_of_each_item(client_of: ClientOf) -> None:
    session = make.session_open()
    make.agree(session, "Conservar la perspectiva de género.")
    make.play(session, "dora", c.ConcludeItem("Se acordó."))
    make.play(session, "dora", c.DeferItem("i3", "No hay tiempo"))
    make.play(session, "dora", c.OpenItem("i2"))

    def told(who: str | None) -> str:
        page = client_of(make.cast(who) if who else NOBODY).get(url(session)).content.decode()
        return page[page.index('<ol class="agenda">') : page.index("</ol>", page.index('<ol class="agenda">'))]

    words = ("Agreed: A1", "Se acordó.", "Deferred", "No hay tiempo", "Open now", "To come", 'aria-current="step"')
    assert [w for w in words if w not in told("bruno")] == []
    assert [w for w in words if w in told(None)] == [], "the session is not held in public"
    make.play(session, "dora", c.ReadAgreement("A1"))
    make.play(session, "dora", c.CloseSession())
    assert "Not reached" in told("bruno")
    assert "To come" not in told("bruno")


def test_the_page_of_a_session_asks_the_database_as_often_for_any_number_of_items(
    client_of: ClientOf, django_assert_num_queries: Callable[[int], object]
) -> None:
    session = make.session_open()
    client = client_of(make.cast("bruno"))
    client.get(url(session))
    with CaptureQueriesContext(connection) as few:
        client.get(url(session))
    asked = len(few)
    for n in range(12):
        make.play(session, "alba", c.AddItem(f"Otro {n}", "", 5, "Faltaba"))
    client.get(url(session))
    with django_assert_num_queries(asked):
        client.get(url(session))
