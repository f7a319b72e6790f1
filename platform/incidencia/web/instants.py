"""A form field for an instant, typed on the clocks of a zone."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone


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
            return super().to_python(value)
