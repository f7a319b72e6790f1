"""The minutes of meetings played on paper: what they tell, once, and what they leave out."""

from datetime import timedelta
from typing import get_args

import pytest

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.terms import ItemState, Slip, Via
from sessions.minutes.build import READERS, UNTOLD, build
from sessions.minutes.document import Minutes, Occasion, Succession
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.minutes.paper import agreed, closed, minutes_of, spoken


def test_every_event_is_told_or_left_out_on_purpose() -> None:
    assert set(get_args(e.Event)) == set(READERS) | UNTOLD
    assert not set(READERS) & UNTOLD


def test_the_same_log_gives_the_same_bytes_and_survives_storage() -> None:
    stage = Stage().listing()
    spoken(stage, BRUNO, "We ask for time")
    agreed(stage)
    made = minutes_of(closed(stage))
    stored = wire.canonical(wire.plain(made))
    assert stored == wire.canonical(wire.plain(minutes_of(stage)))
    assert wire.build(Minutes, wire.plain(made)) == made


def test_who_held_the_session_and_when() -> None:
    stage = Stage(seal_seconds=60).opened()
    stage.wait(60).ask(DORA, c.Suspend("Lunch"))
    stage.wait(600).ask(DORA, c.Resume())
    stage.ask(DORA, c.HandOverChair(ELIAS))
    stage.ask(ELIAS, c.CloseSession())
    stage.wait(120)
    made = minutes_of(stage)
    assert made.identity.held
    assert made.identity.reference == "MEC-2026-001-S1"
    assert made.times.opened == NINE
    assert [(b.reason, b.resumed - b.suspended) for b in made.times.breaks if b.resumed] == [
        ("Lunch", timedelta(seconds=600))
    ]
    assert made.times.closed == NINE + timedelta(seconds=660)
    assert made.times.sealed == NINE + timedelta(seconds=720)
    assert [(p.who.name, p.how) for p in made.presiding] == [
        ("Dora Paz", Succession.OPENED),
        ("Elías Mora", Succession.HANDED_OVER),
    ]


def test_a_session_reopened_before_sealing_says_so_once() -> None:
    stage = Stage().opened()
    stage.ask(DORA, c.CloseSession())
    stage.wait(60).ask(DORA, c.ReopenSession("A line was forgotten"))
    stage.wait(60).ask(DORA, c.CloseSession())
    made = minutes_of(stage)
    assert [r.reason for r in made.times.reopenings] == ["A line was forgotten"]
    assert made.times.closed == NINE + timedelta(seconds=120)


def test_a_verification_of_quorum_names_who_doubted_it() -> None:
    stage = Stage().opened()
    stage.ask(BRUNO, c.AskQuorum())
    stage.ask(DORA, c.VerifyQuorum())
    opening, verified = minutes_of(stage).quorum
    assert (opening.occasion, opening.asked_by) == (Occasion.OPENING, None)
    assert verified.asked_by is not None
    assert verified.asked_by.name == "Bruno Luna"
    assert len(verified.rests) == 2
    assert verified.count.empowered == 1


@pytest.mark.guideline("G15")
def test_a_session_that_could_not_be_held_leaves_a_record() -> None:
    stage = Stage().lobby(DORA, ALBA).wait(3600)
    stage.ask(DORA, c.RecordNotHeld("The civil side did not come"))
    made = minutes_of(stage)
    assert not made.identity.held
    assert made.identity.reason == "The civil side did not come"
    assert [q.occasion for q in made.quorum] == [Occasion.NOT_HELD]
    assert made.times.opened is None
    assert made.times.closed == NINE + timedelta(hours=1)
    assert {a.who.name for a in made.attendance} == {"Dora Paz", "Alba Ruiz"}
    assert len(made.not_reached) == 7
    assert not made.items


def test_short_absences_are_not_told_and_long_ones_are() -> None:
    stage = Stage().opened()
    for away in (120, 1200):
        stage.wait(60).ask(BRUNO, c.Leave())
        stage.wait(away)
        stage.admit(BRUNO)
    bruno = next(a for a in minutes_of(stage).attendance if a.who.seat == BRUNO)
    assert [(s.arrived, s.left) for s in bruno.stays] == [
        (NINE, NINE + timedelta(seconds=240)),
        (NINE + timedelta(seconds=1440), None),
    ]


def test_a_person_removed_is_shown_with_the_reason() -> None:
    stage = Stage().opened()
    stage.ask(DORA, c.Remove(FATIMA, "Interrupted three times"))
    fatima = next(a for a in minutes_of(stage).attendance if a.who.seat == FATIMA)
    assert fatima.removed == "Interrupted three times"
    assert fatima.stays[-1].left is not None


def test_who_was_turned_away_at_the_door_is_not_in_the_minutes() -> None:
    stage = Stage().lobby(DORA, BRUNO, GAEL, ELIAS, ALBA)
    stage.ask(FATIMA, c.AskAdmission("Fátima Sol", "Org"))
    stage.ask(ALBA, c.RefuseAdmission(FATIMA, "Fátima Sol", "Not accredited for this day"))
    stage.ask(DORA, c.OpenSession())
    told = wire.canonical(wire.plain(minutes_of(stage))).decode()
    assert "Fátima" not in told
    assert "Not accredited" not in told


def test_a_turn_tells_speaker_time_words_and_where_it_stands_in_the_log() -> None:
    stage = Stage().listing()
    turn = spoken(stage, BRUNO, "Red Norte asks to keep paragraph 6", 45)
    told = minutes_of(stage).turn(turn)
    assert told is not None
    assert (told.who.name, told.who.organization, told.used_seconds) == ("Bruno Luna", "Org", 45)
    assert told.statement == "Red Norte asks to keep paragraph 6"
    kinds = {type(stage.log[n - 1].event).__name__ for n in told.rests}
    assert kinds == {"FloorRequested", "FloorGiven", "SpeechEnded", "StatementNoted"}


def test_a_turn_asked_for_by_the_secretariat_says_so() -> None:
    stage = Stage().listing().comes(BRUNO, Via.PHONE)
    stage.ask(ALBA, c.RequestFloor(), on_behalf_of=BRUNO, via=Via.PHONE)
    stage.ask(ALBA, c.GiveFloor())
    told = minutes_of(stage).turn("t1")
    assert told is not None
    assert (told.entered_for, told.via, told.instructed) == (True, Via.PHONE, True)


def test_a_turn_entered_afterwards_takes_its_place_and_bears_its_mark() -> None:
    stage = Stage().listing()
    stage.wait(300)
    spoken(stage, BRUNO)
    stage.ask(ALBA, c.RecordTurn(GAEL, 20, "Spoke first"), happened_at=NINE + timedelta(seconds=100))
    first, second = minutes_of(stage).items[-1].turns
    assert (first.who.name, first.started) == ("Gael Ríos", NINE + timedelta(seconds=100))
    assert first.entered_late == stage.now
    assert second.entered_late is None


def test_somebody_called_who_did_not_answer_has_no_turn() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.SetAside())
    assert minutes_of(stage).items[-1].turns == ()


def test_a_corrected_fact_appears_once_with_the_number_of_its_correction() -> None:
    stage = Stage().listing()
    spoken(stage, BRUNO, "We agree")
    stage.ask(ALBA, c.CorrectSlip(Slip.TURN_SPEAKER, "t1", GAEL, "It was Gael"))
    made = minutes_of(stage)
    told = made.turn("t1")
    assert told is not None
    assert told.who.name == "Gael Ríos"
    assert told.corrected == (1,)
    assert [(x.was, x.now, x.reason) for x in made.corrections] == [("Bruno Luna", "Gael Ríos", "It was Gael")]
    assert all(t.who.seat != BRUNO for i in made.items for t in i.turns)


def test_what_was_undone_does_not_appear() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(ALBA, c.GiveFloor())
    stage.ask(ALBA, c.Undo())
    made = minutes_of(stage)
    assert made.items[-1].turns == ()
    assert made.colophon.undone == 1
    assert made.colophon.entries == len(stage.log)


def test_a_point_of_order_bears_its_ruling() -> None:
    stage = Stage().at_item()
    stage.ask(GAEL, c.RaisePointOfOrder("Time is over"))
    stage.ask(ALBA, c.RulePointOfOrder(False, "There are five minutes left"))
    (point,) = minutes_of(stage).items[-1].points
    assert (point.who.name, point.upheld, point.ruling) == ("Gael Ríos", False, "There are five minutes left")
    assert point.ruled_by is not None
    assert point.ruled_by.name == "Dora Paz"
    assert point.instructed


def test_a_point_of_order_between_items_is_told_too() -> None:
    stage = Stage().opened()
    stage.ask(GAEL, c.RaisePointOfOrder("Which item?"))
    stage.ask(DORA, c.RulePointOfOrder(True, "The first"))
    assert [p.text for p in minutes_of(stage).points] == ["Which item?"]


def test_items_show_planned_beside_used_time_and_those_not_reached_stand_apart() -> None:
    stage = Stage().at_item("i3")
    stage.ask(DORA, c.SetItemTime("i3", 20, "Many want to speak"))
    stage.wait(900)
    stage.ask(DORA, c.DeferItem("i4", "No time left"))
    stage.ask(DORA, c.AddItem("", "A new matter", 5, "Came up"))
    stage.ask(DORA, c.ConcludeItem("Heard"))
    made = minutes_of(closed(stage))
    third, fourth = made.items
    assert (third.number, third.state, third.planned_minutes, third.used_seconds) == (3, ItemState.CONCLUDED, 20, 900)
    assert [(x.minutes, x.reason) for x in third.changes] == [(20, "Many want to speak")]
    assert (fourth.state, fourth.outcome, fourth.opened) == (ItemState.DEFERRED, "No time left", None)
    assert [i.number for i in made.not_reached] == [1, 2, 5, 6, 7, 8]


def test_agreements_still_open_are_listed_under_their_item() -> None:
    stage = Stage()
    stage.pending = (e.Pending("MEC-2026-001-S0-A1", "Send the list", "Office", None, False),)
    stage.at_item("i2")
    assert [p.reference for p in minutes_of(stage).items[0].pending] == ["MEC-2026-001-S0-A1"]


def test_a_paper_bears_its_date_its_hash_and_whether_it_came_late() -> None:
    stage = Stage().convened()
    stage.ask(ALBA, c.TablePaper("d1", "i3", "Zero draft", "ab" * 32, stage.now))
    (paper,) = minutes_of(stage).papers
    assert (paper.title, paper.late, paper.sha256) == ("Zero draft", True, "ab" * 32)


def test_a_log_that_convened_nothing_has_no_minutes() -> None:
    with pytest.raises(ValueError, match="no minutes"):
        build([], agreement_reference=str)
