"""What is asked to conclude, to assent and to dissent."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.concluding.services import MOST_WORDS, Parts
from consultations.modes.dialogue.opening.forms import SpeakingForm
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField


class InLanguage(SpeakingForm):
    """A form whose words have a language."""

    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "es")[:2]


class ProposeForm(InLanguage):
    """The three parts."""

    exchanged = WordsField(
        rows=5, label=_("What was exchanged"), help_text=_("What was asked and what was answered.")
    )
    agreed = WordsField(
        rows=4, label=_("What was agreed"), help_text=_("If nothing was agreed, write it: “Nothing was agreed.”")
    )
    pending = WordsField(
        rows=4, label=_("What stays open"), help_text=_("If nothing stays open, write it: “Nothing stays open.”")
    )
    field_order = ("speaking_as", "exchanged", "agreed", "pending", "language")

    @property
    def parts(self) -> Parts:
        """What is proposed, once the form is valid."""
        data = self.cleaned_data
        return Parts(data["exchanged"], data["agreed"], data["pending"], data["language"])


class SettleForm(SpeakingForm):
    """In whose name, and which proposal was read."""

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)


class DissentForm(InLanguage):
    """What is not shared."""

    text = WordsField(rows=6, label=_("What you do not share, and why"), help_text=_("At most 200 words. Once."))
    field_order = ("speaking_as", "text", "language")

    def clean_text(self) -> str:
        """At most so many words."""
        text: str = self.cleaned_data["text"]
        if len(text.split()) > MOST_WORDS:
            said = _("This has %(n)s words and the limit is %(most)s. Shorten it.")
            raise forms.ValidationError(said, params={"n": len(text.split()), "most": MOST_WORDS})
        return text
