"""Whatever is done on the floor, in any order, by people who ask for what is there: turns, replies, time by side."""

import contextlib

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from sessions.core import commands as c
from sessions.core.refusals import Refused
from sessions.core.terms import Side
from tests.sessions.core.stage import BRUNO, DORA, ELIAS, GAEL, Stage

MEMBERS = st.sampled_from([BRUNO, ELIAS, GAEL])
NUMBER = st.integers(0, 9)


class AnyFloor(RuleBasedStateMachine):
    """An item is open and so is its list."""

    @initialize()
    def the_list_is_open(self) -> None:
        self.stage = Stage(budgets=True, objection_seconds=40).at_item()
        self.stage.ask(DORA, c.OpenList())

    def try_(self, by: str, command: c.Command) -> None:
        with contextlib.suppress(Refused):
            self.stage.ask(by, command)

    @rule(by=MEMBERS, back=st.booleans())
    def somebody_asks_or_withdraws(self, by: str, back: bool) -> None:
        self.try_(by, c.WithdrawRequest() if back else c.RequestFloor())

    @rule(seconds=st.integers(5, 90), silent=st.booleans())
    def the_next_one_speaks(self, seconds: int, silent: bool) -> None:
        self.try_(DORA, c.GiveFloor("", "So the chair decides"))
        self.stage.wait(seconds)
        self.try_(DORA, c.SetAside() if silent else c.EndSpeech())

    @rule(by=MEMBERS, n=NUMBER, granted=st.booleans(), ruled=st.booleans())
    def somebody_asks_to_reply(self, by: str, n: int, granted: bool, ruled: bool) -> None:
        turns = self.stage.room.turns
        if not turns:
            return
        self.try_(by, c.AskReply(turns[n % len(turns)].id, "I was named"))
        asked = self.stage.room.replies[-1].id if self.stage.room.replies else ""
        if ruled:
            self.try_(DORA, c.GrantReply(asked) if granted else c.RefuseReply(asked, "Not named"))

    @rule()
    def a_reply_is_given(self) -> None:
        self.try_(DORA, c.GiveReply())

    @rule(by=MEMBERS, side=st.sampled_from([Side.CIVIL, Side.PUBLIC]), minutes=st.sampled_from([0, 1, 30]))
    def time_by_side_is_set(self, by: str, side: Side, minutes: int) -> None:
        self.try_(DORA, c.SetBudget(self.stage.room.current, side, minutes))

    @rule(by=MEMBERS)
    def somebody_leaves_and_comes_back(self, by: str) -> None:
        self.try_(by, c.Leave())
        self.stage.admit(by)

    @rule(seconds=st.integers(1, 200))
    def time_passes(self, seconds: int) -> None:
        self.stage.wait(seconds)
