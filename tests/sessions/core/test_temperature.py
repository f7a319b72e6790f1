"""Temperature checks: indicative, once each, told at the close from five answers on, by side from five of each."""

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.terms import Stance
from tests.sessions.core.stage import BRUNO, DORA, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.core.test_votes import QUESTION, crowd


def taken(stage: Stage) -> Stage:
    stage.ask(DORA, c.TakeTemperature("Every month?"))
    return stage


def test_a_temperature_check_counts_once_each_and_only_at_the_close() -> None:
    stage = taken(Stage().at_item())
    stage.ask(BRUNO, c.ShowTemperature(Stance.AGREE))
    stage.ask(GAEL, c.ShowTemperature(Stance.CANNOT))
    assert refused(stage, BRUNO, c.ShowTemperature(Stance.CANNOT)) is Code.ALREADY_ANSWERED
    assert refused(stage, FATIMA, c.ShowTemperature(Stance.AGREE)) is Code.NOT_YOURS
    assert refused(stage, DORA, QUESTION) is Code.TEMPERATURE_OPEN
    stage.ask(DORA, c.CloseTemperature())
    (found,) = stage.room.temperatures
    assert found.answers == e.Stances(withheld=2)
    assert found.sides == ()
    assert refused(stage, BRUNO, c.ShowTemperature(Stance.AGREE)) is Code.NO_TEMPERATURE


@pytest.mark.parametrize("answers", [0, 1, 4, 5, 6])
def test_from_five_answers_on_it_is_told_how_many_said_what(answers: int) -> None:
    stage = taken(crowd(3, 3))
    for seat in stage.room.temperature.electorate[:answers]:  # type: ignore[union-attr]
        stage.ask(seat, c.ShowTemperature(Stance.CANNOT))
    stage.ask(DORA, c.CloseTemperature())
    found = stage.room.temperatures[0].answers
    assert found == (e.Stances(cannot=answers) if answers >= 5 else e.Stances(withheld=answers))
    assert found.total == answers


def test_answers_are_told_by_side_from_five_each_only() -> None:
    for quiet, told in (({"100"}, False), (set(), True)):
        stage = taken(crowd(3, 3))
        for seat in stage.room.temperature.electorate:  # type: ignore[union-attr]
            if seat not in quiet:
                stage.ask(seat, c.ShowTemperature(Stance.ACCEPT))
        stage.ask(DORA, c.CloseTemperature())
        sides = stage.room.temperatures[0].sides
        assert bool(sides) is told
        assert all(s.accept == 5 for s in sides)


def test_the_minutes_tell_a_temperature_check_once_the_chair_orders_so() -> None:
    stage = taken(Stage().at_item())
    assert refused(stage, DORA, c.NoteTemperature("k1")) is Code.NO_TEMPERATURE
    stage.ask(DORA, c.CloseTemperature())
    stage.ask(DORA, c.NoteTemperature("k1"))
    assert refused(stage, DORA, c.NoteTemperature("k1")) is Code.NO_TEMPERATURE
