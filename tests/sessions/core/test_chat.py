"""The chat on paper: the desk opens and closes it; what is written in it is in no log."""

from collections.abc import Callable

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules.chat import is_open
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, Stage
from tests.sessions.core.test_meeting import refused


def opened() -> Stage:
    stage = Stage().opened()
    stage.ask(ALBA, c.OpenChat())
    return stage


def test_the_desk_opens_it_and_it_ends_with_the_session() -> None:
    stage = Stage().lobby()
    assert stage.ask(ALBA, c.OpenChat()) == (e.ChatOpened(),)
    assert is_open(stage.room)
    stage.ask(DORA, c.OpenSession())
    stage.ask(DORA, c.CloseChat())
    assert not is_open(stage.room)
    stage.ask(DORA, c.OpenChat())
    stage.ask(DORA, c.CloseSession())
    assert not is_open(stage.room)


def test_no_event_of_the_chat_holds_a_word() -> None:
    assert [kind.__slots__ for kind in (e.ChatOpened, e.ChatClosed)] == [(), ()]  # type: ignore[attr-defined]


def over() -> Stage:
    stage = opened()
    stage.ask(DORA, c.CloseSession())
    return stage


VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [
    (opened, ALBA, c.OpenChat(), Code.CHAT_OPEN),
    (lambda: Stage().opened(), ALBA, c.CloseChat(), Code.CHAT_CLOSED),
    (lambda: Stage().convened(), ALBA, c.OpenChat(), Code.WRONG_PHASE),
    (over, DORA, c.OpenChat(), Code.WRONG_PHASE),
    (over, DORA, c.CloseChat(), Code.WRONG_PHASE),
    *((opened, who, c.CloseChat(), Code.NOT_YOURS) for who in (BRUNO, ELIAS, FATIMA)),
    *((lambda: Stage().opened(), who, c.OpenChat(), Code.NOT_YOURS) for who in (BRUNO, ELIAS, FATIMA)),
]


@pytest.mark.parametrize(("start", "by", "command", "code"), VIOLATED)
def test_what_lacks_a_condition_is_refused(
    start: Callable[[], Stage], by: str, command: c.Command, code: Code
) -> None:
    assert refused(start(), by, command) is code
