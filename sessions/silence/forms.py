"""What is asked to put a text under silence, to break it, to withdraw it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.ids import new_token
from incidencia.text.typed import WordsField
from incidencia.web.instants import InstantField
from incidencia.web.templatetags.ui import local
from sessions.core import silence as core
from sessions.core.rules.limits import REASON, STATEMENT
from sessions.core.state import Room
from sessions.core.terms import Effect
from sessions.forms.room import LANGUAGES
from sessions.models import Seat
from sessions.wording.words import choices


class SilenceForm(forms.Form):
    """The text, its item and its hour; the key makes it once. The secretariat says that the chair instructs it."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    item = forms.ChoiceField(label=_("Item of the agenda it belongs to"))
    words = WordsField(
        rows=8, max_length=STATEMENT, label=_("Words of the agreement"),
        help_text=_("As they will be agreed: they can't be changed afterwards, only withdrawn."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    effect = forms.ChoiceField(
        label=_("What it does"), initial=Effect.BINDS.value, widget=forms.RadioSelect,
        choices=choices(Effect.BINDS, Effect.RECOMMENDS, Effect.COMMITS),
    )  # fmt: skip

    def __init__(self, *args: Any, room: Room, zone: str, instructed: bool, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": new_token()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        titles = {i.plan.id: local(i.plan, "title") for i in room.items}
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = [("", "—")] + [(one, titles[one]) for one in core.items(room)]
        self.fields["until"] = InstantField(
            label=_("Silence until"), zone=zone, help_text=_("On the clocks of the session's time zone.")
        )
        if instructed:
            self.fields["instructed"] = forms.BooleanField(label=_("The chair instructs it"))


class BreakForm(forms.Form):
    """The reason, and for the secretariat whose it is."""

    reason = WordsField(
        rows=4, max_length=REASON, label=_("Why you break the silence"),
        help_text=_("Everybody entitled reads it, with your name."),
    )  # fmt: skip

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {one.key: one for one in seats}
        if len(seats) > 1:
            named = [("", "—"), *((one.key, one.name) for one in seats)]
            self.fields["whose"] = forms.ChoiceField(label=_("Who breaks it"), choices=named)
            self.order_fields(["whose", "reason"])

    def who(self) -> Seat:
        """The seat that breaks it, once the form is valid."""
        return self.seats[self.cleaned_data.get("whose") or next(iter(self.seats))]


class WithdrawForm(forms.Form):
    """The reason."""

    reason = WordsField(
        rows=4, max_length=REASON, label=_("Why the text is withdrawn"), help_text=_("Everybody entitled reads it.")
    )
