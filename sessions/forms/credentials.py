"""Forms of powers and conflicts of interest."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.terms import ItemState, Side
from sessions.forms.people import SeatForm
from sessions.forms.room import AREA, LANGUAGES, SHORT, ActForm, ReasonForm, by_name
from sessions.wording.words import titled


class CredentialsForm(SeatForm):
    """An official in the room, and what they show."""

    shown = forms.ChoiceField(
        label=_("What they show"), widget=forms.RadioSelect, initial="powers",
        choices=[("powers", _("Powers to agree")), ("none", _("They state that they have none"))],
    )  # fmt: skip
    powers = forms.CharField(
        label=_("Powers"), widget=SHORT, required=False, max_length=2000,
        help_text=_("What they may agree to, and by what appointment or rule."),
    )  # fmt: skip
    document = forms.CharField(
        label=_("Document they rest on"), required=False, max_length=300,
        help_text=_("Number and date of the appointment or letter."),
    )  # fmt: skip

    def those(self) -> list[Any]:
        return [s for s in by_name(self.room) if s.side is Side.PUBLIC]


class EmpoweredForm(SeatForm, ReasonForm):
    """An official with powers, and why these no longer count."""

    field_order = ("seat", "reason")

    def those(self) -> list[Any]:
        return sorted((s for s in self.room.seats.values() if s.empowered), key=lambda s: s.name)


class ConflictForm(ActForm):
    item = forms.ChoiceField(label=_("Item"))
    text = forms.CharField(label=_("In your own words"), widget=AREA, max_length=2000)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)

    def prepare(self) -> None:
        fit = [i for i in self.room.items if i.state is not ItemState.WITHDRAWN]
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in fit])
        self.fields["item"].initial = self.room.current or None
