"""What falls off the agenda, and a session that goes on on another day: on paper, from recorded facts alone."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core.overrun import overrun, planned_end
from sessions.core.recess import goes_on, left
from sessions.core.refusals import Code
from sessions.core.terms import Effect, Method, Phase
from tests.sessions.core.stage import ALBA, BRUNO, DORA, GAEL, NINE, SKELETON, Stage
from tests.sessions.core.test_meeting import refused

DAY = timedelta(days=1)
HOUR = NINE + timedelta(hours=1)  # for which the stage convenes: 09:00 in Mexico


def on_time(**rules: object) -> Stage:
    """Opened at the hour; seven items of ten minutes each."""
    stage = Stage(**rules)
    stage.lobby()
    stage.wait(3600)
    stage.ask(DORA, c.OpenSession())
    return stage


def minutes(n: int) -> timedelta:
    return timedelta(minutes=n)


# --- What falls off ----------------------------------------------------------------------------------
def test_the_planned_end_is_what_the_minutes_add_up_to_unless_one_is_given() -> None:
    assert Stage().convened().room.ends_at == HOUR + minutes(70)
    stage = Stage()
    items = Stage().convened().room.items
    stage.ask(ALBA, c.Convene("R", "x", "", "", "", "UTC", HOUR, tuple(i.plan for i in items), stage.rules,
                              HOUR + minutes(30)))  # fmt: skip
    assert stage.room.ends_at == HOUR + minutes(30)


def test_a_session_does_not_end_before_it_begins() -> None:
    stage = Stage()
    plans = tuple(i.plan for i in Stage().convened().room.items)
    early = c.Convene("R", "x", "", "", "", "UTC", HOUR, plans, stage.rules, HOUR)
    assert refused(stage, ALBA, early) is Code.IN_THE_PAST


def test_the_end_moves_with_the_beginning() -> None:
    stage = Stage().convened()
    stage.ask(ALBA, c.Reschedule(HOUR + DAY, "The hall is taken"))
    assert stage.room.ends_at == HOUR + DAY + minutes(70)


def test_as_planned_everything_fits_and_ten_minutes_more_cost_the_last_item() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i1"))
    told = overrun(stage.room)
    assert told is not None
    assert (told.planned, told.fits_until) == (HOUR + minutes(70), HOUR + minutes(10))
    assert [(r.more, r.item_ends, r.ends, r.falls_off) for r in told.rows] == [
        (0, HOUR + minutes(10), HOUR + minutes(70), ()),
        (10, HOUR + minutes(20), HOUR + minutes(80), ("i5",)),
        (20, HOUR + minutes(30), HOUR + minutes(90), ("i4", "i5")),
    ]


def test_attendance_reading_and_closing_never_fall_off() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i3"))
    for item in ("i2", "i4", "i5"):
        stage.ask(DORA, c.AmendAgenda("withdrawn", item, reason="Settled"))  # type: ignore[arg-type]
    stage.wait(3600)
    told = overrun(stage.room)
    assert told is not None
    assert all(r.falls_off == () for r in told.rows)


def test_it_rests_on_recorded_facts_and_not_on_the_present_instant() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i1"))
    before = overrun(stage.room)
    stage.wait(500)
    assert overrun(stage.room) == before


def test_more_time_for_the_item_an_item_less_and_time_already_used_count() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i1"))
    stage.ask(DORA, c.ExtendItem(10, "The count was long"))
    first = overrun(stage.room)
    assert first is not None
    assert first.rows[0].falls_off == ("i5",)
    assert first.fits_until is None
    stage.ask(DORA, c.DeferItem("i3", "The paper lacks"))
    second = overrun(stage.room)
    assert second is not None
    assert second.rows[0].falls_off == ()
    stage.wait(300)
    stage.ask(BRUNO, c.RaisePointOfOrder("The clock?"))
    assert overrun(stage.room) is None, "the clock stands"
    stage.wait(120)
    stage.ask(DORA, c.RulePointOfOrder(True, "It stood"))
    third = overrun(stage.room)
    assert third is not None
    assert third.rows[0].ends == second.rows[0].ends + minutes(2), "the end moves by what the clock stood"


def test_without_an_open_item_nothing_is_told() -> None:
    assert overrun(on_time().room) is None


# --- Another day -------------------------------------------------------------------------------------
def test_a_recess_to_another_day_keeps_lists_places_people_and_clocks() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i3"))
    stage.ask(DORA, c.OpenList())
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.wait(60)
    requests, present = stage.room.floor.requests, [s.id for s in stage.room.present()]
    stage.ask(DORA, c.Suspend("Until tomorrow", stage.now + DAY))
    assert goes_on(stage.room) == stage.now + DAY
    stage.wait(DAY.total_seconds())
    assert stage.room.phase is Phase.SUSPENDED, "it goes on by an act, not by the clock"
    stage.ask(DORA, c.Resume())
    assert goes_on(stage.room) is None
    assert stage.room.floor.requests == requests
    assert [s.id for s in stage.room.present()] == present
    speech = stage.room.floor.speech
    assert speech is not None
    assert speech.watch.elapsed(stage.now) == timedelta(seconds=60)
    assert [s.began.date() for s in stage.room.sittings] == [HOUR.date(), (HOUR + DAY).date()]


def test_an_announced_close_of_the_list_stands_while_the_session_does() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i3"))
    stage.ask(DORA, c.OpenList())
    stage.ask(DORA, c.CloseList(120))
    stage.wait(60)
    stage.ask(DORA, c.Suspend("Until tomorrow", stage.now + DAY))
    stage.wait(DAY.total_seconds())
    assert stage.room.floor.list_open
    stage.ask(DORA, c.Resume())
    stage.wait(59)
    assert stage.room.floor.list_open
    stage.wait(2)
    assert not stage.room.floor.list_open


def test_a_pause_on_the_same_day_is_no_second_sitting_and_no_day_to_announce() -> None:
    stage = on_time()
    stage.ask(DORA, c.Suspend("Coffee", stage.now + minutes(15)))
    assert goes_on(stage.room) is None
    stage.wait(900)
    stage.ask(DORA, c.Resume())
    assert len(stage.room.sittings) == 1
    assert stage.room.sittings[0].ended is None


def test_the_day_is_that_of_the_session_not_of_greenwich() -> None:
    stage = on_time()
    stage.wait(8 * 3600)  # 17:00 in Mexico, 23:00 in Greenwich
    stage.ask(DORA, c.Suspend("Supper", stage.now + timedelta(hours=3)))
    assert goes_on(stage.room) is None


def test_on_the_second_day_the_planned_end_is_the_time_not_used_on_the_first() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i1"))
    stage.wait(20 * 60)
    stage.ask(DORA, c.Suspend("Until tomorrow", stage.now + DAY))
    stage.wait(DAY.total_seconds())
    stage.ask(DORA, c.Resume())
    assert planned_end(stage.room) == stage.now + minutes(50)
    assert left(stage.room) == minutes(60)


def test_a_day_that_used_all_the_time_leaves_no_end_to_compare_with() -> None:
    stage = on_time()
    stage.ask(DORA, c.OpenItem("i1"))
    stage.wait(2 * 3600)
    stage.ask(DORA, c.Suspend("Until tomorrow", stage.now + DAY))
    stage.wait(DAY.total_seconds())
    stage.ask(DORA, c.Resume())
    told = overrun(stage.room)
    assert told is not None
    assert told.planned is None
    assert all(not r.falls_off for r in told.rows)
    assert len(SKELETON) == len(stage.room.items)


@pytest.mark.parametrize("put", [c.ProposeAdoption("Words", Effect.BINDS), c.PutToVote("Shall it?", Method.SHOW)])
def test_a_question_before_the_room_waits_for_the_next_day(put: c.Command) -> None:
    stage = on_time(objection_seconds=60)
    stage.ask(DORA, c.OpenItem("i3"))
    stage.ask(DORA, put)
    stage.ask(DORA, c.Suspend("Until tomorrow", stage.now + DAY))
    stage.wait(DAY.total_seconds())
    assert stage.room.agreements == ()
    stage.ask(DORA, c.Resume())
    assert stage.room.proposal or stage.room.vote
