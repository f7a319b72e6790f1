"""Forms of the work on minutes. Lengths and reasons are judged by `work.decide`, which says why."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from incidencia.ids import new_token

NO_WORDS = {"required": _("The words are missing. Write them and send again.")}
NO_REASON = {"required": _("The reason is missing. Say in a line why the words change.")}
LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]


class ActForm(forms.Form):
    """An act with its key: sent twice, it is done once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": new_token(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


class SeenForm(ActForm):
    """An act on words as the asker had them before their eyes."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def seen(self, base: int) -> None:
        """Send the next time as somebody who has read the present words."""
        self.data = {**{name: self.data.get(name) for name in self.data}, "base": str(base)}


class WordingForm(SeenForm):
    text = forms.CharField(
        label=_("Text"), error_messages=NO_WORDS, widget=forms.Textarea(attrs={"rows": 8, "class": "serif"})
    )
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)
    reason = forms.CharField(
        label=_("Why the words change"), error_messages=NO_REASON, help_text=_("It is published with the minutes."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class ContestForm(SeenForm):
    words = forms.CharField(
        label=_("What you said"), error_messages=NO_WORDS, widget=forms.Textarea(attrs={"rows": 6, "class": "serif"}),
        help_text=_("Your words stand beside the statement and are published with it."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)


class ReplyForm(ActForm):
    ACCEPT, DISPUTE = "accept", "dispute"
    answer = forms.ChoiceField(
        label=_("Your answer to the minutes as a whole"), widget=forms.RadioSelect,
        choices=[(ACCEPT, _("I approve these minutes")), (DISPUTE, _("I object to these minutes"))],
        error_messages={"required": _("Choose one of the two answers.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("What you object to"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only if you object. It is published with the minutes."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)


def spoken(language: str | None) -> str:
    """The language to offer first: the one of the page."""
    return (language or settings.LANGUAGE_CODE).split("-")[0]
