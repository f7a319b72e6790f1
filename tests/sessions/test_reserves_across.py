"""What refers to a reserved item from another one: its pages, its frames and its minutes stand for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Circle, Effect, Method, Role, Side
from sessions.hub import frames
from sessions.hub.frames import Hearer
from sessions.minutes.services import draft_after
from sessions.models import Minutes, Presence, Session
from tests.factories import sessions as make
from tests.sessions.reserved import MARK, reserve
from tests.sessions.test_acts import Person, refused

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


def with_two_items(circle: Circle, *cleared: str) -> tuple[Session, str]:
    """Item `i5` is open and reserved; the other one is still to come."""
    session = make.session_open()
    Session.objects.filter(pk=session.pk).update(public_live=True)
    session.refresh_from_db()
    make.play(session, "alba", c.AddItem("Otro asunto", "", 20, "Hace falta"))
    other = next(i.plan.id for i in make.room_of(session).items if i.plan.title_es == "Otro asunto")
    for who in cleared:
        make.play(session, "alba", c.ClearSeat(make.seat_of(session, who).key, who, "Firmó"))
    make.play(session, "alba", reserve(circle))
    make.lively(session)
    return session, other


def asked(session: Session, number: int, words: str, who: str = "bruno") -> None:
    make.play(session, "alba", c.OpenQuestions())
    make.play(session, who, c.AskQuestion(words, "es"))
    make.play(session, "alba", c.ApproveQuestion(f"q{number}"))


def moves_on(session: Session, other: str) -> None:
    make.play(session, "alba", c.ConcludeItem("Visto"))
    make.play(session, "alba", c.OpenItem(other))


def stands_for_everybody(client_of: ClientOf, session: Session, since: int) -> None:
    """The page of the room, that of the session and the frames: for the public, and for whoever is in the room."""
    public = Client()
    for path in ("", "sala/"):
        answer = public.get(f"/en/sesiones/{session.reference}/{path}")
        assert answer.status_code == 200
        assert MARK not in answer.content.decode()
    for who in ("alba", "bruno", "fatima"):
        assert client_of(make.cast(who)).get(f"/en/sesiones/{session.reference}/sala/").status_code == 200
    listener = Hearer(make.seat_of(session, "bruno").key, Audience.ROOM, "en")
    news = frames.news(session.pk, since, frozenset({Hearer("", Audience.PUBLIC, "en"), listener}))
    assert len(news.frames) == 2
    assert MARK not in frames.as_text(frames.frame_since(session, Audience.PUBLIC, "en", 0))


def its_minutes_stand(session: Session) -> None:
    make.play(session, "alba", c.ConcludeItem("Visto"))
    make.play(session, "alba", c.CloseSession())
    draft_after(session.pk)
    assert MARK not in Minutes.objects.get(session=session).search


def test_a_kept_vote_is_reconsidered_from_another_item(client_of: ClientOf) -> None:
    session, other = with_two_items(Circle.MEMBERS)
    for who, act in (
        ("alba", c.PutToVote(f"Votar {MARK}", Method.SHOW)), ("bruno", c.CastVote(Choice.FOR)),
        ("elias", c.CastVote(Choice.FOR)), ("dora", c.CloseVote()), ("dora", c.DeclareResult(True)),
    ):  # fmt: skip
        make.play(session, who, act)
    moves_on(session, other)
    since = session.seq
    make.play(session, "bruno", c.MoveReconsider("v1", f"Datos nuevos {MARK}"))
    for who, act in (
        ("alba", c.PutToVote("¿Se reconsidera?", Method.SHOW, motion="m1")), ("bruno", c.CastVote(Choice.FOR)),
        ("elias", c.CastVote(Choice.FOR)), ("dora", c.CastVote(Choice.FOR)), ("dora", c.CloseVote()),
        ("dora", c.DeclareResult(True)),
    ):  # fmt: skip
        make.play(session, who, act)
    stands_for_everybody(client_of, session, since)
    its_minutes_stand(session)


def test_a_question_is_answered_in_a_kept_turn(client_of: ClientOf) -> None:
    session, other = with_two_items(Circle.MEMBERS)
    for who, act in (
        ("alba", c.OpenList()), ("bruno", c.RequestFloor()), ("alba", c.GiveFloor()), ("bruno", c.EndSpeech()),
    ):  # fmt: skip
        make.play(session, who, act)
    turn = make.room_of(session).turns[-1].id
    moves_on(session, other)
    asked(session, 1, "Otra pregunta", "fatima")
    since = session.seq
    make.play(session, "alba", c.NoteAnswered("q1", turn))
    stands_for_everybody(client_of, session, since)
    its_minutes_stand(session)


def test_questions_of_two_items_are_neither_offered_to_be_merged_nor_merged(client_of: ClientOf) -> None:
    session, other = with_two_items(Circle.MEMBERS)
    asked(session, 1, "Del primero")
    moves_on(session, other)
    asked(session, 2, "Del segundo", "fatima")
    alba = Person(client_of(make.cast("alba")), session)
    page = alba.client.get(f"/en/sesiones/{session.reference}/sala/actos/merge_question/").content.decode()
    assert "Del segundo" not in page.partition("<form")[2].partition("</form>")[0]
    with pytest.raises(Refused) as caught:
        make.play(session, "alba", c.MergeQuestion("q2", "q1"))
    assert caught.value.code is Code.OTHER_ITEM
    make.play(session, "fatima", c.AskQuestion("También del segundo", "es"))
    alba.does("merge_question", question="q3", into="q1")
    assert make.room_of(session).questions.get("q3").into == ""  # type: ignore[union-attr]
    alba.does("merge_question", question="q3", into="q2")
    assert make.room_of(session).questions.get("q3").into == "q2"  # type: ignore[union-attr]


def test_a_decision_of_a_closed_item_is_not_undone_by_those_who_may_not_hear_it(client_of: ClientOf) -> None:
    session, other = with_two_items(Circle.CLOSED, "bruno", "elias")
    make.agree(session, f"Acordado {MARK}")
    moves_on(session, other)
    make.play(session, "alba", c.UnclearSeat(make.seat_of(session, "elias").key, "Ya no"))
    elias = Person(client_of(make.cast("elias")), session)
    refused(elias.does("move_reconsider", ref="A1", reason="Sin oírlo"), "has not been cleared to hear it")
    assert make.room_of(session).motions == ()


def test_nobody_uncleared_takes_the_chair_and_hears_what_is_closed(client_of: ClientOf) -> None:
    session = make.session_in_lobby(admit=False)
    vice = make.seat(session, "carmen", Role.VICE_CHAIR, Side.CIVIL)
    make.admit_all(session)
    for act in (c.OpenSession(), c.OpenItem("i5"), c.OpenList()):
        make.play(session, "alba", act)
    make.play(session, "alba", c.ClearSeat(make.seat_of(session, "bruno").key, "Bruno", "Firmó"))
    make.play(session, "alba", reserve(Circle.CLOSED))
    make.lively(session)
    make.play(session, "bruno", c.RaisePointOfOrder(f"Moción {MARK}"))
    Presence.objects.filter(session=session, seat=make.seat_of(session, "dora")).delete()
    carmen = Person(client_of(make.cast("carmen")), session)
    refused(carmen.does("take_chair", reason="Se cayó la línea"), "has not been cleared", "suspend the session")
    assert make.room_of(session).presiding == make.seat_of(session, "dora").key
    assert MARK not in carmen.client.get(f"/en/sesiones/{session.reference}/sala/").content.decode()
    make.play(session, "alba", c.ClearSeat(vice.key, "Carmen", "Firmó"))
    make.play(session, vice, c.TakeChair("Se cayó la línea"))


def test_words_on_paper_are_no_way_round_the_voters_of_a_closed_item() -> None:
    session, _other = with_two_items(Circle.CLOSED, "bruno")
    seats = (make.seat_of(session, "alba").key, make.seat_of(session, "bruno").key)
    for act in (
        c.RecordPaperAgreement("Palabras", Effect.BINDS),
        c.RecordPaperVote("¿Sí?", Method.SHOW, in_favour=2, agrees=True, scrutineers=seats),
    ):
        with pytest.raises(Refused) as caught:
            make.play(session, "alba", act)
        assert caught.value.code is Code.VOTERS_NOT_CLEARED
