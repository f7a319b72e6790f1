"""The levels that can be worked at, written by hand, and who shows each kind of contribution."""

from collections.abc import Callable

from consultations.levels import Level
from consultations.mode import Mode, Panel
from consultations.modes.deliberation.mode import Deliberation
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person

MODES: dict[Level, Mode] = {
    Level.DELIBERATION: Deliberation(),
}

SHOWN: dict[str, Callable[[Person | None, Contribution], Panel]] = {}
