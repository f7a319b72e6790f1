"""What is asked to tell an outcome."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.opinion.models import Outcome
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField, readable


class OutcomeForm(forms.Form):
    """Asked, defended, obtained."""

    meeting = forms.CharField(label=_("At which meeting"), max_length=300, validators=[readable])
    result = forms.ChoiceField(label=_("Result"), choices=Outcome.Result.choices, widget=forms.RadioSelect)
    asked = WordsField(label=_("What was asked"), max_length=4000)
    defended = WordsField(label=_("What was defended"), max_length=4000, required=False)
    obtained = WordsField(
        label=_("What was obtained"), max_length=4000, required=False,
        help_text=_("The words of the document, and where they stand."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)
