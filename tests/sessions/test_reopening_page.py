"""A session that closed can be reopened until its log is sealed: whoever may is shown where."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sessions.core.ruleset import Rules
from sessions.minutes import services
from sessions.models import Session
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
LATER = Rules(objection_seconds=3, seal_seconds=86_400)
PAGES = ("sala/", "", "acta/")


def offers(client: Client, session: Session) -> list[bool]:
    link = f'href="/en/sesiones/{session.reference}/sala/actos/reopen_session/"'
    answers = [client.get(f"/en/sesiones/{session.reference}/{page}") for page in PAGES]
    return [link in answer.content.decode().partition('id="console-title"')[0] for answer in answers]


def closed(**rules: Any) -> Session:
    session = make.session_closed(**rules)
    services.draft_after(session.pk)
    return session


@pytest.mark.parametrize(("who", "offered"), [
    ("alba", True), ("dora", True), ("bruno", False), ("fatima", False), ("carmen", False),
])  # fmt: skip
def test_reopening_is_offered_to_whoever_may_in_the_room_on_its_page_and_beside_the_draft(
    client_of: ClientOf, who: str, offered: bool
) -> None:
    session = closed(rules=LATER)
    client = client_of(make.cast(who))
    assert offers(client, session) == [offered] * 3
    answer = client.post(
        f"/en/sesiones/{session.reference}/sala/actos/reopen_session/", {"key": "k", "reason": "Faltó leer"}
    )
    assert (answer.status_code == 303) is offered


def test_whoever_is_not_signed_in_is_not_offered_it() -> None:
    assert offers(Client(), closed(rules=LATER)) == [False] * 3


def test_once_the_log_is_sealed_it_is_offered_to_nobody(client_of: ClientOf) -> None:
    session = closed()
    for who in ("alba", "dora"):
        assert offers(client_of(make.cast(who)), session) == [False] * 3
