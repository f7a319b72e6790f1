"""What is asked to draft, publish and review a programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.comanagement.models import ProgrammeKind
from consultations.modes.comanagement.proposing.forms import DayField
from consultations.modes.comanagement.tables.programmes import HEAVIEST
from incidencia.text.typed import WordsField, readable


class _Plain(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class ProgrammeForm(_Plain):
    """Title and period."""

    title_es = forms.CharField(label=_("Title in Spanish"), max_length=200, required=False, validators=[readable])
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False, validators=[readable])
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("title_es") or data.get("title_en")) and not {"title_es", "title_en"} & set(self.errors):
            self.add_error("title_es", _("Write the title in at least one language."))
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_on", _("It ends before it begins."))
        return data


class NewProgrammeForm(ProgrammeForm):
    """Which of the two programmes it is; afterwards that stays."""

    kind = forms.ChoiceField(
        label=_("Which programme"),
        choices=ProgrammeKind.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "The development programme strengthens the process; the work programme holds its activities (G14)."
        ),
    )
    field_order = ("kind", "title_es", "title_en", "starts_on", "ends_on")


class PartForm(_Plain):
    """An objective or a line: words and weight."""

    text_es = forms.CharField(label=_("In Spanish"), max_length=300, required=False, validators=[readable])
    text_en = forms.CharField(label=_("In English"), max_length=300, required=False, validators=[readable])
    weight = forms.IntegerField(
        label=_("Weight"), min_value=1, max_value=HEAVIEST, initial=1,
        help_text=_("Against its neighbours: 2 counts twice as much as 1."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("text_es") or data.get("text_en")) and not {"text_es", "text_en"} & set(self.errors):
            self.add_error("text_es", _("Write it in at least one language."))
        return data


class PublishForm(_Plain):
    """What the members said."""

    considered = WordsField(
        label=_("What the members said of it, and what was done with that"), max_length=2000, rows=4,
        help_text=_("Name the session or how they were asked. Everybody reads it (G23)."),
    )  # fmt: skip


class ReviewForm(_Plain):
    """A periodic analysis."""

    text = WordsField(
        label=_("Analysis"),
        max_length=20_000,
        rows=8,
        help_text=_(
            "What advanced, what did not and why, what is done about it. The progress counted now is added (G14)."
        ),
    )
