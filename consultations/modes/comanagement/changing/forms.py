"""What is asked for another date, an end, and to answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.comanagement.proposing.forms import DayField
from incidencia.text.typed import WordsField


class EndForm(forms.Form):
    """Why."""

    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Everybody reads it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class ShiftForm(EndForm):
    """Another date, and why."""

    after = DayField(label=_("New date"))
    field_order = ("after", "reason")


class AnswerForm(forms.Form):
    """Assent, or say why not."""

    assent = forms.ChoiceField(
        label=_("Your answer"), widget=forms.RadioSelect,
        choices=[("yes", _("I assent")), ("no", _("I do not assent"))],
    )  # fmt: skip
    because = WordsField(
        label=_("Why not"),
        max_length=1000,
        required=False,
        help_text=_("Needed only if you do not assent. Everybody reads it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("assent") == "no" and not data.get("because") and "because" not in self.errors:
            self.add_error("because", _("Say why."))
        return data
