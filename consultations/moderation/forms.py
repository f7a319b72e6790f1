"""What is asked to hide, to appeal and to decide."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.moderation.models import Rule
from incidencia.text.typed import readable


def _reason(label: object, most: int, help_text: object = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, validators=[readable], help_text=help_text,  # type: ignore[arg-type]
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class HideForm(forms.Form):
    """The rule that is broken, and where."""

    rule = forms.ChoiceField(label=_("The rule it breaks"), choices=Rule.choices, widget=forms.RadioSelect)
    reason = _reason(_("Why"), 1000, _("Everybody reads it in the public log: do not repeat what you hide."))


class AppealForm(forms.Form):
    """Why it should stand."""

    text = _reason(_("Why it should stand"), 2000, _("Once. Another official reads it; it is not public."))


class DecideForm(forms.Form):
    """Whether it stands again, and why."""

    stands = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect,
        choices=[("yes", _("It stands again")), ("no", _("It stays hidden"))],
    )  # fmt: skip
    reason = _reason(_("Reasons"), 1000, _("Everybody reads it in the public log: do not repeat what you hide."))


class LiftForm(forms.Form):
    """Why it is taken back."""

    reason = _reason(_("Why it stands again"), 1000, _("Everybody reads it."))
