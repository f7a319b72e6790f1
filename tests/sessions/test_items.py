"""What is asked of an item, by what a part is fulfilled, where an item goes on: through pages."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from incidencia.clock import now
from incidencia.mail.models import Outgoing
from sessions import services
from sessions.acts import ACTS
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.terms import ItemState, Purpose
from sessions.models import Agreement, Session
from sessions.screen.next_act import next_act
from tests.factories import sessions as make
from tests.sessions.test_acts import Person
from tests.sessions.test_acts import url as room_url
from tests.sessions.test_plan_pages import prepare, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


def purposeful() -> Session:
    """A drafted session whose subject is for decision."""
    session = make.session_drafted()
    item = session.draft_items.get(kind="subject")
    services.item_change(item, title_es="Reducción de daños", title_en="", minutes=45, by=make.cast("alba"),
                         decides=Purpose.DECISION)  # fmt: skip
    return session


def test_the_secretariat_says_it_when_preparing_and_every_agenda_shows_it(client_of: ClientOf) -> None:
    session, alba = make.session_drafted(), client_of(make.cast("alba"))
    assert prepare(alba, session, "item", title_es="Informe", minutes="10", decides="information") == 302
    assert "for information" in alba.get(url(session)).content.decode()
    assert "for information" in alba.get(url(session, "convocar/")).content.decode()
    services.convene(session, by=make.cast("alba"), key=uuid4().hex)
    for path in ("", "sala/guion/"):
        page = alba.get(url(session, path)).content.decode()
        assert page.count("for information") == 1, path
    letter = Outgoing.objects.filter(key__startswith="convening:").first()
    assert letter
    assert "10 min, " in letter.text


@pytest.mark.parametrize("decides", ["decision'", "DECISION", "x" * 400, "<b>"])
def test_a_purpose_that_is_none_is_refused(client_of: ClientOf, decides: str) -> None:
    session = make.session_drafted()
    answer = prepare(client_of(make.cast("alba")), session, "item", title_es="Informe", minutes="10", decides=decides)
    assert answer == 422
    assert not session.draft_items.filter(title_es="Informe").exists()


def test_an_item_added_in_the_room_says_it_too(client_of: ClientOf) -> None:
    session = make.session_open()
    dora = Person(client_of(make.cast("dora")), session)
    data = {"title_es": "Nuevo", "title_en": "", "minutes": "5", "reason": "Surgió"}
    assert dora.does("add_item", **data, decides="vote").status_code == 422
    assert dora.does("add_item", **data, decides="discussion").status_code == 303
    assert "for discussion" in dora.client.get(room_url(session)).content.decode()


def test_without_quorum_an_item_for_decision_warns_and_still_opens(client_of: ClientOf) -> None:
    session = services.convene(purposeful(), by=make.cast("alba"), key=uuid4().hex)
    make.play(session, "alba", c.OpenLobby())
    make.admit_all(session)
    make.play(session, "alba", c.OpenSession())
    warns = ACTS["open_item"].warns
    assert warns
    assert warns(session, make.room_of(session)) == []
    make.play(session, "bruno", c.AskQuorum())
    with translation.override("en"):
        assert any("for decision" in said for said in warns(session, make.room_of(session)))
    make.play(session, "alba", c.VerifyQuorum())
    make.play(session, "bruno", c.Leave())
    for item in ("i1", "i2", "i3", "i4"):
        make.play(session, "alba", c.OpenItem(item))
    make.play(session, "alba", c.OpenList())
    with translation.override("en"):
        shown = next_act(session, make.room_of(session), Audience.DESK)
    assert (shown["step"].target, shown["once"]) == ("i5", False)
    assert "for decision" in shown["warning"]
    page = client_of(make.cast("dora")).get(room_url(session, "open_item", "?item=i5")).content.decode()
    assert "is for decision, and now nothing can be decided" in page
    make.play(session, "alba", c.OpenItem("i5"))
    assert make.room_of(session).item("i5").state is ItemState.OPEN  # type: ignore[union-attr]


# --- What shows that a part was fulfilled ------------------------------------------------------------
EVIDENCE = "Acuse <b>sellado</b> de recepción"


def test_by_what_a_part_is_known_to_be_fulfilled_stands_wherever_the_agreement_does(client_of: ClientOf) -> None:
    session = make.session_open()
    alba = Person(client_of(make.cast("alba")), session)
    words = {"text": "Conservar el párrafo", "effect": "commits", "language": "es"}
    assert alba.does("propose", **words, public_criterion=EVIDENCE).status_code == 422, "of whom, and what?"
    with time_machine.travel(now() - timedelta(seconds=10)):
        make.lively(session)
        said = alba.does("propose", **words, public_who="DGAG", public_what="Lo envía", public_criterion=EVIDENCE)
        assert said.status_code == 303
        assert "known by: Acuse &lt;b&gt;sellado" in alba.client.get(room_url(session)).content.decode()
    make.lively(session)
    assert make.room_of(session).agreements[0].parts[0].criterion == EVIDENCE
    row = Agreement.objects.get(session=session)
    assert row.parts[0]["criterion"] == EVIDENCE
    assert "sellado" in row.search
    for act in (c.ReadAgreement("A1"), c.CloseSession()):
        make.play(session, "alba", act)
    page = alba.client.get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert "known by: Acuse &lt;b&gt;sellado" in page


def test_the_slip_on_paper_asks_for_it(client_of: ClientOf) -> None:
    session = make.session_convened()
    address = "/en" + reverse("contingency_kit", args=[session.reference])
    page = client_of(make.cast("alba")).get(address).content.decode()
    assert page.count("who, what, by when, known by what") == 8


# --- Where a deferred item goes ----------------------------------------------------------------------
def test_the_chair_defers_an_item_to_a_session_people_were_told_of(client_of: ClientOf) -> None:
    session = make.session_open()
    later = make.session_convened(starts_at=now() + timedelta(days=40), title_en="The fourth one")
    hidden = make.session_drafted(starts_at=now() + timedelta(days=50), title_en="Still prepared")
    dora = Person(client_of(make.cast("dora")), session)
    form = dora.client.get(room_url(session, "defer_item")).content.decode()
    assert "The fourth one" in form
    assert "Still prepared" not in form
    assert dora.does("defer_item", item="i6", to=hidden.reference, reason="Falta").status_code == 422
    assert dora.does("defer_item", item="i6", to=later.reference, reason="Falta").status_code == 303
    page = dora.client.get(room_url(session)).content.decode()
    assert f"is deferred to session {later.reference}." in page
    for act in (c.CloseSession(),):
        make.play(session, "alba", act)
    minutes = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert f"Deferred to session {later.reference}:" in minutes


# --- Convening without papers ------------------------------------------------------------------------
@pytest.mark.parametrize("why", ["", "Se <b>redactan</b> en la sesión"])
def test_a_convening_without_papers_asks_why_and_says_so(client_of: ClientOf, why: str) -> None:
    session, alba = make.session_drafted(), client_of(make.cast("alba"))
    assert "Why no paper goes with the convening" in alba.get(url(session, "convocar/")).content.decode()
    alba.post(url(session, "convocar/"), {"key": "k", "without_papers": "x" * 2001})
    assert not make.room_of(session).convened
    alba.post(url(session, "convocar/"), {"key": "k", "without_papers": why})
    session.refresh_from_db()
    assert make.room_of(session).without_papers == why
    letter = Outgoing.objects.filter(key__startswith="convening:").first()
    assert letter is not None
    with translation.override(letter.language):
        said = (
            gettext("No paper goes with this convening: %(why)s")
            if why
            else gettext("No paper goes with this convening.")
        )
    assert said % {"why": why} in letter.text
    assert "<b>redactan" not in letter.html
    page = alba.get(url(session)).content.decode()
    assert ("No paper goes with this convening: Se &lt;b&gt;" in page) is bool(why)


def test_a_convening_with_papers_asks_nothing_and_says_nothing(client_of: ClientOf) -> None:
    session, alba = make.session_drafted(), client_of(make.cast("alba"))
    prepare(alba, session, "paper", title="Nota", language="en", position="", text="Uno")
    assert "Why no paper" not in alba.get(url(session, "convocar/")).content.decode()
    alba.post(url(session, "convocar/"), {"key": "k", "without_papers": "Sobra"})
    session.refresh_from_db()
    assert make.room_of(session).convened
    assert make.room_of(session).without_papers == ""
