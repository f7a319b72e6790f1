"""What is asked to ratify."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField


class RatifyForm(forms.Form):
    """Yes or no, and why: nothing is chosen beforehand."""

    granted = forms.TypedChoiceField(
        label=_("Decision"), widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[("yes", _("Ratify")), ("no", _("Don't ratify"))],
    )  # fmt: skip
    reasons = WordsField(label=_("Reasons"), max_length=4000, help_text=_("Everybody reads them."))
