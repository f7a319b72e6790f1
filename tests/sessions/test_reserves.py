"""Off the record and reserved items through their pages: whose they are, what is said on screen, what is typed."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from incidencia.clock import now
from sessions import log, veiled, wire
from sessions.audiences import Audience, audience_of
from sessions.core import commands as c
from sessions.core.ruleset import Rules
from sessions.core.terms import Circle, Effect
from sessions.hub import frames
from sessions.hub.frames import Hearer
from sessions.minutes import work as w
from sessions.minutes.services import draft_after, handle_work
from sessions.models import Agreement, ItemReserve, Minutes, Paper, Session
from tests.day import local_day
from tests.factories import sessions as make
from tests.sessions.reserved import BEFORE, MARK, TOLD, ended, reserve, with_reserved_item
from tests.sessions.test_acts import Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))


def the_act(**other: Any) -> dict[str, Any]:
    """What the form of a reserve asks."""
    return {
        "item": "i5", "circle": "closed", "ground": "Negociaciones internacionales", "article": "Artículo 113",
        "risk": "Se perdería la posición", "interest": "No habría resultado", "least": "Solo este punto",
        "told": TOLD, "untold": "", "language": "es", "until": (local_day() + timedelta(days=90)).isoformat(),
        "decision": "", "decided_on": "", "reservable": "on", **other,
    }  # fmt: skip


@pytest.fixture
def session(db: None) -> Session:
    made = make.session_open()
    Session.objects.filter(pk=made.pk).update(public_live=True)
    made.refresh_from_db()
    return made


@pytest.fixture
def people(client_of: ClientOf, session: Session) -> dict[str, Person]:
    return {n: Person(client_of(make.cast(n)), session) for n in ("alba", "bruno", "dora", "elias", "fatima")}


# --- Whose they are --------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["bruno", "elias", "fatima"])
def test_they_belong_to_the_desk(people: dict[str, Person], session: Session, who: str) -> None:
    seat = make.seat_of(session, "bruno").key
    before = session.seq
    for name, data in (
        ("go_off_record", {"reason": "Porque sí"}), ("back_on_record", {}), ("classify_item", the_act()),
        ("confirm_reserve", {"item": "i5", "decision": "1", "decided_on": local_day().isoformat()}),
        ("declassify_item", {"item": "i5", "reason": "Porque sí"}),
        ("clear_seat", {"seat": seat, "undertaking": "Sí"}),
        ("unclear_seat", {"seat": seat, "reason": "Porque sí"}),
    ):  # fmt: skip
        refused(people[who].does(name, **data))
    session.refresh_from_db()
    assert session.seq == before


@pytest.mark.guideline("A9")
def test_off_the_record_every_screen_says_so_and_decisions_wait(
    people: dict[str, Person], session: Session, client_of: ClientOf
) -> None:
    assert people["dora"].does("go_off_record", reason="Se lee un documento ajeno").status_code == 303
    for reader in (AnonymousUser(), make.cast("bruno"), make.cast("fatima")):
        page = client_of(reader).get(url(session)).content.decode()
        assert page.count("Off the record") >= 2
        assert "Se lee un documento ajeno" in page
    words = {"text": "Palabras", "language": "es", "effect": "binds"}
    refused(people["alba"].does("propose", **words), "The room is off the record", "The chair goes back on record")
    refused(people["dora"].does("conclude_item", outcome="Visto"), "The room is off the record")
    assert people["dora"].does("back_on_record").status_code == 303
    assert "Se lee un documento ajeno" in client_of(make.cast("bruno")).get(url(session)).content.decode()
    assert people["dora"].does("conclude_item", outcome="Visto").status_code == 303


def test_where_the_rules_forbid_it_the_room_never_goes_off_the_record(client_of: ClientOf) -> None:
    session = make.session_open(rules=Rules(off_record=False))
    dora = Person(client_of(make.cast("dora")), session)
    refused(dora.does("go_off_record", reason="Porque sí"), "does not go off the record")


@pytest.mark.guideline("A9")
def test_an_item_is_reserved_confirmed_heard_by_the_cleared_and_opened_again(
    people: dict[str, Person], session: Session, client_of: ClientOf
) -> None:
    alba, bruno = people["alba"], people["bruno"]
    key = make.seat_of(session, "bruno").key
    assert alba.does("classify_item", **the_act()).status_code == 303
    assert make.room_of(session).reserves[0].reservable
    shown = alba.client.get(f"/en/sesiones/{session.reference}/").content.decode()
    assert "neither violations of human rights nor an answer owed" in shown
    refused(bruno.does("raise_point", text="Moción"), "has not been cleared to hear it", "Ask the secretariat")
    assert alba.does("clear_seat", seat=key, undertaking="Firmó el compromiso").status_code == 303
    assert bruno.does("raise_point", text=f"Moción {MARK}").status_code == 303
    assert MARK in bruno.client.get(url(session)).content.decode()
    for reader in (AnonymousUser(), make.cast("fatima")):
        page = client_of(reader).get(url(session)).content.decode()
        assert MARK not in page
        assert TOLD in page
    today = local_day().isoformat()
    assert alba.does("confirm_reserve", item="i5", decision="CT/31/2026", decided_on=today).status_code == 303
    assert ItemReserve.objects.get().decision == "CT/31/2026"
    assert alba.does("declassify_item", item="i5", reason="Terminó la negociación").status_code == 303
    assert MARK in client_of(AnonymousUser()).get(url(session)).content.decode()


@pytest.mark.parametrize(("wrong", "said"), [
    ({"told": ""}, "nobody says why"), ({"until": "2001-01-01"}, ""), ({"decision": "CT/1"}, "a number and a day"),
    ({"until": "2099-01-01"}, "at most 5 years"), ({"item": "i1"}, ""), ({"circle": "everybody"}, ""),
    ({"until": "mañana"}, ""), ({"risk": ""}, ""), ({"ground": "x" * 301}, ""), ({"language": "xx"}, ""),
    ({"reservable": ""}, "This field is required"),
])  # fmt: skip
def test_a_reserve_without_what_it_needs_is_refused_with_what_was_typed(
    people: dict[str, Person], session: Session, wrong: dict[str, str], said: str
) -> None:
    answer = people["alba"].does("classify_item", **the_act(**wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Se perdería la posición" in page or "risk" in wrong
    assert make.room_of(session).reserves == ()


# --- Who hears ---------------------------------------------------------------------------------------
def test_a_clearance_moves_a_listener_and_lifting_a_reserve_moves_all_it_kept_out(session: Session) -> None:
    key = make.seat_of(session, "bruno").key
    hearers = {Hearer(key, Audience.ROOM, "en"), Hearer("", Audience.PUBLIC, "en")}
    make.play(session, "alba", reserve(Circle.CLOSED))
    since = session.seq
    make.play(session, "alba", c.ClearSeat(key, "Bruno", "Firmó"))
    assert audience_of(session, log.load(session), key) is Audience.CLOSED
    assert frames.news(session.pk, since, frozenset(hearers)).moved == {Hearer(key, Audience.ROOM, "en")}
    since = session.seq
    make.play(session, "alba", c.DeclassifyItem("i5", "Terminó"))
    public = Hearer("", Audience.PUBLIC, "en")
    assert frames.news(session.pk, since, frozenset({public, Hearer(key, Audience.CLOSED, "en")})).moved == {public}
    assert frames.frame_since(session, Audience.PUBLIC, "en", since)["whole"]


def test_the_same_room_is_kept_in_memory_entry_by_entry_as_when_folded_from_the_start() -> None:
    with time_machine.travel(now(), tick=True) as clock:
        session = with_reserved_item(Circle.CLOSED, clock)
    room = log.load(session)
    held = veiled.seen(session, room, Audience.PUBLIC)
    veiled.forget()
    assert veiled.seen(session, room, Audience.PUBLIC) == held


def test_an_agreement_of_a_reserved_item_is_public_and_its_words_are_not() -> None:
    with time_machine.travel(now(), tick=True) as clock:
        session = with_reserved_item(Circle.MEMBERS, clock)
        first, second = Agreement.objects.filter(session=session).order_by("key")
        assert (first.reference, first.ad_referendum, second.effect) == (f"{session.reference}-A1", True, "binds")
        assert first.due is not None
        assert MARK not in repr((first.text, first.parts, first.search, second.text, second.parts, second.search))
        assert TOLD in first.text
        clock.shift(timedelta(days=401))
        first = Agreement.objects.get(pk=first.pk)
        assert first.text == f"Acordar bien {MARK}"
        assert first.parts[0]["who"] == f"Elías {MARK}"


def test_an_agreement_taken_before_the_reserve_keeps_its_words() -> None:
    session = make.session_open()
    make.agree(session, "Acordado en público")
    make.play(session, "alba", reserve(Circle.MEMBERS))
    make.play(session, "bruno", c.EnterReservation("A1", f"Difiere {MARK}"))
    assert Agreement.objects.get(session=session).text == "Acordado en público"


def test_papers_of_a_reserved_item_are_for_whoever_may_hear_it(client_of: ClientOf) -> None:
    with time_machine.travel(now(), tick=True) as clock:
        session = with_reserved_item(Circle.CLOSED, clock)
    paper = Paper.objects.get(session=session)
    address = f"/en/sesiones/{session.reference}/documentos/{paper.pk}/"
    names = ("alba", "bruno", "dora", "carmen", "fatima")
    allowed = {name: client_of(make.cast(name)).get(address).status_code for name in names}
    assert allowed == {"alba": 200, "bruno": 200, "dora": 200, "carmen": 403, "fatima": 403}
    assert client_of(AnonymousUser()).get(address).status_code == 403


# --- The proof -----------------------------------------------------------------------------------------
@pytest.mark.guideline("G36")
def test_an_outsider_recomputes_the_head_though_part_of_it_is_sealed(client_of: ClientOf) -> None:
    with time_machine.travel(now(), tick=True) as clock:
        session = with_reserved_item(Circle.CLOSED, clock)
        ended(session, clock)
        draft_after(session.pk)
        seat = make.seat_of(session, "alba").key
        minutes = Minutes.objects.get(session=session)
        handle_work(minutes.pk, w.Act(seat, "circulate", w.Circulate()))
        address = f"/en/sesiones/{session.reference}/acta.json"
        told = client_of(make.cast("carmen")).get(address).content
        whole = client_of(make.cast("bruno")).get(address).content
    assert MARK.encode() in whole
    assert MARK.encode() not in told
    data, all_of_it = json.loads(told), json.loads(whole)
    head = bytes.fromhex(data["colophon"]["head_before"])
    for line in data["colophon"]["leaves"]:
        head = hashlib.sha256(b"\x01" + head + bytes.fromhex(line["leaf"])).digest()
    assert head.hex() == data["colophon"]["head"] == all_of_it["colophon"]["head"] == session.head
    assert data["colophon"]["leaves"] == all_of_it["colophon"]["leaves"]
    assert data["document_sha256"] == hashlib.sha256(wire.canonical(data["document"])).hexdigest()
    kept = data["document"]["reserves"][0]["act"]["entries"]
    assert sum(last - first + 1 for first, last in kept) > 50
    assert (data["sealed"], all_of_it["sealed"]) == (["c1"], [])


# --- What people type ----------------------------------------------------------------------------------
def test_every_naughty_string_is_taken_or_refused_plainly(people: dict[str, Person], session: Session) -> None:
    taken = 0
    for n, string in enumerate(STRINGS[::24]):
        words = dict.fromkeys(("ground", "article", "risk", "interest", "least", "told"), string)
        answer = people["alba"].does("classify_item", **the_act(**words, item="i6"))
        assert answer.status_code in (303, 422), string
        if answer.status_code == 303:
            taken += 1
            page = people["fatima"].client.get(f"/en/sesiones/{session.reference}/").content.decode()
            assert "<script>alert" not in page
            assert "<img src=x" not in page
            assert people["alba"].does("declassify_item", item="i6", reason=f"No {n}").status_code == 303
    assert taken > 8


def test_what_is_no_act_of_these_forms_is_refused(people: dict[str, Person], session: Session) -> None:
    alba = people["alba"]
    for name, data in (
        ("clear_seat", {"seat": "999", "undertaking": "Firmó"}), ("clear_seat", {"seat": "", "undertaking": "Firmó"}),
        ("unclear_seat", {"seat": "3", "reason": "No"}), ("declassify_item", {"item": "i5", "reason": "No"}),
        ("confirm_reserve", {"item": "i5", "decision": "1", "decided_on": "2026-13-45"}),
        ("go_off_record", {"reason": "‮oculto"}), ("classify_item", {}),
    ):  # fmt: skip
        assert alba.does(name, **data).status_code == 422, name
    assert make.room_of(session).cleared == {}


def test_a_closed_item_is_decided_once_all_are_cleared(people: dict[str, Person], session: Session) -> None:
    make.play(session, "alba", reserve(Circle.CLOSED))
    words = {"text": f"Palabras {MARK}", "language": "es", "effect": Effect.BINDS.value}
    refused(people["alba"].does("propose", **words), "Somebody with a vote would be in the room", "2")
    for who in ("bruno", "elias"):
        seat = make.seat_of(session, who)
        make.play(session, "alba", c.ClearSeat(seat.key, seat.name, "Firmó"))
    assert people["alba"].does("propose", **words).status_code == 303
    told = frames.as_text(frames.frame_since(session, Audience.ROOM, "en", 0))
    assert MARK not in told
    assert BEFORE not in told

