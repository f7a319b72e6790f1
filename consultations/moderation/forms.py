"""What is asked to hide, to appeal and to decide."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.moderation.models import Rule
from incidencia.text.typed import WordsField


class HideForm(forms.Form):
    """The rule that is broken, and where."""

    rule = forms.ChoiceField(label=_("The rule it breaks"), choices=Rule.choices, widget=forms.RadioSelect)
    reason = WordsField(
        label=_("Why"), max_length=1000,
        help_text=_("Everybody reads it in the public log: do not repeat what you hide."),
    )  # fmt: skip


class AppealForm(forms.Form):
    """Why it should stand."""

    text = WordsField(
        label=_("Why it should stand"), max_length=2000,
        help_text=_("Once. Another official reads it; it is not public."),
    )  # fmt: skip


class DecideForm(forms.Form):
    """Whether it stands again, and why."""

    stands = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect,
        choices=[("yes", _("It stands again")), ("no", _("It stays hidden"))],
    )  # fmt: skip
    reason = WordsField(
        label=_("Reasons"), max_length=1000,
        help_text=_("Everybody reads it in the public log: do not repeat what you hide."),
    )  # fmt: skip


class LiftForm(forms.Form):
    """Why it is taken back."""

    reason = WordsField(label=_("Why it stands again"), max_length=1000, help_text=_("Everybody reads it."))
