"""A personal link is a seat for one session: nothing else, for nobody else, on one device, for a while."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.db import IntegrityError
from django.test import Client

from incidencia.clock import now
from incidencia.mail.models import Outgoing, Shown
from incidencia.web.redacting import Redacting
from incidencia.web.refusals import Refused
from sessions.core import commands as c
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.terms import Role, Side, Via
from sessions.hall import links
from sessions.hall.holding import fallen
from sessions.models import LogEntry, Seat, SeatLink, Session
from tests.factories import sessions as make

ClientOf = Callable[[Any], Client]


@pytest.fixture
def session(db: None) -> Session:
    """Open; nora is a member without an account, and is in the room."""
    made = make.session_convened(starts_at=now() + timedelta(hours=2))
    nora = make.seat(made, None, Role.MEMBER, Side.CIVIL, name="Nora Díaz", organization="Colectivo Sur")
    make.play(made, "alba", c.OpenLobby())
    make.admit_all(made)
    make.play(made, "alba", c.OpenSession())
    make.play(made, "alba", c.OpenItem("i5"))
    make.play(made, "alba", c.OpenList())
    assert nora.person is None
    return made


def nora(session: Session) -> Seat:
    return session.seats.get(name="Nora Díaz")


def made(session: Session, seat: Seat | None = None) -> links.Made:
    return links.link_make(session, seat or nora(session), by=make.cast("alba"))


def at(session: Session, rest: str = "") -> str:
    return f"/en/sesiones/{session.reference}/sala/{rest}"


def opened(session: Session, link: links.Made | None = None) -> Client:
    """A browser in which nobody signed in and the link was opened."""
    browser = Client()
    answer = browser.post(at(session, f"enlace/{(link or made(session)).token}/"))
    assert (answer.status_code, answer["Location"]) == (303, at(session))
    return browser


# --- Taking the seat ------------------------------------------------------------------------------------
def test_looking_at_the_link_says_whose_it_is_and_changes_nothing(session: Session) -> None:
    link = made(session)
    page = Client().get(at(session, f"enlace/{link.token}/"))
    assert "Nora Díaz" in page.content.decode()
    link.link.refresh_from_db()
    assert (link.link.turn, link.link.opened_at) == (0, None)


def test_the_button_takes_the_seat_without_signing_anybody_in(session: Session) -> None:
    browser = opened(session)
    page = browser.get(at(session)).content.decode()
    assert f'data-seat="{nora(session).key}"' in page
    assert "personal link of Nora Díaz" in page
    assert SESSION_KEY not in browser.session


@pytest.mark.parametrize("typed", ["{a} {b}", "{a}{b}", " {a}-{b} ", "{a}\u00a0{b}"])
def test_the_code_read_on_the_telephone_takes_the_same_seat(session: Session, typed: str) -> None:
    code = made(session).code
    browser = Client()
    answer = browser.post(at(session, "codigo/"), {"code": typed.format(a=code[:4], b=code[4:])})
    assert (answer.status_code, answer["Location"]) == (303, at(session))
    assert f'data-seat="{nora(session).key}"' in browser.get(at(session)).content.decode()


def test_what_is_done_by_link_is_recorded_as_such(session: Session) -> None:
    browser = opened(session)
    assert browser.post(at(session, "actos/request_floor/"), {"key": uuid4().hex}).status_code == 303
    entry = LogEntry.objects.get(session=session, type="FloorRequested")
    assert (entry.by, entry.via) == (nora(session).key, Via.LINK)
    assert "with a personal link" in browser.get(at(session)).content.decode()


def test_the_door_is_still_the_secretariats(db: None) -> None:
    """The link names the seat; whoever is not in the room knocks, and the desk admits."""
    session = make.session_in_lobby(admit=False, starts_at=now() + timedelta(hours=2))
    make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Nora Díaz")
    browser = opened(session)
    assert "You are at the door" in browser.get(at(session)).content.decode()
    assert browser.get(at(session, "boleto/")).status_code == 403
    assert browser.post(at(session, "actos/ask_admission/"), {"key": "k"}).status_code == 303
    assert nora(session).key in make.room_of(session).waiting


def test_a_socket_ticket_names_the_link_and_hears_the_room(session: Session) -> None:
    ticket = opened(session).get(at(session, "boleto/")).json()["ticket"]
    assert ticket


# --- What it does not open ------------------------------------------------------------------------------
ELSEWHERE = (
    "/en/", "/en/sesiones/", "/en/pendientes/", "/en/cuenta/datos/", "/en/cuenta/email/", "/en/consultas/",
    "/en/sesiones/{ref}/preparar/", "/en/sesiones/{ref}/convocar/", "/en/sesiones/{ref}/asistencia/",
    "/en/sesiones/{ref}/asistencia/lista/", "/en/sesiones/{ref}/suplente/", "/en/sesiones/{ref}/acta/",
)  # fmt: skip
DESK = ("anotar/", "puerta/", "sobre/", "hoja-de-asistencia/", "enlaces/")


@pytest.mark.parametrize("path", ELSEWHERE)
def test_every_other_page_is_to_a_link_holder_what_it_is_to_nobody(session: Session, path: str) -> None:
    address = path.format(ref=session.reference)
    with_link, without = opened(session).get(address), Client().get(address)
    assert with_link.status_code == without.status_code
    assert with_link.get("Location") == without.get("Location")
    assert "Nora Díaz" not in with_link.content.decode()


@pytest.mark.parametrize("page", DESK)
def test_no_page_of_the_desk_opens(session: Session, page: str) -> None:
    browser = opened(session)
    assert browser.get(at(session, page)).status_code == 302
    assert browser.post(at(session, page), {"seat": "1", "key": "k", "asked": "bruno"}).status_code == 302


def test_the_room_of_another_session_stays_closed(session: Session) -> None:
    browser = opened(session)
    other = make.session_open(title_es="Otra", title_en="Other")
    assert browser.get(at(other)).status_code == 403
    assert browser.get(at(other, "boleto/")).status_code == 403
    assert browser.post(at(other, "actos/request_floor/"), {"key": "k"}).status_code == 403
    assert make.room_of(other).floor.requests == ()


def test_the_link_of_one_session_opens_nothing_at_another(session: Session) -> None:
    link = made(session)
    other = make.session_open(title_es="Otra", title_en="Other")
    assert Client().get(at(other, f"enlace/{link.token}/")).status_code == 404
    assert Client().post(at(other, "codigo/"), {"code": link.code}).status_code == 422


@pytest.mark.parametrize("who", ["alba", "dora"])
def test_whoever_leads_the_session_has_no_link(session: Session, who: str) -> None:
    with pytest.raises(Refused) as refused:
        made(session, make.seat_of(session, who))
    assert refused.value.code == "no_link"


def test_a_seat_that_came_to_lead_is_not_served_by_its_old_link(session: Session) -> None:
    browser = opened(session)
    Seat.objects.filter(pk=nora(session).pk).update(role=Role.VICE_CHAIR)
    assert f'data-seat="{nora(session).key}"' not in browser.get(at(session)).content.decode()


LEADING = ("suspend", "open_item", "give_floor", "admit", "walk_in", "put_to_vote", "hand_over", "close_session",
           "confirm_accreditation", "take_chair", "note_statement", "refuse_admission")  # fmt: skip


@pytest.mark.parametrize("name", LEADING)
def test_who_presides_by_link_leads_nothing(session: Session, name: str) -> None:
    """The chair was handed to a seat that is held by a link: it stays a seat in the room."""
    make.play(session, "dora", c.HandOverChair(nora(session).key))
    browser = opened(session)
    page = browser.get(at(session)).content.decode()
    assert 'id="console-title"' not in page
    seq = make.room_of(session).seq
    answer = browser.post(
        at(session, f"actos/{name}/"), {"key": uuid4().hex, "reason": "x", "item": "i6", "seat": "3", "via": "web"}
    )
    assert answer.status_code == 422
    assert make.room_of(session).seq == seq
    assert "Open an item" not in browser.get(at(session, "actos/")).content.decode()
    assert browser.get(at(session, "desde/?since=0")).json()["regions"].keys().isdisjoint({"lobby"})


@pytest.mark.parametrize("command", [
    c.Suspend("x"), c.OpenItem("i6"), c.GiveFloor(), c.VerifyQuorum(), c.CloseSession(), c.NoteStatement("t1", "x"),
    c.TakeChair("x"), c.RecordTurn("3", 30), c.ConfirmAccreditation("3", "x"),
])  # fmt: skip
def test_the_core_itself_takes_no_leading_act_by_link(session: Session, command: c.Command) -> None:
    make.play(session, "dora", c.HandOverChair(nora(session).key))
    with pytest.raises(RoomRefused) as refused:
        make.play(session, nora(session), command, via=Via.LINK)
    assert refused.value.code.value == "not_yours"


def test_nobody_acts_for_others_by_link(session: Session) -> None:
    browser = opened(session)
    sent = {"key": "k", "others": "1", "behalf": make.seat_of(session, "bruno").key, "via": "hall"}
    browser.post(at(session, "actos/request_floor/"), sent)
    entry = LogEntry.objects.get(session=session, type="FloorRequested")
    assert (entry.by, entry.on_behalf_of) == (nora(session).key, "")


def test_whoever_signed_in_with_a_seat_keeps_it(client_of: ClientOf, session: Session) -> None:
    bruno = client_of(make.cast("bruno"))
    link = made(session)
    page = bruno.post(at(session, f"enlace/{link.token}/")).content.decode()
    assert "have a seat of your own" in page
    assert f'data-seat="{make.seat_of(session, "bruno").key}"' in bruno.get(at(session)).content.decode()
    link.link.refresh_from_db()
    assert link.link.turn == 0


def test_an_account_without_a_seat_may_hold_one_by_link_and_stays_itself_elsewhere(
    client_of: ClientOf, session: Session
) -> None:
    carmen = client_of(make.cast("carmen"))
    assert carmen.post(at(session, f"enlace/{made(session).token}/")).status_code == 303
    assert f'data-seat="{nora(session).key}"' in carmen.get(at(session)).content.decode()
    assert carmen.session[SESSION_KEY] == str(make.cast("carmen").pk)


# --- One device, for a while ----------------------------------------------------------------------------
def test_a_forwarded_link_moves_the_seat_and_the_earlier_device_is_told(session: Session) -> None:
    link = made(session)
    first = opened(session, link)
    second = opened(session, link)
    assert f'data-seat="{nora(session).key}"' in second.get(at(session)).content.decode()
    page = first.get(at(session))
    assert page.status_code == 403
    assert "Your seat was opened on another device" in page.content.decode()
    assert first.get(at(session, "desde/")).status_code == 403
    assert first.post(at(session, "actos/request_floor/"), {"key": "k"}).status_code == 403
    assert make.room_of(session).floor.requests == ()


def test_the_socket_of_the_earlier_device_falls_at_the_next_look(session: Session) -> None:
    link = made(session)
    first = opened(session, link)
    held = first.session["seat_links"][str(session.pk)]
    assert fallen([held]) == frozenset()
    opened(session, link)
    assert fallen([held]) == {held}
    links.link_end(session, nora(session), by=make.cast("alba"))
    assert fallen([held, "x", "99.1", ""]) == {held, "x", "99.1", ""}


def test_an_ended_or_renewed_link_opens_nothing_and_its_holder_is_told(client_of: ClientOf, session: Session) -> None:
    link = made(session)
    browser = opened(session, link)
    alba = client_of(make.cast("alba"))
    assert alba.post(at(session, f"enlaces/{nora(session).pk}/anular/")).status_code == 303
    assert "Your link was replaced or ended" in browser.get(at(session)).content.decode()
    assert Client().get(at(session, f"enlace/{link.token}/")).status_code == 404
    assert Client().post(at(session, "codigo/"), {"code": link.code}).status_code == 422
    fresh = made(session)
    assert SeatLink.objects.filter(seat=nora(session), ended_at=None).get() == fresh.link
    opened(session, fresh)


def test_leaving_a_borrowed_device_forgets_the_seat(session: Session) -> None:
    browser = opened(session)
    assert browser.get(at(session, "salir/")).status_code == 405
    assert browser.post(at(session, "salir/")).status_code == 303
    assert "seat_links" not in browser.session or browser.session["seat_links"] == {}
    assert browser.get(at(session)).status_code == 403


def test_it_ends_some_hours_after_the_planned_end(session: Session) -> None:
    link = made(session)
    browser = opened(session, link)
    make.play(session, "alba", c.CloseSession())
    room = make.room_of(session)
    ends = room.starts_at + timedelta(minutes=sum(i.plan.minutes for i in room.items), hours=6)  # type: ignore[operator]
    with time_machine.travel(ends - timedelta(minutes=1)):
        assert links.by_token(session, make.room_of(session), link.token)
    with time_machine.travel(ends + timedelta(minutes=1)):
        assert links.by_token(session, make.room_of(session), link.token) is None
        assert "The time of your link is over" in browser.get(at(session)).content.decode()
        assert browser.post(at(session, "actos/request_floor/"), {"key": "k"}).status_code == 403


def test_a_session_that_overruns_throws_nobody_out(session: Session) -> None:
    browser = opened(session)
    with time_machine.travel(now() + timedelta(hours=20)):
        assert f'data-seat="{nora(session).key}"' in browser.get(at(session)).content.decode()
    with time_machine.travel(now() + timedelta(hours=100)):
        assert browser.get(at(session)).status_code == 403


def test_codes_are_taken_from_the_day_before_on_and_links_at_once(db: None) -> None:
    session = make.session_convened(starts_at=now() + timedelta(days=5))
    make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Nora Díaz")
    link = made(session)
    assert Client().post(at(session, "codigo/"), {"code": link.code}).status_code == 422
    assert Client().get(at(session, f"enlace/{link.token}/")).status_code == 200
    with time_machine.travel(now() + timedelta(days=4, hours=1)):
        assert Client().post(at(session, "codigo/"), {"code": link.code}).status_code == 303


# --- Guessing and leaking ---------------------------------------------------------------------------------
@pytest.mark.parametrize("typed", [
    "", "1", "1234567", "123456789", "abcd efgh", "１２３４５６７８", "' OR 1=1 --", "x" * 5000, "0" * 8,
    "\u0661" * 8,
])  # fmt: skip
def test_whatever_is_no_code_is_answered_alike(session: Session, typed: str) -> None:
    made(session)
    answer = Client().post(at(session, "codigo/"), {"code": typed})
    assert answer.status_code == 422
    assert "This does not open a seat." in answer.content.decode()


def test_a_guess_is_counted_before_it_is_looked_at(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses sent at the same instant: the others come in while the first one is being looked at."""
    looked: list[str] = []

    def looks(_session: Session, _room: object, typed: str) -> None:
        looked.append(typed)
        if len(looked) == 1:
            for n in range(1, 40):
                Client().post(at(session, "codigo/"), {"code": f"{n:08d}"})

    monkeypatch.setattr(links, "by_code", looks)
    Client().post(at(session, "codigo/"), {"code": "00000000"})
    assert len(looked) == 30


def test_guessing_is_stopped_and_those_who_get_it_right_do_not_count(session: Session) -> None:
    link = made(session)
    for _ in range(40):  # a hall behind one address
        assert Client().post(at(session, "codigo/"), {"code": link.code}).status_code == 303
    answers = [Client().post(at(session, "codigo/"), {"code": f"{n:08d}"}).status_code for n in range(35)]
    assert answers.count(422) == 30
    assert answers[-1] == 429
    assert Client().post(at(session, "codigo/"), {"code": link.code}).status_code == 429
    assert Client().post(at(session, f"enlace/{link.token}/")).status_code == 303, "a link is not guessed"
    cache.clear()
    assert Client().post(at(session, "codigo/"), {"code": link.code}).status_code == 303


def test_many_addresses_together_are_stopped_too(session: Session) -> None:
    made(session)
    answers = [
        Client(REMOTE_ADDR=f"10.0.{n}.1").post(at(session, "codigo/"), {"code": f"{n:08d}"}).status_code
        for n in range(65)
    ]
    assert answers.count(422) == 60


def test_tokens_of_links_that_do_not_exist_are_answered_alike(session: Session) -> None:
    for token in ("x", "x" * 400, "..%2f", made(session).token[:-1]):
        assert Client().get(at(session, f"enlace/{token}/")).status_code == 404


def test_trying_links_is_stopped_for_that_address_alone(session: Session) -> None:
    link = made(session)
    answers = [Client().get(at(session, f"enlace/{n}/")).status_code for n in range(62)]
    assert (answers.count(404), answers.count(429)) == (60, 2)
    assert Client(REMOTE_ADDR="10.0.0.9").get(at(session, f"enlace/{link.token}/")).status_code == 200


def test_what_is_stored_is_no_secret(session: Session) -> None:
    link = made(session)
    stored = " ".join(str(v) for v in SeatLink.objects.filter(pk=link.link.pk).values_list()[0])
    assert link.token not in stored
    assert link.code not in stored
    assert link.token not in repr(link)
    assert links.hashed(session, "link", link.token) == link.link.token_hash
    other = make.session_open(title_es="Otra", title_en="Other")
    assert links.hashed(other, "link", link.token) != link.link.token_hash, "bound to its session"


def test_one_link_stands_for_a_seat_and_one_code_names_one_seat(session: Session) -> None:
    link = made(session).link
    with pytest.raises(IntegrityError):
        SeatLink.objects.create(
            session=session, seat=make.seat_of(session, "bruno"), token_hash="x", code_hash=link.code_hash,
            made_at=now(), made_by=make.cast("alba"),
        )  # fmt: skip


def test_the_secret_is_in_no_log_no_referer_and_no_page_of_others(
    client_of: ClientOf, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = made(session)
    browser = Client()
    for answer in (
        browser.get(at(session, f"enlace/{link.token}/")), browser.post(at(session, f"enlace/{link.token}/")),
        browser.get(at(session, f"enlace/{link.token}x/")), browser.post(at(session, "codigo/"), {"code": link.code}),
    ):  # fmt: skip
        assert answer["Referrer-Policy"] == "strict-origin"
        assert "no-store" in answer["Cache-Control"]
    secrets = (link.token, link.code, link.spoken)
    heard = " ".join(record.getMessage() for record in caplog.records)
    assert not [s for s in secrets if s in heard]
    for who in ("alba", "bruno", "dora"):
        client = client_of(make.cast(who))
        for page in ("", "actos/", "enlaces/", "puerta/", "sobre/", "desde/?since=0"):
            shown = client.get(at(session, page)).content.decode()
            assert not [s for s in secrets if s in shown], (who, page)
    stored = " ".join(f"{e.payload} {e.act} {e.by}" for e in LogEntry.objects.filter(session=session))
    assert not [s for s in secrets if s in stored]
    assert not [s for s in secrets if s in browser.get(at(session)).content.decode()]


def test_a_failure_of_ours_does_not_write_the_address_down(
    session: Session, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = made(session)
    monkeypatch.setattr(links, "by_token", lambda *a, **k: 1 / 0)
    browser = Client(raise_request_exception=False)
    handler = next(h for h in logging.getLogger().handlers if isinstance(h, logging.StreamHandler))
    assert browser.get(at(session, f"enlace/{link.token}/")).status_code == 500
    told = [r for r in caplog.records if Redacting().filter(r)]
    assert told
    assert not [r for r in told if link.token in handler.format(r).split("Traceback")[0]]


# --- The pages of the secretariat ---------------------------------------------------------------------------
def test_the_secretariat_prints_links_and_codes_that_work(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    answer = alba.post(at(session, "enlaces/"), {"what": "print", "seat": [nora(session).key]})
    page = answer.content.decode()
    token = re.search(r"/enlace/([\w-]{32})/", page)
    code = re.search(r"\b(\d{4} \d{4})\b", page)
    assert token
    assert code
    assert "no-store" in answer["Cache-Control"]
    assert Client().post(at(session, f"enlace/{token[1]}/")).status_code == 303
    assert Client().post(at(session, "codigo/"), {"code": code[1]}).status_code == 303
    assert "opened at" in alba.get(at(session, "enlaces/")).content.decode()


def rows_of(page: str) -> list[str]:
    return re.findall(r'<label for="seat\d+">([^<]+)</label>', page)


@pytest.mark.parametrize(("query", "names"), [
    ("", ["Bruno Sosa", "Elías Montes", "Fátima Nájera", "Nora Díaz"]), ("q=dia", ["Nora Díaz"]),
    ("q=col+sur", ["Nora Díaz"]), ("q=red+nor", ["Bruno Sosa"]), ("q=zzz", []), ("q=%00", []), ("q=+", ["Bruno Sosa",
    "Elías Montes", "Fátima Nájera", "Nora Díaz"]), ("only=no_account", ["Nora Díaz"]),
    ("only=no_link", ["Bruno Sosa", "Elías Montes"]), ("only=unopened", ["Nora Díaz"]),
    ("only=odd", ["Bruno Sosa", "Elías Montes", "Fátima Nájera", "Nora Díaz"]), ("q=sosa&only=no_account", []),
])  # fmt: skip
def test_links_are_looked_for_without_a_script(
    client_of: ClientOf, session: Session, query: str, names: list[str]
) -> None:
    made(session)
    opened(session, made(session, make.seat_of(session, "fatima")))
    page = client_of(make.cast("alba")).get(at(session, f"enlaces/?{query}")).content.decode()
    assert rows_of(page) == names
    assert ("Nobody accredited goes by these letters." in page) is (not names)
    assert "everybody (4)" in page


def test_everybody_shown_is_marked_and_unmarked_without_a_script(client_of: ClientOf, session: Session) -> None:
    alba, key = client_of(make.cast("alba")), nora(session).key
    page = alba.get(at(session, "enlaces/?q=nora&mark=1")).content.decode()
    assert re.findall(r'name="seat" value="(\d+)"[^>]* checked', page) == [key]
    assert 'name="unmark"' in page
    for query in ("q=nora", "q=nora&unmark=1"):
        assert " checked" not in alba.get(at(session, f"enlaces/?{query}")).content.decode()
    kept = alba.post(at(session, "enlaces/?mark=1"), {"what": "send", "seat": [key]}).content.decode()
    assert re.findall(r'name="seat" value="(\d+)"[^>]* checked', kept) == [key], "what was marked, not everybody"


def test_whoever_has_no_link_is_told_to_have_none(client_of: ClientOf, session: Session) -> None:
    page = client_of(make.cast("alba")).get(at(session, "enlaces/").replace("/en/", "/")).content.decode()
    assert "sin enlace" in page
    assert "sin dato" not in page


def test_a_letter_goes_to_the_account_or_to_the_address_given(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    sent = alba.post(at(session, "enlaces/"), {"what": "send", "seat": [make.seat_of(session, "bruno").key]})
    assert sent.status_code == 303
    alba.post(at(session, "enlaces/"), {"what": "send", "seat": [nora(session).key], "email": "nora@example.org"})
    assert set(Outgoing.objects.filter(name="sessions/emails/seat_link").values_list("to", flat=True)) == {
        make.cast("bruno").email, "nora@example.org",
    }  # fmt: skip
    assert SeatLink.objects.filter(sent_at__isnull=False).count() == 2
    assert Shown.objects.count() in (0, 2)


@pytest.mark.parametrize(("seats", "email", "words"), [
    ([], "", "Nobody is marked."), (["nora"], "", "No e-mail is known of: Nora"), (["nora", "bruno"], "a@b.mx",
     "for one person"),
    (["alba"], "", "Nobody is marked."), (["nora"], "no address", "valid email"),
])  # fmt: skip
def test_what_can_not_be_sent_is_told_and_makes_no_link(
    client_of: ClientOf, session: Session, seats: list[str], email: str, words: str
) -> None:
    keys = [(nora(session) if s == "nora" else make.seat_of(session, s)).key for s in seats]
    alba = client_of(make.cast("alba"))
    answer = alba.post(at(session, "enlaces/"), {"what": "send", "seat": keys, "email": email})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not SeatLink.objects.exists()


@pytest.mark.parametrize("who", ["dora", "bruno", "elias", "fatima", "carmen"])
def test_links_are_made_and_ended_by_the_secretariat_alone(client_of: ClientOf, session: Session, who: str) -> None:
    link = made(session)
    client = client_of(make.cast(who))
    assert client.get(at(session, "enlaces/")).status_code == 403
    assert client.post(at(session, "enlaces/"), {"what": "print", "seat": ["2"]}).status_code == 403
    assert client.post(at(session, f"enlaces/{nora(session).pk}/anular/")).status_code == 403
    link.link.refresh_from_db()
    assert link.link.ended_at is None


def test_no_links_once_the_session_is_over(session: Session) -> None:
    Session.objects.filter(pk=session.pk).update(phase="sealed")
    session.refresh_from_db()
    with pytest.raises(Refused):
        made(session)


def test_opening_a_link_gives_the_browser_a_new_session_key(session: Session) -> None:
    browser = Client()
    browser.get("/en/")
    store = browser.session
    store["x"] = 1
    store.save()
    before = browser.session.session_key
    browser.cookies["sessionid"] = before or ""
    browser.post(at(session, f"enlace/{made(session).token}/"))
    assert browser.session.session_key != before
