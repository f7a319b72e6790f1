"""Forms of the chat. Lengths are judged by `sessions.chat`, which says why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField, readable


class ChatForm(forms.Form):
    text = WordsField(rows=2, label=_("Message"))


class HideForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=300, validators=[readable],
        help_text=_("Everybody in the chat reads it in the place of the message, whose words are deleted."),
    )  # fmt: skip
