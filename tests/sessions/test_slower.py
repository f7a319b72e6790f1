"""The sign to speak slower: for the turn that runs, once for each person, gone by itself, in no log."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from incidencia.clock import now
from sessions import slower
from sessions.core import commands as c
from sessions.hub import rounds
from sessions.models import Session, Slower
from sessions.slower import Slow
from tests.factories import sessions as make
from tests.sessions.sockets import hub_of, listens, outside
from tests.sessions.test_acts import Person, refused

ClientOf = Callable[[Any], Client]


@pytest.fixture
def session(db: None) -> Session:
    session = make.session_open()
    make.play(session, "elias", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    return session


def asks(client_of: ClientOf, session: Session, who: str, **data: str) -> Any:
    return Person(client_of(make.cast(who)), session).does("slow_down", **data)


@pytest.mark.django_db
def test_who_asks_twice_counts_once_and_nothing_is_written_in_the_log(client_of: ClientOf, session: Session) -> None:
    seq = session.seq
    for who in ("bruno", "fatima", "bruno"):
        answer = asks(client_of, session, who)
        assert answer.status_code == 303
    assert slower.counts([session.pk]) == {session.pk: Slow("t1", 2)}
    session.refresh_from_db()
    assert session.seq == seq


@pytest.mark.django_db
def test_after_some_seconds_it_is_gone_and_with_the_turn_too(client_of: ClientOf, session: Session) -> None:
    asks(client_of, session, "bruno")
    with time_machine.travel(now() + slower.LASTS + timedelta(seconds=1)):
        assert slower.counts([session.pk]) == {session.pk: Slow()}
    make.play(session, "elias", c.EndSpeech())
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    assert slower.counts([session.pk])[session.pk].turn == "t1", "the page shows it for that turn alone"


@pytest.mark.django_db
def test_it_is_for_whoever_is_in_the_room_while_somebody_speaks(client_of: ClientOf, session: Session) -> None:
    carmen = client_of(make.cast("carmen"))
    assert carmen.post(f"/en/sesiones/{session.reference}/sala/actos/slow_down/", {"key": "k"}).status_code == 403
    assert asks(client_of, session, "elias").status_code == 303
    assert not Slower.objects.exists(), "nobody asks themself"
    make.play(session, "bruno", c.Leave())
    refused(asks(client_of, session, "bruno"), "The person is not in the room.")
    make.play(session, "elias", c.EndSpeech())
    refused(asks(client_of, session, "fatima"), "Nobody has the floor.")
    assert not Slower.objects.exists()


@pytest.mark.django_db
def test_all_rooms_are_looked_at_in_one_query(
    session: Session, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert slower.counts([session.pk, 999]) == {session.pk: Slow(), 999: Slow()}


def test_the_frame_tells_the_number_and_nobodys_name() -> None:
    told = rounds.lines(frozenset({"3"}), Slow("t1", 2))
    assert '"slow":2,"turn":"t1"' in told.everybody.text
    assert "seats" not in told.everybody.text


@pytest.mark.django_db(transaction=True)
async def test_whoever_listens_is_told_at_the_next_look(client_of: ClientOf) -> None:
    session = await outside(make.session_open)
    await outside(make.play, session, "elias", c.RequestFloor())
    await outside(make.play, session, "alba", c.GiveFloor())
    async with hub_of(look=0.05) as hub:
        line, _ = await listens(hub, session, "fatima")
        await outside(asks, client_of, session, "bruno")
        await line.until(lambda x: any(f.get("presence", {}).get("slow") == 1 for f in x.frames))
