"""The small pages of acts tell of the room only whom the act is for; a key serves one act."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.hub import frames
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
DESK = ("refuse_admission", "admit", "remove", "hand_over", "give_floor_to", "note_statement", "correct")


@pytest.mark.parametrize("name", [*DESK, "object_late", "enter_reservation"])
def test_whoever_waits_at_the_door_reads_nothing_of_the_room(client_of: ClientOf, name: str) -> None:
    session = make.session_open()
    make.play(session, "alba", c.Remove(make.seat_of(session, "bruno").key, "Interrupts"))
    page = client_of(make.cast("bruno")).get(url(session, name)).content.decode()
    present = [s.name for s in make.room_of(session).present() if s.name != make.cast("dora").name]
    assert present
    assert not [one for one in present if one in page]


@pytest.mark.parametrize("name", ["refuse_admission", "remove", "hand_over"])
def test_a_member_reads_no_list_of_the_desk(client_of: ClientOf, name: str) -> None:
    session = make.session_open()
    page = client_of(make.cast("bruno")).get(url(session, name)).content.decode()
    assert make.cast("fatima").name not in page


def test_what_is_not_ones_to_do_is_refused_with_what_was_typed(client_of: ClientOf) -> None:
    session = make.session_open()
    bruno = Person(client_of(make.cast("bruno")), session)
    refused(bruno.does("suspend", reason="A long reason that took a while to write"), "A long reason that took")


def test_a_key_that_did_one_act_does_no_other(client_of: ClientOf) -> None:
    session = make.session_open()
    bruno = Person(client_of(make.cast("bruno")), session)
    assert bruno.does("ask_quorum", key="k" * 32).status_code == 303
    refused(bruno.does("leave", key="k" * 32), "already done something else")
    assert bruno.room().seats[make.seat_of(session, "bruno").key].present


def test_the_public_is_not_told_who_is_in_the_room() -> None:
    session = make.session_open()
    shown = frames.frame_since(session, Audience.PUBLIC, "en", 0)["regions"]["people"]
    assert make.cast("fatima").name not in shown
    assert 'data-marks=""' in shown
    inside = frames.frame_since(session, Audience.ROOM, "en", 0)["regions"]["people"]
    assert make.cast("fatima").name in inside


def test_a_key_that_did_another_act_admits_nobody_by_name(client_of: ClientOf) -> None:
    session = make.session_open()
    alba = Person(client_of(make.cast("alba")), session)
    assert alba.does("verify_quorum", key="k" * 32).status_code == 303
    before = session.seats.count()
    walked = {"name": "Rosa", "organization": "", "side": "civil", "role": "observer", "via": "hall"}
    refused(alba.does("walk_in", key="k" * 32, **walked), "already done something else")
    assert session.seats.count() == before
