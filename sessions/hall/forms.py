"""Forms of the hall."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.terms import Via
from sessions.forms.people import PROVISIONAL
from sessions.forms.room import SHORT, ActForm
from sessions.wording.words import choices


class SpeakerForm(forms.Form):
    """Whom to put on the list. `seat` is the one chosen among several."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    asked = forms.CharField(max_length=100, required=False)
    seat = forms.CharField(max_length=8, required=False)


class DoorForm(ActForm):
    """Those marked on the list, those whose badges were typed, how they take part and when they came."""

    badges = forms.CharField(
        label=_("Badges, from the attendance sheet"), widget=SHORT, required=False, max_length=4000,
        help_text=_("Numbers with spaces or commas between them: 3 7 12 19."),
    )  # fmt: skip
    via = forms.ChoiceField(
        label=_("How they take part"), choices=choices(Via.HALL, Via.WEB, Via.PHONE), initial=Via.HALL.value
    )
    provisional = forms.BooleanField(label=PROVISIONAL, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, late=True, **kwargs)

    def marked(self) -> list[str]:
        """The badges that were marked on the list."""
        sent = self.data.getlist("seat") if hasattr(self.data, "getlist") else []
        return [key for key in dict.fromkeys(sent) if len(key) <= 8][:2000]
