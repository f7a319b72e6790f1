"""Permissions of sessions, each walked by everybody, before and after convening."""

from typing import Any

import pytest

from sessions import services
from sessions.models import Paper, Session
from tests.conftest import Cast
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db


def allowed(cast: Cast, permission: str, thing: Any) -> set[str]:
    for one in (thing, getattr(thing, "session", thing)):
        one.__dict__.pop("_seat_of", None)
    return {name for name, person in cast.items() if person.has_perm(permission, thing)}


@pytest.fixture
def drafted(cast: Cast) -> Session:
    return make.session_drafted()


@pytest.fixture
def convened(cast: Cast) -> Session:
    return make.session_convened()


def paper_of(session: Session) -> Paper:
    made = services.paper_add(
        session, title="Borrador", language="es", position=5, file=None, text="Palabras", by=make.cast("alba")
    )
    return Paper.objects.select_related("session").get(pk=made.pk)


def test_a_draft_is_seen_by_its_secretariat(cast: Cast, drafted: Session) -> None:
    assert allowed(cast, "sessions.session_see", drafted) == {"alba", "root"}


@pytest.mark.guideline("A9")
def test_that_a_session_takes_place_is_seen_by_all(cast: Cast, convened: Session) -> None:
    assert allowed(cast, "sessions.session_see", convened) == set(cast)


@pytest.mark.parametrize("moment", ["drafted", "convened"])
def test_only_the_secretariat_prepares(cast: Cast, moment: str, request: pytest.FixtureRequest) -> None:
    session = request.getfixturevalue(moment)
    assert allowed(cast, "sessions.session_prepare", session) == {"alba", "root"}
    assert allowed(cast, "sessions.session_convene", session) == {"alba"}


def test_a_paper_is_the_secretariats_until_it_circulates(cast: Cast, drafted: Session) -> None:
    assert allowed(cast, "sessions.paper_see", paper_of(drafted)) == {"alba"}


def test_a_circulated_paper_is_read_by_those_accredited(cast: Cast, convened: Session) -> None:
    assert allowed(cast, "sessions.paper_see", paper_of(convened)) == {"alba", "bruno", "dora", "elias", "fatima"}


def test_papers_of_a_public_session_are_read_by_all(cast: Cast, convened: Session) -> None:
    services.contact_change(convened, by=make.cast("alba"), public_live=True)
    assert allowed(cast, "sessions.paper_see", paper_of(convened)) == set(cast)
