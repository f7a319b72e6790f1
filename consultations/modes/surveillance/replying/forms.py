"""What is asked of the authority about one item."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.surveillance.models import AgencyClaim, ClaimStatus
from consultations.modes.surveillance.replying.services import MOST_FILES
from incidencia.files.forms import AttachmentsField
from incidencia.text.typed import WordsField


class ClaimForm(forms.Form):
    """How it stands according to the authority, in words, with what shows it."""

    status = forms.ChoiceField(
        label=_("How it stands, according to you"), choices=[("", _("Choose")), *ClaimStatus.choices]
    )
    text = WordsField(
        label=_("What you reply"),
        max_length=4000,
        rows=4,
        help_text=_("It stands beside the finding and never changes it."),
    )
    attachments = AttachmentsField(label=_("Files"), most=MOST_FILES)
    keep = forms.MultipleChoiceField(label=_("Files that stay"), required=False, widget=forms.CheckboxSelectMultiple)
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)

    def __init__(self, *args: Any, claim: AgencyClaim | None, **kwargs: Any) -> None:
        files = list(claim.attachments.all()) if claim else []
        initial: dict[str, Any] = {"base": 0}
        if claim is not None:
            initial = {
                "base": claim.base,
                "status": claim.status,
                "text": claim.text,
                "keep": [str(f.pk) for f in files],
            }
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.fields["keep"].choices = [(str(one.pk), one.name) for one in files]  # type: ignore[attr-defined]
        if not files:
            del self.fields["keep"]

    def kept(self) -> set[int]:
        """Promise the keys of the files that stay."""
        return {int(pk) for pk in self.cleaned_data.get("keep", [])}
