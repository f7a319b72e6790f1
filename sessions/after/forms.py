"""What is asked after a session."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField
from sessions.forms.room import LANGUAGES


class AnswerForm(forms.Form):
    """The answer that is owed."""

    text = WordsField(
        rows=8, label=_("Answer"),
        help_text=_("It stands under the question, word for word, and can't be changed afterwards."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
