"""What is asked to decline, and to name another lead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.models import Membership
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.proposing.forms import MemberChoice
from incidencia.text.typed import WordsField


class DeclineForm(forms.Form):
    """Why not."""

    reason = WordsField(label=_("Why you decline"), max_length=1000, help_text=_("Everybody reads it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class NameForm(forms.Form):
    """Who leads from now on, and why."""

    member = MemberChoice(label=_("Who leads for your side"), queryset=Membership.objects.none())
    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Everybody reads it."))

    def __init__(self, *args: Any, seat: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        rows = seats.members_of(seat.consultation, seat.side)
        self.fields["member"].queryset = rows  # type: ignore[attr-defined]
