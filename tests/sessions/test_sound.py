"""«I can't hear»: anybody in the room tells the desk with one button; the desk reads two numbers, for a minute."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from incidencia.clock import now
from sessions import sound
from sessions.core import commands as c
from sessions.core.terms import Via
from sessions.models import NoSound, Session
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


def place(session: Session, name: str = "room_no_sound") -> str:
    with translation.override("en"):
        return reverse(name, args=[session.reference])


def told(session: Session) -> str:
    with translation.override("en"):
        return str(sound.unheard(session, make.room_of(session)))


def test_the_desk_reads_how_many_in_the_hall_and_at_a_distance() -> None:
    session = make.session_open()
    make.play(session, "bruno", c.Leave())
    make.admit(session, "bruno", Via.HALL)
    assert told(session) == ""
    for who in ("bruno", "elias", "fatima", "elias"):
        sound.tell(session, make.seat_of(session, who))
    assert told(session) == "They can't hear: hall 1, at a distance 2"
    make.play(session, "fatima", c.Leave())
    assert told(session) == "They can't hear: hall 1, at a distance 1"


def test_after_a_minute_it_is_forgotten_and_its_row_goes_with_the_next() -> None:
    session = make.session_open()
    sound.tell(session, make.seat_of(session, "bruno"))
    with time_machine.travel(now() + timedelta(seconds=61)):
        assert told(session) == ""
        sound.tell(session, make.seat_of(session, "elias"))
        assert [row.seat.name for row in NoSound.objects.all()] == ["Elías Montes"]


def test_one_button_answers_with_the_telephone_and_writes_nothing_in_the_log(client_of: ClientOf) -> None:
    session = make.session_open()
    seq, fatima = session.seq, client_of(make.cast("fatima"))
    assert "I can't hear" in fatima.get(place(session, "room")).content.decode()
    assert "Tell the desk" in fatima.get(place(session)).content.decode()
    page = fatima.post(place(session)).content.decode()
    assert "We told the desk." in page
    assert "PIN 4471" in page
    assert "<html" not in fatima.post(place(session), headers={"HX-Request": "true"}).content.decode()
    session.refresh_from_db()
    assert (session.seq, NoSound.objects.count()) == (seq, 1)


def test_it_is_told_to_the_desk_only_and_without_a_name(client_of: ClientOf) -> None:
    session = make.session_open()
    Session.objects.filter(pk=session.pk).update(public_live=True)
    client_of(make.cast("fatima")).post(place(session))
    for who in ("alba", "dora"):
        page = client_of(make.cast(who)).get(place(session, "room_unheard")).content.decode()
        assert "hall 0, at a distance 1" in page
        assert "Nájera" not in page
        assert "at a distance 1" in client_of(make.cast(who)).get(place(session, "room")).content.decode()
    for who in ("bruno", "fatima", "carmen"):
        assert client_of(make.cast(who)).get(place(session, "room_unheard")).status_code == 403
        assert "at a distance 1" not in client_of(make.cast(who)).get(place(session, "room")).content.decode()
    assert Client().get(place(session, "room_unheard")).status_code == 302


def test_who_is_not_in_the_room_tells_nothing(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "bruno", c.Leave())
    for who in ("bruno", "carmen"):
        assert client_of(make.cast(who)).post(place(session)).status_code == 403
    assert Client().post(place(session)).status_code == 302
    make.play(session, "dora", c.CloseSession())
    assert client_of(make.cast("fatima")).post(place(session)).status_code == 403
    assert not NoSound.objects.exists()


@pytest.mark.engine
def test_the_database_keeps_one_row_for_each_person() -> None:
    session = make.session_open()
    seat = make.seat_of(session, "bruno")
    sound.tell(session, seat)
    with pytest.raises(IntegrityError), transaction.atomic():
        NoSound.objects.create(session=session, seat=seat, at=now())
