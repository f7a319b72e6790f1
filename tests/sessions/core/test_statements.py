"""Written statements on paper: who hands one in, until when, and what the record keeps of it."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules.statements import MOST, may_submit, until
from sessions.core.ruleset import Rules
from sessions.core.terms import Role, Via
from sessions.minutes import work as w
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.minutes.paper_desk import Desk

ASK = c.SubmitStatement("Position", "We ask for figures", "en")


def sitting() -> Stage:
    return Stage().at_item()


def test_a_statement_is_kept_with_the_hash_of_its_words() -> None:
    stage = sitting()
    (made,) = stage.ask(BRUNO, c.SubmitStatement("  Position ", " Línea 1\nLínea 2 ", "es", "i3"))
    assert isinstance(made, e.WrittenStatementReceived)
    assert (made.statement, made.seat, made.item, made.title) == ("w1", BRUNO, "i3", "Position")
    assert made.sha256 == sha256("Position\n\nLínea 1\nLínea 2".encode()).hexdigest()
    assert stage.room.statements[0].at == stage.now


def test_it_is_handed_in_between_items_in_a_recess_and_by_telephone() -> None:
    stage = Stage().opened()
    stage.ask(BRUNO, ASK)
    stage.comes(GAEL, Via.PHONE)
    stage.ask(DORA, c.Suspend("Coffee"))
    stage.ask(ALBA, ASK, on_behalf_of=GAEL, via=Via.PHONE)
    assert [s.seat for s in stage.room.statements] == [BRUNO, GAEL]


@pytest.mark.parametrize("role", list(Role))
def test_observers_hand_in_statements_only_where_the_rules_say_so(role: Role) -> None:
    member = role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER)
    assert may_submit(role, Rules()) is member
    assert may_submit(role, Rules(observers_submit=True)) is (member or role is Role.OBSERVER)


def test_an_observer_hands_one_in_where_the_rules_let_it() -> None:
    stage = Stage(observers_submit=True).at_item()
    stage.ask(FATIMA, ASK)
    assert stage.room.statements[0].seat == FATIMA


def closed() -> Stage:
    stage = sitting()
    stage.ask(DORA, c.CloseSession())
    return stage


def full() -> Stage:
    stage = sitting()
    for n in range(MOST):
        stage.ask(BRUNO, c.SubmitStatement("Position", f"Number {n}"))
    return stage


def said() -> Stage:
    stage = sitting()
    stage.ask(BRUNO, ASK)
    return stage


VIOLATED: list[tuple[Callable[[], Stage], str, c.SubmitStatement, Code]] = [
    (sitting, FATIMA, ASK, Code.NOT_YOURS),
    (sitting, ALBA, ASK, Code.NOT_YOURS),
    (sitting, "99", ASK, Code.NOT_ADMITTED),
    (sitting, BRUNO, c.SubmitStatement("", "Words"), Code.TEXT_NEEDED),
    (sitting, BRUNO, c.SubmitStatement("Title", " \n"), Code.TEXT_NEEDED),
    (sitting, BRUNO, c.SubmitStatement("x" * 301, "Words"), Code.TOO_LONG),
    (sitting, BRUNO, c.SubmitStatement("Title", "x" * 20_001), Code.TOO_LONG),
    (sitting, BRUNO, c.SubmitStatement("Title", "Words", "es", "i99"), Code.UNKNOWN_ITEM),
    (said, BRUNO, ASK, Code.STATEMENT_THERE),
    (full, BRUNO, ASK, Code.TOO_MANY_STATEMENTS),
    (closed, BRUNO, ASK, Code.WRONG_PHASE),
    (lambda: Stage().lobby(), BRUNO, ASK, Code.WRONG_PHASE),
]


@pytest.mark.parametrize(("start", "by", "command", "code"), VIOLATED)
def test_what_lacks_a_condition_is_refused_and_changes_nothing(
    start: Callable[[], Stage], by: str, command: c.SubmitStatement, code: Code
) -> None:
    assert refused(start(), by, command) is code


# --- After closing ---------------------------------------------------------------------------------------
LATE = w.SendStatement("Position", "We ask for figures", "en")


def after(hours: float) -> Desk:
    """The next act comes so many hours after closing."""
    desk = Desk()
    assert desk.document.times.closed is not None
    desk.now = desk.document.times.closed + timedelta(hours=hours, minutes=-1)
    return desk


def test_the_seal_does_not_cut_the_hours_short() -> None:
    desk = after(2)
    desk.ask(BRUNO, LATE)
    (received,) = desk.work.received
    assert (received.by, received.title, received.at) == (BRUNO, "Position", desk.now)
    assert desk.document.times.closed is not None
    assert until(desk.document.times.closed, Rules()) == desk.now


def test_the_hours_are_those_of_the_rules() -> None:
    assert until(NINE, Rules(statement_hours=24)) - NINE == timedelta(days=1)


def _code(desk: Desk, by: str, command: w.Command) -> w.Code:
    before = desk.work
    with pytest.raises(w.Refused) as caught:
        desk.ask(by, command)
    assert desk.work == before
    return caught.value.code


@pytest.mark.parametrize(
    ("hours", "by", "command", "code"),
    [
        (2.001, BRUNO, LATE, w.Code.TERM_OVER),
        (1, "99", LATE, w.Code.NOT_ADMITTED),
        (1, FATIMA, LATE, w.Code.STATEMENT_NOT_YOURS),
        (1, BRUNO, w.SendStatement(" ", "Words"), w.Code.TEXT_NEEDED),
        (1, BRUNO, w.SendStatement("Title", ""), w.Code.TEXT_NEEDED),
        (1, BRUNO, w.SendStatement("x" * 301, "Words"), w.Code.TOO_LONG),
        (1, BRUNO, w.SendStatement("Title", "x" * 20_001), w.Code.TOO_LONG),
        (1, BRUNO, w.SendStatement("Title", "Words", "es", "i99"), w.Code.UNKNOWN_ITEM),
    ],
)
def test_after_closing_too_each_condition_is_tried(hours: float, by: str, command: w.Command, code: w.Code) -> None:
    assert _code(after(hours), by, command) is code


def test_after_closing_too_each_statement_is_received_once_and_not_too_many() -> None:
    desk = after(1)
    desk.ask(BRUNO, LATE)
    assert _code(desk, BRUNO, LATE) is w.Code.STATEMENT_THERE
    for n in range(MOST - 1):
        desk.ask(BRUNO, w.SendStatement("Position", f"Number {n}"))
    assert _code(desk, BRUNO, w.SendStatement("One", "more")) is w.Code.TOO_MANY_STATEMENTS
    desk.ask(ELIAS, LATE)
