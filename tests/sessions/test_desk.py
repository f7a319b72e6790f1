"""The one door: every act once, refusals without trace, time written with both instants."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connections

from incidencia.clock import now
from sessions import desk, doorbell, log
from sessions.core import commands as c
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Effect, Slip
from sessions.desk import Done
from sessions.models import ActDone, LogEntry, Session
from tests.factories.sessions import (
    agree,
    lively,
    play,
    room_of,
    seat_of,
    session_closed,
    session_in_lobby,
    session_open,
)


def trace(session: Session) -> tuple[object, ...]:
    """All that an act may leave behind."""
    row = Session.objects.values().get(pk=session.pk)
    return row, LogEntry.objects.filter(session=session).count(), ActDone.objects.filter(session=session).count()


@pytest.mark.engine
@pytest.mark.django_db
def test_the_same_key_twice_does_its_work_once() -> None:
    session = session_open()
    first = play(session, "bruno", c.RequestFloor(), key="one-press")
    before = trace(session)
    second = play(session, "bruno", c.RequestFloor(), key="one-press")
    assert (len(first.entries), first.again) == (1, False)
    assert (second.entries, second.again) == ((), True)
    assert trace(session) == before


@pytest.mark.django_db
def test_nobody_uses_up_the_key_of_another() -> None:
    session = session_open()
    play(session, "bruno", c.RequestFloor(), key="guessed")
    other = play(session, "elias", c.RequestFloor(), key="guessed")
    assert other.again is False
    assert other.room.request_of(seat_of(session, "elias").key) is not None


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
def test_a_double_press_from_two_threads_does_its_work_once() -> None:
    session = session_open()
    act = c.Act(seat_of(session, "bruno").key, uuid4().hex, c.RequestFloor())

    def press() -> Done:
        try:
            return desk.handle(session.pk, act)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as four:
        done = [x.result() for x in [four.submit(press) for _ in range(4)]]
    assert sorted(x.again for x in done) == [False, True, True, True]
    assert session.entries.filter(act=act.key).count() == 1


@pytest.mark.engine
@pytest.mark.django_db
def test_a_refusal_writes_nothing() -> None:
    session = session_open()
    before = trace(session)
    for who, command, code in (
        ("bruno", c.OpenItem("i6"), Code.NOT_YOURS),
        ("alba", c.OpenItem("i99"), Code.UNKNOWN_ITEM),
        ("bruno", c.Object("No hay propuesta"), Code.NO_PROPOSAL),
        ("alba", c.ProposeAdoption("x" * 100_000, Effect.BINDS), Code.TOO_LONG),
    ):
        with pytest.raises(Refused) as refused:
            play(session, who, command)
        assert refused.value.code is code
        assert trace(session) == before


@pytest.mark.django_db
def test_two_chairs_at_once_the_second_is_refused_and_the_room_stands() -> None:
    session = session_open(item="")
    play(session, "dora", c.OpenItem("i5"))
    with pytest.raises(Refused) as refused:
        play(session, "alba", c.OpenItem("i5"))
    assert refused.value.code is Code.ITEM_NOT_PENDING
    assert log.load(session).current == "i5"


@pytest.mark.engine
@pytest.mark.django_db
def test_settling_stamps_the_instant_due_and_the_instant_written() -> None:
    with time_machine.travel(now(), tick=False) as clock:
        session = session_open()
        play(session, "alba", c.CloseList(30))
        due = now() + timedelta(seconds=30)
        clock.shift(47)
        desk.settle(session.pk)
        entry = log.entries(Session.objects.get(pk=session.pk))[-1]
    assert type(entry.event).__name__ == "ListClosed"
    assert (entry.at, entry.written, entry.by) == (due, due + timedelta(seconds=17), "")


@pytest.mark.django_db
def test_settling_again_writes_nothing_again() -> None:
    session = session_open()
    agree(session, "Conservar el párrafo 6")
    before = trace(session)
    desk.settle(session.pk)
    assert trace(session) == before


@pytest.mark.django_db
def test_what_time_decided_is_written_before_the_act_is_judged() -> None:
    with time_machine.travel(now(), tick=False) as clock:
        session = session_open()
        play(session, "alba", c.CloseList(10))
        clock.shift(11)
        with pytest.raises(Refused) as refused:
            play(session, "bruno", c.RequestFloor())
    assert refused.value.code is Code.LIST_CLOSED
    assert session.entries.filter(type="ListClosed").exists()


@pytest.mark.django_db
def test_a_window_that_waited_for_lost_lines_ends_no_earlier_than_they_came_back() -> None:
    """Settled late: too many had lost their line when the window would have ended."""
    with time_machine.travel(now(), tick=False) as clock:
        session = session_open()
        lively(session)
        play(session, "alba", c.ProposeAdoption("Conservar el párrafo 6", Effect.BINDS))
        clock.shift(70)  # every lease has run out; nobody looked in between
        desk.settle(session.pk)
        clock.shift(10)
        lively(session)
        desk.settle(session.pk)
    ats = list(session.entries.order_by("seq").values_list("at", flat=True))
    assert session.entries.filter(type="AgreementRecorded").exists()
    assert ats == sorted(ats)


@pytest.mark.django_db
def test_a_clock_set_back_an_hour_adopts_nothing_early_and_goes_on_once_it_has_caught_up() -> None:
    """What time decides waits for the instant it was given, an hour longer by that clock; people go on meanwhile.

    The order of the log is its numbers: an entry says what the machine's clock said.
    """
    with time_machine.travel(now(), tick=False) as clock:
        session = session_open()
        lively(session)
        play(session, "bruno", c.RequestFloor())
        play(session, "alba", c.GiveFloor())
        clock.shift(10)
        play(session, "alba", c.CloseList(20))
        clock.shift(-3600)
        lively(session)
        ended = play(session, "alba", c.EndSpeech()).room.turns[-1]
        assert ended.used == timedelta(), "a speech never lasts less than nothing"
        play(session, "alba", c.ProposeAdoption("Conservar el párrafo 6", Effect.BINDS))
        seconds = room_of(session).rules.objection_seconds
        clock.shift(seconds - 1)
        lively(session)
        assert desk.settle(session.pk).proposal is not None, "put by the new clock, it runs by the new clock"
        clock.shift(-1800)
        for step in (60, 600, 1100):
            clock.shift(step)
            lively(session)
            room = desk.settle(session.pk)
            assert room.proposal is not None, "nobody had the window to object in"
            assert room.floor.list_open
        play(session, "elias", c.StandAside("No me opongo"))
        clock.shift(42)
        lively(session)
        room = desk.settle(session.pk)
        assert (room.proposal, len(room.agreements)) == (None, 1)
        assert room.floor.list_open
        clock.shift(5400)
        assert not desk.settle(session.pk).floor.list_open
    seqs = list(session.entries.order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, len(seqs) + 1))
    log.forget()
    assert log.load(Session.objects.get(pk=session.pk)) == room_of(session)


@pytest.mark.django_db
def test_what_waits_for_a_clock_that_was_set_back_may_be_withdrawn_by_the_chair() -> None:
    with time_machine.travel(now(), tick=False) as clock:
        session = session_open()
        lively(session)
        play(session, "alba", c.ProposeAdoption("Conservar el párrafo 6", Effect.BINDS))
        clock.shift(-3600)
        lively(session)
        room = play(session, "alba", c.WithdrawProposal("El reloj del servidor se atrasó")).room
        assert (room.proposal, room.agreements) == (None, ())


@pytest.mark.django_db
def test_undoing_a_correction_takes_it_back_everywhere() -> None:
    session = session_open()
    agree(session, "Conservar el párrafo 6")
    play(session, "alba", c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Otra cosa", "Errata"))
    play(session, "alba", c.Undo())
    assert session.agreements.get().text == "Conservar el párrafo 6"


@pytest.mark.django_db(transaction=True)
def test_the_doorbell_rings_after_commit_and_a_broken_listener_harms_nobody() -> None:
    session = session_open()
    heard: list[tuple[int, int]] = []

    def broken(session_id: int, seq: int) -> None:
        raise RuntimeError

    stops = [doorbell.listen(broken), doorbell.listen(lambda i, n: heard.append((i, n)))]
    try:
        play(session, "bruno", c.RequestFloor())
    finally:
        for stop in stops:
            stop()
    assert heard == [(session.pk, session.seq)]


@pytest.mark.django_db
def test_an_unknown_room_is_said_to_be_unknown() -> None:
    with pytest.raises(Session.DoesNotExist):
        desk.handle(10**9, c.Act("1", "k", c.OpenLobby()))


@pytest.mark.django_db
def test_nobody_acts_in_a_session_that_is_over() -> None:
    session = session_closed()
    desk.settle(session.pk)  # an hour later: sealed
    before = trace(session)
    for command in (c.RequestFloor(), c.AskQuorum(), c.AddItem("Tarde", "", 5, "Tarde")):
        with pytest.raises(Refused):
            play(session, "bruno", command)
    assert trace(session) == before


@pytest.mark.django_db
def test_somebody_not_admitted_may_not_ask_for_the_floor() -> None:
    session = session_in_lobby(admit=False)
    with pytest.raises(Refused) as refused:
        play(session, "bruno", c.RequestFloor())
    assert refused.value.code is Code.NOT_ADMITTED


@pytest.mark.django_db
def test_powers_withdrawn_while_words_are_before_the_room_are_not_given_back_afterwards() -> None:
    """What was agreed without them is ad referendum; an undo would leave it so with powers in the record."""
    session = session_open()
    lively(session)
    with time_machine.travel(now()) as clock:
        play(session, "dora", c.ProposeAdoption("Palabras", Effect.BINDS))
        clock.shift(timedelta(seconds=1))
        play(session, "alba", c.WithdrawCredentials(seat_of(session, "dora").key, "Se revocó"))
        clock.shift(timedelta(seconds=4))
        lively(session)
        desk.settle(session.pk)
        with pytest.raises(Refused) as refused:
            play(session, "alba", c.Undo())
    assert refused.value.code is Code.NOTHING_TO_UNDO
