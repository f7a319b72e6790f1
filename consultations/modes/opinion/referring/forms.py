"""What is asked to refer and to give back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from consultations.modes.opinion.answering.handling import MOST_DAYS
from consultations.modes.opinion.referring.queries import agencies_for
from incidencia.organizations.models import Agency
from incidencia.text.typed import WordsField, readable


class ReferForm(forms.Form):
    """To whom, why, and for how many business days."""

    agency = forms.ModelChoiceField(
        queryset=Agency.objects.none(), label=_("Agency"), required=False, empty_label=_("This agency"),
        help_text=_("Another agency answers it itself; a unit of this one works on it and this agency answers."),
    )  # fmt: skip
    unit = forms.CharField(label=_("Unit"), max_length=200, validators=[readable])
    reason = WordsField(label=_("Why it is competent"), max_length=1000, help_text=_("Everybody reads it."))
    days = forms.IntegerField(
        label=_("Business days to answer or give it back"), min_value=1, max_value=MOST_DAYS, initial=10
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        chosen: Any = self.fields["agency"]
        chosen.queryset = agencies_for(consultation)
        if not chosen.queryset.exists():
            chosen.widget = forms.HiddenInput()


class ReturnForm(forms.Form):
    """Why it comes back."""

    reason = WordsField(label=_("Why it comes back"), max_length=1000, help_text=_("Everybody reads it."))
