"""The words of a group: what it is, who reads it, how one joins."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a group is."""

    WORKING = "working", _("Working group")
    CAUCUS = "caucus", _("Caucus of one side")
    COMMITTEE = "committee", _("Committee")


class Readers(models.TextChoices):
    """Who reads what a group does. It is chosen once: what was said in confidence is not opened later."""

    GROUP = "group", _("Its own members alone")
    MEMBERS = "members", _("All members of the process")
    EVERYBODY = "everybody", _("Everybody")


class Joining(models.TextChoices):
    """How one joins a group."""

    ASKING = "asking", _("By asking: its coordination decides")
    OPEN = "open", _("Openly: whoever may join does")
    INVITATION = "invitation", _("By invitation of its coordination")


class Audience(models.TextChoices):
    """Who reads a report that a group publishes."""

    MEMBERS = "members", _("All members of the process")
    EVERYBODY = "everybody", _("Everybody")
