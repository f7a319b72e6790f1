"""What is asked of whoever publishes a closed day, and of whoever recounts a term."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST = 500  # business days of a term that is recounted
FIRST, LAST = 1900, 2199  # years; beyond them calendars fail


class DayField(forms.DateField):
    """A day, of a year that calendars know."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def to_python(self, value: Any) -> date | None:
        """Refuse years that nobody means."""
        day = super().to_python(value)
        if day is not None and not FIRST <= day.year <= LAST:
            raise forms.ValidationError(
                _("Write a year between %(first)d and %(last)d."), "year", {"first": FIRST, "last": LAST}
            )
        return day


class CloseForm(forms.Form):
    """Days on which the agency is closed."""

    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day"), required=False, help_text=_("Empty: that day alone."))
    ground = forms.CharField(label=_("Ground"), max_length=250, help_text=_("Why it is closed: holidays, inventory."))
    gazette = forms.CharField(
        label=_("Where it was published"), max_length=250,
        help_text=_("Gazette and date, or the address of the notice."),
    )  # fmt: skip


class WithdrawForm(forms.Form):
    """Why a day is taken back."""

    reason = forms.CharField(label=_("Reason"), max_length=250, help_text=_("Everybody can read it."))


class RecountForm(forms.Form):
    """A term to recount."""

    starts_on = DayField(label=_("From the day"))
    days = forms.IntegerField(label=_("Business days"), min_value=1, max_value=MOST)
