"""The agenda as a whole on paper: adopted aloud, changed with reasons, never twice the same item."""

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.terms import AgendaChange, Effect, ItemKind, ItemState
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.minutes.paper import minutes_of

MOVED, WITHDRAWN, RETITLED = AgendaChange.MOVED, AgendaChange.WITHDRAWN, AgendaChange.RETITLED


def order(stage: Stage) -> list[str]:
    return [i.plan.id for i in stage.room.items]


def adopted() -> Stage:
    stage = Stage().at_item("i1")
    stage.ask(DORA, c.AdoptAgenda())
    return stage


def amend(change: AgendaChange, item: str, **fields: str) -> c.AmendAgenda:
    return c.AmendAgenda(change, item, **fields)


def test_the_chair_adopts_the_agenda_as_it_stands_once() -> None:
    stage = adopted()
    event = stage.log[-1].event
    assert isinstance(event, e.AgendaAdopted)
    assert [p.id for p in event.items] == order(stage)
    assert not event.amended
    assert stage.room.order.adopted_at == stage.now
    assert refused(stage, DORA, c.AdoptAgenda()) is Code.AGENDA_ADOPTED


def test_an_agenda_changed_before_is_adopted_as_amended_and_without_what_was_withdrawn() -> None:
    stage = Stage().at_item("i1")
    stage.ask(DORA, amend(WITHDRAWN, "i4", reason="Settled in writing"))
    stage.ask(DORA, c.AdoptAgenda())
    event = stage.log[-1].event
    assert isinstance(event, e.AgendaAdopted)
    assert event.amended
    assert "i4" not in [p.id for p in event.items]


def test_the_secretariat_adopts_it_on_the_chairs_instruction() -> None:
    stage = Stage().at_item("i1")
    stage.ask(ALBA, c.AdoptAgenda())
    assert stage.log[-1].instructed_by == DORA


def test_where_the_agenda_is_an_item_it_is_adopted_from_that_item_on(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.SUBJECT, ItemKind.READING, ItemKind.CLOSING)
    monkeypatch.setattr("tests.sessions.core.stage.SKELETON", kinds)
    stage = Stage().at_item("i1")
    assert refused(stage, DORA, c.AdoptAgenda()) is Code.AGENDA_NOT_REACHED
    stage.ask(DORA, c.OpenItem("i2"))
    stage.ask(DORA, c.AdoptAgenda())


def test_an_item_moves_before_another_and_keeps_everything_else() -> None:
    stage = Stage().at_item("i1")
    stage.ask(DORA, amend(MOVED, "i4", before="i2"))
    assert order(stage) == ["i1", "i4", "i2", "i3", "i5", "i6", "i7"]
    stage.ask(DORA, amend(MOVED, "i4", before="i6"))
    assert order(stage) == ["i1", "i2", "i3", "i5", "i4", "i6", "i7"]


def test_a_withdrawn_item_is_not_opened_put_off_or_moved() -> None:
    stage = Stage().at_item("i1")
    stage.ask(DORA, amend(WITHDRAWN, "i4", reason="Settled"))
    item = stage.room.item("i4")
    assert item is not None
    assert (item.state, item.outcome) == (ItemState.WITHDRAWN, "Settled")
    for command in (
        c.OpenItem("i4"), c.DeferItem("i4", "Later"), amend(MOVED, "i4", before="i2"),
        amend(MOVED, "i2", before="i4"), amend(WITHDRAWN, "i4", reason="Again"), c.DeclareConflict("i4", "Mine"),
    ):  # fmt: skip
        assert refused(stage, DORA, command) is Code.ITEM_NOT_PENDING, command


def test_new_words_stand_from_then_on() -> None:
    stage = Stage().at_item("i1")
    stage.ask(DORA, amend(RETITLED, "i3", title_es="  Otro  ", title_en="Other"))
    item = stage.room.item("i3")
    assert item is not None
    assert (item.plan.title_es, item.plan.title_en) == ("Otro", "Other")


def test_more_time_is_added_to_the_open_item() -> None:
    stage = Stage().at_item("i3")
    stage.ask(DORA, c.ExtendItem(5, "Four still wait"))
    item = stage.room.item("i3")
    assert item is not None
    assert item.plan.minutes == 15


@pytest.mark.parametrize("command", [
    amend(MOVED, "i4", before="i3"), amend(RETITLED, "i4", title_es="Otro"), amend(WITHDRAWN, "i4"),
])  # fmt: skip
def test_once_it_is_adopted_no_change_goes_without_a_reason(command: c.AmendAgenda) -> None:
    stage = adopted()
    assert refused(stage, DORA, command) is Code.REASON_NEEDED
    stage.ask(DORA, c.AmendAgenda(command.change, "i4", command.before, command.title_es, "", "The minister leaves"))
    event = stage.log[-1].event
    assert isinstance(event, e.AgendaAmended)
    assert event.adopted


def test_a_change_is_taken_back_within_seconds() -> None:
    stage = Stage().at_item("i1")
    before = order(stage)
    stage.ask(DORA, amend(MOVED, "i4", before="i2"))
    stage.ask(DORA, c.Undo())
    assert order(stage) == before


LONG = "x" * 2001
CASES = {
    "unknown": (amend(MOVED, "i9", before="i2"), Code.UNKNOWN_ITEM),
    "unknown place": (amend(MOVED, "i4", before="i9"), Code.UNKNOWN_ITEM),
    "no place": (amend(MOVED, "i4"), Code.UNKNOWN_ITEM),
    "open": (amend(MOVED, "i3", before="i2"), Code.ITEM_NOT_PENDING),
    "before the open one": (amend(MOVED, "i4", before="i3"), Code.ITEM_NOT_PENDING),
    "fixed": (amend(MOVED, "i6", before="i2"), Code.FIXED_ITEM),
    "attendance": (amend(WITHDRAWN, "i7", reason="No"), Code.FIXED_ITEM),
    "behind the reading": (amend(MOVED, "i4", before="i7"), Code.FIXED_ITEM),
    "itself": (amend(MOVED, "i4", before="i4"), Code.STANDS_THERE),
    "there already": (amend(MOVED, "i4", before="i5"), Code.STANDS_THERE),
    "withdrawn without reason": (amend(WITHDRAWN, "i4", reason="  "), Code.REASON_NEEDED),
    "no title": (amend(RETITLED, "i4", title_es=" "), Code.TEXT_NEEDED),
    "same title": (amend(RETITLED, "i4", title_es="Punto 4", title_en="Item 4"), Code.NOTHING_TO_CORRECT),
    "long title": (amend(RETITLED, "i4", title_es="x" * 301), Code.TOO_LONG),
    "long reason": (amend(MOVED, "i4", before="i2", reason=LONG), Code.TOO_LONG),
    "no minutes": (c.ExtendItem(0, "More"), Code.NUMBER_OUT_OF_RANGE),
    "fewer minutes": (c.ExtendItem(-5, "Less"), Code.NUMBER_OUT_OF_RANGE),
    "days": (c.ExtendItem(591, "More"), Code.NUMBER_OUT_OF_RANGE),
    "no reason for more": (c.ExtendItem(5, " "), Code.REASON_NEEDED),
}
VIOLATED = [(lambda: Stage().at_item("i3"), DORA, *case) for case in CASES.values()]


@pytest.mark.parametrize("case", CASES)
def test_every_precondition_is_refused_with_its_code_and_changes_nothing(case: str) -> None:
    command, code = CASES[case]
    assert refused(Stage().at_item("i3"), DORA, command) is code


@pytest.mark.parametrize("by", [BRUNO, ELIAS, FATIMA])
@pytest.mark.parametrize("command", [c.AdoptAgenda(), amend(MOVED, "i4", before="i2"), c.ExtendItem(5, "More")])
def test_the_agenda_is_the_chairs(by: str, command: c.Command) -> None:
    assert refused(Stage().at_item("i1"), by, command) is Code.NOT_YOURS


def test_the_agenda_is_not_adopted_without_quorum_nor_while_something_is_decided() -> None:
    stage = Stage().at_item("i3")
    stage.ask(BRUNO, c.RaisePointOfOrder("The time?"))
    assert refused(stage, DORA, c.AdoptAgenda()) is Code.POINT_PENDING
    stage.ask(DORA, c.RulePointOfOrder(True, "Noted"))
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    assert refused(stage, DORA, c.AdoptAgenda()) is Code.PROPOSAL_OPEN
    stage.ask(DORA, c.WithdrawProposal("Later"))
    stage.ask(BRUNO, c.AskQuorum())
    assert refused(stage, DORA, c.AdoptAgenda()) is Code.QUORUM_ASKED


def test_before_the_opening_it_may_be_amended_and_not_adopted() -> None:
    stage = Stage().lobby()
    stage.ask(ALBA, amend(MOVED, "i4", before="i3"))
    assert refused(stage, ALBA, c.AdoptAgenda()) is Code.WRONG_PHASE
    assert refused(stage, ALBA, c.ExtendItem(5, "More")) is Code.WRONG_PHASE


def test_after_closing_nothing_of_it_changes() -> None:
    stage = adopted()
    stage.ask(DORA, c.CloseSession())
    for command in (c.AdoptAgenda(), amend(MOVED, "i4", before="i2", reason="x"), c.ExtendItem(5, "x")):
        assert refused(stage, DORA, command) is Code.WRONG_PHASE


@pytest.mark.parametrize(
    "to",
    ["MEC-2026-001-S1", "MEC-2026-002-S2", "MEC-2026-001", "S2", "MEC-2026-001-S", "MEC-2026-001-Sx",
     "MEC-2026-001-S2-A1", "MEC-2026-001-S" + "9" * 60, "<b>"],
)  # fmt: skip
def test_an_item_is_deferred_to_a_session_of_its_series_alone(to: str) -> None:
    stage = Stage().at_item("i1")
    before = stage.room
    assert refused(stage, DORA, c.DeferItem("i4", "Later", to)) is Code.OTHER_SERIES
    assert stage.room == before


def test_the_session_an_item_is_deferred_to_is_on_record_until_it_is_taken_up_after_all() -> None:
    stage = Stage().at_item("i1")
    stage.ask(DORA, c.DeferItem("i4", "Later", " MEC-2026-001-S2 "))
    item = stage.room.item("i4")
    assert item is not None
    assert item.deferred_to == "MEC-2026-001-S2"
    told = next(i for i in minutes_of(stage).items if i.id == "i4")
    assert told.deferred_to == "MEC-2026-001-S2"
    stage.ask(DORA, c.OpenItem("i4"))
    assert not stage.room.items[3].deferred_to
