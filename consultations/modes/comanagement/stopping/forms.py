"""What is asked about blocks and disputes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.comanagement.models import WaitsFor
from consultations.modes.comanagement.proposing.forms import DayField
from incidencia.text.typed import WordsField, readable


class _Plain(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class BlockForm(_Plain):
    """Who must act, since when, why."""

    waits_for = forms.ChoiceField(label=_("Who must act"), choices=WaitsFor.choices, widget=forms.RadioSelect)
    whom = forms.CharField(
        label=_("Which person, office or body"), max_length=200, required=False, validators=[readable],
        help_text=_("Needed if it is somebody else."),
    )  # fmt: skip
    since = DayField(label=_("Since when"))
    reason = WordsField(label=_("What keeps it from going on"), max_length=1000, help_text=_("Everybody reads it."))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("waits_for") == WaitsFor.THIRD and not data.get("whom") and "whom" not in self.errors:
            self.add_error("whom", _("Say who that is."))
        return data


class UnblockForm(_Plain):
    """How it can go on."""

    how = WordsField(label=_("How it can go on"), max_length=1000, help_text=_("Everybody reads it."))


class DisputeForm(_Plain):
    """What the leads disagree on."""

    reason = WordsField(
        label=_("What you disagree on"),
        max_length=2000,
        rows=4,
        help_text=_("Everybody reads it, and the next session treats it."),
    )


class SettleForm(_Plain):
    """In which words it is settled."""

    words = WordsField(
        label=_("In which words you settle it"), max_length=2000, rows=4,
        help_text=_("It is settled when both leads send the same words."),
    )  # fmt: skip
