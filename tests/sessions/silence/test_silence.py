"""The silence procedure: started by the chair, broken by who is entitled, held by the clock alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from incidencia.clock import now
from incidencia.mail.models import Outgoing
from incidencia.web.refusals import Refused
from sessions import desk, wire
from sessions.core import commands as c
from sessions.core import silence as core
from sessions.core.ruleset import Rules
from sessions.core.state import Room
from sessions.core.terms import Circle, Role, Side
from sessions.models import Agreement, Outbox, Seat, Session, Silence
from sessions.silence import services
from sessions.silence.settling import settle_due
from tests.day import local_day
from tests.factories import sessions as make
from tests.sessions.reserved import reserve
from tests.sessions.silence.silences import WORDS, broken, sealed, start

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
database = pytest.mark.django_db


def refused(code: str, act: Callable[[], Any]) -> None:
    """The act is refused with that code, and says why; no text and no agreement changed."""
    before = list(Silence.objects.values()), list(Agreement.objects.values())
    with pytest.raises(Refused) as told:
        act()
    assert told.value.code == code
    assert str(told.value.message)
    assert (list(Silence.objects.values()), list(Agreement.objects.values())) == before


# The pure part.


@given(st.timedeltas(timedelta(0), timedelta(days=200)))
def test_the_clock_alone_says_how_it_stands(after: timedelta) -> None:
    facts = core.Facts(NOON + timedelta(days=3))
    expected = core.Stands.RUNNING if after < timedelta(days=3) else core.Stands.HELD
    assert facts.standing(NOON + after) is expected
    assert replace(facts, broken_at=NOON).standing(NOON + after) is core.Stands.BROKEN
    assert replace(facts, withdrawn_at=NOON).standing(NOON + after) is core.Stands.WITHDRAWN


def test_it_lasts_as_long_as_the_rules_say_and_never_less_than_a_day() -> None:
    assert core.earliest(NOON, Rules()) - NOON == timedelta(hours=24)
    assert core.earliest(NOON, Rules(silence_hours=72)) - NOON == timedelta(hours=72)
    assert core.earliest(NOON, Rules(silence_hours=1)) - NOON == timedelta(hours=24)
    assert core.latest(NOON) - NOON == timedelta(days=90)


def test_nobody_starts_one_where_nobody_presided() -> None:
    assert core.starter(Room(), "s1", secretariat=True) is None
    assert core.starter(Room(presiding="s2"), "s2", secretariat=False) == ""
    assert core.starter(Room(presiding="s2"), "s1", secretariat=True) == "s2"
    assert core.starter(Room(presiding="s2", rules=Rules(chair_instructs=False)), "s1", secretariat=True) is None
    assert core.starter(Room(presiding="s2"), "s3", secretariat=False) is None


# Starting.


@database
@pytest.mark.parametrize(("who", "instructed"), [("dora", None), ("alba", "dora")])
def test_the_chair_starts_one_or_the_secretariat_for_them(session: Session, who: str, instructed: str | None) -> None:
    made = start(session, who)
    assert made.started_by == make.seat_of(session, who)
    assert made.instructed_by == (make.seat_of(session, instructed) if instructed else None)
    assert {s.name for s in made.entitled.all()} == {"Dora Ibarra", "Bruno Sosa", "Elías Montes"}
    assert not Agreement.objects.filter(reference=f"{session.reference}-A2").exists()


@database
@pytest.mark.parametrize("who", ["bruno", "elias", "fatima"])
def test_nobody_else_starts_one(session: Session, who: str) -> None:
    refused("not-yours", lambda: start(session, who))


@database
def test_sent_twice_it_starts_once_and_another_waits_for_it(session: Session) -> None:
    assert start(session) == start(session)
    refused("one-runs", lambda: start(session, key="k2"))
    assert Silence.objects.count() == 1
    assert Outgoing.objects.filter(name="sessions/emails/silence_started").count() == 3


@database
@pytest.mark.parametrize(
    "wait", [timedelta(hours=23, minutes=59), timedelta(0), timedelta(days=-3), timedelta(days=90, seconds=1)]
)
def test_its_hour_is_neither_too_near_nor_too_far(session: Session, wait: timedelta) -> None:
    refused("hour", lambda: start(session, until=now() + wait))


@database
@pytest.mark.parametrize("wait", [timedelta(hours=24), timedelta(days=90)])
def test_both_ends_of_what_is_allowed_are_allowed(session: Session, wait: timedelta) -> None:
    assert start(session, until=now() + wait).until == now() + wait


@database
@pytest.mark.parametrize("words", ["", "  \n ", "x" * 20_001])
def test_it_has_words(session: Session, words: str) -> None:
    refused("length", lambda: start(session, words=words))


@database
@pytest.mark.parametrize("item", ["", "i99", "i6", "i1"])
def test_it_belongs_to_an_item_that_was_treated(session: Session, item: str) -> None:
    refused("no-such-item", lambda: start(session, item=item))


@database
def test_before_the_log_is_sealed_none_starts(cast: Any, clock: time_machine.Traveller) -> None:
    session = make.session_open(list_open=False)
    refused("not-sealed", lambda: start(session))
    make.play(session, "dora", c.CloseSession())
    refused("not-sealed", lambda: start(session))
    clock.shift(timedelta(minutes=16))
    assert start(session).facts.standing(now()) is core.Stands.RUNNING


@database
def test_nothing_of_a_rehearsal_is_agreed(session: Session) -> None:
    Session.every.filter(pk=session.pk).update(rehearsal=True, search="")
    refused("rehearsal", lambda: start(session))


@database
def test_while_a_reserve_stands_no_text_circulates_and_after_its_day_one_may(
    cast: Any, clock: time_machine.Traveller
) -> None:
    session = make.session_open(list_open=False)
    for who in ("bruno", "elias"):
        seat = make.seat_of(session, who)
        make.play(session, "alba", c.ClearSeat(seat.key, seat.name, "Firmó"))
    make.play(session, "alba", reserve(Circle.MEMBERS, until=(local_day() + timedelta(days=40))))
    make.play(session, "dora", c.CloseSession())
    clock.shift(timedelta(minutes=16))
    refused("reserve-stands", lambda: start(session))
    clock.shift(timedelta(days=42))
    assert start(session).number == 1


# Breaking and withdrawing.


@database
def test_whoever_is_entitled_breaks_it_with_a_reason_and_it_stays_broken(
    session: Session, clock: time_machine.Traveller
) -> None:
    silence = broken(start(session))
    assert (silence.broken_by, silence.reason) == (make.seat_of(session, "bruno"), "Faltan cifras.")
    clock.shift(timedelta(days=4))
    settle_due()
    assert Agreement.objects.count() == 1
    assert start(session, key="k2").number == 2  # its place is free again


@database
def test_two_break_it_at_once_and_the_first_ends_it(session: Session) -> None:
    one, other = start(session), Silence.objects.get()  # both pages were open
    broken(one)
    refused("silence-broken", lambda: broken(other, "elias"))
    refused("silence-broken", lambda: broken(other))
    assert Silence.objects.get().broken_by == make.seat_of(session, "bruno")


@database
@pytest.mark.parametrize(("who", "code"), [("fatima", "not-entitled"), ("alba", "not-entitled")])
def test_who_had_no_vote_breaks_nothing(session: Session, who: str, code: str) -> None:
    silence = start(session)
    refused(code, lambda: broken(silence, who))


@database
@pytest.mark.parametrize("reason", ["", " \n\t "])
def test_silence_is_not_broken_nor_a_text_withdrawn_without_a_reason(session: Session, reason: str) -> None:
    silence, dora = start(session), make.seat_of(session, "dora")
    refused("reason-needed", lambda: broken(silence, reason=reason))
    refused("reason-needed", lambda: services.silence_withdraw(silence, seat=dora, reason=reason))
    refused("length", lambda: broken(silence, reason="x" * 2001))


@database
def test_at_its_hour_it_is_too_late_to_break_or_withdraw_and_an_instant_before_it_is_not(
    session: Session, clock: time_machine.Traveller
) -> None:
    silence, dora = start(session), make.seat_of(session, "dora")
    clock.move_to(silence.until)
    refused("silence-held", lambda: broken(silence))
    refused("silence-held", lambda: services.silence_withdraw(silence, seat=dora, reason="Otra redacción"))
    clock.move_to(silence.until - timedelta(seconds=1))
    assert broken(silence).broken_at == now()


@database
def test_the_secretariat_enters_it_for_who_has_no_account_and_for_nobody_else(
    cast: Any, clock: time_machine.Traveller
) -> None:
    with time_machine.travel(now() - timedelta(hours=2)):
        session = make.session_in_lobby()
        paper = make.seat(session, None, Role.MEMBER, Side.CIVIL, name="Gil Paz")
        make.admit(session, paper)
        for act in (c.OpenSession(), c.OpenItem("i5"), c.CloseSession()):
            make.play(session, "alba", act)
    silence, alba = start(session), make.seat_of(session, "alba")
    bruno = make.seat_of(session, "bruno")
    refused("not-for-them", lambda: services.silence_break(silence, seat=alba, reason="No", for_seat=bruno))
    refused("not-for-them", lambda: services.silence_break(silence, seat=bruno, reason="No", for_seat=paper))
    done = services.silence_break(silence, seat=alba, reason="Llamó por teléfono", for_seat=paper)
    assert (done.broken_by, done.entered_by) == (paper, alba)


@database
def test_the_chair_withdraws_it_and_then_it_can_be_neither_broken_nor_agreed(
    session: Session, clock: time_machine.Traveller
) -> None:
    silence = start(session)
    elias = make.seat_of(session, "elias")
    refused("not-yours", lambda: services.silence_withdraw(silence, seat=elias, reason="No me gusta"))
    services.silence_withdraw(silence, seat=make.seat_of(session, "dora"), reason="Otra redacción")
    refused("silence-withdrawn", lambda: broken(silence))
    clock.shift(timedelta(days=4))
    settle_due()
    assert Agreement.objects.count() == 1


@database
@pytest.mark.parametrize(
    "changes",
    [{"reason": "por nada"}, {"until": NOON - timedelta(days=9000)}, {"words": ""},
     {"broken_at": NOON}, {"broken_at": NOON, "reason": "sin quién"}, {"withdrawn_at": NOON, "reason": "sin quién"}],
)  # fmt: skip
def test_the_database_keeps_no_half_ending(session: Session, changes: dict[str, Any]) -> None:
    silence = start(session)
    with pytest.raises(IntegrityError), transaction.atomic():
        Silence.objects.filter(pk=silence.pk).update(**changes)


@database
def test_the_database_ends_none_after_its_hour_or_twice(session: Session) -> None:
    silence, dora = start(session), make.seat_of(session, "dora")
    late = {"reason": "Tarde", "broken_by": dora, "broken_at": silence.until}
    both = {**late, "broken_at": now(), "withdrawn_by": dora, "withdrawn_at": now()}
    for changes in (late, both):
        with pytest.raises(IntegrityError), transaction.atomic():
            Silence.objects.filter(pk=silence.pk).update(**changes)


# Holding.


@database
@pytest.mark.guideline("G31")
def test_a_text_nobody_breaks_is_agreed_at_its_hour_once_whoever_reads_it_when(
    session: Session, clock: time_machine.Traveller
) -> None:
    silence = start(session)
    clock.move_to(silence.until - timedelta(seconds=1))
    settle_due()
    assert Agreement.objects.count() == 1
    clock.shift(timedelta(days=20))
    for _ in range(3):
        settle_due()
    agreed = Agreement.objects.get(reference=f"{session.reference}-A2")
    assert (agreed.text, agreed.item, agreed.adopted_at, agreed.ad_referendum) == (WORDS, "i5", silence.until, False)
    assert Silence.objects.get().agreement == agreed
    assert Outbox.objects.filter(key=f"{session.reference}:silence:1").count() == 1


@database
def test_the_next_one_takes_the_next_number(session: Session, clock: time_machine.Traveller) -> None:
    for number in (2, 3):
        start(session, key=f"k{number}")
        clock.shift(timedelta(days=4))
        settle_due()
        assert Agreement.objects.filter(reference=f"{session.reference}-A{number}").exists()


@database
@pytest.mark.guideline("G22")
def test_where_no_official_with_powers_was_in_the_session_it_stands_ad_referendum(
    cast: Any, clock: time_machine.Traveller
) -> None:
    with time_machine.travel(now() - timedelta(hours=2)):
        session = make.session_drafted()
        session.seats.filter(person=make.cast("dora")).update(empowered=False, powers="")
        session = make.services.convene(session, by=make.cast("alba"), key="k")
        make.play(session, "alba", c.OpenLobby())
        make.admit_all(session)
        for act in (c.OpenSession(), c.OpenItem("i5"), c.CloseSession()):
            make.play(session, "alba", act)
    assert start(session).ad_referendum
    clock.shift(timedelta(days=4))
    settle_due()
    assert Agreement.objects.get(session=session).ad_referendum


@database
def test_the_electorate_is_that_of_the_start(session: Session) -> None:
    silence = start(session)
    bruno = make.seat_of(session, "bruno")
    Seat.objects.filter(pk=make.seat_of(session, "fatima").pk).update(votes=True)  # afterwards, on its row alone
    Seat.objects.filter(pk=bruno.pk).update(votes=False)
    refused("not-entitled", lambda: broken(silence, "fatima"))
    assert broken(silence).broken_by == bruno


@database
def test_a_longer_term_of_the_rules_binds(cast: Any, clock: time_machine.Traveller) -> None:
    session = sealed(rules=replace(make.QUICK, silence_hours=72))
    assert desk.settle(session.pk).rules.silence_hours == 72
    refused("hour", lambda: start(session, until=now() + timedelta(hours=71)))
    assert start(session, until=now() + timedelta(hours=72)).number == 1


def test_rules_recorded_before_there_was_silence_give_a_day() -> None:
    known = {name: value for name, value in wire.plain(Rules()).items() if name != "silence_hours"}
    assert wire.build(Rules, known).silence_hours == 24
