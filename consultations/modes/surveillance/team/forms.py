"""What is asked to invite, to answer and to shield one's name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.organizations.speaking import SpeakingAs

SHIELD = _("Show my organization instead of my name")
SHIELD_HELP = _(
    "Everywhere outside the team: pages, tables, data, letters. If you write in your own name, the organization of "
    "the checklist is shown, or “a monitor of this team”. Names of files and photographs can still show who you are."
)


class InviteForm(forms.Form):
    """To whom."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("They have a letter; with an account of that e-mail they answer."),
    )


class AnswerForm(SpeakingAs, forms.Form):
    """In whose name, and whether that name is public."""

    shielded = forms.BooleanField(label=SHIELD, help_text=SHIELD_HELP, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class ShieldForm(forms.Form):
    """Whether the name is public from now on."""

    shielded = forms.BooleanField(label=SHIELD, help_text=SHIELD_HELP, required=False)
