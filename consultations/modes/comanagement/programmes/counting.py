"""How far a programme is, counted from its tasks and weights; what is cancelled is left out, and said."""

from dataclasses import dataclass, field
from fractions import Fraction

from consultations.modes.comanagement import progress
from consultations.modes.comanagement.models import Programme, ProgrammeLine, ProgrammeObjective
from consultations.modes.comanagement.queries import Standing, standing, whole
from consultations.modes.comanagement.states import State


@dataclass(slots=True)
class LineCount:
    """A line, its tasks, and the share of it that is done."""

    line: ProgrammeLine
    tasks: list[Standing] = field(default_factory=list)

    @property
    def done(self) -> Fraction:
        """The tasks that are done, by their weights; 0 while it has none."""
        counted = [one for one in self.tasks if one.state is not State.CANCELLED]
        return progress.progress(progress.task(one.task.weight, done=one.state is State.DONE) for one in counted)

    @property
    def percent(self) -> int:
        """The share in whole percent."""
        return percent(self.done)


@dataclass(slots=True)
class ObjectiveCount:
    """An objective, its lines, and the share of it that is done."""

    objective: ProgrammeObjective
    lines: list[LineCount]

    @property
    def done(self) -> Fraction:
        """Its lines, by their weights."""
        return progress.progress(progress.Part(one.line.weight, one.done) for one in self.lines)

    @property
    def percent(self) -> int:
        """The share in whole percent."""
        return percent(self.done)


@dataclass(slots=True)
class ProgrammeCount:
    """A programme as a tree, and the share of it that is done."""

    programme: Programme
    objectives: list[ObjectiveCount]

    @property
    def done(self) -> Fraction:
        """Its objectives, by their weights."""
        return progress.progress(progress.Part(one.objective.weight, one.done) for one in self.objectives)

    @property
    def percent(self) -> int:
        """The share in whole percent."""
        return percent(self.done)

    @property
    def cancelled(self) -> int:
        """How many tasks were cancelled, and so are not counted."""
        rows = [task for one in self.objectives for line in one.lines for task in line.tasks]
        return sum(task.state is State.CANCELLED for task in rows)


def percent(share: Fraction) -> int:
    """Promise a share in whole percent, rounded down: 100 only when all is done."""
    return int(share * 100)


def counted(programme: Programme) -> ProgrammeCount:
    """Promise a programme with all that hangs on it. Seven queries for any size.

    Tasks that only members read count too: what is public of them is that they are done or not.
    """
    rows = programme.objectives.prefetch_related("lines")
    tree = [ObjectiveCount(one, [LineCount(line) for line in one.lines.all()]) for one in rows]
    by_line = {line.line.pk: line for one in tree for line in one.lines}
    for task in whole().filter(line__objective__programme=programme).order_by("due_on", "pk"):
        if task.line_id is not None:
            by_line[task.line_id].tasks.append(standing(task))
    return ProgrammeCount(programme, tree)
