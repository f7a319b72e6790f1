"""What is asked to propose an item and to decide on one."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.modes.deliberation.models import Purpose
from incidencia.ids import new_token
from incidencia.text.typed import WordsField, readable


class ProposalForm(forms.Form):
    """What, why, what for, how long; perhaps a contribution and a paper."""

    title = forms.CharField(label=_("Title"), max_length=300, validators=[readable])
    why = WordsField(label=_("Why it belongs on this agenda"), max_length=4000)
    purpose = forms.ChoiceField(label=_("What for"), choices=Purpose, widget=forms.RadioSelect)
    minutes = forms.IntegerField(label=_("Minutes wanted"), min_value=1, max_value=600, initial=15)
    language = forms.ChoiceField(label=_("Language"), choices=[("es", _("Spanish")), ("en", _("English"))])
    reference = forms.CharField(
        label=_("Reference of the contribution it rests on"), max_length=60, required=False,
        help_text=_("For example MEC-2026-014-III-007: it stands on the page of each contribution."),
    )  # fmt: skip
    paper_title = forms.CharField(
        label=_("Title of the paper"), max_length=300, required=False, validators=[readable]
    )
    paper_text = WordsField(
        label=_("Text of the paper"), rows=5, required=False,
        help_text=_("What the members should read before. It circulates when the item is placed."),
    )  # fmt: skip
    key = forms.CharField(max_length=64, widget=forms.HiddenInput, initial=new_token)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "es")[:2]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        title, text = data.get("paper_title", "").strip(), data.get("paper_text", "").strip()
        if text and not title and "paper_title" not in self.errors:
            self.add_error("paper_title", _("Write the title the members will see."))
        if title and not text and "paper_text" not in self.errors:
            self.add_error("paper_text", _("Write or paste the text of the paper, or leave its title empty."))
        return data


class PlaceForm(forms.Form):
    """How the item stands on the agenda."""

    title_es = forms.CharField(label=_("Item, in Spanish"), max_length=300, required=False, validators=[readable])
    title_en = forms.CharField(label=_("Item, in English"), max_length=300, required=False, validators=[readable])
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=1, max_value=600)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("title_es", "").strip() or data.get("title_en", "").strip()):
            self.add_error("title_es", _("Write the title in at least one language."))
        return data


class DeclineForm(forms.Form):
    """Why it is not on this agenda."""

    reason = WordsField(label=_("Reason"), max_length=1000)
