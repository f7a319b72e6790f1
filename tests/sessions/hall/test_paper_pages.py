"""Paper and letters through the pages of acts: who may, what is marked, what a careless hand types."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.terms import Method, Role, Side, Via
from sessions.models import LogEntry, Session
from sessions.services import walk_in
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused

ClientOf = Callable[[Any], Client]
NOON = now().replace(hour=18, minute=0, second=0, microsecond=0)  # in Mexico City


@pytest.fixture
def session(db: None) -> Any:
    """Open at noon with item i5; it is a quarter past twelve."""
    for name in make.NAMES:
        make.cast(name)
    with time_machine.travel(NOON, tick=False) as clock:
        made = make.session_open()
        clock.shift(timedelta(minutes=15))
        yield made


def at(ago: int) -> str:
    return (now() - timedelta(minutes=ago)).astimezone(ZoneInfo("America/Mexico_City")).strftime("%H:%M")


def sheet(session: Session, **more: Any) -> dict[str, Any]:
    bruno, elias = (make.seat_of(session, who).key for who in ("bruno", "elias"))
    known = {"text": "¿Se publica?", "language": "es", "method": "show", "majority": "simple", "base": "cast",
             "in_favour": 2, "against": 1, "abstain": 0, "first": bruno, "second": elias,
             "happened": at(5)}  # fmt: skip
    return known | more


def slip(**more: Any) -> dict[str, Any]:
    return {"text": "Conservar el párrafo 6", "language": "es", "effect": "binds", "happened": at(5)} | more


def alba(client_of: ClientOf, session: Session) -> Person:
    return Person(client_of(make.cast("alba")), session)


def test_a_vote_on_paper_is_entered_at_its_hour_and_marked(client_of: ClientOf, session: Session) -> None:
    assert alba(client_of, session).does("paper_vote", **sheet(session)).status_code == 303
    entries = LogEntry.objects.filter(session=session, type__in=("VotePut", "HallCounted", "VoteClosed"))
    assert entries.count() == 4
    assert {(e.via, e.written - e.at) for e in entries} == {(Via.PAPER, timedelta(minutes=5))}
    page = client_of(make.cast("bruno")).get(f"/en/sesiones/{session.reference}/sala/").content.decode()
    assert "on paper" in page
    assert "happened at 12:10, entered at 12:15" in page


def test_a_roll_call_is_typed_by_badges(client_of: ClientOf, session: Session) -> None:
    keys = {who: make.seat_of(session, who).key for who in ("bruno", "elias", "dora")}
    sent = sheet(session, method="roll_call", in_favour="", for_badges=f"{keys['bruno']}, {keys['elias']}",
                 against_badges=keys["dora"])  # fmt: skip
    assert alba(client_of, session).does("paper_vote", **sent).status_code == 303
    (vote,) = make.room_of(session).votes
    assert vote.method is Method.ROLL_CALL
    assert (vote.votes.in_favour, vote.votes.against) == (2, 1)  # type: ignore[union-attr]


def test_an_agreement_on_paper_is_one_like_any_other(client_of: ClientOf, session: Session) -> None:
    bruno = make.seat_of(session, "bruno").key
    assert alba(client_of, session).does("paper_agreement", **slip(cut_off=bruno)).status_code == 303
    agreed = session.agreements.get()
    assert agreed.text == "Conservar el párrafo 6"
    assert bruno in make.room_of(session).agreements[0].cut_off


def test_items_and_turns_say_that_they_were_on_paper(client_of: ClientOf, session: Session) -> None:
    secretary = alba(client_of, session)
    bruno = make.seat_of(session, "bruno").key
    turn = {"seat": bruno, "minutes": 1, "seconds": 0, "language": "es", "happened": at(10), "paper": "on"}
    assert secretary.does("record_turn", **turn).status_code == 303
    assert secretary.does("conclude_item", happened=at(8), paper="on").status_code == 303
    assert secretary.does("open_item", item="i6", happened=at(7), paper="on").status_code == 303
    vias = dict(LogEntry.objects.filter(session=session, via=Via.PAPER).values_list("type", "via"))
    assert set(vias) == {"TurnRecorded", "ItemConcluded", "ItemOpened"}


@pytest.mark.parametrize(("change", "words"), [
    ({"happened": ""}, "This field is required"), ({"happened": "99:99"}, "valid time"),
    ({"happened": "23:59"}, "has not happened yet"), ({"happened": "00:01"}, "too late"),
    ({"in_favour": 99}, "99"), ({"in_favour": -1}, "greater than or equal to 0"),
    ({"in_favour": "dos"}, "whole number"),
    ({"first": ""}, "two scrutineers"), ({"second": "77"}, "valid choice"), ({"method": "dance"}, "valid choice"),
    ({"method": "roll_call"}, "names nobody"), ({"method": "roll_call", "for_badges": "77 x"}, "77"),
    ({"method": "roll_call", "for_badges": "2", "against_badges": "2"}, "twice"), ({"text": " "}, "required"),
    ({"method": "secret", "against": 0}, "ballots"),
])  # fmt: skip
def test_a_sheet_that_makes_no_sense_comes_back_with_what_was_typed(
    client_of: ClientOf, session: Session, change: dict[str, Any], words: str
) -> None:
    seq = make.room_of(session).seq
    answer = alba(client_of, session).does("paper_vote", **sheet(session, **change))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert make.room_of(session).seq == seq


def test_the_same_sheet_twice_is_entered_once(client_of: ClientOf, session: Session) -> None:
    secretary = alba(client_of, session)
    for _ in range(2):
        secretary.does("paper_vote", key="k" * 32, **sheet(session))
    assert len(make.room_of(session).votes) == 1


@pytest.mark.parametrize("name", ["paper_vote", "paper_agreement", "confirm_accreditation"])
@pytest.mark.parametrize("who", ["bruno", "elias", "fatima"])
def test_none_of_it_is_a_members(client_of: ClientOf, session: Session, name: str, who: str) -> None:
    member = Person(client_of(make.cast(who)), session)
    refused(member.does(name, **sheet(session), document="Oficio"), "does not belong to your seat")


def test_a_member_can_not_mark_an_act_as_on_paper(client_of: ClientOf, session: Session) -> None:
    Person(client_of(make.cast("bruno")), session).does("request_floor", paper="on")
    assert LogEntry.objects.get(session=session, type="FloorRequested").via == Via.WEB


# --- Provisional ------------------------------------------------------------------------------------------
def test_somebody_comes_provisionally_and_their_letter_follows(client_of: ClientOf, session: Session) -> None:
    secretary = alba(client_of, session)
    sent = {"name": "Nora Díaz", "organization": "Red Sur", "side": "civil", "role": "member", "via": "hall"}
    assert secretary.does("walk_in", provisional="on", **sent).status_code == 303
    nora = session.seats.get(name="Nora Díaz")
    place = make.room_of(session).seats[nora.key]
    assert (place.provisional, place.votes) == (True, False)
    page = client_of(make.cast("bruno")).get(f"/en/sesiones/{session.reference}/sala/").content.decode()
    assert "provisional accreditation" in page
    assert secretary.does("confirm_accreditation", seat=nora.key, document="Oficio 12/2026").status_code == 303
    place = make.room_of(session).seats[nora.key]
    assert (place.provisional, place.votes) == (False, True)


def test_the_door_admits_many_provisionally_and_says_so(client_of: ClientOf, session: Session) -> None:
    nora = make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Nora Díaz")
    browser = client_of(make.cast("alba"))
    address = f"/en/sesiones/{session.reference}/sala/puerta/"
    browser.post(address, {"key": uuid4().hex, "seat": [nora.key], "badges": "", "via": "hall", "provisional": "on"})
    assert make.room_of(session).seats[nora.key].provisional
    assert "provisional" in browser.get(address, {"q": "nora"}).content.decode()


def test_without_a_word_nobody_is_provisional(session: Session) -> None:
    walk_in(session, by=make.cast("alba"), seat=make.seat_of(session, "alba"), key="k", name="Nora Díaz",
            organization="", role=Role.MEMBER, side=Side.CIVIL, via=Via.HALL)  # fmt: skip
    assert not any(s.provisional for s in make.room_of(session).seats.values())


def test_the_minutes_tell_a_provisional_accreditation_and_the_letter(client_of: ClientOf, session: Session) -> None:
    for name in ("Nora Díaz", "Omar Vela"):
        walk_in(session, by=make.cast("alba"), seat=make.seat_of(session, "alba"), key=name, name=name,
                organization="", role=Role.OBSERVER, side=Side.CIVIL, via=Via.HALL, provisional=True)  # fmt: skip
    omar = session.seats.get(name="Omar Vela").key
    make.play(session, "alba", c.ConfirmAccreditation(omar, "Oficio 12/2026"))
    make.play(session, "alba", c.CloseSession())
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/", follow=True).content.decode()
    assert "provisional accreditation" in page
    assert "accredited provisionally, then by Oficio 12/2026" in page
