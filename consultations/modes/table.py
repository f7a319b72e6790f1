"""The levels that can be worked at, written by hand, and who shows each kind of contribution."""

from collections.abc import Callable

from consultations.levels import Level
from consultations.mode import Mode, Panel
from consultations.modes.comanagement import shown as comanagement
from consultations.modes.comanagement.mode import Comanagement
from consultations.modes.deliberation.mode import Deliberation
from consultations.modes.dialogue import shown as dialogue
from consultations.modes.dialogue.mode import Dialogue
from consultations.modes.information.mode import Information
from consultations.modes.opinion import shown
from consultations.modes.opinion.mode import Opinion
from consultations.modes.surveillance import shown as surveillance
from consultations.modes.surveillance.mode import Surveillance
from consultations.spine.models import Contribution, Kind
from incidencia.accounts.models import Person

MODES: dict[Level, Mode] = {
    Level.INFORMATION: Information(),
    Level.DIALOGUE: Dialogue(),
    Level.OPINION: Opinion(),
    Level.DELIBERATION: Deliberation(),
    Level.COMANAGEMENT: Comanagement(),
    Level.SURVEILLANCE: Surveillance(),
}

SHOWN: dict[str, Callable[[Person | None, Contribution], Panel]] = {
    Kind.SUBMISSION: shown.submission,
    Kind.ISSUE: shown.submission,
    Kind.THREAD: dialogue.thread,
    Kind.TASK: comanagement.task,
    Kind.CHECKLIST: surveillance.checklist,
}
