"""The two sides of every consultation (G15)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """Which side a member sits on. Guests sit on neither."""

    CIVIL = "civil", _("Civil society")
    PUBLIC = "public", _("Public service")
