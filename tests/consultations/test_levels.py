"""The six levels, as the rule book orders them."""

import pytest

from consultations.kinds import Coverage, Type
from consultations.levels import Level


@pytest.mark.guideline("G11")
def test_the_six_stand_in_order() -> None:
    assert [level.value for level in Level] == ["I", "II", "III", "IV", "V", "VI"]
    assert [level.number for level in Level] == [1, 2, 3, 4, 5, 6]


@pytest.mark.guideline("G11")
@pytest.mark.parametrize("level", Level)
def test_each_says_what_people_can_do_and_what_the_authority_owes(level: Level) -> None:
    assert str(level.label)
    assert str(level.offer) != str(level.duty)


def test_each_but_the_last_has_a_next() -> None:
    assert [level.next for level in Level] == [*list(Level)[1:], None]


@pytest.mark.guideline("G9")
def test_the_type_proposes_levels() -> None:
    assert Level.COMANAGEMENT in Type.EXECUTION.usual_levels
    assert Level.SURVEILLANCE in Type.MONITORING.usual_levels
    assert Level.SURVEILLANCE not in Type.ADVICE.usual_levels


@pytest.mark.guideline("E16")
@pytest.mark.guideline("G29")
def test_a_region_has_at_least_two_states() -> None:
    assert [coverage.fewest_states for coverage in Coverage] == [0, 1, 2, 1]
