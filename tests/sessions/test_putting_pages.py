"""How the rules let a question be put, on its pages: what is chosen, offered, asked, told and refused."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from sessions import flags, log
from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.core.refusals import Refused
from sessions.core.ruleset import Rules
from sessions.core.terms import Base, Choice, Majority, Method, MotionKind, Points, Role, TextKind
from sessions.minutes import services
from sessions.models import Session
from sessions.wording.lines import line
from sessions.wording.refusals import worded
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused, url
from tests.sessions.test_voting import Voter

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
QUESTION = {"text": "¿Se publica?", "language": "es", "method": "show"}
STRICT = {"majority": Majority.TWO_THIRDS, "base": Base.PRESENT}


def opened(**rules: Any) -> Session:
    return make.session_open(rules=replace(make.QUICK, **rules))


def options(page: str, name: str) -> tuple[list[str], list[str]]:
    """What a field of choices offers, and what of it is chosen."""
    found = re.search(rf'<select name="{name}".*?</select>', page, re.S)
    assert found, name
    told = re.findall(r'<option value="([^"]*)"( selected)?', found[0])
    return [value for value, _selected in told], [value for value, selected in told if selected]


def radios(page: str, name: str) -> tuple[list[str], list[str]]:
    tags = [tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag and 'type="radio"' in tag]
    values = [(re.search(r'value="([^"]*)"', tag), " checked" in tag) for tag in tags]
    return [v[1] for v, _on in values if v], [v[1] for v, on in values if v and on]


def offered(session: Session, who: str, name: str) -> bool:
    seat = make.seat_of(session, who)
    return ACTS[name].offered(flags.own(make.room_of(session), seat.key, Role(seat.role)))


# --- Majority ----------------------------------------------------------------------------------------
@pytest.mark.guideline("G25")
def test_the_form_begins_from_the_rules_and_offers_only_what_asks_for_more(client_of: ClientOf) -> None:
    session = opened(**STRICT)
    alba = Person(client_of(make.cast("alba")), session)
    page = alba.client.get(url(session, "put_to_vote")).content.decode()
    assert options(page, "majority") == (["two_thirds", "four_fifths"], ["two_thirds"])
    assert options(page, "base") == (["present", "entitled"], ["present"])
    for lower in ({"majority": "simple", "base": "present"}, {"majority": "two_thirds", "base": "cast"}):
        answer = alba.does("put_to_vote", **QUESTION, **lower)
        assert answer.status_code == 422
        assert make.room_of(session).vote is None
    assert alba.does("put_to_vote", **QUESTION, majority="four_fifths", base="present").status_code == 303


def test_a_lower_majority_is_refused_with_the_rule(client_of: ClientOf) -> None:
    with pytest.raises(Refused) as caught:
        make.play(opened(**STRICT), "alba", c.PutToVote("¿Sí?", Method.SHOW, Majority.SIMPLE))
    with translation.override("en"):
        told = worded(caught.value)
    assert told.message.endswith("They ask for: Two thirds of the voting members present.")
    assert "G25" in told.rule


def test_a_whole_text_begins_from_its_own_majority(client_of: ClientOf) -> None:
    session = opened(majority_whole=Majority.TWO_THIRDS)
    make.play(session, "alba", c.PresentText(TextKind.CHAIR, "Acuerdo", ("Uno.", "Dos.")))
    make.play(session, "bruno", c.PlaceBracket("x1.1", 1, "Uno", ("Otro",), ()))
    alba = Person(client_of(make.cast("alba")), session)
    whole = alba.client.get(url(session, "adopt_text")).content.decode()
    assert options(whole, "majority") == (["two_thirds", "four_fifths"], ["two_thirds"])
    part = alba.client.get(url(session, "decide_bracket")).content.decode()
    assert options(part, "majority")[1] == ["simple"]


# --- Consensus ---------------------------------------------------------------------------------------
def test_where_consensus_alone_decides_no_vote_is_offered_but_on_motions(client_of: ClientOf) -> None:
    session = opened(majority=Majority.CONSENSUS)
    make.play(session, "alba", c.PresentText(TextKind.CHAIR, "Acuerdo", ("Uno.",)))
    alba = Person(client_of(make.cast("alba")), session)
    assert not offered(session, "alba", "put_to_vote")
    assert not offered(session, "alba", "paper_vote")
    assert offered(session, "alba", "propose")
    page = alba.client.get(url(session, "adopt_text")).content.decode()
    assert radios(page, "way") == (["silence"], ["silence"])
    assert 'name="majority"' not in page
    refused(alba.does("put_to_vote", **QUESTION, majority="simple", base="cast"), "decided by consensus")
    make.play(session, "bruno", c.MoveProcedural(MotionKind.CLOSURE, "Es tarde"))
    assert offered(session, "alba", "put_motion")
    sent = alba.does("put_motion", text="¿Se cierra?", language="es", method="show", motion="m1")
    assert sent.status_code == 303


@pytest.mark.parametrize("said", [
    {}, {"consensus": "maybe"}, {"consensus": "untold"}, {"consensus": "not_sought"},
    {"consensus": "not_sought", "consensus_note": "   "},
    {"consensus": "sought", "consensus_note": "x" * 2_001}, {"consensus_note": "Sí"},
])  # fmt: skip
def test_where_consensus_comes_first_the_form_asks_and_keeps_what_was_typed(
    client_of: ClientOf, said: dict[str, str]
) -> None:
    session = opened(consensus_first=True)
    alba = Person(client_of(make.cast("alba")), session)
    page = alba.client.get(url(session, "put_to_vote")).content.decode()
    assert "Was consensus sought?" in page
    answer = alba.does("put_to_vote", **QUESTION, majority="simple", base="cast", **said)
    assert answer.status_code == 422
    assert "¿Se publica?" in answer.content.decode()
    assert make.room_of(session).vote is None


def test_the_same_is_asked_of_a_text_that_is_voted_and_of_none_that_is_not(client_of: ClientOf) -> None:
    session = opened(consensus_first=True)
    make.play(session, "alba", c.PresentText(TextKind.CHAIR, "Acuerdo", ("Uno.",)))
    alba = Person(client_of(make.cast("alba")), session)
    whole = {"majority": "simple", "base": "cast", "effect": "binds"}
    answer = alba.does("adopt_text", way="show", **whole)
    assert answer.status_code == 422
    assert "Say whether consensus was sought." in answer.content.decode()
    assert alba.does("adopt_text", way="show", **whole, consensus="sought").status_code == 303
    make.play(session, "dora", c.WithdrawVote("No"))
    assert alba.does("adopt_text", way="silence", **whole).status_code == 303


def test_rules_that_do_not_ask_for_consensus_ask_nobody(client_of: ClientOf) -> None:
    session = opened()
    page = client_of(make.cast("alba")).get(url(session, "put_to_vote")).content.decode()
    assert "Was consensus sought?" not in page


def test_room_journal_minutes_and_their_data_tell_what_was_said_of_consensus(client_of: ClientOf) -> None:
    session = opened(consensus_first=True)
    alba, bruno = (Voter(client_of(make.cast(n)), session) for n in ("alba", "bruno"))
    why = "Vence el plazo <b>hoy</b>"
    sent = alba.does(
        "put_to_vote", **QUESTION, majority="simple", base="cast", consensus="not_sought", consensus_note=why
    )
    assert sent.status_code == 303
    told = "Consensus was not sought: Vence el plazo &lt;b&gt;hoy&lt;/b&gt;"
    assert told in bruno.client.get(url(session)).content.decode()
    room = make.room_of(session)
    with translation.override("en"):
        assert any("Consensus was not sought: Vence" in line(x, room).sentence for x in log.entries(session))
    make.play(session, "bruno", c.CastVote(Choice.FOR))
    make.play(session, "dora", c.CloseVote())
    make.play(session, "dora", c.DeclareResult(True))
    make.play(session, "dora", c.CloseSession())
    services.draft_after(session.pk)
    row = services.drafted(session)
    assert row is not None
    (vote,) = (v for i in row.document["items"] for v in i["votes"])
    assert (vote["consensus"], vote["consensus_note"]) == ("not_sought", why)
    assert told in alba.client.get(f"/en/sesiones/{session.reference}/acta/").content.decode()


# --- How it is voted ---------------------------------------------------------------------------------
def test_only_the_ways_the_rules_know_are_offered_and_the_usual_one_is_chosen(client_of: ClientOf) -> None:
    session = opened(methods=(Method.ROLL_CALL, Method.SECRET), method=Method.ROLL_CALL)
    make.play(session, "alba", c.PresentText(TextKind.CHAIR, "Acuerdo", ("Uno.",)))
    alba = Person(client_of(make.cast("alba")), session)
    known = ["roll_call", "secret"]
    for name in ("put_to_vote", "paper_vote"):
        page = alba.client.get(url(session, name)).content.decode()
        assert radios(page, "method") == (known, ["roll_call"]), name
    page = alba.client.get(url(session, "adopt_text")).content.decode()
    assert radios(page, "way")[0] == ["silence", *known]
    assert alba.does("put_to_vote", **QUESTION, majority="simple", base="cast").status_code == 422
    with pytest.raises(Refused) as caught:
        make.play(session, "alba", c.PutToVote("¿Sí?", Method.SHOW))
    with translation.override("en"):
        assert "show of hands. They allow: roll call, secret ballot." in worded(caught.value).message
    make.play(session, "bruno", c.MoveProcedural(MotionKind.CLOSURE, "Es tarde"))
    page = alba.client.get(url(session, "put_motion")).content.decode()
    assert radios(page, "method") == (known, ["roll_call"])


# --- Points of order ---------------------------------------------------------------------------------
@pytest.mark.parametrize(("who", "raises"), [("bruno", True), ("elias", True), ("dora", True), ("fatima", False)])
def test_where_members_alone_raise_points_of_order_nobody_else_is_offered_it(
    client_of: ClientOf, who: str, raises: bool
) -> None:
    session = opened(points=Points.MEMBERS, observers_speak=True)
    assert offered(session, who, "raise_point") is raises
    assert offered(session, who, "request_floor"), "everybody with a voice asks for the floor"
    person = Person(client_of(make.cast(who)), session)
    answer = person.does("raise_point", text="¿Qué texto?")
    if raises:
        assert answer.status_code == 303
    else:
        refused(answer, "members alone raise points of order")


# --- Told beforehand ---------------------------------------------------------------------------------
def test_the_kit_prints_the_rules_that_hold(client_of: ClientOf) -> None:
    rules = Rules(
        vote_seconds=0,
        majority=Majority.TWO_THIRDS, majority_whole=Majority.FOUR_FIFTHS, points=Points.MEMBERS, quorum_to_decide=60
    )
    session = make.session_convened(rules=rules)
    page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/sala/sobre/").content.decode()
    for said in ("Two thirds. The chair may ask for more, never for less.", "Members alone raise points of order.",
                 "Four fifths", "To decide it takes more than 60 % of them."):  # fmt: skip
        assert said in page, said
