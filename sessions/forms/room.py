"""The small forms of the room. Every one carries the key that makes its act happen once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidencia.clock import now
from incidencia.text.languages import LANGUAGES as LANGUAGES  # the forms of each subject take it from here
from incidencia.text.typed import readable
from incidencia.web.instants import InstantField
from sessions.core.rules.who import TOLD
from sessions.core.state import Room, Seat
from sessions.core.terms import Role
from sessions.models import Session
from sessions.wording.words import choices, word

AREA = forms.Textarea(attrs={"rows": 4})
SHORT = forms.Textarea(attrs={"rows": 2})

Choices = list[tuple[str, str]]


class BehalfField(forms.ChoiceField):
    """Offers those for whom an act can be done. Anybody in the room may be named: the rule says why it can't be."""

    there: frozenset[str] = frozenset()

    def valid_value(self, value: Any) -> bool:
        return value in self.there


class ActForm(forms.Form):
    """The form of an act without fields of its own. `for_others` asks for whom the secretariat acts, and how;
    `able` are those for whom it can be done.

    `asker` is the seat of who fills it in. `changed` says, in pieces, how words became others while somebody wrote.
    """

    changed: "list[Any] | None" = None

    sheet = ""  # the template of a form that is a table of people
    partly: str = ""  # what was done of a sheet of which a part was refused
    on_item = False  # whether it counts only for the item that was open on the page
    on_paper = False  # whether the desk may say, entering it late, that it was done on paper
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    folded: tuple[str, ...] = ()  # fields that few need: they stand together, folded away
    fold_title: Promise | str = ""

    def __init__(
        self, *args: Any, room: Room, session: Session, for_others: bool = False, late: bool = False, asker: str = "",
        able: Sequence[Seat] = (), **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.room, self.session, self.asker = room, session, asker
        self.nobody = for_others and not able
        self.fields["key"].initial = uuid4().hex
        if for_others:
            self.fields["behalf"] = BehalfField(
                label=_("On behalf of"),
                help_text=_("Whoever is connected on line acts for themself and is not listed."),
            )  # fmt: skip
            self.fields["behalf"].there = frozenset(s.id for s in room.present() if is_other(s))  # type: ignore[attr-defined]
            self.choose("behalf", [(s.id, f"{s.name} · {s.organization or word(s.side)}") for s in able])
            self.fields["via"] = forms.ChoiceField(label=_("Who told you so"), choices=choices(*TOLD))
        if late:
            self.fields["happened"] = forms.TimeField(
                label=_("It happened at"), required=False, widget=forms.TimeInput(attrs={"type": "time"}),
                help_text=_("Only if you enter it afterwards: the hour today. The record keeps both times."),
            )  # fmt: skip
            if self.on_paper and not for_others:
                self.fields["paper"] = forms.BooleanField(label=_("It was done on paper"), required=False)
        self.prepare()

    def prepare(self) -> None:
        """Fill the choices that rest on the room."""

    def refused(self, room: Room) -> None:
        """Take note that the act was refused, of the room as it is now: what was typed stays."""
        self.room = room

    def choose(self, name: str, found: Choices) -> None:
        """Offer these choices in the field `name`; the only one is chosen already."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = found if len(found) == 1 else [("", "—"), *found]

    def shown_fields(self) -> list[forms.BoundField]:
        """The fields that stand open."""
        return [f for f in self if f.name not in self.folded]

    def folded_fields(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [self[name] for name in self.folded]

    def unfolded(self) -> bool:
        """Whether somebody filled in one of the folded fields, or has to."""
        return self.is_bound and any(f.errors or f.data for f in self.folded_fields())

    def happened_at(self) -> datetime | None:
        """The instant of a catch-up entry, today where the session is; None: now."""
        hour = self.cleaned_data.get("happened")
        if not hour:
            return None
        here = now().astimezone(ZoneInfo(self.session.zone))
        return here.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)


class ReasonForm(ActForm):
    """An act recorded with its reason."""

    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, validators=[readable],
        help_text=_("Everybody reads it; it stays in the record."),
    )


class OptionalReasonForm(ActForm):
    reason = forms.CharField(label=_("Reason"), widget=SHORT, required=False, validators=[readable])


class SuspendForm(ReasonForm):
    until = InstantField(
        label=_("Until"), required=False,
        help_text=_("In the time zone of the session. Leave it empty if nobody knows yet."),
    )  # fmt: skip

    def prepare(self) -> None:
        until = self.fields["until"]
        assert isinstance(until, InstantField)
        until.zone = self.session.zone


def turns(room: Room) -> Choices:
    """The turns taken, the last one first, with who spoke."""
    seats = room.seats
    return [(t.id, f"{t.id[1:]} · {seats[t.seat].name if t.seat in seats else ''}") for t in reversed(room.turns)]


def by_name(room: Room) -> list[Any]:
    """Everybody in the room, by name."""
    return sorted(room.present(), key=lambda s: s.name)


def is_other(seat: Any) -> bool:
    """Whether the secretariat may act for this seat."""
    return seat.role is not Role.SECRETARIAT


def is_present(room: Room, key: str) -> bool:
    """Whether that seat is taken."""
    return key in room.seats and room.seats[key].present


def short(text: str) -> str:
    """The first words of a text, for a list."""
    return text if len(text) < 70 else f"{text[:69]}…"
