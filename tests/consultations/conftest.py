"""Consultations in the states tests start from."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from consultations.members.kinds import Role, Side
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency, Organization, Representation
from incidencia.web.refusals import Refused
from tests.conftest import Cast
from tests.factories import consultations as make


@pytest.fixture
def drafted(agency: Agency, alba: Person) -> Consultation:
    """A draft whose call lacks nothing."""
    return make.complete(agency, alba)


@pytest.fixture
def called(agency: Agency, alba: Person) -> Consultation:
    """A published call that receives applications."""
    return make.published(agency, alba)


@pytest.fixture
def operating(agency: Agency, alba: Person, bruno: Person, dora: Person) -> Consultation:
    """In operation: bruno sits for civil society, dora for the public service."""
    return make.operating(agency, alba, civil=bruno, official=dora)


@pytest.fixture
def voice(red_norte: Organization, bruno: Person) -> Representation:
    """That bruno speaks for Red Norte."""
    return bruno.representations.get(organization=red_norte)


@pytest.fixture
def seated(operating: Consultation, cast: Cast, elias: Person, fatima: Person) -> Cast:
    """The cast in its places: elias is a second official, fatima a guest who observes; carmen is outside."""
    make.member(operating, elias, side=Side.PUBLIC)
    make.member(operating, fatima, side=Side.GUEST, role=Role.OBSERVER, body="Senado")
    return cast


def allowed(cast: Cast, permission: str, on: Any = None) -> set[str]:
    """The names of those who hold the permission."""
    return {name for name, someone in cast.items() if someone.has_perm(f"consultations.{permission}", on)}


@contextmanager
def refused(code: str) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """What is inside is refused with that code, in words."""
    with pytest.raises(Refused) as caught:
        yield caught
    assert caught.value.code == code
    assert str(caught.value.message)


def queries_of(read: Callable[[], Any]) -> int:
    """How many queries `read` makes."""
    with CaptureQueriesContext(connection) as captured:
        read()
    return len(captured)


def warm(client: Client) -> Client:
    """The browser after its first page: the login session remembers from there on what it asked."""
    client.get("/en/procesos/")
    return client
