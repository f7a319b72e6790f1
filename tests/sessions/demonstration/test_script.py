"""The scripts of the demonstration are real acts: what the room would refuse, they could not do."""

from datetime import timedelta

import pytest

from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from sessions import log, services
from sessions.core.terms import Phase, Role, Side
from sessions.demonstration.script import open_doors, past_meeting
from sessions.models import Session
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db

OFFICIALS = {"dora": Role.CHAIR, "elias": Role.VICE_CHAIR, "ximena": Role.MEMBER}
MEMBERS = ("bruno", "nadia", "gael", "irene", "marta", "juana")


@pytest.fixture
def people() -> dict[str, Person]:
    return {key: make.person(f"{key.title()} Demo") for key in ("alba", *OFFICIALS, *MEMBERS, "fatima")}


def drafted(people: dict[str, Person], subjects: int = 2) -> Session:
    alba = people["alba"]
    session = services.draft(
        series="MEC-2026-001", title_es="Primera", title_en="First", starts_at=now() + timedelta(days=12),
        zone="America/Mexico_City", host_es="Oficina", host_en="Office", by=alba,
    )  # fmt: skip
    services.item_change(session.draft_items.get(kind="subject"), title_es="Acceso", title_en="", minutes=40, by=alba)
    for n in range(1, subjects):
        services.item_add(session, title_es=f"Otro {n}", title_en="", minutes=20, by=alba)
    for key, person in people.items():
        if key == "alba":
            continue
        role = OFFICIALS.get(key, Role.OBSERVER if key == "fatima" else Role.MEMBER)
        side = Side.PUBLIC if key in OFFICIALS else Side.GUEST if key == "fatima" else Side.CIVIL
        services.accredit(
            session, person=person, role=role, name=person.name, capacity="", side=side, organization="",
            votes=role is not Role.OBSERVER, powers="Oficio 1" if key == "dora" else "", by=alba,
        )  # fmt: skip
    services.contact_change(session, by=alba, conference_url="https://video.example.org/x")
    return session


def test_the_past_meeting_plays_to_its_seal_with_two_agreements_and_a_reservation(people: dict[str, Person]) -> None:
    start = now() - timedelta(days=30)
    with pretend(start - timedelta(days=12)):
        session = drafted(people)
        services.convene(session, by=people["alba"], key="convene")
    past_meeting(session, people, start)
    session.refresh_from_db()
    room = log.load(session)
    assert room.phase is Phase.SEALED
    assert [len(a.reservations) for a in room.agreements] == [0, 1]
    assert all(a.read for a in room.agreements)
    assert session.closed_at is not None
    assert session.closed_at < now() - timedelta(days=29)


def test_the_doors_of_the_coming_session_stand_open_with_somebody_knocking(people: dict[str, Person]) -> None:
    session = drafted(people)
    services.convene(session, by=people["alba"], key="convene")
    open_doors(session, people, now())
    session.refresh_from_db()
    room = log.load(session)
    assert room.phase is Phase.LOBBY
    assert len(room.waiting) == 1
