"""The tables are whole: nothing can be asked that nobody judges, nothing can happen that nobody folds."""

from typing import get_args

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.decide import RULES
from sessions.core.evolve import FOLDS
from sessions.core.rules.who import TABLE
from sessions.core.touches import _TABLE as REGIONS_OF
from sessions.core.touches import REGIONS, touches

COMMANDS = set(get_args(c.Command))
EVENTS = set(get_args(e.Event))


def test_every_command_has_a_rule_and_somebody_who_may_ask() -> None:
    assert set(RULES) == COMMANDS
    assert set(TABLE) == COMMANDS


def test_every_event_has_a_fold_and_its_regions() -> None:
    assert set(FOLDS) == EVENTS
    assert set(REGIONS_OF) == EVENTS


def test_regions_are_named_from_one_list() -> None:
    for kind in EVENTS:
        assert REGIONS_OF[kind] <= set(REGIONS)
    assert touches(e.ListOpened()) == {"status", "list"}


def test_every_event_can_be_stored_by_its_name() -> None:
    assert set(wire.BY_NAME.values()) == EVENTS
