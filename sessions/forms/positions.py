"""Forms of positions beside an agreement."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sessions.core.rules.positions import awaited
from sessions.forms.decisions import AgreementForm
from sessions.forms.room import AREA, LANGUAGES, short


class TextForm(AgreementForm):
    """Words beside an agreement whose text is awaited."""

    text = forms.CharField(
        label=_("In your own words"), widget=AREA, help_text=_("It stands beside the agreement, word for word.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)

    def prepare(self) -> None:
        waiting = {p.agreement for p in awaited(self.room)}
        fit = [a for a in self.room.agreements if a.id in waiting]
        self.choose("agreement", [(a.id, f"{a.id} · {short(a.text)}") for a in fit])


class PositionForm(AgreementForm):
    """Words beside an agreement, and whether a written text follows."""

    text = forms.CharField(
        label=_("In your own words"), widget=AREA, help_text=_("It stands beside the agreement, word for word.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    follows = forms.BooleanField(label=_("I hand in a written text after the closing"), required=False)

    def prepare(self) -> None:
        super().prepare()
        hours = self.room.rules.statement_hours
        if not hours:
            del self.fields["follows"]
            return
        self.fields["follows"].help_text = ngettext(
            "The rules give %(n)d hour after the closing.", "The rules give %(n)d hours after the closing.", hours
        ) % {"n": hours}

    def clean(self) -> dict[str, object]:
        return {"follows": False, **(super().clean() or {})}
