"""Forms of a consultation as a whole: opening its file, and finding one in the list."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultations.levels import Level
from incidencia.organizations.states import State


class FoundForm(forms.Form):
    """The title is enough to open the file."""

    title_es = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("In Spanish. You can change it until the call is published.")
    )
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False)


class SearchForm(forms.Form):
    """Words, a state and a level; anything that is not one of them is ignored."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", gettext("Any")), *State.choices]  # type: ignore[attr-defined]
        self.fields["level"].choices = [("", gettext("Any")), *Level.choices]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """What was asked and makes sense, by name."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
