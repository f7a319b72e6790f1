"""Off the record and reserved items, on paper: what may be reserved, who acts in it, what is folded for whom."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import get_args

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.reserves import ABOUT, OPEN, WORDLESS, hidden_from, keepers, kept_entries, without_words
from sessions.core.rules.off_record import MEANWHILE
from sessions.core.rules.reserves import ANYWAY
from sessions.core.state import Room
from sessions.core.terms import Choice, Circle, Effect, ItemKind, Method, Slip, Via
from sessions.core.veil import veil
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.core.test_meeting import refused

TODAY = NINE.date()
WORDS = "The position of the country"
PUBLIC_EVENTS = set(get_args(e.Event))


def reserve(circle: Circle = Circle.MEMBERS, **other: object) -> c.ClassifyItem:
    given = c.ClassifyItem(
        "i3", circle, "Negotiations", "Article 113", "Position lost", "No result to tell", "Only this item",
        TODAY + timedelta(days=100), "The position is dealt with",
        reservable=True,
    )  # fmt: skip
    return replace(given, **other)  # type: ignore[arg-type]


def reserved(circle: Circle = Circle.MEMBERS, *cleared: str) -> Stage:
    """Item i3 open and reserved, its list open; these are cleared."""
    stage = Stage().at_item()
    for seat in cleared:
        stage.ask(ALBA, c.ClearSeat(seat, CAST[seat][0], "Signed"))
    stage.ask(ALBA, reserve(circle))
    stage.ask(DORA, c.OpenList())
    return stage


def seen(stage: Stage, circle: Circle | None) -> Room:
    """The room as that circle sees it; None: the public."""
    return veil(stage.log, stage.room, hidden_from(stage.room, circle, stage.now))


# --- Off the record --------------------------------------------------------------------------------------------
def test_off_the_record_the_floor_goes_on_and_nothing_is_decided_nor_noted() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GoOffRecord("A paper of somebody else is read"))
    assert stage.room.off_record is not None
    assert stage.room.off_record.since == stage.now
    stage.ask(DORA, c.GiveFloor())
    stage.ask(BRUNO, c.EndSpeech())
    before = stage.room
    for by, command in (
        (ALBA, c.NoteStatement("t1", "Said so")), (ALBA, c.RecordTurn(BRUNO, 10, "Said so")),
        (DORA, c.ProposeAdoption("Words", Effect.BINDS)), (DORA, c.PutToVote("So?", Method.SHOW)),
        (DORA, c.TakeTemperature("So?")), (DORA, c.ConcludeItem("Heard")), (DORA, c.OpenItem("i4")),
        (DORA, c.DeferItem("i3", "No time")), (DORA, c.CloseSession()), (ALBA, reserve()),
        (BRUNO, c.EnterReservation("A1", "We differ")), (BRUNO, c.ObjectLate("A1", "Cut off")),
        (ALBA, c.CorrectSlip(Slip.STATEMENT, "t1", "Other", "Slip")), (DORA, c.ReadAgreement("A1")),
        (DORA, c.AddItem("Otro", "Other", 5, "Came up")), (DORA, c.RulePointOfOrder(True, "So ruled")),
    ):  # fmt: skip
        assert refused(stage, by, command) is Code.OFF_RECORD, command
    assert stage.room == before
    stage.ask(ALBA, c.RecordTurn(GAEL, 10))
    stage.ask(DORA, c.BackOnRecord())
    assert stage.room.off_record is None
    stage.ask(ALBA, c.NoteStatement("t1", "Said so"))


def test_a_point_of_order_brings_the_room_back_so_that_its_ruling_can_be_appealed() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.GoOffRecord("Why"))
    made = stage.ask(GAEL, c.RaisePointOfOrder("We decide something here"))
    assert [type(x) for x in made] == [e.CameOnRecord, e.PointOfOrderRaised]
    assert stage.room.off_record is None
    stage.ask(DORA, c.RulePointOfOrder(False, "We do not"))
    stage.ask(BRUNO, c.AppealRuling("We do"))
    assert stage.room.motion is not None


def test_a_ruling_made_before_is_appealed_off_the_record_too_and_that_brings_the_room_back() -> None:
    stage = Stage().at_item()
    stage.ask(GAEL, c.RaisePointOfOrder("Order"))
    stage.ask(DORA, c.RulePointOfOrder(False, "No"))
    stage.ask(DORA, c.GoOffRecord("Why"))
    made = stage.ask(BRUNO, c.AppealRuling("It was in order"))
    assert [type(x) for x in made] == [e.CameOnRecord, e.RulingAppealed]
    assert stage.room.off_record is None


@pytest.mark.parametrize(("by", "command", "code"), [
    (FATIMA, c.RaisePointOfOrder("Order"), Code.NOT_YOURS), (BRUNO, c.RaisePointOfOrder("x" * 3000), Code.TOO_LONG),
    (BRUNO, c.AppealRuling("Nothing was ruled"), Code.RULING_STANDS), (FATIMA, c.AppealRuling("x"), Code.NOT_YOURS),
])  # fmt: skip
def test_what_is_refused_brings_nobody_back(by: str, command: c.Command, code: Code) -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.GoOffRecord("Why"))
    assert refused(stage, by, command) is code
    assert stage.room.off_record is not None


def test_a_command_nobody_listed_waits_until_the_room_is_back_on_record() -> None:
    decides = {c.ProposeAdoption, c.CastVote, c.Object, c.StandAside, c.DeclareResult, c.NoteStatement,
               c.CloseSession, c.ConcludeItem, c.CorrectSlip, c.EnterReservation, c.ExplainVote}  # fmt: skip
    assert not decides & MEANWHILE


@pytest.mark.parametrize(("prepare", "by", "command", "code"), [
    (lambda s: None, DORA, c.BackOnRecord(), Code.ON_RECORD),
    (lambda s: s.ask(DORA, c.GoOffRecord("Why")), DORA, c.GoOffRecord("Again"), Code.ALREADY_OFF_RECORD),
    (lambda s: s.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS)), DORA, c.GoOffRecord("Why"), Code.PROPOSAL_OPEN),
    (lambda s: s.ask(DORA, c.PutToVote("So?", Method.SHOW)), DORA, c.GoOffRecord("Why"), Code.VOTE_OPEN),
    (lambda s: s.ask(DORA, c.TakeTemperature("So?")), DORA, c.GoOffRecord("Why"), Code.TEMPERATURE_OPEN),
    (lambda s: s.ask(BRUNO, c.RaisePointOfOrder("Order")), DORA, c.GoOffRecord("Why"), Code.POINT_PENDING),
    (lambda s: s.ask(DORA, c.Suspend("Break")), DORA, c.GoOffRecord("Why"), Code.WRONG_PHASE),
    (lambda s: None, DORA, c.GoOffRecord("  "), Code.REASON_NEEDED),
    (lambda s: None, DORA, c.GoOffRecord("x" * 2001), Code.TOO_LONG),
    (lambda s: None, BRUNO, c.GoOffRecord("Why"), Code.NOT_YOURS),
    (lambda s: s.ask(DORA, c.GoOffRecord("Why")), BRUNO, c.BackOnRecord(), Code.NOT_YOURS),
])  # fmt: skip
def test_each_precondition_of_going_off_the_record(prepare, by, command, code) -> None:  # type: ignore[no-untyped-def]
    stage = Stage().at_item()
    prepare(stage)
    before = stage.room
    assert refused(stage, by, command) is code
    assert stage.room == before


def test_a_session_whose_rules_forbid_it_never_goes_off_the_record() -> None:
    assert refused(Stage(off_record=False).at_item(), DORA, c.GoOffRecord("Why")) is Code.NEVER_OFF_RECORD


# --- The act of a reserve --------------------------------------------------------------------------------------
def test_a_reserve_is_an_act_and_everything_in_it_is_told_to_everybody() -> None:
    stage = Stage().at_item()
    event, = stage.ask(ALBA, reserve())
    assert isinstance(event, e.ItemClassified)
    assert (event.reserve, event.until) == ("c1", TODAY + timedelta(days=100))
    assert event.confirm_by is not None
    assert event.confirm_by > TODAY + timedelta(days=10)
    assert seen(stage, None).reserves == stage.room.reserves
    stage.ask(ALBA, c.ConfirmReserve("i3", "CT/31/2026", TODAY))
    assert stage.room.reserves[0].decision == "CT/31/2026"


def some_reserved() -> Stage:
    """i2 is concluded, i3 is open, i4 is reserved already, elias is cleared."""
    stage = Stage().at_item("i2")
    stage.ask(DORA, c.OpenItem("i3"))
    stage.ask(ALBA, reserve(item="i4"))
    stage.ask(ALBA, c.ClearSeat(ELIAS, "Elías", "Signed"))
    return stage


VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [(some_reserved, ALBA, *row) for row in [
    (reserve(item="i9"), Code.UNKNOWN_ITEM), (reserve(item="i1"), Code.NEVER_RESERVED),
    (reserve(item="i6"), Code.NEVER_RESERVED), (reserve(item="i7"), Code.NEVER_RESERVED),
    (reserve(item="i2"), Code.HEARD_IN_PUBLIC), (reserve(item="i4"), Code.ALREADY_CLASSIFIED),
    (reserve(ground=" "), Code.TEXT_NEEDED), (reserve(article=""), Code.TEXT_NEEDED),
    (reserve(risk=""), Code.REASON_NEEDED), (reserve(interest=""), Code.REASON_NEEDED),
    (reserve(least=" "), Code.REASON_NEEDED), (reserve(told="", untold=" "), Code.TELL_SOMETHING),
    (reserve(until=TODAY - timedelta(days=1)), Code.IN_THE_PAST),
    (reserve(until=date(TODAY.year + 5, TODAY.month, TODAY.day + 1)), Code.RESERVE_TOO_LONG),
    (reserve(decision="CT/1"), Code.DECISION_INCOMPLETE), (reserve(decided_on=TODAY), Code.DECISION_INCOMPLETE),
    (reserve(decision="CT/1", decided_on=TODAY + timedelta(days=1)), Code.IN_THE_FUTURE),
    (reserve(ground="x" * 301), Code.TOO_LONG), (reserve(told="x" * 2001), Code.TOO_LONG),
    (reserve(decision="x" * 61, decided_on=TODAY), Code.TOO_LONG),
    (c.ConfirmReserve("i3", "CT/1", TODAY), Code.NOT_CLASSIFIED),
    (c.ConfirmReserve("i4", "", TODAY), Code.DECISION_INCOMPLETE),
    (c.ConfirmReserve("i4", "CT/1", TODAY + timedelta(days=2)), Code.IN_THE_FUTURE),
    (c.DeclassifyItem("i3", "Why"), Code.NOT_CLASSIFIED), (c.DeclassifyItem("i9", "Why"), Code.UNKNOWN_ITEM),
    (c.DeclassifyItem("i4", " "), Code.REASON_NEEDED),
    (c.ClearSeat("", "Nobody", "Signed"), Code.UNKNOWN_SEAT), (c.ClearSeat(GAEL, "Gael", ""), Code.REASON_NEEDED),
    (c.ClearSeat(ELIAS, "Elías", "Signed"), Code.ALREADY_CLEARED), (c.UnclearSeat(GAEL, "Why"), Code.NOT_CLEARED_YET),
    (c.UnclearSeat(ELIAS, ""), Code.REASON_NEEDED),
]]  # fmt: skip


@pytest.mark.parametrize(("made", "by", "command", "code"), VIOLATED)
def test_each_precondition_of_a_reserve(made: Callable[[], Stage], by: str, command: c.Command, code: Code) -> None:
    assert refused(made(), by, command) is code


@pytest.mark.parametrize(("prepare", "code"), [
    (lambda s: (s.ask(BRUNO, c.RequestFloor()), s.ask(DORA, c.GiveFloor())), Code.SOMEBODY_SPEAKS),
    (lambda s: s.ask(BRUNO, c.RaisePointOfOrder("Order")), Code.POINT_PENDING),
    (lambda s: s.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS)), Code.PROPOSAL_OPEN),
    (lambda s: s.ask(DORA, c.PutToVote("So?", Method.SHOW)), Code.VOTE_OPEN),
    (lambda s: s.ask(DORA, c.TakeTemperature("So?")), Code.TEMPERATURE_OPEN),
])  # fmt: skip
def test_an_item_is_reserved_while_nobody_speaks_and_nothing_is_decided(prepare, code) -> None:  # type: ignore[no-untyped-def]
    stage = Stage().listing()
    prepare(stage)
    assert refused(stage, ALBA, reserve()) is code


@pytest.mark.parametrize("command", [
    reserve(), c.ConfirmReserve("i3", "CT/1", TODAY), c.DeclassifyItem("i3", "Why"), c.ClearSeat(GAEL, "Gael", "Yes"),
    c.UnclearSeat(BRUNO, "Why"),
])  # fmt: skip
def test_reserves_belong_to_the_desk(command: c.Command) -> None:
    stage = Stage().at_item()
    for by in (BRUNO, ELIAS, FATIMA):
        assert refused(stage, by, command) is Code.NOT_YOURS


def test_none_of_it_is_taken_back_within_seconds() -> None:
    stage = reserved()
    stage.ask(ALBA, c.DeclassifyItem("i3", "Why"))
    assert refused(stage, ALBA, c.Undo()) is Code.NOTHING_TO_UNDO


def test_the_list_begins_anew_among_those_who_may_hear() -> None:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(ALBA, reserve(Circle.CLOSED))
    assert stage.room.floor.requests == ()


# --- What others see -------------------------------------------------------------------------------------------
def dealt_with(stage: Stage) -> None:
    """Something is said, decided and concluded in the item, and noted after it."""
    for by, command in (
        (BRUNO, c.RequestFloor()), (DORA, c.GiveFloor()), (BRUNO, c.EndSpeech()),
        (ALBA, c.NoteStatement("t1", WORDS)), (BRUNO, c.RaisePointOfOrder(WORDS)),
        (DORA, c.RulePointOfOrder(True, WORDS)), (DORA, c.ProposeAdoption(WORDS, Effect.BINDS)),
    ):  # fmt: skip
        stage.ask(by, command)
    stage.wait(91)
    for by, command in (
        (DORA, c.ConcludeItem(WORDS)), (ELIAS, c.EnterReservation("A1", WORDS)),
        (ALBA, c.NoteStatement("t1", f"{WORDS} again")), (DORA, c.ReadAgreement("A1")),
    ):  # fmt: skip
        stage.ask(by, command)


@pytest.mark.guideline("A9")
def test_outside_its_circle_nothing_of_it_was_ever_folded() -> None:
    stage = reserved()
    dealt_with(stage)
    public, members = seen(stage, None), seen(stage, Circle.MEMBERS)
    assert WORDS not in repr(public)
    assert members == stage.room
    item = public.item("i3")
    assert item is not None
    assert (item.state, item.outcome) == ("concluded", "")
    agreement = public.agreement("A1")
    assert agreement is not None
    assert (agreement.text, agreement.read, agreement.reservations) == ("", True, ())
    assert public.turns == ()
    assert len(public.seats) == len(stage.room.seats)
    assert public.reserves[0].kept == len(kept_entries(stage.room, frozenset({"c1"})))


def test_what_was_said_before_stays_as_it_was() -> None:
    stage = Stage().listing()
    for by, command in (
        (BRUNO, c.RequestFloor()), (DORA, c.GiveFloor()), (BRUNO, c.EndSpeech()),
        (ALBA, c.NoteStatement("t1", "Said in public")), (ALBA, reserve()),
        (ALBA, c.NoteStatement("t1", WORDS)),
    ):  # fmt: skip
        stage.ask(by, command)
    assert [t.statement for t in seen(stage, None).turns] == ["Said in public"]
    assert [t.statement for t in stage.room.turns] == [WORDS]


def test_what_was_taken_back_stays_reserved_too() -> None:
    stage = reserved()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(BRUNO, c.EndSpeech())
    stage.ask(ALBA, c.NoteStatement("t1", WORDS))
    noted = len(stage.log)
    stage.ask(ALBA, c.Undo())
    assert stage.room.reserves[0].keeps(noted)
    assert WORDS not in repr(seen(stage, None))


def test_a_reserve_of_an_item_not_opened_yet_keeps_it_from_its_opening_on() -> None:
    stage = Stage().opened()
    stage.ask(ALBA, reserve())
    stage.ask(DORA, c.OpenItem("i3"))
    stage.ask(BRUNO, c.RaisePointOfOrder(WORDS))
    assert WORDS not in repr(seen(stage, None))
    item = seen(stage, None).item("i3")
    assert item is not None
    assert item.state == "open"


def test_lifted_or_over_it_keeps_nothing_any_more() -> None:
    stage = reserved()
    dealt_with(stage)
    last = stage.room.reserves[0].until
    eve = NINE.replace(year=last.year, month=last.month, day=last.day)
    assert hidden_from(stage.room, None, eve) == {"c1"}
    assert hidden_from(stage.room, None, eve + timedelta(days=1)) == frozenset()
    stage.ask(ALBA, c.DeclassifyItem("i3", "It is over"))
    assert WORDS in repr(seen(stage, None))
    assert seen(stage, None) == stage.room


def test_after_its_last_day_another_reserve_begins_and_keeps_what_comes() -> None:
    """The first opened by the clock: what is said under the second is kept by the second."""
    stage = Stage(seal_seconds=0).at_item()
    stage.ask(ALBA, reserve(until=TODAY))
    stage.ask(BRUNO, c.RaisePointOfOrder("Said on the first day"))
    stage.ask(DORA, c.RulePointOfOrder(True, "So ruled"))
    stage.wait(24 * 3600)
    assert seen(stage, None) == stage.room
    stage.ask(ALBA, reserve())
    stage.ask(BRUNO, c.RaisePointOfOrder(WORDS))
    public = seen(stage, None)
    assert WORDS not in repr(public)
    assert "Said on the first day" in repr(public)


def test_other_items_stay_open() -> None:
    stage = reserved()
    stage.ask(DORA, c.ConcludeItem(WORDS))
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(BRUNO, c.RaisePointOfOrder("In the open"))
    assert seen(stage, None).points == stage.room.points


# --- Who acts in a closed item ---------------------------------------------------------------------------------
@pytest.mark.parametrize(("by", "command"), [
    (GAEL, c.RequestFloor()), (GAEL, c.RaisePointOfOrder("Order")), (FATIMA, c.Undo()),
])  # fmt: skip
def test_whoever_is_not_cleared_does_nothing_in_a_closed_item(by: str, command: c.Command) -> None:
    stage = reserved(Circle.CLOSED, BRUNO)
    wanted = Code.NOTHING_TO_UNDO if isinstance(command, c.Undo) else Code.NOT_CLEARED
    assert refused(stage, by, command) is wanted
    stage.ask(BRUNO, c.RequestFloor())
    stage.comes(GAEL, Via.PHONE)
    assert refused(stage, ALBA, c.RequestFloor(), on_behalf_of=GAEL, via=Via.PHONE) is Code.NOT_CLEARED
    assert refused(stage, ALBA, c.RecordTurn(GAEL, 10, "Said")) is Code.NOT_CLEARED
    stage.ask(GAEL, c.AskQuorum())
    stage.ask(GAEL, c.Leave())


def test_a_closed_item_is_decided_only_when_everybody_with_a_vote_may_hear_it() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS)
    puts = (c.ProposeAdoption(WORDS, Effect.BINDS), c.PutToVote("So?", Method.SHOW), c.TakeTemperature("So?"))
    for command in puts:
        assert refused(stage, DORA, command) is Code.VOTERS_NOT_CLEARED
    stage.ask(GAEL, c.Leave())
    stage.ask(DORA, c.PutToVote("So?", Method.ROLL_CALL))
    assert refused_admission(stage) is Code.VOTERS_NOT_CLEARED
    assert refused(stage, ALBA, c.UnclearSeat(BRUNO, "Why")) is Code.VOTERS_NOT_CLEARED
    assert refused(stage, DORA, c.HandOverChair(ELIAS)) is Code.VOTERS_NOT_CLEARED
    stage.ask(BRUNO, c.CastVote(Choice.FOR))


def refused_admission(stage: Stage) -> Code:
    name, role, side, votes, empowered = CAST[GAEL]
    return refused(stage, ALBA, c.Admit(GAEL, name, "", role, side, "Org", votes, empowered))


def test_afterwards_too_nobody_acts_on_what_they_could_not_hear() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS)
    stage.ask(GAEL, c.Leave())
    dealt_with(stage)
    stage.admit(GAEL)
    assert refused(stage, GAEL, c.EnterReservation("A1", "We differ")) is Code.NOT_CLEARED
    assert refused(stage, GAEL, c.ObjectLate("A1", "Cut off")) is Code.NOT_CLEARED


def test_who_is_not_cleared_any_more_loses_the_place_on_its_list() -> None:
    stage = reserved(Circle.CLOSED, BRUNO)
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(ALBA, c.UnclearSeat(BRUNO, "Terminated"))
    assert stage.room.floor.requests == ()
    stage.ask(ALBA, c.ClearSeat(BRUNO, "Bruno", "Signed again"))
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    assert refused(stage, ALBA, c.UnclearSeat(BRUNO, "Why")) is Code.SOMEBODY_SPEAKS


# --- The tables ------------------------------------------------------------------------------------------------
def test_every_event_says_what_it_is_about_or_that_it_is_of_the_session() -> None:
    told = OPEN | set(ABOUT)
    missing = {x.__name__ for x in PUBLIC_EVENTS - told}
    assert not missing, (
        f"{missing}: give each a row in sessions/core/reserves.py. ABOUT says which item it is about, so that a "
        "reserve keeps it; OPEN, that it is of the session and told to everybody; WORDLESS besides, if that it "
        "happened may be told without its words. Until then every reserve that stands keeps it whole."
    )
    assert not OPEN & set(ABOUT)
    assert set(WORDLESS) <= set(ABOUT)


def test_every_command_that_is_open_to_whoever_is_not_cleared_is_of_the_session() -> None:
    """In `ANYWAY` stands nothing that names a turn, an agreement, a vote, or words about an item."""
    named = {f.name for kind in ANYWAY for f in fields(kind)}
    assert not named & {"turn", "agreement", "vote", "temperature", "text", "statement", "question", "ruling"}


def test_the_kinds_that_are_never_reserved() -> None:
    stage = Stage().opened()
    kinds = {i.plan.kind for i in stage.room.items if refused_or_done(stage, i.plan.id) is Code.NEVER_RESERVED}
    assert kinds == {ItemKind.ATTENDANCE, ItemKind.READING, ItemKind.CLOSING}


def refused_or_done(stage: Stage, item: str) -> Code | None:
    try:
        stage.ask(ALBA, reserve(item=item))
    except Exception as why:
        return getattr(why, "code", None)
    return None


@dataclass(frozen=True, slots=True)
class SomethingNew:
    """An event that no table names yet."""

    text: str


def test_what_no_table_names_is_kept_by_the_narrowest_reserve_that_stands() -> None:
    stage = Stage().opened()
    stage.ask(ALBA, reserve(Circle.CLOSED, item="i3", until=TODAY))
    stage.ask(ALBA, reserve(Circle.MEMBERS, item="i4"))
    now = e.Entry(99, stage.now, stage.now, "act", ALBA, "", "", Via.WEB, SomethingNew(WORDS))  # type: ignore[arg-type]
    assert [r.item for r in keepers(stage.room, now)] == ["i3"]
    tomorrow = replace(now, written=stage.now + timedelta(days=1))
    assert [r.item for r in keepers(stage.room, tomorrow)] == ["i4"], "one that is over keeps nothing"
    assert without_words(now) is None
