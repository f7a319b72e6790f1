"""What is asked to ask for an opinion, to forward or decline it, and to record it."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.experts.services import MOST_DAYS, MOST_FILES
from incidencia.files.forms import AttachmentsField
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField, readable


class AskForm(forms.Form):
    """Of whom, what, and in how many business days."""

    of_whom = forms.CharField(
        label=_("Whose opinion"), max_length=300, validators=[readable],
        help_text=_("A name, an office or a field: “who keeps the register of medicines”."),
    )  # fmt: skip
    question = WordsField(label=_("What is asked"), rows=4, max_length=4000)
    days = forms.IntegerField(label=_("Business days to give it"), min_value=1, max_value=MOST_DAYS, initial=10)
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].initial = (get_language() or "es")[:2]


class ForwardForm(forms.Form):
    """To which account, if there is one."""

    email = forms.EmailField(
        label=_("E-mail of the account of whoever is asked"), required=False,
        help_text=_("Whoever has an account records it; without one an official does when it arrives."),
    )  # fmt: skip


class DeclineForm(forms.Form):
    """Why it is not forwarded."""

    reason = WordsField(label=_("Why it is not forwarded"), max_length=1000, help_text=_("Everybody reads it."))


class RecordForm(forms.Form):
    """The opinion, whose it is, and its files."""

    given_by = forms.CharField(
        label=_("Whose opinion it is"),
        max_length=300,
        validators=[readable],
        help_text=_("Name, and office or field."),
    )
    text = WordsField(label=_("The opinion"), rows=8)
    attachments = AttachmentsField(label=_("Attachments"), most=MOST_FILES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
