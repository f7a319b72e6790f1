"""Forms of the list of speakers and the floor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import readable
from sessions.core.rules.floor import OF_THE_VOTE, has_sides, is_voting
from sessions.core.terms import PointKind, Speaks
from sessions.forms.people import SeatForm
from sessions.forms.room import AREA, LANGUAGES, SHORT, ActForm, turns
from sessions.wording.ruleset.sentences import length
from sessions.wording.words import choices

CLOSES = [(60, _("In 1 minute")), (120, _("In 2 minutes")), (300, _("In 5 minutes")), (0, _("Now"))]


class OnItemForm(ActForm):
    """Asked for in the item that was open on the page; in no other that was opened since."""

    on_item = True
    item = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.fields["item"].initial = self.room.current


class CloseListForm(ActForm):
    """Announced a minute before, unless the rules say longer; sooner than they say only with a reason."""

    seconds = forms.TypedChoiceField(label=_("When"), coerce=int, choices=CLOSES)
    reason = forms.CharField(label=_("Reason"), widget=SHORT, required=False, validators=[readable])

    def prepare(self) -> None:
        least = self.room.rules.list_seconds
        field = self.fields["seconds"]
        assert isinstance(field, forms.TypedChoiceField)
        offered = [seconds for seconds, _label in CLOSES if seconds >= max(least, 60)]
        field.initial = offered[0] if offered else least
        if not offered:
            field.choices = [(least, _("As long before as the rules say")), *CLOSES]
        said = _("Needed when it closes sooner than the rules say: %(length)s after it is announced.")
        self.fields["reason"].help_text = said % {"length": length(least)} if least else ""


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
    """What it is about in one click; words only for whoever has them ready.

    While people vote, of how the vote is conducted. A form that does not ask is taken as of the rules.
    """

    kind = forms.TypedChoiceField(
        label=_("What it is about"), required=False, coerce=PointKind, empty_value=PointKind.RULES,
        choices=choices(PointKind.OTHER, *(k for k in PointKind if k is not PointKind.OTHER)),
        widget=forms.RadioSelect, initial=PointKind.OTHER.value,
    )  # fmt: skip
    text = forms.CharField(
        label=_("In words"), widget=SHORT, required=False, validators=[readable],
        help_text=_("It may also be said aloud when the chair asks."),
    )  # fmt: skip

    def prepare(self) -> None:
        if is_voting(self.room):
            field = self.fields["kind"]
            assert isinstance(field, forms.ChoiceField)
            field.choices, field.initial = choices(*OF_THE_VOTE), OF_THE_VOTE[0].value
            field.help_text = _("While people vote, points of order are about how the vote is conducted.")


class RequestForm(OnItemForm):
    """The side on which one will speak, while there are words to speak on; and the language."""

    speaks = forms.ChoiceField(
        label=_("I will speak"), widget=forms.RadioSelect, initial=Speaks.GENERAL.value,
        choices=choices(Speaks.GENERAL, Speaks.FOR, Speaks.AGAINST),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=[("", "—"), *LANGUAGES], required=False)

    def prepare(self) -> None:
        super().prepare()
        if not has_sides(self.room):
            field = self.fields["speaks"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices(Speaks.GENERAL)


class RulingForm(ActForm):
    upheld = forms.TypedChoiceField(
        label=_("Ruling"), coerce=lambda v: v == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("Upheld")), ("no", _("Not upheld"))],
    )  # fmt: skip
    ruling = forms.CharField(label=_("In words"), widget=SHORT, validators=[readable])


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
