"""What is asked of a monitor about one item."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from consultations.modes.surveillance.finding.services import MOST_FILES, WORDS
from consultations.modes.surveillance.models import Finding, FindingAnswer
from incidencia.files.forms import AttachmentsField
from incidencia.text.typed import WordsField, readable


class FindingForm(forms.Form):
    """The answer, what was found, and the evidence."""

    answer = forms.ChoiceField(label=_("Your answer"), choices=FindingAnswer.choices, widget=forms.RadioSelect)
    found = WordsField(
        label=_("What you found"), max_length=4000, rows=5, help_text=_("Facts: what you saw, read or were told.")
    )
    link = forms.URLField(
        label=_("Address of the evidence"), max_length=500, required=False, assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Files or photographs"), most=MOST_FILES)
    keep = forms.MultipleChoiceField(label=_("Files that stay"), required=False, widget=forms.CheckboxSelectMultiple)
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, validators=[readable],
        help_text=_("A municipality is enough. Leave it empty if naming the place puts somebody at risk."),
    )  # fmt: skip
    on = forms.DateField(
        label=_("Day it was checked"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)

    def __init__(self, *args: Any, finding: Finding | None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        files = list(finding.attachments.all()) if finding else []
        self.fields["keep"].choices = [(str(one.pk), one.name) for one in files]  # type: ignore[attr-defined]
        if not files:
            del self.fields["keep"]

    def clean_on(self) -> Any:
        """A day that calendars know."""
        day = self.cleaned_data["on"]
        if not 1900 <= day.year <= 2199:
            raise forms.ValidationError(_("Write a year that a calendar knows."))
        return day

    def values(self) -> dict[str, Any]:
        """Promise what the services take."""
        return {name: self.cleaned_data[name] for name in WORDS}

    def kept(self) -> set[int]:
        """Promise the keys of the files that stay."""
        return {int(pk) for pk in self.cleaned_data.get("keep", [])}


class CorrectionForm(FindingForm):
    """The finding as it should read, and why."""

    reason = WordsField(
        label=_("Why it changes"), max_length=1000, help_text=_("Everybody reads it beside the old answer.")
    )

    def __init__(self, *args: Any, finding: Finding | None, **kwargs: Any) -> None:
        super().__init__(*args, finding=finding, **kwargs)
        self.fields.pop("keep", None)


def initial_of(finding: Finding | None) -> dict[str, Any]:
    """Promise what a form begins with: what stands, or nothing but the edit it starts from."""
    if finding is None:
        return {"base": 0}
    files = [str(one.pk) for one in finding.attachments.all()]
    return {"base": finding.base, "keep": files, **{name: getattr(finding, name) for name in WORDS}}
