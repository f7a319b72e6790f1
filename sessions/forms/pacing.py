"""The form of the time of a turn."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.forms.room import ActForm


class SpeakingTimeForm(ActForm):
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=59)
    seconds = forms.IntegerField(
        label=_("and seconds"), min_value=0, max_value=59, help_text=_("Nothing at all: as the rules say.")
    )

    def prepare(self) -> None:
        item = self.room.item(self.room.current)
        now = (item.turn_seconds if item else 0) or self.room.rules.speech_seconds
        self.fields["minutes"].initial, self.fields["seconds"].initial = divmod(now, 60)
