"""What is asked of an item: a proposal is urged where the room decides, and nothing is refused for it."""

from dataclasses import replace

import pytest

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.next_act import next_act
from sessions.core.rules.quorum import decides_now
from sessions.core.terms import AgendaChange, Effect, ItemKind, Purpose
from tests.sessions.core.stage import BRUNO, DORA, ELIAS, GAEL, Stage
from tests.sessions.minutes.paper import closed, minutes_of


def on_an_item(decides: Purpose) -> Stage:
    """An item that the chair added for this purpose; its list was opened and nobody wants to speak."""
    stage = Stage(objection_seconds=5).opened()
    stage.ask(DORA, c.AddItem("Asunto", "Matter", 10, "It came up", decides))
    added = next(i for i in stage.room.items if i.plan.title_en == "Matter")
    stage.ask(DORA, c.OpenItem(added.plan.id))
    stage.ask(DORA, c.OpenList())
    return stage


@pytest.mark.parametrize(
    ("decides", "step"),
    [(Purpose.UNSAID, "propose"), (Purpose.DECISION, "propose"), (Purpose.INFORMATION, "open_item"),
     (Purpose.DISCUSSION, "open_item")],
)  # fmt: skip
def test_the_next_step_urges_a_proposal_only_where_a_decision_is_asked_for(decides: Purpose, step: str) -> None:
    assert next_act(on_an_item(decides).room).act == step


def test_the_room_may_still_decide_on_an_item_that_is_for_information() -> None:
    stage = on_an_item(Purpose.INFORMATION)
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    assert stage.wait(6).room.agreements


def test_an_item_convened_before_purposes_existed_says_none() -> None:
    plan = e.ItemPlan("i1", ItemKind.SUBJECT, "Uno", "One", 5)
    stored = wire.plain(plan)
    assert stored.pop("decides") == ""
    assert wire.build(e.ItemPlan, stored) == plan
    assert wire.build(e.ItemPlan, {**stored, "decides": "decision"}) == replace(plan, decides=Purpose.DECISION)


def test_the_purpose_stays_with_an_item_that_gets_new_words_and_stands_in_the_minutes() -> None:
    stage = Stage().opened()
    stage.ask(DORA, c.AddItem("Asunto", "Matter", 10, "It came up", Purpose.DISCUSSION))
    added = next(i.plan.id for i in stage.room.items if i.plan.title_en == "Matter")
    stage.ask(DORA, c.AmendAgenda(AgendaChange.RETITLED, added, "", "Otro", "Another", "Clearer"))
    stage.ask(DORA, c.OpenItem(added))
    told = next(i for i in minutes_of(closed(stage)).items if i.title_en == "Another")
    assert told.decides is Purpose.DISCUSSION


def test_nothing_is_decided_now_while_the_quorum_is_in_doubt_or_lost_or_a_side_is_empty() -> None:
    stage = Stage(quorum_over_percent=70).opened()
    assert decides_now(stage.room)
    stage.ask(BRUNO, c.AskQuorum())
    assert not decides_now(stage.room)
    stage.ask(DORA, c.VerifyQuorum())
    assert decides_now(stage.room)
    stage.ask(ELIAS, c.Leave())
    stage.ask(GAEL, c.Leave())
    assert not decides_now(stage.room)
    sides = Stage(quorum_over_percent=0).opened()
    sides.ask(BRUNO, c.Leave())
    assert decides_now(sides.room)
    sides.ask(GAEL, c.Leave())
    assert not decides_now(sides.room)
