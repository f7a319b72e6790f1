"""What is asked to send a proposal or raise an issue."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.modes.opinion.models import Position
from incidencia.files.forms import AttachmentsField
from incidencia.organizations.speaking import SpeakingAs
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import readable

MOST_FILES = 5


class WordsForm(forms.Form):
    """The words of a submission."""

    title = forms.CharField(
        label=_("Title"), max_length=200, validators=[readable],
        help_text=_("What you ask, in one line."),
    )
    position = forms.ChoiceField(label=_("Your position"), choices=Position.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Your proposal and its reasons"), validators=[readable],
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Blank lines separate paragraphs; **bold** and lists with hyphens work."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)
    attachments = AttachmentsField(label=_("Attachments"), most=MOST_FILES)

    def __init__(self, *args: Any, asked: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].initial = (get_language() or "es")[:2]
        if not asked:
            del self.fields["position"]


class SubmissionForm(SpeakingAs, WordsForm):
    """The words, and in whose name they are written."""


class CorrectForm(WordsForm):
    """The words of the next version; `base` is the number of the one that was read."""

    base = forms.IntegerField(widget=forms.HiddenInput)
    keep = forms.MultipleChoiceField(
        label=_("Files that stay"), required=False, widget=forms.CheckboxSelectMultiple
    )
