"""What nobody may learn of a vote: not from rows, entries, frames, pages or one's own data."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from sessions import ballots
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Method, Stance
from sessions.hub import frames
from sessions.models import ActDone, LogEntry, Participation, Session, UrnSum
from sessions.own_data import collect
from tests.factories import sessions as make
from tests.sessions.test_acts import url

ClientOf = Callable[[Any], Client]
FOR, AGAINST = c.CastVote(Choice.FOR), c.CastVote(Choice.AGAINST)


def put(session: Session, method: Method = Method.SECRET, **fields: Any) -> Session:
    make.play(session, "dora", c.PutToVote("¿Se publican las cifras?", method, **fields))
    return session


def stored(session: Session) -> str:
    """Everything the database holds but the urn, as text."""
    with connection.cursor() as cursor:
        told = []
        for table in connection.introspection.table_names(cursor):
            if table != UrnSum._meta.db_table:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                told.append(f"{table} {cursor.fetchall()}")
    return "\n".join(told)


@pytest.mark.engine
@pytest.mark.django_db
def test_the_urn_holds_sums_and_the_list_of_participants_holds_no_choice() -> None:
    session = put(make.session_open())
    for who, choice in (("bruno", FOR), ("elias", AGAINST), ("dora", FOR)):
        make.play(session, who, choice)
    assert dict(UrnSum.objects.values_list("choice", "count")) == {"for": 2, "against": 1, "abstain": 0}
    assert Participation.objects.filter(session=session, ballot="v1").count() == 3
    assert {f.name for f in Participation._meta.fields} == {"id", "session", "ballot", "seat"}
    assert {f.name for f in UrnSum._meta.fields} == {"id", "session", "ballot", "side", "choice", "count"}


@pytest.mark.django_db
def test_two_people_who_swap_their_choices_leave_the_same_database() -> None:
    """Nothing but the sums depends on who chose what: no row, no order, no entry of the log."""
    told = []
    for first, second in ((FOR, AGAINST), (AGAINST, FOR)):
        with transaction.atomic():
            session = put(make.session_open())
            seq = session.seq
            make.play(session, "bruno", first, key="a" * 32)
            make.play(session, "elias", second, key="b" * 32)
            sums = list(UrnSum.objects.order_by("choice").values_list("choice", "count"))
            logged = [(x.type, x.payload, x.by) for x in LogEntry.objects.filter(session=session, seq__gt=seq)]
            done = list(ActDone.objects.filter(session=session, first__gt=seq).values_list("command", "key"))
            told.append((sums, logged, done))
            transaction.set_rollback(True)
    assert told[0] == told[1]


@pytest.mark.engine
@pytest.mark.django_db
def test_each_ballot_writes_every_sum_of_its_urn() -> None:
    """On PostgreSQL a row tells the transaction that wrote it: those of an urn are all of its last ballot."""
    session = put(make.session_open())
    make.play(session, "bruno", FOR)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT DISTINCT xmin::text FROM {UrnSum._meta.db_table}")
            assert len(cursor.fetchall()) == 1
    with connection.execute_wrapper(recorded := Statements()):
        make.play(session, "elias", AGAINST)
    writes = [s for s in recorded.told if s.startswith("UPDATE") and UrnSum._meta.db_table in s]
    assert len(writes) == 1
    assert "choice" not in writes[0].partition("WHERE")[2]


class Statements:
    """What was asked of the database."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.told.append(sql)
        return execute(sql, params, many, context)


@pytest.mark.engine
@pytest.mark.django_db
def test_the_close_moves_the_sums_into_the_log_and_empties_the_urn() -> None:
    session = put(make.session_open())
    for who, choice in (("bruno", FOR), ("elias", AGAINST), ("dora", FOR)):
        make.play(session, who, choice)
    make.play(session, "dora", c.CloseVote())
    vote = make.room_of(session).vote
    assert vote is not None
    assert vote.votes is not None
    assert (vote.votes.in_favour, vote.votes.total) == (2, 3)
    assert not UrnSum.objects.exists()
    make.play(session, "dora", c.DeclareResult(True))
    put(session)
    make.play(session, "bruno", FOR)
    make.play(session, "dora", c.WithdrawVote("Otra vez"))
    assert not UrnSum.objects.exists()


@pytest.mark.engine
@pytest.mark.django_db
def test_an_urn_somebody_tampered_with_is_not_counted() -> None:
    session = put(make.session_open())
    make.play(session, "bruno", FOR)
    UrnSum.objects.filter(choice="against").update(count=4)
    with pytest.raises(Refused) as found:
        make.play(session, "dora", c.CloseVote())
    assert found.value.code is Code.URN_DIFFERS
    assert UrnSum.objects.count() == 3


@pytest.mark.django_db
def test_a_refused_ballot_leaves_the_urn_as_it_was() -> None:
    session = put(make.session_open())
    make.play(session, "bruno", FOR)
    before = sorted(UrnSum.objects.values_list("choice", "count"))
    for who in ("bruno", "fatima", "alba"):
        with pytest.raises(Refused):
            make.play(session, who, AGAINST)
    assert sorted(UrnSum.objects.values_list("choice", "count")) == before
    assert Participation.objects.count() == 1


@pytest.mark.engine
@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_ballot_of_the_same_person() -> None:
    session = put(make.session_open())
    make.play(session, "bruno", FOR)
    row = Participation.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(session=session, ballot=row.ballot, seat=row.seat)


@pytest.mark.django_db
@pytest.mark.parametrize("method", list(Method))
def test_no_frame_page_or_line_tells_a_choice_before_its_time(client_of: ClientOf, method: Method) -> None:
    """The same room but for one choice looks the same to everybody, and to the desk, until the close."""
    seen = []
    for choice in (FOR, AGAINST):
        with transaction.atomic():
            session = put(make.session_open(series="MEC-2026-014"), method)
            make.play(session, "elias", choice, key="a" * 32)
            told = [shown(session, audience) for audience in Audience]
            person = {name: client_of(make.cast(name)) for name in ("alba", "dora", "bruno", "elias")}
            told += [region_of(client.get(url(session)).content.decode()) for client in person.values()]
            told.append(json.dumps(collect(make.cast("elias")), default=str).replace(session.reference, ""))
            seen.append(told)
            transaction.set_rollback(True)
    assert [strip(x) for x in seen[0]] == [strip(x) for x in seen[1]]


def shown(session: Session, audience: Audience) -> str:
    frame = frames.frame_since(session, audience, "en", 0)
    return frame["regions"]["decision"] + "".join(x["html"].partition("</time>")[2] for x in frame["journal"][-3:])


def region_of(page: str) -> str:
    return page.partition('data-region="decision">')[2].partition("</section>")[0]


def strip(text: str) -> str:
    """Without what differs from one run to the next: names of sessions and instants."""
    return "".join(ch for ch in text if not ch.isdigit())


@pytest.mark.django_db
def test_the_public_reads_no_name_of_whoever_voted_but_in_a_roll_call_that_was_declared() -> None:
    session = make.session_open()
    for method, named in ((Method.SECRET, False), (Method.SHOW, False), (Method.ROLL_CALL, True)):
        put(session, method)
        for who in ("elias", "bruno", "dora"):
            make.play(session, who, FOR)
        open_ = frames.frame_since(session, Audience.PUBLIC, "en", 0)
        assert "Elías Montes has voted" not in frames.as_text(open_)
        assert "Elías" not in open_["regions"]["decision"]
        assert 'data-marks=""' in open_["regions"]["decision"]
        make.play(session, "dora", c.CloseVote())
        make.play(session, "dora", c.DeclareResult(True))
        closed = frames.frame_since(session, Audience.PUBLIC, "en", 0)["regions"]["decision"]
        assert ("Elías Montes: <b>In favour</b>" in closed) is named


@pytest.mark.django_db
def test_counts_are_told_to_the_desk_at_the_close_and_to_everybody_when_declared() -> None:
    session = put(make.session_open(), Method.ROLL_CALL)
    make.play(session, "bruno", FOR)
    make.play(session, "dora", c.CloseVote())
    for audience in Audience:
        frame = frames.as_text(frames.frame_since(session, audience, "en", 0))
        assert ("In favour" in frame) is (audience is Audience.DESK), audience
    make.play(session, "dora", c.DeclareResult(True))
    for audience in Audience:
        assert "In favour: 1; against: 0" in frames.as_text(frames.frame_since(session, audience, "en", 0))


@pytest.mark.django_db
def test_the_answer_of_a_temperature_check_is_kept_without_a_name() -> None:
    session = make.session_open()
    make.play(session, "dora", c.TakeTemperature("¿Cada mes?"))
    before = stored(session)
    make.play(session, "bruno", c.ShowTemperature(Stance.CANNOT))
    assert "cannot" not in stored(session).replace(before, "")
    assert sum(UrnSum.objects.filter(choice="cannot").values_list("count", flat=True)) == 1
    assert set(UrnSum.objects.values_list("side", flat=True)) == {""}, "too few of a side to tell it"
    make.play(session, "dora", c.CloseTemperature())
    assert not UrnSum.objects.exists()
    shown = frames.frame_since(session, Audience.PUBLIC, "en", 0)["regions"]["decision"]
    assert "1 answered. Too few to tell how many said what" in shown
    assert "accept" not in shown


@pytest.mark.django_db
def test_an_urn_is_read_by_the_act_that_closes_it_alone() -> None:
    session = put(make.session_open())
    make.play(session, "bruno", FOR)
    with connection.execute_wrapper(recorded := Statements()):
        for audience in Audience:
            frames.frame_since(session, audience, "en", 0)
        make.play(session, "elias", FOR)
    assert not [s for s in recorded.told if s.startswith("SELECT") and UrnSum._meta.db_table in s]
    assert ballots.held(session, make.room_of(session))
