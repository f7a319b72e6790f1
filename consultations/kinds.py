"""The words a call chooses from: type, modality and coverage (G9, G10, G29)."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.levels import Level


class Type(models.TextChoices):
    """The three types of consultation (G9)."""

    ADVICE = "advice", _("Advice")
    EXECUTION = "execution", _("Execution")
    MONITORING = "monitoring", _("Monitoring")

    @property
    def meaning(self) -> Promise:
        """What the type is for, in one sentence."""
        return _MEANINGS[self]

    @property
    def usual_levels(self) -> tuple[Level, ...]:
        """The levels this type opens by default; the call may choose others."""
        return _USUAL_LEVELS[self]


_MEANINGS: dict[Type, Promise] = {
    Type.ADVICE: _("Opinions and information are gathered before a public decision is planned."),
    Type.EXECUTION: _("Civil society takes part in carrying out a policy, programme or project."),
    Type.MONITORING: _("Civil society supervises goals, public resources and the progress of a policy."),
}

_USUAL_LEVELS: dict[Type, tuple[Level, ...]] = {
    Type.ADVICE: (Level.INFORMATION, Level.OPINION, Level.DELIBERATION),
    Type.EXECUTION: (Level.INFORMATION, Level.DELIBERATION, Level.COMANAGEMENT),
    Type.MONITORING: (Level.INFORMATION, Level.DELIBERATION, Level.SURVEILLANCE),
}


class Modality(models.TextChoices):
    """How people take part (G10); hybrid is both."""

    FACE_TO_FACE = "face_to_face", _("Face to face")
    DIGITAL = "digital", _("Digital")
    HYBRID = "hybrid", _("Face to face and digital")


class Coverage(models.TextChoices):
    """How far the consultation reaches (G29)."""

    NATIONAL = "national", _("National")
    STATE = "state", pgettext_lazy("coverage", "State")
    REGIONAL = "regional", _("Regional")
    MUNICIPAL = "municipal", _("Municipal or local")

    @property
    def fewest_states(self) -> int:
        """How many states the call must name at least."""
        return {"national": 0, "regional": 2}.get(self.value, 1)
