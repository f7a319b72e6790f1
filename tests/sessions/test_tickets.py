"""Tickets: one socket, one minute, one room, one place in it, one sign-in."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from incidencia.clock import now
from sessions import tickets
from sessions.audiences import Audience
from sessions.models import Session
from tests.factories.sessions import seat_of, session_in_lobby

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> Session:
    return session_in_lobby()


def signed_in() -> HttpRequest:
    """A request with a login session."""
    request = HttpRequest()
    request.session = SessionStore()
    request.session.create()
    return request


def signed_out() -> HttpRequest:
    request = HttpRequest()
    request.session = SessionStore()
    return request


def test_a_ticket_says_who_hears_what_in_which_language(session: Session) -> None:
    request, bruno = signed_in(), seat_of(session, "bruno")
    text = tickets.issue(request, session, bruno, Audience.ROOM, "es-mx")
    ticket = tickets.read(text, {"sessionid": request.session.session_key or ""})
    assert (ticket.session_id, ticket.reference) == (session.pk, session.reference)
    assert (ticket.seat, ticket.seat_id, ticket.audience, ticket.language) == (
        bruno.key, bruno.pk, Audience.ROOM, "es-mx",
    )  # fmt: skip


def test_a_ticket_is_worth_nothing_in_another_browser(session: Session) -> None:
    text = tickets.issue(signed_in(), session, seat_of(session, "bruno"), Audience.ROOM, "en")
    for cookies in ({}, {"sessionid": signed_in().session.session_key or ""}):
        with pytest.raises(tickets.BadTicket, match="another sign-in"):
            tickets.read(text, cookies)


def test_a_ticket_expires_after_a_minute(session: Session) -> None:
    request = signed_in()
    text = tickets.issue(request, session, None, Audience.PUBLIC, "en")
    with time_machine.travel(now() + timedelta(seconds=59), tick=False):
        tickets.read(text, {})
    with (
        time_machine.travel(now() + timedelta(seconds=62), tick=False),
        pytest.raises(tickets.BadTicket, match="expired"),
    ):
        tickets.read(text, {})


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: "x" + t, lambda t: "", lambda t: "a:b:c"])
def test_a_forged_ticket_is_no_ticket(session: Session, change) -> None:  # type: ignore[no-untyped-def]
    text = tickets.issue(signed_in(), session, None, Audience.PUBLIC, "en")
    with pytest.raises(tickets.BadTicket, match="not a ticket of ours"):
        tickets.read(change(text), {})


def test_the_public_needs_no_sign_in_and_gets_no_more_than_the_public_hears(session: Session) -> None:
    text = tickets.issue(signed_out(), session, None, Audience.PUBLIC, "en")
    assert tickets.read(text, {}).audience is Audience.PUBLIC
    with pytest.raises(ValueError, match="login session"):
        tickets.issue(signed_out(), session, None, Audience.DESK, "en")
