"""Who comes instead of somebody, and who has the vote then."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.mail.models import Outgoing
from incidencia.organizations.models import Agency
from sessions.before import queries
from sessions.before.alternates import alternate_accept, alternate_decline, alternate_name, alternate_withdraw
from sessions.before.attending import attendance_answer
from sessions.core import commands as c
from sessions.core.forecast import Answer
from sessions.core.ruleset import Rules
from sessions.models import Alternate, Seat, Session
from sessions.services import seat_withdraw
from tests.factories import incidencia as people
from tests.factories import sessions as make
from tests.sessions.before.test_attending import refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | AnonymousUser], Client]
VOTING = Rules(alternates_vote=True)


@pytest.fixture
def rita(db: None) -> Person:
    """Stands in for bruno."""
    return people.person("Rita Bravo")


def named(session: Session, person: Person | None, who: str = "bruno", name: str = "") -> Alternate:
    """`who` names an alternate."""
    seat = make.seat_of(session, who)
    return alternate_name(
        session, seat=seat, person=person, name=name or (person.name if person else "Rita Bravo"),
        capacity="Suplente",
        by=make.cast(who),
    )  # fmt: skip


def votes(session: Session) -> set[str]:
    """Who votes."""
    return set(session.seats.filter(votes=True).values_list("name", flat=True))


@pytest.mark.engine
def test_an_alternate_votes_only_where_the_rules_say_so_and_no_vote_counts_twice(rita: Person) -> None:
    for rules, voting in ((make.QUICK, "Bruno Sosa"), (VOTING, "Rita Bravo")):
        session = make.session_convened(rules=rules)
        made = alternate_accept(named(session, rita), powers="", by=make.cast("alba"))
        assert made.person == rita
        assert votes(session) == {voting, "Dora Ibarra", "Elías Montes"}
        assert made.side == "civil"
        assert made.organization == "Red Norte por la Salud"


def test_accepting_twice_makes_one_seat_and_writes_to_both(rita: Person) -> None:
    session = make.session_convened()
    alternate = named(session, rita)
    first = alternate_accept(alternate, powers="", by=make.cast("alba"))
    assert alternate_accept(alternate, powers="", by=make.cast("alba")) == first
    assert Seat.objects.filter(person=rita).count() == 1
    assert Outgoing.objects.filter(key__startswith="alternate:").count() == 2


def test_coming_oneself_after_all_takes_the_seat_and_the_vote_back(rita: Person) -> None:
    session = make.session_convened(rules=VOTING)
    alternate = named(session, rita)
    alternate_accept(alternate, powers="", by=make.cast("alba"))
    alternate_withdraw(alternate, by=make.cast("bruno"))
    assert votes(session) == {"Bruno Sosa", "Dora Ibarra", "Elías Montes"}
    assert not Seat.objects.filter(person=rita).exists()
    alternate_withdraw(alternate, by=make.cast("bruno"))
    named(session, rita)


def test_an_accreditation_the_secretariat_takes_back_returns_the_vote_too(rita: Person) -> None:
    session = make.session_convened(rules=VOTING)
    made = alternate_accept(named(session, rita), powers="", by=make.cast("alba"))
    seat_withdraw(made, by=make.cast("alba"))
    assert "Bruno Sosa" in votes(session)
    assert Alternate.objects.get().withdrawn_at


def test_who_is_in_the_lobby_keeps_their_vote(rita: Person) -> None:
    session = make.session_convened(rules=VOTING)
    alternate = named(session, rita)
    make.play(session, "alba", c.OpenLobby())
    make.admit(session, "bruno")
    with refused("seat_used"):
        alternate_accept(alternate, powers="", by=make.cast("alba"))
    assert "Bruno Sosa" in votes(session)


def test_declining_says_why_and_frees_the_place(rita: Person) -> None:
    session = make.session_convened()
    alternate = named(session, rita)
    with refused("reason-needed"):
        alternate_decline(alternate, reason=" ", by=make.cast("alba"))
    alternate_decline(alternate, reason="Falta la carta.", by=make.cast("alba"))
    assert "Falta la carta." in Outgoing.objects.get(key__startswith="alternate:").text
    with refused("alternate-gone"):
        alternate_accept(alternate, powers="", by=make.cast("alba"))
    named(session, rita)


def test_nobody_names_twice_nor_oneself_nor_who_sits_there_nor_as_an_observer(rita: Person) -> None:
    session = make.session_convened()
    with refused("oneself"):
        named(session, make.cast("bruno"))
    with refused("oneself"):
        named(session, None, name="BRUNO sosa ")
    with refused("already_accredited"):
        named(session, make.cast("fatima"))
    with refused("no-alternate"):
        named(session, rita, who="fatima")
    named(session, rita)
    with refused("alternate-named"):
        named(session, None, name="Otra Persona")


@pytest.mark.guideline("G15")
def test_an_official_takes_no_seat_of_civil_society(agency: Agency, alba: Person) -> None:
    session = make.session_convened(series="MEC-2026-015")
    officer = people.person("Tomás Oficial")
    people.agency("OTRA", coordinator=officer)
    with refused("other-side"):
        named(session, officer)
    other = make.session_drafted(series="MEC-2026-015", title_es="Otra")
    guest = people.person("Nora Pública")
    make.seat(other, guest, make.Role.MEMBER, make.Side.PUBLIC)
    with refused("other-side"):
        named(session, guest)


def test_an_alternate_names_nobody(rita: Person) -> None:
    session = make.session_convened()
    made = alternate_accept(named(session, rita), powers="", by=make.cast("alba"))
    with refused("no-alternate"):
        alternate_name(session, seat=made, person=None, name="Otra", capacity="x", by=rita)


@pytest.mark.guideline("G22")
def test_powers_of_an_alternate_are_their_own_and_only_an_officials(rita: Person) -> None:
    session = make.session_convened()
    with refused("powers_public"):
        alternate_accept(named(session, rita), powers="Oficio 1", by=make.cast("alba"))
    deputy = people.person("Julia Suplente")
    made = alternate_accept(named(session, deputy, who="dora"), powers="Oficio 88", by=make.cast("alba"))
    assert (made.empowered, made.powers, made.side) == (True, "Oficio 88", "public")


def test_the_pages_ask_decide_and_keep_what_was_typed(client_of: ClientOf, rita: Person) -> None:
    session = make.session_convened()
    bruno, alba = client_of(make.cast("bruno")), client_of(make.cast("alba"))
    wrong = bruno.post(url(session, "suplente/"), {"email": "nadie@example.org", "capacity": "Se queda"})
    assert wrong.status_code == 422
    assert "Se queda" in wrong.content.decode()
    assert bruno.post(url(session, "suplente/"), {"email": rita.email, "capacity": "Suplente"}).status_code == 303
    again = bruno.post(url(session, "suplente/"), {"email": rita.email, "capacity": "Suplente"})
    assert again.status_code == 422
    assert "You have named an alternate already." in again.content.decode()
    alternate = Alternate.objects.get()
    decide = url(session, f"suplente/{alternate.pk}/resolver/")
    for name in ("dora", "bruno", "elias", "fatima", "carmen"):
        assert client_of(make.cast(name)).get(decide).status_code == 403, name
    assert alba.post(decide, {"decision": "decline", "reason": ""}).status_code == 422
    assert alba.post(decide, {"decision": "accept"}).status_code == 303
    assert "Rita Bravo" in alba.get(url(session, "asistencia/lista/")).content.decode()
    back = url(session, f"suplente/{alternate.pk}/retirar/")
    assert client_of(make.cast("elias")).post(back).status_code == 403
    assert bruno.post(back).status_code == 303
    assert not Seat.objects.filter(person=rita).exists()


@pytest.mark.guideline("G15")
@pytest.mark.parametrize("passes", [True, False])
def test_a_member_and_their_alternate_never_both_count_for_the_quorum(rita: Person, passes: bool) -> None:
    session = make.session_convened(rules=VOTING if passes else make.QUICK)
    seats = {name: make.seat_of(session, name) for name in ("bruno", "dora", "elias")}
    for name, seat in seats.items():
        attendance_answer(session, seat=seat, answer=Answer.HALL, by=make.cast(name))
    before = queries.forecast_of(session, queries.answers_of(session))
    assert (before.entitled, before.yes, before.civil) == (3, 3, 1)
    alternate = named(session, rita)
    made = alternate_accept(alternate, powers="", by=make.cast("alba"))
    attendance_answer(session, seat=made, answer=Answer.VIDEO, by=rita)
    after = queries.forecast_of(session, queries.answers_of(session))
    assert (after.entitled, after.yes, after.civil) == ((3, 3, 1) if passes else (3, 2, 0))
    alternate_withdraw(alternate, by=make.cast("bruno"))
    assert queries.forecast_of(session, queries.answers_of(session)) == before
