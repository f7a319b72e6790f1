"""The work on minutes, played on paper."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.minutes import work as w
from sessions.minutes.document import Minutes
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, GAEL, Stage
from tests.sessions.minutes.paper import agreed, closed, minutes_of, spoken


def meeting(**rules: object) -> Minutes:
    """Bruno spoke (t1), Gael spoke without a summary (t2), one agreement; item i3 ended with an outcome."""
    stage = Stage(**rules).listing()
    spoken(stage, BRUNO, "We ask for time")
    spoken(stage, GAEL)
    agreed(stage)
    stage.ask(DORA, c.ConcludeItem("Everybody agreed"))
    return minutes_of(closed(stage))


class Desk:
    """Plays the work on minutes on paper."""

    def __init__(self, document: Minutes | None = None, *, final: bool = True, days: int = 5) -> None:
        self.document = document or meeting()
        self.work = w.Work()
        self.entries: list[w.Entry] = []
        self.now = self.document.times.closed or self.document.times.convened
        self.final, self.days = final, days

    def ask(self, by: str, command: w.Command) -> w.Event:
        self.now += timedelta(minutes=1)
        role = CAST[by][1] if by in CAST else None
        known = w.Known(self.now, role, self.final, self.now + timedelta(days=self.days), self.days)
        event = w.decide(self.document, self.work, w.Act(by, f"k{len(self.entries)}", command), known)
        self.entries.append(w.Entry(len(self.entries) + 1, self.now, by, event))
        self.work = w.evolve(self.work, self.entries[-1])
        return event

    def refused(self, by: str, command: w.Command) -> w.Code:
        with pytest.raises(w.Refused) as raised:
            self.ask(by, command)
        return raised.value.code

    def circulated(self) -> "Desk":
        self.ask(ALBA, w.Circulate())
        return self

    def approved(self) -> "Desk":
        self.circulated()
        self.now += timedelta(days=self.days)
        self.ask(DORA, w.ApproveMinutes())
        return self

    def published(self) -> "Desk":
        self.approved().ask(ALBA, w.PublishMinutes())
        return self
