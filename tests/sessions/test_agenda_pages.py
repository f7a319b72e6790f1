"""The agenda, powers, conflicts, positions and recess through pages: each act by its seat, told where it belongs."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.test import Client
from icalendar import Calendar

from incidencia.clock import now
from sessions import services as sessions
from sessions.core import commands as c
from sessions.core.terms import AgendaChange, AmendmentKind, Effect, ItemState, Method, Phase, TextKind
from sessions.minutes import services
from sessions.minutes.queries import record_of
from sessions.models import Session
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


@pytest.fixture
def session(db: None) -> Session:
    return make.session_open()


@pytest.fixture
def people(client_of: ClientOf, session: Session) -> dict[str, Person]:
    return {n: Person(client_of(make.cast(n)), session) for n in ("alba", "bruno", "dora", "elias", "fatima")}


def seat(session: Session, who: str) -> str:
    return make.seat_of(session, who).key


# --- The agenda --------------------------------------------------------------------------------------
def test_the_chair_adopts_and_amends_the_agenda(people: dict[str, Person], session: Session) -> None:
    dora = people["dora"]
    make.play(session, "alba", c.OpenItem("i2"))
    assert dora.does("adopt_agenda").status_code == 303
    page = people["bruno"].client.get(url(session)).content.decode()
    assert "Adopted at" in page
    assert dora.does("move_item", item="i6", before="i3", reason="").status_code == 422, "once adopted it needs one"
    assert dora.does("move_item", item="i6", before="i3", reason="El invitado se va").status_code == 303
    assert dora.does("withdraw_item", item="i4", reason="Ya se atendió").status_code == 303
    assert dora.does("retitle_item", item="i3", title_es="Otro título", title_en="", reason="x").status_code == 303
    assert dora.does("extend_item", minutes="5", reason="Hay oradores").status_code == 303
    items = {i.plan.id: i for i in dora.room().items}
    assert list(items)[2:4] == ["i6", "i3"]
    assert items["i4"].state is ItemState.WITHDRAWN
    assert (items["i3"].plan.title_es, items["i2"].plan.minutes) == ("Otro título", 10)


@pytest.mark.parametrize("who", ["bruno", "elias", "fatima"])
@pytest.mark.parametrize(("name", "data"), [
    ("adopt_agenda", {}), ("move_item", {"item": "i6", "before": "i3", "reason": "x"}),
    ("withdraw_item", {"item": "i6", "reason": "x"}), ("extend_item", {"minutes": "5", "reason": "x"}),
    ("retitle_item", {"item": "i6", "title_es": "x", "reason": "x"}),
    ("record_credentials", {"seat": "2", "shown": "powers", "powers": "x"}),
    ("withdraw_credentials", {"seat": "2", "reason": "x"}),
])  # fmt: skip
def test_what_belongs_to_the_desk_is_refused_to_others(
    people: dict[str, Person], session: Session, who: str, name: str, data: dict[str, str]
) -> None:
    make.play(session, "alba", c.OpenItem("i2"))
    before = session.seq
    answer = people[who].does(name, **data)
    assert answer.status_code in (403, 422)
    assert session.seq == before


def test_the_chair_does_not_record_powers(people: dict[str, Person], session: Session) -> None:
    data = {"seat": seat(session, "elias"), "shown": "powers", "powers": "Acordar"}
    before = session.seq
    assert people["dora"].does("record_credentials", **data).status_code in (403, 422)
    assert session.seq == before
    assert people["alba"].does("record_credentials", **data).status_code == 303


@pytest.mark.guideline("G22")
def test_powers_shown_in_the_room_stand_beside_the_name(people: dict[str, Person], session: Session) -> None:
    alba, elias = people["alba"], seat(session, "elias")
    assert alba.does("record_credentials", seat=elias, shown="powers", powers=" ").status_code == 422
    done = alba.does("record_credentials", seat=elias, shown="powers", powers="Acordar", document="Oficio 7/2026")
    assert done.status_code == 303
    page = people["bruno"].client.get(url(session)).content.decode()
    assert page.count("powers to agree") >= 2
    assert "shows powers to agree" in page
    assert alba.does("withdraw_credentials", seat=elias, reason="Venció").status_code == 303
    assert not alba.room().seats[elias].empowered


def test_a_civil_seat_cannot_be_chosen_for_powers(people: dict[str, Person], session: Session) -> None:
    answer = people["alba"].does(
        "record_credentials", seat=seat(session, "bruno"), shown="powers", powers="Acordar"
    )
    assert answer.status_code == 422
    assert "powers" not in session.entries.last().type


@pytest.mark.guideline("G21")
def test_a_conflict_stands_beside_the_name_while_its_item_is_open(
    people: dict[str, Person], session: Session
) -> None:
    assert people["bruno"].does("declare_conflict", item="i5", text="Recibo fondos", language="es").status_code == 303
    page = people["fatima"].client.get(url(session)).content.decode()
    assert "declared a conflict of interest" in page
    assert "Recibo fondos" in page
    refused(people["bruno"].does("declare_conflict", item="i5", text="Otra vez", language="es"))
    make.play(session, "alba", c.ConcludeItem())
    page = people["fatima"].client.get(url(session)).content.decode()
    assert "declared a conflict of interest" not in page
    assert people["fatima"].does("declare_conflict", item="i5", text="x", language="es").status_code in (403, 422)


def test_positions_stand_beside_the_agreement_and_an_announced_text_follows(
    people: dict[str, Person], session: Session
) -> None:
    make.agree(session, "Conservar el párrafo 6.")
    bruno = people["bruno"]
    said = {"agreement": "A1", "text": "Lo entendemos sin plazo", "language": "es"}
    assert bruno.does("explain_position", follows="on", **said).status_code == 303
    assert people["elias"].does("dissociate", agreement="A1", text="No lo hago mío", language="es").status_code == 303
    page = people["fatima"].client.get(url(session)).content.decode()
    assert "Explanation of position by Bruno Sosa" in page
    assert "Dissociation by Elías Montes" in page
    assert "a written text follows" in page
    make.play(session, "alba", c.ReadAgreement("A1"))
    make.play(session, "alba", c.CloseSession())
    assert people["elias"].does("hand_in_text", agreement="A1", text="x", language="es").status_code in (403, 422)
    assert bruno.does("hand_in_text", agreement="A1", text="Texto completo", language="es").status_code == 303
    row = services.drafted(session)
    assert row is not None
    positions = record_of(row).document.agreements[0].positions
    assert [(p.stand.value, p.written.text if p.written else "") for p in positions] == [
        ("explains", "Texto completo"), ("dissociates", "")
    ]  # fmt: skip
    shown = people["alba"].client.get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert "Texto completo" in shown
    assert "Dissociation" in shown


def test_the_minutes_tell_the_agenda_as_adopted_its_changes_and_powers_once(
    people: dict[str, Person], session: Session
) -> None:
    elias = seat(session, "elias")
    for act in (
        c.AddItem("Añadido", "", 5, "Surgió"), c.OpenItem("i2"), c.AdoptAgenda(),
        c.AmendAgenda(AgendaChange.WITHDRAWN, "i9", reason="Se atiende por escrito"),
        c.AmendAgenda(AgendaChange.MOVED, "i6", "i3", reason="El invitado se va"),
        c.RecordCredentials(elias, True, "Acordar en salud", "Oficio 7"), c.WithdrawCredentials(elias, "Venció"),
        c.ExtendItem(10, "Hay oradores"), c.CloseSession(),
    ):  # fmt: skip
        make.play(session, "alba", act)
    row = services.drafted(session)
    assert row is not None
    document = record_of(row).document
    assert document.agenda is not None
    assert document.agenda.amended
    assert [(x.change and x.change.value, x.adopted) for x in document.agenda.changes] == [
        (None, False), ("withdrawn", True), ("moved", True)
    ]  # fmt: skip
    assert "i9" in [p.id for p in document.agenda.items]
    told = {i.id for i in document.items} | {i.id for i in document.not_reached}
    assert "i9" not in told, "a withdrawn item is told among the changes, once"
    assert [(x.powers, x.reason) for x in document.credentials] == [("Acordar en salud", "Venció")]
    page = people["alba"].client.get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    for words in ("Agenda as adopted", "after the agenda was adopted", "Se atiende por escrito", "Oficio 7", "more"):
        assert words in page, words
    assert page.count("Se atiende por escrito") == 1


# --- Another day -------------------------------------------------------------------------------------
def test_a_recess_to_another_day_is_told_to_everybody_accredited(
    people: dict[str, Person], session: Session, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    zone = ZoneInfo(session.zone)
    day = (now() + timedelta(days=2)).astimezone(zone).replace(hour=10, minute=0, second=0, microsecond=0)
    mail.outbox.clear()
    before = session.calendar_sequence
    with django_capture_on_commit_callbacks(execute=True):
        answer = people["dora"].does("suspend", reason="Sesión permanente", until=day.strftime("%Y-%m-%dT%H:%M"))
    assert answer.status_code == 303, answer.content.decode()[-2000:]
    assert (session.phase, session.resumes_at) == (Phase.SUSPENDED, day)
    assert session.calendar_sequence == before + 1
    assert len(mail.outbox) == session.seats.filter(person__isnull=False).count()
    file = client.get(f"/en/sesiones/{session.reference}/calendario.ics").content
    events = list(Calendar.from_ical(file).walk("VEVENT"))
    assert len({str(x["uid"]) for x in events}) == len(events) == 2
    assert events[1]["dtstart"].dt == day
    for who in ("bruno", "fatima"):
        assert "whoever was admitted stays admitted" in people[who].client.get(url(session)).content.decode()
    assert "goes on on" in client.get(f"/en/sesiones/{session.reference}/").content.decode()
    with time_machine.travel(day):
        make.lively(session)
        make.play(session, "alba", c.Resume())
        make.play(session, "alba", c.CloseSession())
    row = services.drafted(session)
    assert row is not None
    document = record_of(row).document
    assert len(document.times.sittings) == 2
    page = people["alba"].client.get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert "sat on 2 days" in page
    assert "stayed admitted" in page


def test_a_pause_of_some_minutes_writes_to_nobody(people: dict[str, Person], session: Session) -> None:
    mail.outbox.clear()
    assert people["dora"].does("suspend", reason="Café").status_code == 303
    assert (session.resumes_at, mail.outbox) == (None, [])


# --- What falls off ----------------------------------------------------------------------------------
def test_the_desk_sees_what_falls_off_and_nobody_else_does(people: dict[str, Person], session: Session) -> None:
    assert "If this item takes longer" in people["alba"].client.get(url(session)).content.decode()
    assert "If this item takes longer" in people["dora"].client.get(url(session)).content.decode()
    for who in ("bruno", "fatima"):
        assert "If this item takes longer" not in people[who].client.get(url(session)).content.decode()


def test_a_planned_end_is_prepared_and_goes_into_the_log(client_of: ClientOf) -> None:
    session = make.session_drafted()
    alba, address = client_of(make.cast("alba")), f"/en/sesiones/{session.reference}/preparar/"
    local = session.starts_at.astimezone(ZoneInfo(session.zone))
    facts = {
        "section": "facts", "facts-title_es": "Sesión", "facts-zone": session.zone,
        "facts-starts_at": local.strftime("%Y-%m-%dT%H:%M"),
    }  # fmt: skip
    early = alba.post(address, {**facts, "facts-ends_at": local.strftime("%Y-%m-%dT%H:%M")})
    assert early.status_code == 422
    late = (local + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
    assert alba.post(address, {**facts, "facts-ends_at": late}).status_code == 302
    session.refresh_from_db()
    assert session.ends_at is not None
    assert session.ends_at - session.starts_at == timedelta(hours=3)
    session = sessions.convene(session, by=make.cast("alba"), key="k")
    assert make.room_of(session).ends_at == session.ends_at
    make.play(session, "alba", c.Reschedule(session.starts_at + timedelta(days=1), "La sede"))
    assert session.ends_at - session.starts_at == timedelta(hours=3)


@pytest.mark.parametrize(("name", "data"), [
    ("extend_item", {"minutes": "mucho", "reason": "x"}), ("extend_item", {"minutes": "9" * 40, "reason": "x"}),
    ("extend_item", {"minutes": "-1", "reason": "x"}), ("move_item", {"item": "i99", "before": "i3"}),
    ("move_item", {"item": "i6", "before": "<script>"}), ("withdraw_item", {"item": "i6", "reason": ""}),
    ("retitle_item", {"item": "i6", "title_es": "x" * 301, "reason": "x"}),
    ("record_credentials", {"seat": "999", "shown": "powers", "powers": "x"}),
    ("record_credentials", {"seat": "2", "shown": "all", "powers": "x"}),
    ("record_credentials", {"seat": "2", "shown": "powers", "powers": "x\x00"}),
    ("suspend", {"reason": "x", "until": "mañana"}), ("suspend", {"reason": "x", "until": "1999-01-01T10:00"}),
])  # fmt: skip
def test_what_a_careless_hand_sends_changes_nothing(
    people: dict[str, Person], session: Session, name: str, data: dict[str, str]
) -> None:
    before = session.seq
    assert people["alba"].does(name, **data).status_code == 422
    assert session.seq == before


# --- Leaving an item ---------------------------------------------------------------------------------
def told(people: dict[str, Person], who: str, act: str) -> str:
    """What the page of an act says before its form."""
    page = people[who].client.get(f"{url(people[who].session, act)}?item=i6").content.decode()
    card = page[page.index('<section class="card stack">') :]
    return card[: card.index("<form")]


def test_who_opens_another_item_is_told_what_the_open_one_leaves_behind(
    people: dict[str, Person], session: Session
) -> None:
    assert "It ends the open item" in told(people, "dora", "open_item")
    assert "list of speakers" not in told(people, "dora", "open_item")
    for who in ("bruno", "elias"):
        make.play(session, who, c.RequestFloor())
    make.play(session, "dora", c.PresentText(TextKind.CHAIR, "Borrador uno", ("Uno dos.", "Tres.")))
    make.play(session, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, "Cuatro."))
    for act in ("open_item", "conclude_item", "reopen_item"):
        said = told(people, "dora", act)
        for words in (
            "2 people are still on the list of speakers and lose their place", "Bruno Sosa, Elías Montes",
            "“Borrador uno” is not adopted (1 amendment to decide)", "only worked on again if this item is reopened",
        ):  # fmt: skip
            assert words in said, (act, words)
    assert "Bruno Sosa" not in told(people, "fatima", "open_item"), "who may not do it is told nothing"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (c.PutToVote("¿Se aprueba?", Method.ROLL_CALL), "A question is being voted"),
        (c.ProposeAdoption("Palabras", Effect.BINDS), "Words are before the room"),
        (c.TakeTemperature("¿Cómo va?"), "A temperature check is open"),
        (c.GiveFloor(), "Bruno Sosa has the floor"),
    ],
)
def test_who_would_leave_an_item_too_soon_is_told_what_comes_first(
    command: c.Command, words: str, people: dict[str, Person], session: Session
) -> None:
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "dora", command)
    assert words in told(people, "dora", "open_item")
    assert people["dora"].does("open_item", item="i6").status_code == 422


def test_the_agenda_opens_an_item_only_after_it_was_confirmed(people: dict[str, Person], session: Session) -> None:
    page = people["dora"].client.get(url(session)).content.decode()
    link = re.search(r'<a [^>]*open_item/\?item=i6"[^>]*>', page)
    assert link
    assert "data-once" not in link[0]
