"""Long meetings in which people do what the room allows: each command is taken somewhere, and nothing breaks.

A random meeting mostly asks what is refused. Here the rules are asked first (`decide` writes nothing), and of what
they allow, what was done least is done: so a meeting goes deep. One act in four is anything at all.
"""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis.stateful import INVARIANT_MARKER

from sessions.core import commands as c
from sessions.core.decide import RULES, decide
from sessions.core.refusals import Refused
from sessions.core.terms import Choice, Effect, Method, MotionKind, Phase, TextKind, Via
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, GAEL, NINE
from tests.sessions.core.test_any_meeting import ASKED, BEFORE, NOT_YET, VERA, AnyMeeting
from tests.sessions.test_flags import SAMPLES

OVER = (Phase.CANCELLED, Phase.NOT_HELD, Phase.SEALED)
Step = int | c.Command | tuple[str, c.Command]  # seconds; what whoever presides asks; who asks for what
BEGINNINGS: tuple[tuple[str, tuple[Step, ...]], ...] = (
    ("convened", ((ALBA, c.OpenLobby()),)), ("opened", ()), ("lobby", (3601, c.OpenSession())), ("opened", ()),
    ("convened", ((ALBA, c.Reschedule(NINE + timedelta(days=1), "Flood")), (ALBA, c.Cancel("Flood")))),
    ("lobby", (*((seat, c.Leave()) for seat in (BRUNO, ELIAS, GAEL)), 3601, c.RecordNotHeld("Nobody came"))),
)  # fmt: skip
WORDS, PUT, HANDS = c.ProposeAdoption("Words", Effect.BINDS), c.PutToVote("So?", Method.SHOW), c.CountHall(1, 0, 0)
VOTES = tuple((seat, c.CastVote(Choice.FOR)) for seat in (DORA, BRUNO, ELIAS))
DECIDED = (*VOTES, c.CloseVote(), c.DeclareResult(True))
CLOSURE = c.MoveProcedural(MotionKind.CLOSURE, "Enough")
ON_PAPER = c.RecordPaperAgreement("Slip", Effect.BINDS, cut_off=(GAEL,))
PLACE = c.PlaceBracket("x1.1", 1, "", ("one", "two"), (BRUNO,))
IN_THE_HALL = c.Admit(GAEL, CAST[GAEL][0], "", *CAST[GAEL][1:3], "", True, False, Via.HALL)
LEAST, MOST, ACTS = 12, 48, 260  # meetings, and acts in each
WAYS = (*SAMPLES, *ASKED, *BEFORE)
INVARIANTS = [one for name in dir(AnyMeeting) if hasattr(one := getattr(AnyMeeting, name), INVARIANT_MARKER)]


class Walk:
    """Meetings one after the other, by one seed; `taken` counts what the rooms took."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.taken: Counter[type] = Counter()
        self.refused = 0

    def meeting(self, begun: str, first: tuple[Step, ...]) -> None:
        meeting = AnyMeeting()
        meeting.it_begins(begun)
        self.does(meeting, first)
        for n in range(ACTS):
            if meeting.stage.room.phase in OVER:
                break
            self.time_passes(meeting)
            self.one_act(meeting)
            if n % 40 == 39:
                holds(meeting)
        holds(meeting)

    def time_passes(self, meeting: AnyMeeting) -> None:
        chance, stage = self.chance, meeting.stage
        stage.wait(chance.choice((0, 1800)) if stage.room.phase in NOT_YET else chance.choice((0, 0, 1, 3, 20, 41)))
        if chance.random() < 0.1:
            stage.lost = {seat for seat in CAST if chance.random() < 0.2}
        if chance.random() < 0.15:
            meeting.the_room_takes_up_its_work()
        if chance.random() < 0.05:
            meeting.the_room_takes_up_its_work()
            self.a_few_acts_that_belong_together(meeting)
        if chance.random() < 0.1:
            meeting.try_(GAEL, c.Leave())
            meeting.try_(ALBA, replace(IN_THE_HALL, provisional=chance.random() < 0.5))

    def one_act(self, meeting: AnyMeeting) -> None:
        if self.chance.random() < 0.25:
            self.asks(meeting, self.anybody(), self.chance.choice((*ASKED, *BEFORE)))
            return
        found = [x for way in self.chance.sample(WAYS, 24) if (x := self.possible(meeting, way)) is not None]
        if found:
            self.asks(meeting, *min(found, key=lambda x: self.taken[type(x[1])]))

    def a_few_acts_that_belong_together(self, meeting: AnyMeeting) -> None:
        """What chance alone hardly ever brings together; each step is refused where it does not fit."""
        stage = meeting.stage
        motion, agreement, first, second = (
            f"{kind}{stage.room.made.get(kind, 0) + n}" for kind, n in (("m", 1), ("A", 1), ("q", 1), ("q", 2))
        )  # fmt: skip
        reopen = replace(PUT, motion=motion)
        self.does(meeting, self.chance.choice((
            (WORDS, 41, WORDS, 41, (BRUNO, c.MoveReconsider("A1", "News")), reopen, *DECIDED, WORDS, 41,
             c.SupersedeAgreement("A1", "A2"), c.SupersedeAgreement("A1", "A3")),
            (c.PresentText(TextKind.CHAIR, "Text", ("One two.",)), PLACE, c.MergeAlternatives("x1.b1", 1, 2, "both")),
            (WORDS, (BRUNO, c.Object("No")), (BRUNO, c.WithdrawObjection()), (ELIAS, c.StandAside())),
            (PUT, *DECIDED), (PUT, c.WithdrawVote("Anew")),
            ((BRUNO, CLOSURE), (BRUNO, c.Leave()), c.LapseMotion("Left")),
            (ON_PAPER, (GAEL, c.ObjectLate(agreement, "Cut off"))),
            ((GAEL, c.Leave()), (ALBA, IN_THE_HALL), PUT, (ALBA, HANDS), (ELIAS, HANDS), c.CloseVote(),
             (BRUNO, c.RequestRecount("Miscounted")), c.CloseVote(), c.DeclareResult(False)),
            ((BRUNO, c.AskQuestion("When?")), (GAEL, c.AskQuestion("Till when?")), c.ApproveQuestion(first),
             (ELIAS, c.SupportQuestion(first)), (ELIAS, c.WithdrawSupport(first)), c.MergeQuestion(second, first)),
        )))  # fmt: skip

    def does(self, meeting: AnyMeeting, steps: tuple[Step, ...]) -> None:
        for step in steps:
            if isinstance(step, int):
                meeting.stage.wait(step)
            else:
                who = step if isinstance(step, tuple) else (meeting.stage.room.presiding or DORA, step)
                self.asks(meeting, *who)

    def anybody(self) -> str:
        return self.chance.choice((*CAST, VERA))

    def possible(self, meeting: AnyMeeting, way: str | c.Command) -> tuple[str, c.Command] | None:
        """What this control or this command would be now, and from whom, if the room would take it."""
        stage, seat = meeting.stage, self.anybody()
        command = SAMPLES[way](stage.room, seat) if isinstance(way, str) else way
        if command is None:
            return None
        by = meeting.whose(command, seat)
        try:
            decide(stage.room, c.Act(by, "probe", command), stage.facts(), stage.cast[by][1])
        except Refused:
            return None
        return by, command

    def asks(self, meeting: AnyMeeting, by: str, command: c.Command) -> None:
        try:
            meeting.stage.ask(by, command)
        except Refused:
            self.refused += 1
        else:
            self.taken[type(command)] += 1


def holds(meeting: AnyMeeting) -> None:
    """Every invariant of a random meeting."""
    for one in INVARIANTS:
        one(meeting)


def test_in_long_meetings_every_command_is_taken_and_nothing_breaks() -> None:
    walk, never = Walk(seed=1), set(RULES)
    for n in range(MOST):
        if n >= LEAST and not never:
            break
        walk.meeting(*BEGINNINGS[n % len(BEGINNINGS)])
        never = set(RULES) - set(walk.taken) - {c.Convene}  # every meeting is convened
    assert walk.refused > 500
    assert not never, (
        f"In {MOST} long meetings no room ever took {', '.join(sorted(kind.__name__ for kind in never))}. For each"
        " see that SAMPLES in tests/sessions/test_flags.py (or ASKED in tests/sessions/core/test_any_meeting.py) has"
        " one that a room takes; if it needs others before it, add a line to `a_few_acts_that_belong_together` in"
        " tests/sessions/core/test_long_meetings.py."
    )
