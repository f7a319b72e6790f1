"""The six levels of incidence, in order, and what the authority is obliged to do at each (G11).

They are degrees, not steps in time: a consultation chooses several and each keeps its own promise.
"""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """The levels by their Roman numeral, as the rule book numbers them (G11.I to G11.VI)."""

    INFORMATION = "I", _("Information")
    DIALOGUE = "II", _("Dialogue")
    OPINION = "III", _("Opinion")
    DELIBERATION = "IV", _("Deliberation")
    COMANAGEMENT = "V", _("Co-management")
    SURVEILLANCE = "VI", _("Surveillance")

    @property
    def number(self) -> int:
        """The place in the order, from 1 to 6."""
        return list(Level).index(self) + 1

    @property
    def offer(self) -> Promise:
        """What a person can do here."""
        return _OFFERS[self]

    @property
    def duty(self) -> Promise:
        """What the authority is obliged to do here, unless the call binds it to more."""
        return _DUTIES[self]

    @property
    def next(self) -> "Level | None":
        """The level that asks more of the authority; None after the sixth."""
        return None if self is Level.SURVEILLANCE else list(Level)[self.number]


_OFFERS: dict[Level, Promise] = {
    Level.INFORMATION: _("Read what the authority knows about the question, and hear when it changes."),
    Level.DIALOGUE: _("Ask, tell and exchange with the officials in charge, in both directions."),
    Level.OPINION: _("Send proposals on the questions that the authority asks."),
    Level.DELIBERATION: _("Discuss decisions together in sessions, adopt agreements and state reservations."),
    Level.COMANAGEMENT: _("Carry out agreed tasks together with the authority."),
    Level.SURVEILLANCE: _("Check with evidence whether what was decided is being done."),
}

_DUTIES: dict[Level, Promise] = {
    Level.INFORMATION: _("Publish complete, clear and timely information, and say what changed and why."),
    Level.DIALOGUE: _("Answer in public, by a named official, and leave a written conclusion."),
    Level.OPINION: _("Give every proposal a detailed answer with its reasons, one by one."),
    Level.DELIBERATION: _(
        "Discuss with the members before deciding, record agreements and dissent, and publish the minutes."
    ),
    Level.COMANAGEMENT: _("Do its part of every shared task, with a responsible person and a date."),
    Level.SURVEILLANCE: _("Hand over what is needed to check, reply to every finding, and correct what is missing."),
}
