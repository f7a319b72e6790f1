"""What is asked not to admit, to appeal and to decide."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import readable


def _area(label: Any, most: int, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=most, validators=[readable], help_text=help_text, widget=area)


class DeclareForm(forms.Form):
    """The requirement and the reason."""

    rule = forms.CharField(
        label=_("Published requirement it fails"), max_length=200, validators=[readable],
        help_text=_("As the call or the question says it."),
    )  # fmt: skip
    reason = _area(_("Why"), 1000, _("Everybody reads it."))


class AppealForm(forms.Form):
    """What was missed."""

    text = _area(_("What was missed"), 2000, _("Once. Another official decides."))


class DecideForm(forms.Form):
    """Admitted or not, and why."""

    admit = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect,
        choices=[("yes", _("It is admitted: its answer is owed")), ("no", _("It stays not admitted"))],
    )  # fmt: skip
    reason = _area(_("Reasons"), 1000, _("Everybody reads it."))
