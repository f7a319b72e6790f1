"""Three letters or a badge put somebody on the list: one hit at once, several a choice, none a way on."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from sessions.core import commands as c
from sessions.core.terms import Role, Side, Via
from sessions.hall.finding import badge_of, badges, example, found, names
from sessions.models import LogEntry, Session
from tests.factories import sessions as make

ClientOf = Callable[[Any], Client]


@pytest.fixture
def session(db: None) -> Session:
    made = make.session_convened()
    make.seat(made, None, Role.MEMBER, Side.CIVIL, name="María Ángeles Peña", organization="Colectivo Norte, A. C.")
    make.seat(made, None, Role.MEMBER, Side.CIVIL, name="Li Wu", organization="Red del Sur")
    make.play(made, "alba", c.OpenLobby())
    make.admit_all(made)
    make.play(made, "alba", c.OpenSession())
    make.play(made, "alba", c.OpenItem("i5"))
    make.play(made, "alba", c.OpenList())
    return made


def address(session: Session) -> str:
    return f"/en/sesiones/{session.reference}/sala/anotar/"


def post(client: Client, session: Session, asked: str, **more: Any) -> Any:
    return client.post(address(session), {"asked": asked, "key": uuid4().hex, **more})


def listed(session: Session) -> list[str]:
    room = make.room_of(session)
    return [room.seats[r.seat].name for r in room.floor.requests]


# --- Finding ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("asked", "fit"), [
    ("mar", True), ("MAR", True), ("mária", True), ("ang", True), ("pen", True), ("peñ", True), ("colect", True),
    ("mar pen", True), ("nor col", True), ("ma", False), ("ar", False), ("aria", False), ("mar xyz", False),
    ("", False), ("  ", False), ("%", False), ("*", False), ("a", True), ("c", True),
])  # fmt: skip
def test_three_letters_of_any_word_name_somebody_or_a_short_word_whole(asked: str, fit: bool) -> None:
    assert names(asked, "María Ángeles Peña", "Colectivo Norte, A. C.") is fit


@pytest.mark.parametrize(("typed", "badge"), [
    ("7", "7"), (" 7 ", "7"), ("007", "7"), ("#7", "7"), ("７", "7"), ("-7", ""), ("7.5", ""), ("7a", ""), ("", ""),
    ("999999999", ""), ("²", "2"),
])  # fmt: skip
def test_a_badge_is_a_number_however_it_is_typed(typed: str, badge: str) -> None:
    assert badge_of(typed) == badge


def test_a_list_of_badges_is_read_however_it_was_pasted() -> None:
    assert badges("3 7, 12;19\n3\t#7 · x9 <b>") == (["3", "7", "12", "19"], ["x9", "<b>"])
    assert badges("") == ([], [])


def test_whoever_left_and_the_secretariat_are_not_found(session: Session) -> None:
    make.play(session, "bruno", c.Leave())
    room = make.room_of(session)
    assert found(room, "bruno") == ()
    assert found(room, make.seat_of(session, "bruno").key) == ()
    assert found(room, "alba") == ()


# --- Doing --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("asked", ["bruno", "SOS", "bru sos"])
def test_one_hit_is_on_the_list_at_once_as_asked_in_the_hall(
    client_of: ClientOf, session: Session, asked: str
) -> None:
    answer = post(client_of(make.cast("alba")), session, asked)
    assert (answer.status_code, answer["Location"]) == (303, address(session))
    assert listed(session) == ["Bruno Sosa"]
    entry = LogEntry.objects.filter(session=session).latest("seq")
    alba, bruno = make.seat_of(session, "alba").key, make.seat_of(session, "bruno").key
    assert (entry.type, entry.by, entry.on_behalf_of, entry.via) == ("FloorRequested", alba, bruno, Via.HALL)


def test_a_badge_is_enough_and_the_field_waits_for_the_next_one(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    post(alba, session, make.seat_of(session, "bruno").key)
    assert listed(session) == ["Bruno Sosa"]
    page = alba.get(address(session)).content.decode()
    assert "Bruno Sosa asks for the floor." in page
    assert "autofocus" in page


def test_several_are_a_choice_and_the_chosen_one_is_on_the_list(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    page = post(alba, session, "red").content.decode()  # Red Norte, Red del Sur
    assert "Which one?" in page
    assert "Li Wu" in page
    assert "Bruno Sosa" in page
    assert listed(session) == []
    li = session.seats.get(name="Li Wu")
    assert post(alba, session, "red", seat=li.key).status_code == 303
    assert listed(session) == ["Li Wu"]


@pytest.mark.parametrize(("asked", "words"), [
    ("zzz", "Nobody in the room goes by"), ("99", "Nobody in the room goes by"), ("br", "Three letters are needed"),
    ("", "Three letters are needed"), ("<script>alert(1)</script>", "Nobody in the room goes by"),
    ("%", "Three letters are needed"), ("x" * 100, "Nobody in the room goes by"),
])  # fmt: skip
def test_none_is_told_with_what_to_do_and_what_was_typed_stays(
    client_of: ClientOf, session: Session, asked: str, words: str
) -> None:
    answer = post(client_of(make.cast("alba")), session, asked)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "<script>alert" not in page
    assert listed(session) == []


def test_looking_changes_nothing(client_of: ClientOf, session: Session) -> None:
    seq = session.seq
    page = client_of(make.cast("alba")).get(address(session), {"asked": "bruno"}).content.decode()
    assert "Bruno Sosa" in page
    assert make.room_of(session).seq == seq


def test_whoever_has_no_voice_or_is_listed_is_told_so(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    assert "Fátima Nájera has no voice" in post(alba, session, "fat").content.decode()
    post(alba, session, "bruno")
    again = post(alba, session, "bruno")
    assert again.status_code == 200
    assert "Bruno Sosa is on the list already" in again.content.decode()
    assert listed(session) == ["Bruno Sosa"]


def test_the_same_form_twice_asks_once(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    for _ in range(2):
        alba.post(address(session), {"asked": "bruno", "key": "k" * 32})
    assert LogEntry.objects.filter(session=session, type="FloorRequested").count() == 1


def test_with_a_script_the_answer_is_what_stands_beside_the_field(client_of: ClientOf, session: Session) -> None:
    alba = client_of(make.cast("alba"))
    sent = {"asked": "bruno", "key": uuid4().hex}
    answer = alba.post(address(session), sent, HTTP_HX_REQUEST="true")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert "Bruno Sosa asks for the floor." in page
    assert "/actos/undo/" in page
    assert alba.post(address(session), {"asked": "zzz", "key": "k"}, HTTP_HX_REQUEST="true").status_code == 422


def test_a_closed_list_says_so(client_of: ClientOf, session: Session) -> None:
    make.play(session, "alba", c.CloseList())
    assert "The list of speakers is closed." in post(client_of(make.cast("alba")), session, "bruno").content.decode()


@pytest.mark.parametrize("who", ["bruno", "elias", "fatima", "carmen", "dora"])
def test_only_the_secretariat_acts_for_those_in_the_hall(client_of: ClientOf, session: Session, who: str) -> None:
    """The chair's own acts are the chair's; on behalf of others acts the secretariat."""
    client = client_of(make.cast(who))
    assert client.get(address(session)).status_code == 403
    assert post(client, session, "bruno").status_code == 403
    assert listed(session) == []


def test_a_secretariat_that_left_the_sitting_acts_for_nobody(client_of: ClientOf, session: Session) -> None:
    make.play(session, "alba", c.Leave())
    assert post(client_of(make.cast("alba")), session, "bruno").status_code == 403
    assert listed(session) == []


def test_nobody_signs_in_first(client_of: ClientOf, nobody: Any, session: Session) -> None:
    assert post(client_of(nobody), session, "bruno").status_code == 302
    assert listed(session) == []


def test_the_field_is_on_the_console_of_the_secretariat(client_of: ClientOf, session: Session) -> None:
    room = address(session).replace("anotar/", "")
    assert "data-hall" in client_of(make.cast("alba")).get(room).content.decode()
    assert "data-hall" not in client_of(make.cast("bruno")).get(room).content.decode()


# --- The example in the field ------------------------------------------------------------------------
def test_the_example_in_the_field_finds_somebody_in_this_session(client_of: ClientOf, session: Session) -> None:
    room = make.room_of(session)
    told = example(room)
    assert told == "sos, red nor, 7"
    assert all(found(room, part) for part in told.split(", "))
    assert f'placeholder="{told}…"' in client_of(make.cast("alba")).get(room_of(session)).content.decode()
    assert f'placeholder="{told}' not in client_of(make.cast("bruno")).get(room_of(session)).content.decode()


def test_with_nobody_in_the_room_there_is_no_example(session: Session) -> None:
    for one in session.seats.exclude(role=Role.SECRETARIAT).exclude(role=Role.CHAIR):
        make.play(session, "alba", c.Leave(), behalf=one, via=Via.PHONE)
    room = make.room_of(session)
    assert all(found(room, part) for part in example(room).split(", "))


def room_of(session: Session) -> str:
    return address(session).replace("anotar/", "")
