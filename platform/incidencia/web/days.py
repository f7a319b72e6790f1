"""A form field for a day, as calendars of devices write it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from incidencia.web.instants import FIRST, LAST


class DayField(forms.DateField):
    """A day, between the years in which calendars of other programs work."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Read the day; a year that calendars cannot show is refused."""
        day: date | None = super().to_python(value)
        if day is not None and not FIRST <= day.year <= LAST:
            raise ValidationError(
                _("Write a year between %(first)d and %(last)d."), "year", {"first": FIRST, "last": LAST}
            )
        return day
