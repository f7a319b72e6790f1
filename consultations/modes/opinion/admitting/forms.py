"""What is asked not to admit, to appeal and to decide."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField, readable


class DeclareForm(forms.Form):
    """The requirement and the reason."""

    rule = forms.CharField(
        label=_("Published requirement it fails"), max_length=200, validators=[readable],
        help_text=_("As the call or the question says it."),
    )  # fmt: skip
    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Everybody reads it."))


class AppealForm(forms.Form):
    """What was missed."""

    text = WordsField(label=_("What was missed"), max_length=2000, help_text=_("Once. Another official decides."))


class DecideForm(forms.Form):
    """Admitted or not, and why."""

    admit = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect,
        choices=[("yes", _("It is admitted: its answer is owed")), ("no", _("It stays not admitted"))],
    )  # fmt: skip
    reason = WordsField(label=_("Reasons"), max_length=1000, help_text=_("Everybody reads it."))
