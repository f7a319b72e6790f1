"""What is asked after a session."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.ids import new_token
from incidencia.text.typed import WordsField
from sessions.core.state import Room
from sessions.forms.room import LANGUAGES
from sessions.forms.statements import fields, items_of


class AnswerForm(forms.Form):
    """The answer that is owed."""

    text = WordsField(
        rows=8, label=_("Answer"),
        help_text=_("It stands under the question, word for word, and can't be changed afterwards."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class StatementForm(forms.Form):
    """A written statement after the session closed; the key makes it once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": new_token()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields |= fields()
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = items_of(room)
