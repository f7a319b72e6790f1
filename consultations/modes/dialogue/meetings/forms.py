"""What is asked to record a meeting, to correct the record and to remark on it."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField, readable


class MeetingForm(forms.Form):
    """When, where, who, about what, and what was said."""

    held_on = forms.DateField(
        label=_("Day it was held"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    place = forms.CharField(
        label=_("Place or medium"),
        max_length=200,
        validators=[readable],
        help_text=_("An office, a call, a video call."),
    )
    officials = WordsField(
        label=_("Officials present"), max_length=4000, help_text=_("One per line: name, and office.")
    )
    others = WordsField(
        label=_("Other people present"), max_length=4000, help_text=_("One per line: name, and whom they spoke for.")
    )
    subject = forms.CharField(label=_("Subject"), max_length=300, validators=[readable])
    said = WordsField(
        label=_("What was said"), rows=8, help_text=_("What was asked, answered and offered. It is public.")
    )
    reference = forms.CharField(
        label=_("Thread or contribution it was about"), max_length=40, required=False,
        help_text=_("Its reference, such as MEC-2026-014-II-003."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].initial = (get_language() or "es")[:2]


class MeetingCorrectForm(MeetingForm):
    """The next version, and why."""

    base = forms.IntegerField(widget=forms.HiddenInput)
    reason = WordsField(label=_("Why it is corrected"), max_length=1000, help_text=_("Everybody reads it."))


class RemarkForm(forms.Form):
    """What the other side has to add."""

    text = WordsField(label=_("Your remark"), rows=5, help_text=_("It stands below the record, for everybody."))
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].initial = (get_language() or "es")[:2]
