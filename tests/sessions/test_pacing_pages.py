"""The floor withdrawn, times of turns, late papers, points of order and the close of a vote, through the pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from incidencia.clock import now
from sessions import desk, log, render
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Refused
from sessions.core.ruleset import Rules
from sessions.core.terms import Choice, Method, PointKind, Speaks, TextKind
from sessions.minutes import services
from sessions.minutes.queries import record_of
from sessions.models import Session
from tests.factories import sessions as make
from tests.sessions.test_acts import Person, refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
WHO = ("alba", "bruno", "dora", "elias", "fatima")
CHAIRS = ("alba", "dora")
PRESENT = c.PresentText(TextKind.CHAIR, "Borrador", ("Uno.", "Dos."))


@pytest.fixture
def session(db: None) -> Session:
    return make.session_open(rules=Rules(vote_seconds=0, amendment_minutes=10, list_seconds=60, second_seconds=60))


@pytest.fixture
def people(client_of: ClientOf, session: Session) -> dict[str, Person]:
    return {n: Person(client_of(make.cast(n)), session) for n in WHO}


def late_paper(session: Session) -> None:
    make.play(session, "alba", c.TablePaper("1", "i5", "Nota de última hora", "0" * 64, now()))


def region(session: Session, name: str, audience: Audience = Audience.DESK, language: str = "en") -> str:
    return render.region(name, session, make.room_of(session), audience, language)


def refusal(session: Session, who: str, command: c.Command) -> str:
    code = ""
    with transaction.atomic():
        try:
            make.play(session, who, command)
        except Refused as found:
            code = found.code.value
        transaction.set_rollback(True)
    log.forget()
    session.refresh_from_db()
    return code


@pytest.mark.parametrize("command", [
    c.WithdrawFloor("x"), c.SetSpeakingTime(60), c.WaiveCirculation("1", "x"), c.WaiveDeadline("x"),
])  # fmt: skip
def test_what_belongs_to_the_chair_is_refused_to_everybody_else(session: Session, command: c.Command) -> None:
    for who in WHO:
        assert (refusal(session, who, command) != "not_yours") is (who in CHAIRS), who


def test_whoever_has_no_seat_reads_none_of_the_forms(client_of: ClientOf, session: Session, nobody: Any) -> None:
    carmen, seq = client_of(make.cast("carmen")), session.seq
    for name in ("withdraw_floor", "set_speaking_time", "waive_circulation", "waive_deadline", "request_floor_as"):
        assert carmen.get(url(session, name)).status_code == 403
        assert carmen.post(url(session, name), {"key": "k", "reason": "x", "paper": "1"}).status_code == 403
        assert client_of(nobody).get(url(session, name)).status_code == 302
    session.refresh_from_db()
    assert session.seq == seq


def test_the_floor_withdrawn_is_in_the_journal_with_its_reason(people: dict[str, Person], session: Session) -> None:
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    answer = people["dora"].does("withdraw_floor", reason="")
    assert answer.status_code == 422
    assert people["dora"].does("withdraw_floor", reason="Siguió pasado su tiempo").status_code == 303
    page = people["elias"].client.get(url(session)).content.decode()
    assert "The chair withdraws the floor; turn 1 ends:" in page
    assert "Siguió pasado su tiempo" in page
    assert people["dora"].room().turns[-1].withdrawn == "Siguió pasado su tiempo"


@pytest.mark.guideline("G27.I")
def test_nothing_is_put_upon_a_late_paper_and_the_page_says_the_rule_and_the_way_out(
    people: dict[str, Person], session: Session
) -> None:
    late_paper(session)
    words = {"text": "Publicarlo", "effect": "binds", "language": "es"}
    answer = people["dora"].does("propose", **words)
    refused(answer, "came late", "G27.I", "Let the chair waive its term", "Publicarlo")
    form = people["dora"].client.get(url(session, "waive_circulation")).content.decode()
    assert "Nota de última hora" in form
    assert people["dora"].does("waive_circulation", paper="1", reason="").status_code == 422
    assert people["dora"].does("waive_circulation", paper="7", reason="Es breve").status_code == 422
    assert people["dora"].does("waive_circulation", paper="1", reason="Es breve").status_code == 303
    assert "The chair waived its term: Es breve" in region(session, "agenda", Audience.ROOM)
    assert people["dora"].does("propose", **words).status_code == 303


def test_the_chair_is_led_to_the_waiver_with_its_reason_still_to_type(session: Session) -> None:
    late_paper(session)
    make.play(session, "alba", c.RecordTurn(make.seat_of(session, "bruno").key, 20))
    make.play(session, "alba", c.CloseList(60))
    with later(session, 61):
        shown = region(session, "next")
    assert 'data-do="waive_circulation"' in shown
    assert "?paper=1" in shown
    assert "data-once" not in shown
    assert "Does anybody object to deciding upon it today?" in shown


@contextmanager
def later(session: Session, seconds: int) -> Iterator[None]:
    """So many seconds later, with what time has decided by then."""
    with time_machine.travel(now() + timedelta(seconds=seconds), tick=True):
        make.lively(session)
        desk.settle(session.pk)
        session.refresh_from_db()
        yield


def test_the_term_for_amendments_is_shown_and_waived(people: dict[str, Person], session: Session) -> None:
    make.play(session, "alba", PRESENT)
    assert "amendments until" in region(session, "text", Audience.ROOM)
    amend = {"at": "x1.1@1", "paragraph": "x1.1@1", "kind": "delete", "rationale": "", "words": ""}
    with later(session, 601):
        assert "amendments closed at" in region(session, "text", Audience.ROOM)
        answer = people["bruno"].does("submit_amendment", **amend)
        refused(answer, "The term for amendments to this text has ended.", "Ask the chair to waive it")
        assert people["dora"].does("waive_deadline", reason="Falta una voz").status_code == 303
        assert "Falta una voz" in region(session, "text", Audience.ROOM)
        assert people["bruno"].does("submit_amendment", **amend).status_code == 303


def test_the_list_shows_the_side_the_language_and_whose_turn_is_shorter(
    people: dict[str, Person], session: Session
) -> None:
    make.play(session, "alba", PRESENT)
    make.play(session, "alba", c.RecordTurn(make.seat_of(session, "bruno").key, 20))
    assert people["bruno"].does("request_floor_as", speaks="against", language="nah").status_code == 303
    shown = region(session, "list", Audience.ROOM)
    for words in ("<b>against it</b>", "speaks in", "turn of 1:00", "3:00 each"):
        assert words in shown, words
    assert people["dora"].does("set_speaking_time", minutes="2", seconds="0").status_code == 303
    shown = region(session, "list", Audience.ROOM)
    assert "2:00 each" in shown
    assert "set by the chair" in shown


def test_the_list_is_announced_a_minute_before_and_closes_now_only_with_a_reason(
    people: dict[str, Person], session: Session
) -> None:
    page = people["dora"].client.get(url(session, "close_list")).content.decode()
    assert '<option value="60" selected>' in page
    refused(people["dora"].does("close_list", seconds="0", reason=""), "announce the closing of the list 60 seconds")
    assert people["dora"].does("close_list", seconds="0", reason="Se agotó el tiempo").status_code == 303
    assert "Se agotó el tiempo" in people["bruno"].client.get(url(session)).content.decode()


def test_a_point_of_order_needs_no_words_and_in_a_vote_offers_only_its_conduct(
    people: dict[str, Person], session: Session
) -> None:
    assert people["bruno"].does("raise_point", kind="hearing", text="").status_code == 303
    assert people["bruno"].room().floor.point.kind is PointKind.HEARING
    assert "it can&#x27;t be heard" in region(session, "floor", Audience.ROOM)
    make.play(session, "dora", c.RulePointOfOrder(True, "Se repite"))
    make.play(session, "dora", c.PutToVote("¿Se publica?", Method.ROLL_CALL))
    page = people["bruno"].client.get(url(session, "raise_point")).content.decode()
    assert 'value="hearing"' in page
    assert 'value="time"' not in page
    assert people["bruno"].does("raise_point", kind="time", text="").status_code == 422
    assert people["bruno"].does("raise_point", text="¿Cómo se vota?").status_code == 303


def test_closing_a_vote_says_who_would_be_left_out_by_name_in_a_roll_call_only(
    people: dict[str, Person], session: Session
) -> None:
    make.play(session, "dora", c.PutToVote("¿Se publica?", Method.ROLL_CALL))
    make.play(session, "dora", c.CastVote(Choice.FOR))
    page = people["dora"].client.get(url(session, "close_vote")).content.decode()
    assert "2 people have not voted and could not do so afterwards." in page
    assert "They are: Bruno Sosa, Elías Montes." in page
    make.play(session, "dora", c.WithdrawVote("Anew"))
    make.play(session, "dora", c.PutToVote("¿Se publica?", Method.SECRET))
    page = people["dora"].client.get(url(session, "close_vote")).content.decode()
    assert "3 people have not voted" in page
    assert "They are:" not in page


def test_the_desk_alone_is_offered_from_an_instant_on_to_set_a_silent_speaker_aside_and_to_say_the_time_is_over(
    session: Session,
) -> None:
    make.play(session, "bruno", c.RequestFloor())
    make.play(session, "alba", c.GiveFloor())
    started = make.room_of(session).turns[-1].started
    shown = region(session, "next")
    assert f'data-from="{(started + timedelta(seconds=20)).isoformat()}"' in shown
    assert f'data-from="{(started + timedelta(seconds=180)).isoformat()}"' in shown
    assert "Your time is over" in shown
    assert "Does Bruno Sosa not answer?" in shown
    for audience in (Audience.ROOM, Audience.PUBLIC):
        assert "not answer?" not in region(session, "next", audience)
    make.play(session, "alba", c.PauseSpeech())
    assert "not answer?" not in region(session, "next")
    make.play(session, "alba", c.ResumeSpeech())
    assert "not answer?" not in region(session, "next")  # a clock was stopped in it: the turn had begun


BAD: list[tuple[str, str, dict[str, str]]] = [
    ("dora", "set_speaking_time", {"minutes": "-1", "seconds": "0"}),
    ("dora", "set_speaking_time", {"minutes": "9" * 30, "seconds": "0"}),
    ("dora", "set_speaking_time", {"minutes": "uno", "seconds": ""}),
    ("dora", "set_speaking_time", {"minutes": "0", "seconds": "5"}),
    ("bruno", "request_floor_as", {"speaks": "sideways", "language": "es"}),
    ("bruno", "request_floor_as", {"speaks": "against", "language": "es"}),
    ("bruno", "request_floor_as", {"speaks": "general", "language": "xx-not-a-language"}),
    ("bruno", "raise_point", {"kind": "lunch", "text": "x"}),
    ("bruno", "raise_point", {"kind": "other", "text": "x" * 100_000}),
    ("dora", "close_list", {"seconds": "61", "reason": "x"}),
    ("dora", "close_list", {"seconds": "0", "reason": "   "}),
    ("dora", "waive_circulation", {"paper": "1", "reason": "x"}),
    ("dora", "waive_deadline", {"reason": "x"}),
    ("dora", "withdraw_floor", {"reason": "x"}),
]


@pytest.mark.parametrize(("who", "name", "data"), BAD)
def test_nonsense_is_refused_and_changes_nothing(
    people: dict[str, Person], session: Session, who: str, name: str, data: dict[str, str]
) -> None:
    before = make.room_of(session)
    assert people[who].does(name, **data).status_code == 422
    assert make.room_of(session) == before


def test_the_minutes_tell_each_of_them_once_with_the_entry_it_rests_on(client_of: ClientOf, session: Session) -> None:
    late_paper(session)
    for who, act in (
        ("dora", c.WaiveCirculation("1", "Es breve")), ("dora", c.SetSpeakingTime(90)), ("dora", PRESENT),
        ("dora", c.WaiveDeadline("Falta una voz")), ("bruno", c.RequestFloor(Speaks.FOR)), ("dora", c.GiveFloor()),
        ("elias", c.RaisePointOfOrder("", PointKind.TIME)), ("dora", c.RulePointOfOrder(True, "Procede")),
        ("dora", c.WithdrawFloor("Pasó su tiempo")), ("dora", c.CloseSession()),
    ):  # fmt: skip
        make.play(session, who, act)
    with later(session, 901):
        services.draft_after(session.pk)
        row = services.drafted(session)
        page = client_of(make.cast("alba")).get(f"/en/sesiones/{session.reference}/acta/").content.decode()
    assert row is not None
    document = record_of(row).document
    item = next(i for i in document.items if i.id == "i5")
    assert [(p.late, p.waived) for p in document.papers if p.id == "1"] == [(True, "Es breve")]
    assert [(t.withdrawn, t.used_seconds >= 0) for t in item.turns] == [("Pasó su tiempo", True)]
    assert [t.seconds for t in item.speaking_times] == [90]
    assert [t.term_waived for t in item.texts] == ["Falta una voz"]
    assert [(p.kind, p.text) for p in item.points] == [(PointKind.TIME, "")]
    entries = {x.seq: x.event for x in log.entries(session)}
    assert isinstance(entries[item.turns[0].rests[-1]], e.FloorWithdrawn)
    assert isinstance(entries[item.speaking_times[0].rests[0]], e.SpeakingTimeSet)
    assert str(document).count("Pasó su tiempo") == 1
    for words in (
        "The chair withdrew the floor: Pasó su tiempo", "The chair waived its term: Es breve",
        "raised a point of order (time to speak).",
        "The chair waived the term for amendments: Falta una voz", ": 1:30 min.",
    ):  # fmt: skip
        assert page.count(words) == 1, words
