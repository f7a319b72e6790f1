"""A roll call in the hall as a sheet: everybody called on one page, saved at once, each vote an entry of its own."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from sessions import desk, log
from sessions.core import commands as c
from sessions.core.evolve import replay
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Method, Role, Side, Via
from sessions.models import ActDone, LogEntry, Session
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


@pytest.fixture
def session() -> Session:
    """Bruno and somebody without an account in the hall, elias on the telephone, dora on line."""
    session = make.session_in_lobby(admit=False)
    make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Zoila Paz", organization="Grupo Frontera")
    for one in session.seats.order_by("id"):
        name = {"Bruno Sosa": Via.HALL, "Zoila Paz": Via.HALL, "Elías Montes": Via.PHONE}
        make.admit(session, one, name.get(one.name, Via.WEB))
    for command in (c.OpenSession(), c.OpenItem("i5")):
        make.play(session, "alba", command)
    make.play(session, "dora", c.PutToVote("¿Se publican las cifras?", Method.ROLL_CALL))
    return session


@pytest.fixture
def alba(client_of: ClientOf, session: Session) -> Person:
    return Person(client_of(make.cast("alba")), session)


def key_of(session: Session, name: str) -> str:
    return str(session.seats.get(name=name).key)


def sheet(
    session: Session, question: str = "v1", ways: dict[str, str] | None = None, **answers: str
) -> dict[str, str]:  # fmt: skip
    """What the browser sends: `Bruno="for"`."""
    named = {s.name.split()[0]: s.key for s in session.seats.all()}
    sent = {f"choice_{named[n]}": choice for n, choice in answers.items()}
    return {"question": question, **sent, **{f"via_{named[n]}": way for n, way in (ways or {}).items()}}


def cast(session: Session) -> dict[str, str]:
    vote = make.room_of(session).vote
    assert vote is not None
    return {make.room_of(session).seats[x.seat].name: x.choice.value for x in vote.cast}


def row(page: str, name: str) -> str:
    """The row of somebody, without the list of ways at the end."""
    rows = page.partition('<div class="calls">')[2].partition("</div>\n\n")[0].partition("<details")[0]
    return next(r for r in rows.split('<div class="call') if f"<b>{name}</b>" in r)


# --- The page ----------------------------------------------------------------------------------------
def test_whoever_has_not_voted_stands_on_the_sheet_in_calling_order(alba: Person, session: Session) -> None:
    make.lively(session)
    page = alba.client.get(url(session, "roll_call")).content.decode()
    assert re.findall(r"<b>(\w+ \w+)</b>", page.partition('<div class="calls">')[2]) == [
        "Bruno Sosa", "Dora Ibarra", "Elías Montes", "Zoila Paz",
    ]  # fmt: skip
    assert row(page, "Bruno Sosa").count('type="radio"') == 4
    assert re.search(r'value=""[^>]* checked', row(page, "Bruno Sosa")), "no answer is what stands there first"
    assert "in the hall" in row(page, "Zoila Paz")
    assert "Grupo Frontera" in row(page, "Zoila Paz")
    assert "by telephone" in row(page, "Elías Montes")
    dora = row(page, "Dora Ibarra")
    assert 'type="radio"' not in dora
    assert "acts from their own device" in dora
    make.play(session, "bruno", c.CastVote(Choice.FOR))
    assert "<b>Bruno Sosa</b>" not in alba.client.get(url(session, "roll_call")).content.decode()


def test_the_sheet_is_reached_from_the_question_and_from_the_next_step(alba: Person, session: Session) -> None:
    page = alba.client.get(url(session)).content.decode()
    link = f'href="{url(session, "roll_call")}" data-do="roll_call"'
    for region in ("decision", "next"):
        assert link in page.partition(f'data-region="{region}"')[2].partition("</section>")[0], region
    for name in ("bruno", "elias"):
        make.play(session, name, c.CastVote(Choice.FOR))
    make.play(session, "alba", c.CastVote(Choice.FOR), behalf=session.seats.get(name="Zoila Paz"), via=Via.HALL)
    make.play(session, "dora", c.CastVote(Choice.FOR))
    assert link not in alba.client.get(url(session)).content.decode().partition('data-region="decision"')[2][:3000]
    assert "Nobody is left to be called." in alba.client.get(url(session, "roll_call")).content.decode()


@pytest.mark.parametrize("who", ["dora", "bruno", "elias", "fatima"])
def test_the_sheet_is_the_secretariats_alone(client_of: ClientOf, session: Session, who: str) -> None:
    one = Person(client_of(make.cast(who)), session)
    assert "<b>Zoila Paz</b>" not in one.client.get(url(session, "roll_call")).content.decode()
    answer = one.does("roll_call", **sheet(session, Zoila="for"))
    assert answer.status_code == 422
    assert cast(session) == {}


@pytest.mark.parametrize("method", [Method.SHOW, Method.SECRET])
def test_it_serves_roll_calls_and_nothing_else(alba: Person, session: Session, method: Method) -> None:
    make.play(session, "dora", c.WithdrawVote("De otro modo"))
    make.play(session, "dora", c.PutToVote("¿Se publican?", method))
    page = alba.client.get(url(session, "roll_call")).content.decode()
    assert 'type="radio"' not in page
    answer = alba.does("roll_call", **sheet(session, "v2", Zoila="for"))
    assert answer.status_code == 422
    assert "is not put to a roll call" in answer.content.decode()
    vote = make.room_of(session).vote
    assert vote is not None
    assert vote.voted == ()
    assert not session.entries.filter(payload__choice="for").exists()


# --- Saving ------------------------------------------------------------------------------------------
@pytest.mark.engine
def test_one_save_records_each_vote_as_an_entry_of_its_own(alba: Person, session: Session) -> None:
    answer = alba.does("roll_call", **sheet(session, Bruno="for", Elías="against", Zoila="abstain"))
    assert answer["Location"] == url(session)
    assert cast(session) == {"Bruno Sosa": "for", "Elías Montes": "against", "Zoila Paz": "abstain"}
    made = list(session.entries.filter(type="VoteCast"))
    assert [(x.on_behalf_of, x.via) for x in made] == [
        (key_of(session, "Bruno Sosa"), "hall"), (key_of(session, "Elías Montes"), "phone"),
        (key_of(session, "Zoila Paz"), "hall"),
    ]  # fmt: skip
    assert {x.by for x in made} == {make.seat_of(session, "alba").key}
    assert len({x.act for x in made}) == 1
    assert "3 votes were recorded." in alba.client.get(url(session)).content.decode()
    assert log.load(session) == replay(log.entries(session))


def test_what_is_left_on_no_answer_stays_to_be_called(alba: Person, session: Session) -> None:
    alba.does("roll_call", **sheet(session, Bruno="for", Elías="", Zoila=""))
    assert cast(session) == {"Bruno Sosa": "for"}
    page = alba.client.get(url(session, "roll_call")).content.decode()
    assert row(page, "Zoila Paz").count('type="radio"') == 4


def test_an_answer_that_came_otherwise_is_recorded_so(alba: Person, session: Session) -> None:
    alba.does("roll_call", **sheet(session, ways={"Bruno": "phone", "Zoila": "paper"}, Bruno="for", Zoila="for"))
    ways = dict(session.entries.filter(type="VoteCast").values_list("on_behalf_of", "via"))
    assert ways == {key_of(session, "Bruno Sosa"): "phone", key_of(session, "Zoila Paz"): "paper"}


@pytest.mark.engine
def test_the_same_sheet_sent_twice_records_once(alba: Person, session: Session) -> None:
    for _ in range(2):
        assert alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for", Zoila="against")).status_code == 303
    assert session.entries.filter(type="VoteCast").count() == 2
    assert ActDone.objects.filter(session=session, key__endswith="k" * 32).count() == 1
    assert "That was done already" in alba.client.get(url(session)).content.decode()


def test_sent_again_with_more_rows_the_sheet_completes_itself(alba: Person, session: Session) -> None:
    """Whoever goes back in the browser sends the old key once more."""
    alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for"))
    alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for", Zoila="against"))
    assert cast(session) == {"Bruno Sosa": "for", "Zoila Paz": "against"}
    assert session.entries.filter(type="VoteCast").count() == 2
    changed = alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="against", Zoila="against"))
    assert changed.status_code == 422, "told, not taken for done"
    assert cast(session)["Bruno Sosa"] == "for"


def test_a_key_of_another_act_is_refused(alba: Person, session: Session) -> None:
    alba.does("open_list", key="k" * 32)
    assert alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for")).status_code == 422
    assert cast(session) == {}


# --- Rows that are refused ---------------------------------------------------------------------------
def _voted(session: Session) -> None:
    make.play(session, "bruno", c.CastVote(Choice.AGAINST))


def _left(session: Session) -> None:
    make.play(session, "alba", c.Leave(), behalf="bruno", via=Via.HALL)


def _on_line(session: Session) -> None:
    _left(session)
    make.admit(session, "bruno")
    make.lively(session)


@pytest.mark.parametrize(("meanwhile", "why"), [
    (_voted, "This vote is already counted."), (_left, "The person is not in the room."),
    (_on_line, "acts from their own device"),
])  # fmt: skip
def test_a_row_that_is_refused_says_why_and_holds_back_no_other(
    alba: Person, session: Session, meanwhile: Callable[[Session], None], why: str
) -> None:
    meanwhile(session)
    before = cast(session)
    answer = alba.does("roll_call", **sheet(session, Bruno="for", Zoila="abstain"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 vote was recorded. 1 was not" in page
    assert why in row(page, "Bruno Sosa")
    assert "You had marked: In favour." in row(page, "Bruno Sosa")
    assert "<b>Zoila Paz</b>" not in page
    assert row(page, "Elías Montes").count('type="radio"') == 4
    assert cast(session) == {**before, "Zoila Paz": "abstain"}


def test_a_vote_that_stands_is_never_replaced_by_the_sheet(alba: Person, session: Session) -> None:
    """In a roll call a vote may be changed, but not by a sheet that was printed before it was cast."""
    make.play(session, "bruno", c.CastVote(Choice.AGAINST))
    alba.does("roll_call", **sheet(session, Bruno="for"))
    assert cast(session) == {"Bruno Sosa": "against"}


def test_somebody_who_came_after_the_question_is_refused_by_name(alba: Person, session: Session) -> None:
    late = make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Yolanda Cruz")
    make.admit(session, late, Via.HALL)
    page = alba.does("roll_call", **sheet(session, Yolanda="for", Zoila="for")).content.decode()
    assert "not among those who may vote" in row(page, "Yolanda Cruz")
    assert cast(session) == {"Zoila Paz": "for"}


def test_what_was_marked_is_told_when_the_vote_closed_meanwhile(alba: Person, session: Session) -> None:
    make.play(session, "dora", c.CastVote(Choice.FOR))
    make.play(session, "dora", c.CloseVote())
    answer = alba.does("roll_call", **sheet(session, Bruno="for", Zoila="against"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The vote has closed." in page
    assert "You had marked: In favour." in row(page, "Bruno Sosa")
    assert "You had marked: Against." in row(page, "Zoila Paz")
    assert 'type="radio"' not in page


def test_what_was_recorded_before_the_close_is_not_told_as_lost(alba: Person, session: Session) -> None:
    alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for"))
    make.play(session, "dora", c.CloseVote())
    page = alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for", Zoila="for")).content.decode()
    assert "You had marked: In favour." in row(page, "Zoila Paz")
    assert "<b>Bruno Sosa</b>" not in page
    make.play(session, "dora", c.DeclareResult(True))
    assert alba.does("roll_call", key="k" * 32, **sheet(session, Bruno="for")).status_code == 303


def test_a_sheet_of_an_earlier_question_votes_on_no_other(alba: Person, session: Session) -> None:
    make.play(session, "dora", c.WithdrawVote("Mejores palabras"))
    make.play(session, "dora", c.PutToVote("¿Otra?", Method.ROLL_CALL))
    for stale in ("v1", ""):
        answer = alba.does("roll_call", **sheet(session, stale, Bruno="for"))
        assert "Another question is before the room now" in answer.content.decode()
        assert 'type="radio"' not in answer.content.decode(), "nothing marked is carried over to the new question"
    assert cast(session) == {}


@pytest.mark.parametrize("sent", [
    {}, {"choice_99": "for"}, {"choice_": "for"}, {"choice_x": "for"}, {"choice_1'--": "for"},
    {f"choice_{n}": "for" for n in range(90, 900)},
])  # fmt: skip
def test_a_sheet_that_says_nothing_of_anybody_is_asked_for_something(
    alba: Person, session: Session, sent: dict[str, str]
) -> None:
    answer = alba.does("roll_call", question="v1", **sent)
    assert answer.status_code == 422
    assert "Nothing is marked" in answer.content.decode()
    assert cast(session) == {}


def test_an_answer_or_a_way_that_nobody_offered_is_refused_beside_its_row(alba: Person, session: Session) -> None:
    for odd in (sheet(session, Bruno="perhaps"), sheet(session, ways={"Bruno": "web"}, Bruno="for")):
        assert alba.does("roll_call", **odd).status_code == 422
    assert cast(session) == {}


def test_a_long_roll_call_comes_in_sheets(alba: Person, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    make.lively(session)
    monkeypatch.setattr("sessions.forms.roll_call.MOST", 2)
    page = alba.client.get(url(session, "roll_call")).content.decode()
    assert "1 more follows once these are recorded." in page
    assert "<b>Zoila Paz</b>" not in page
    alba.does("roll_call", **sheet(session, Bruno="for"))
    assert "<b>Zoila Paz</b>" in alba.client.get(url(session, "roll_call")).content.decode()


# --- The desk ----------------------------------------------------------------------------------------
def test_when_writing_fails_nothing_of_the_sheet_stays(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    by, before = make.seat_of(session, "alba").key, LogEntry.objects.filter(session=session).count()
    acts = [
        c.Act(by, "k", c.CastVote(Choice.FOR, "v1", first=True), key_of(session, name), Via.HALL)
        for name in ("Bruno Sosa", "Zoila Paz")
    ]

    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(desk, "_finish", fails)
    with pytest.raises(RuntimeError):
        desk.handle_sheet(session.pk, acts)
    assert LogEntry.objects.filter(session=session).count() == before


def test_a_sheet_of_which_nothing_is_taken_writes_nothing(session: Session) -> None:
    before = LogEntry.objects.filter(session=session).count()
    act = c.Act(make.seat_of(session, "bruno").key, uuid4().hex, c.CastVote(Choice.FOR), key_of(session, "Zoila Paz"))
    told = desk.handle_sheet(session.pk, [act])
    assert (told.entries, {r.code for r in told.refused.values()}) == ((), {Code.NOT_YOURS})
    assert LogEntry.objects.filter(session=session).count() == before
    with pytest.raises(Refused):
        desk.handle(session.pk, act)
