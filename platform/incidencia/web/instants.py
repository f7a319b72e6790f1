"""A form field for an instant, typed on the clocks of a zone."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST, LAST = 1900, 2199  # years; beyond them clocks and calendars of other programs fail


class InstantField(forms.DateTimeField):
    """A date and time typed on the clocks of `zone`; its value is an instant."""

    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})

    def __init__(self, *, zone: str = "UTC", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.zone = zone

    def prepare_value(self, value: Any) -> Any:
        """Show an instant on the clocks of the zone; what was typed stays as typed."""
        if isinstance(value, datetime) and timezone.is_aware(value):
            return value.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        return value

    def to_python(self, value: Any) -> datetime | None:
        """Read the clocks of the zone; an hour that a change of clocks skips is refused."""
        with timezone.override(self.zone):
            instant: datetime | None = super().to_python(value)
        if instant is not None and not FIRST <= instant.year <= LAST:
            raise ValidationError(
                _("Write a year between %(first)d and %(last)d."), "year", {"first": FIRST, "last": LAST}
            )
        return instant
