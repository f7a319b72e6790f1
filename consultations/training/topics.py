"""The seven topics of training (G30), and in which direction it runs (E13)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """Numbered as in the rules."""

    POLICIES = "I", _("Key elements of the design, planning, programming and budgeting of public policies")
    PARTICIPATION = "II", _("Citizen participation")
    SOCIETY = "III", _("Civil society")
    RIGHTS = "IV", _("Policies with a human-rights approach and a gender perspective")
    ACCESS = "V", _("Access to information")
    FILES = "VI", _("Files, transparency, accountability and personal data")
    OBJECT = "VII", _("Topics of the object of the mechanism")


class Direction(models.TextChoices):
    """Who trains whom."""

    TO_SOCIETY = "society", _("Officials train civil society")
    TO_OFFICIALS = "officials", _("Civil society trains officials")
    TO_BOTH = "both", _("Somebody else trains both sides")


class Audience(models.TextChoices):
    """Who may come."""

    MEMBERS = "members", _("Members of this process")
    EVERYBODY = "everybody", _("Everybody")
