"""The nine parts of the operating rules, in their order (G25)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """One part; its number is its place."""

    GENERAL = "general", _("General provisions")
    INTEGRATION = "integration", _("Integration")
    STRUCTURE = "structure", _("Structure")
    FUNCTIONS = "functions", _("Functions and activities")
    RESPONSIBILITIES = "responsibilities", _("Responsibilities")
    SESSIONS = "sessions", _("Frequency of sessions")
    PROGRAMME = "programme", _("Work programme")
    EVALUATION = "evaluation", _("Monitoring and evaluation")
    TRANSPARENCY = "transparency", _("Transparency and accountability")

    @property
    def number(self) -> int:
        """Its place, from 1 to 9."""
        return list(Part).index(self) + 1


ASKED = {
    Part.GENERAL: _("Object, legal basis, to whom the rules apply, what words mean."),
    Part.INTEGRATION: _("Who takes part on each side, how they join, for how long, how they are renewed and leave."),
    Part.STRUCTURE: _("Chair, secretariat, groups, and how each is chosen."),
    Part.FUNCTIONS: _("What the mechanism does, and which activities it carries out."),
    Part.RESPONSIBILITIES: _("What each member, the chair and the secretariat answer for."),
    Part.SESSIONS: _("How often sessions are held, how they are called, the quorum, how it is decided."),
    Part.PROGRAMME: _("How the work programme is made, approved and changed."),
    Part.EVALUATION: _("How progress is followed and the work evaluated, and when."),
    Part.TRANSPARENCY: _("What is published, where, when; how personal data are protected."),
}
