"""What is asked to design a checklist and its items."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.modes.surveillance.designing.decisions import decision_named
from consultations.modes.surveillance.models import ChecklistTemplate, Method
from consultations.modes.surveillance.queries import templates
from consultations.modes.surveillance.tables.designing import MOST_MONTHS, MOST_WEIGHT
from incidencia.organizations.speaking import SpeakingAs
from incidencia.text.typed import WordsField, readable
from incidencia.web.refusals import Refused

LANGUAGES = [("es", "Español"), ("en", "English")]
COLUMNS = ("reference", "decision", "source", "question", "method", "weight", "evidence", "months")


def _line(label: Any, most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, validators=[readable], **kwargs)


class ChecklistForm(SpeakingAs, forms.Form):
    """Title, what it checks, in whose name, and what to start from."""

    title = _line(_("Title"), 200)
    about = WordsField(
        label=_("What it checks and why"), max_length=2000, rows=4,
        help_text=_("Who chose the items, and by which criterion. Everybody reads it."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)
    template = forms.ModelChoiceField(
        queryset=ChecklistTemplate.objects.none(), label=_("Start from a template"), required=False,
        empty_label=_("None: I write the items"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].initial = (get_language() or "es")[:2]
        self.fields["template"].queryset = templates()  # type: ignore[attr-defined]


class ItemForm(forms.Form):
    """One item: the decision, the question, how it is checked and how much it weighs."""

    reference = _line(
        _("Decision, by its reference"), 40, required=False,
        help_text=_("An agreement, a response, a task or a proposal of this site: MEC-2026-014-S3-A2."),
    )  # fmt: skip
    decision = WordsField(label=_("Or the decision in words"), max_length=500, required=False, rows=2)
    source = _line(
        _("Where it is written"), 500, required=False, help_text=_("Document, page and date, or its address.")
    )
    question = WordsField(
        label=_("Question"), max_length=500, rows=2,
        help_text=_("One that evidence answers with yes, partly or no."),
    )  # fmt: skip
    method = forms.ChoiceField(label=_("How it is checked"), choices=Method.choices)
    weight = forms.IntegerField(
        label=_("Weight"), min_value=1, max_value=MOST_WEIGHT, initial=1,
        help_text=_("From 1 to 100: how much it counts in the score beside the others."),
    )  # fmt: skip
    evidence = forms.BooleanField(
        label=_("A file or an address is required as evidence"), required=False, initial=True
    )
    months = forms.IntegerField(
        label=_("Months a finding stands"), min_value=1, max_value=MOST_MONTHS, initial=12,
        help_text=_("After them it is shown as expired."),
    )  # fmt: skip

    def __init__(self, *args: Any, known: dict[str, bool] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self._known = known

    def clean(self) -> dict[str, Any]:
        """One decision: by its reference, or in words with its source."""
        data = super().clean() or {}
        if "reference" in self.errors:
            return data
        if reference := data.get("reference", "").strip():
            try:
                data["reference"] = decision_named(reference, self._known)
            except Refused as refusal:
                refusal.as_error(self, "reference")
        elif not data.get("decision") and "decision" not in self.errors:
            self.add_error(
                "reference", _("Say which decision is checked: its reference, or its words with the source.")
            )
        elif not data.get("source") and "source" not in self.errors:
            self.add_error("source", _("Say where the decision is written, so that others can read it."))
        return data

    def values(self) -> dict[str, Any]:
        """Promise what the services take."""
        return {name: self.cleaned_data[name] for name in COLUMNS}


class DropForm(forms.Form):
    """Why it is dropped."""

    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Everybody reads it; the item stays listed."))


class ImportForm(forms.Form):
    """A file with items."""

    file = forms.FileField(
        label=_("File with items"), widget=forms.FileInput(attrs={"accept": ".csv,.json,text/csv,application/json"}),
        help_text=_("CSV (commas or semicolons) or JSON, in UTF-8, at most 500 items."),
    )  # fmt: skip
