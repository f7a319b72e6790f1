"""The words of taking part: sides with guests, roles by voice and vote, states of an application."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """Where somebody sits. Guests, such as the legislature or an international body, count on neither side (G17)."""

    CIVIL = "civil", _("Civil society")
    PUBLIC = "public", _("Public service")
    GUEST = "guest", _("Guest")


class Role(models.TextChoices):
    """What somebody may do in a session: voice and vote, voice, or neither."""

    MEMBER = "member", _("Member, with voice and vote")
    ADVISER = "adviser", _("Adviser, with voice")
    OBSERVER = "observer", _("Observer")

    @property
    def voice(self) -> bool:
        """Whether the role may ask for the floor."""
        return self is not Role.OBSERVER

    @property
    def vote(self) -> bool:
        """Whether the role takes part in decisions."""
        return self is Role.MEMBER


class ApplicationState(models.TextChoices):
    """Where an application stands; computed, never stored."""

    RECEIVED = "received", _("Received, being assessed")
    ADMITTED = "admitted", _("Admitted")
    DECLINED = "declined", _("Declined")
    APPEALED = "appealed", _("Declined, being assessed again")
    WITHDRAWN = "withdrawn", _("Withdrawn")
