"""The cast: the same few people appear in every test.

alba     coordinates the agency: convenes, keeps the secretariat
bruno    represents Red Norte: seated, civil side, with vote
carmen   has an account and nothing else: the outsider
dora     chairs: public side, official with powers
elias    second official
fatima   observes
root     superuser: founds agencies, names coordinators
nobody   not signed in

More rows are made with the plain functions of `tests/factories/`.
"""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency, Organization
from tests.factories import incidencia as make

Cast = dict[str, Person | AnonymousUser]


@pytest.fixture(autouse=True)
def _forget_rate_limits() -> None:
    """What one test did must not make another one wait: limits are counted in the cache."""
    cache.clear()


@pytest.fixture
def alba(db: None) -> Person:
    """Coordinates the agency; convenes."""
    return make.person("Alba Ruiz")


@pytest.fixture
def bruno(db: None) -> Person:
    """Represents Red Norte."""
    return make.person("Bruno Sosa")


@pytest.fixture
def carmen(db: None) -> Person:
    """Has an account and nothing else."""
    return make.person("Carmen Vela")


@pytest.fixture
def dora(db: None) -> Person:
    """Chairs, for the public side."""
    return make.person("Dora Ibarra")


@pytest.fixture
def elias(db: None) -> Person:
    """Second official."""
    return make.person("Elías Montes")


@pytest.fixture
def fatima(db: None) -> Person:
    """Observes."""
    return make.person("Fátima Nájera")


@pytest.fixture
def root(db: None) -> Person:
    """Superuser."""
    return make.superuser()


@pytest.fixture
def nobody() -> AnonymousUser:
    """Whoever has not signed in."""
    return AnonymousUser()


@pytest.fixture
def cast(
    alba: Person,
    bruno: Person,
    carmen: Person,
    dora: Person,
    elias: Person,
    fatima: Person,
    root: Person,
    nobody: AnonymousUser,
    agency: Agency,
    red_norte: Organization,
) -> Cast:
    """Everybody by name, in their places: for permission tests, which walk all of them."""
    people = (alba, bruno, carmen, dora, elias, fatima)
    names = ("alba", "bruno", "carmen", "dora", "elias", "fatima")
    return {**dict(zip(names, people, strict=True)), "root": root, "nobody": nobody}


@pytest.fixture
def agency(alba: Person) -> Agency:
    """The Directorate for Global Affairs, coordinated by alba."""
    return make.agency("DGAG", coordinator=alba)


@pytest.fixture
def red_norte(bruno: Person) -> Organization:
    """A network of organizations, represented by bruno."""
    return make.organization("Red Norte por la Salud", by=bruno, acronym="Red Norte", is_network=True, state="NLE")


@pytest.fixture
def client_of() -> Callable[[Person | AnonymousUser], Client]:
    """`client_of(alba)` is a browser in which alba has signed in; `client_of(nobody)` one in which nobody has."""

    def signed_in(someone: Person | AnonymousUser) -> Client:
        client = Client()
        if someone.is_authenticated:
            client.force_login(someone)
        return client

    return signed_in
