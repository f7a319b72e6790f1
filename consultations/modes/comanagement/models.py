"""The tables of level V."""

from consultations.modes.comanagement.tables.acts import (
    ResultKey,
    Settlement,
    TaskBlock,
    TaskDispute,
    TaskEvidence,
    TaskNote,
    TaskResult,
    WaitsFor,
)
from consultations.modes.comanagement.tables.programmes import (
    Programme,
    ProgrammeKind,
    ProgrammeLine,
    ProgrammeObjective,
    ProgrammeReview,
)
from consultations.modes.comanagement.tables.tasks import Deliverable, Task, TaskLead, TaskShift

__all__ = [
    "Deliverable", "Programme", "ProgrammeKind", "ProgrammeLine", "ProgrammeObjective", "ProgrammeReview",
    "ResultKey", "Settlement", "Task", "TaskBlock", "TaskDispute", "TaskEvidence", "TaskLead", "TaskNote",
    "TaskResult", "TaskShift", "WaitsFor",
]  # fmt: skip
