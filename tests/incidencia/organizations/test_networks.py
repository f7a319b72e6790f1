"""Networks and their members: both sides say yes, either ends it, the two count once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations import affiliating, networks
from incidencia.organizations.models import Affiliation, Organization
from incidencia.web.refusals import Refused
from tests.conftest import Cast
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]


@pytest.fixture
def colectivo(carmen: Person) -> Organization:
    """An organization for which carmen speaks."""
    return make.organization("Colectivo Sur", by=carmen)


def propose(network: Organization, member: Organization, by: Person) -> Affiliation:
    return affiliating.affiliation_propose(network=network, member=member, by=by)


def joined(network: Organization, member: Organization, by: Person, accepted_by: Person) -> Affiliation:
    return affiliating.affiliation_accept(affiliation=propose(network, member, by), by=accepted_by)


def refusal(act: Callable[..., Any], *args: Any, **terms: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **terms)
    assert refused.value.message
    assert refused.value.advice
    return refused.value.code


@pytest.mark.django_db(transaction=True)
@pytest.mark.guideline("A8")
def test_a_network_proposes_the_member_accepts_and_the_two_count_once(
    client_of: Opener,
    bruno: Person,
    carmen: Person,
    red_norte: Organization,
    colectivo: Organization,
    mailoutbox: list[EmailMessage],
) -> None:
    path = f"/en/organizaciones/{red_norte.pk}/red/"
    assert "Colectivo Sur" in client_of(bruno).get(path, {"q": "colectivo"}).content.decode()
    assert client_of(bruno).post(path, {"member": colectivo.pk}).status_code == 303
    proposal = Affiliation.objects.get()
    assert mailoutbox[0].to == [carmen.email]
    assert f"/organizaciones/redes/{proposal.pk}/" in str(mailoutbox[0].body)
    both = [red_norte.pk, colectivo.pk]
    assert networks.count(both) == 2
    assert "Colectivo Sur" not in Client().get(path).content.decode()

    answer = f"/en/organizaciones/redes/{proposal.pk}/"
    page = client_of(carmen).get(f"/en/organizaciones/{colectivo.pk}/").content.decode()
    assert "wants to list you as its member" in page
    assert client_of(carmen).post(answer, {"answer": "accept"}).status_code == 303
    assert networks.count(both) == 1
    assert networks.counted_once(both) == {red_norte.pk}
    assert "Colectivo Sur" in Client().get(path).content.decode()
    assert "Red Norte" in Client().get(f"/en/organizaciones/{colectivo.pk}/").content.decode()
    proposal.refresh_from_db()
    assert proposal.proposed_as.startswith("representante de Red Norte")
    assert proposal.answered_as.startswith("representante de Colectivo Sur")


@pytest.mark.parametrize("ends", ["bruno", "carmen"])
def test_either_side_ends_it_and_each_counts_again(
    client_of: Opener, cast: Cast, red_norte: Organization, colectivo: Organization, ends: str
) -> None:
    made = joined(red_norte, colectivo, cast["bruno"], cast["carmen"])  # type: ignore[arg-type]
    path = f"/en/organizaciones/redes/{made.pk}/terminar/"
    assert client_of(cast[ends]).get(path).status_code == 200  # type: ignore[arg-type]
    assert client_of(cast[ends]).post(path).status_code == 303  # type: ignore[arg-type]
    made.refresh_from_db()
    assert made.ended_by == cast[ends]
    assert networks.count([red_norte.pk, colectivo.pk]) == 2
    assert networks.count([red_norte.pk, colectivo.pk], make.day(-1)) == 2
    joined(red_norte, colectivo, cast["bruno"], cast["carmen"])  # type: ignore[arg-type]
    assert networks.count([red_norte.pk, colectivo.pk]) == 1


def test_what_was_declined_or_withdrawn_is_nothing(
    bruno: Person, carmen: Person, red_norte: Organization, colectivo: Organization
) -> None:
    for person in (carmen, bruno):
        waiting = propose(red_norte, colectivo, bruno)
        affiliating.affiliation_decline(affiliation=waiting, by=person)
        late = refusal(affiliating.affiliation_accept, affiliation=waiting, by=carmen)
        assert late == "affiliation-answered"
    assert networks.count([red_norte.pk, colectivo.pk]) == 2


def test_what_makes_no_sense_is_refused(
    bruno: Person, carmen: Person, red_norte: Organization, colectivo: Organization
) -> None:
    assert refusal(propose, colectivo, red_norte, carmen) == "not-a-network"
    assert refusal(propose, red_norte, red_norte, bruno) == "network-of-itself"
    assert refusal(propose, red_norte, colectivo, carmen) == "speaks-not-for-it"
    waiting = propose(red_norte, colectivo, bruno)
    assert refusal(propose, red_norte, colectivo, bruno) == "affiliation-waits"
    assert refusal(affiliating.affiliation_accept, affiliation=waiting, by=bruno) == "speaks-not-for-it"
    affiliating.affiliation_accept(affiliation=waiting, by=carmen)
    assert refusal(propose, red_norte, colectivo, bruno) == "affiliation-exists"


def test_networks_do_not_contain_each_other(bruno: Person, carmen: Person, red_norte: Organization) -> None:
    other = make.organization("Red Sur", by=carmen, is_network=True)
    third = make.organization("Red Este", by=carmen, is_network=True)
    joined(red_norte, other, bruno, carmen)
    joined(other, third, carmen, carmen)
    assert refusal(propose, third, red_norte, carmen) == "network-circle"


def test_a_network_with_members_stays_one(
    client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization, colectivo: Organization
) -> None:
    joined(red_norte, colectivo, bruno, carmen)
    typed = {"name": red_norte.name, "category": "cso", "state": "NLE"}
    answer = client_of(bruno).post(f"/en/organizaciones/{red_norte.pk}/editar/", typed)
    assert answer.status_code == 422
    assert "End their memberships first." in answer.content.decode()


@pytest.mark.engine
@pytest.mark.parametrize("twice", [{}, {"is_accepted": True}])
def test_the_database_refuses_the_same_membership_twice(
    bruno: Person, red_norte: Organization, colectivo: Organization, twice: dict[str, Any]
) -> None:
    said = {"network": red_norte, "member": colectivo, "proposed_by": bruno, "proposed_as": "x", **twice}
    if twice:
        said |= {"answered_at": red_norte.registered_at, "answered_by": bruno, "answered_as": "x"}
    Affiliation.objects.create(**said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Affiliation.objects.create(**said)


@pytest.mark.engine
def test_the_database_refuses_a_network_of_itself_and_an_acceptance_by_nobody(
    bruno: Person, red_norte: Organization, colectivo: Organization
) -> None:
    said = {"network": red_norte, "proposed_by": bruno, "proposed_as": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Affiliation.objects.create(member=red_norte, **said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Affiliation.objects.create(member=colectivo, is_accepted=True, **said)


@pytest.mark.parametrize("more", [0, 27])
def test_counting_costs_one_query(
    bruno: Person, carmen: Person, red_norte: Organization, more: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    members = [make.organization(f"Colectivo {number}", by=carmen) for number in range(more + 1)]
    for member in members:
        joined(red_norte, member, bruno, carmen)
    with django_assert_num_queries(1):
        assert networks.count([red_norte.pk, *(member.pk for member in members)]) == 1


def test_who_sees_and_does_what(
    client_of: Opener, cast: Cast, red_norte: Organization, colectivo: Organization, bruno: Person
) -> None:
    """Everybody sees members; only the network proposes; only the two sides answer and end."""
    proposal = propose(red_norte, colectivo, bruno)
    members, answer = f"/organizaciones/{red_norte.pk}/red/", f"/organizaciones/redes/{proposal.pk}/"
    end = f"{answer}terminar/"
    for name, someone in cast.items():
        browser = client_of(someone)  # type: ignore[arg-type]
        assert browser.get(members).status_code == 200
        sides = {"bruno", "carmen"}
        seen = 302 if name == "nobody" else 200 if name in sides else 403
        assert (browser.get(answer).status_code, browser.get(end).status_code) == (seen, seen), name
        if name != "carmen":
            assert browser.post(answer, {"answer": "accept"}).status_code == (302 if name == "nobody" else 403), name
        if name not in sides:
            assert browser.post(end).status_code == (302 if name == "nobody" else 403), name
        if name != "bruno":
            posted = browser.post(members, {"member": colectivo.pk}).status_code
            assert posted == (302 if name == "nobody" else 403), name
    assert client_of(bruno).get(f"/organizaciones/{colectivo.pk}/red/").status_code == 404
