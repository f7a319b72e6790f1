"""Forms of the list of speakers and the floor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.terms import PointKind
from sessions.forms.people import SeatForm
from sessions.forms.room import AREA, LANGUAGES, SHORT, ActForm, turns
from sessions.wording.words import choices


class OnItemForm(ActForm):
    """Asked for in the item that was open on the page; in no other that was opened since."""

    on_item = True
    item = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.fields["item"].initial = self.room.current


class CloseListForm(ActForm):
    seconds = forms.TypedChoiceField(
        label=_("When"), coerce=int,
        choices=[(0, _("Now")), (60, _("In 1 minute")), (120, _("In 2 minutes")), (300, _("In 5 minutes"))],
    )  # fmt: skip


class GiveFloorForm(ActForm):
    """Out of turn, with the reason that everybody reads."""

    request = forms.ChoiceField(label=_("Person"))
    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, required=False, help_text=_("Needed when this person is not next.")
    )

    def prepare(self) -> None:
        seats = self.room.seats
        self.choose("request", [(r.id, seats[r.seat].name) for r in self.room.floor.requests if r.seat in seats])


class PointForm(ActForm):
    """What it is about in one click; words only for whoever has them ready."""

    kind = forms.TypedChoiceField(
        label=_("What it is about"), required=False, coerce=PointKind, empty_value=PointKind.OTHER,
        choices=choices(PointKind.OTHER, *(k for k in PointKind if k is not PointKind.OTHER)),
        widget=forms.RadioSelect, initial=PointKind.OTHER.value,
    )  # fmt: skip
    text = forms.CharField(
        label=_("In words"), widget=SHORT, required=False,
        help_text=_("It may also be said aloud when the chair asks."),
    )  # fmt: skip


class RulingForm(ActForm):
    upheld = forms.TypedChoiceField(
        label=_("Ruling"), coerce=lambda v: v == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("Upheld")), ("no", _("Not upheld"))],
    )  # fmt: skip
    ruling = forms.CharField(label=_("In words"), widget=SHORT)


class SpokenForm(SeatForm):
    """A turn that was taken off the list."""

    on_paper = True
    field_order = ("seat", "minutes", "seconds", "statement", "language", "happened")
    minutes = forms.IntegerField(label=_("Minutes spoken"), initial=1, min_value=0, max_value=120)
    seconds = forms.IntegerField(label=_("and seconds"), initial=0, min_value=0, max_value=59)
    statement = forms.CharField(label=_("What was said, in brief"), widget=AREA, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)

    def those(self) -> list[Any]:
        return sorted(self.room.seats.values(), key=lambda s: s.name)


class StatementForm(ActForm):
    turn = forms.ChoiceField(label=_("Turn"))
    statement = forms.CharField(
        label=_("What was said, in brief"),
        widget=AREA,
        help_text=_("The person who spoke will confirm it or contest it."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)

    def prepare(self) -> None:
        self.choose("turn", turns(self.room))
