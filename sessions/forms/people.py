"""Forms of the door."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.rules.people import removable
from sessions.core.terms import Role, Side, Via
from sessions.forms.room import SHORT, ActForm, ReasonForm, by_name, is_present
from sessions.wording.words import choices, word

PROVISIONAL = _("Provisional: the letter that accredits them has not come")


class SeatForm(ActForm):
    """Somebody who is in the room."""

    seat = forms.ChoiceField(label=_("Person"))

    def prepare(self) -> None:
        self.choose("seat", [(s.id, f"{s.name} · {s.organization or word(s.role)}") for s in self.those()])

    def those(self) -> list[Any]:
        return by_name(self.room)


class SeatReasonForm(SeatForm, ReasonForm):
    field_order = ("seat", "reason")


class RemoveForm(SeatReasonForm):
    """Somebody the chair may remove; whoever is refused in words is refused by the room."""

    def those(self) -> list[Any]:
        free = {s.id for s in removable(self.room)}
        return [s for s in by_name(self.room) if self.is_bound or s.id in free]


class ChairForm(SeatForm):
    """Somebody who may preside."""

    def those(self) -> list[Any]:
        fit = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)
        return [s for s in by_name(self.room) if s.role in fit and s.id != self.room.presiding]


class AccreditedForm(ActForm):
    """Somebody accredited who is not in the room, and how they come in."""

    seat = forms.ChoiceField(label=_("Person"))
    via = forms.ChoiceField(label=_("How they take part"), choices=choices(Via.WEB, Via.PHONE, Via.HALL))
    provisional = forms.BooleanField(label=PROVISIONAL, required=False)

    def prepare(self) -> None:
        known = self.session.seats.order_by("name") if self.room.convened else ()  # an act that is not for the reader
        out = [s for s in known if not is_present(self.room, s.key)]
        self.choose("seat", [(s.key, f"{s.name} · {s.organization or word(s.role, Role)}") for s in out])


class ConfirmForm(ActForm):
    """Whose letter came, and which."""

    seat = forms.ChoiceField(label=_("Person"))
    document = forms.CharField(
        label=_("Letter"), max_length=300, help_text=_("What accredits them: who signs it, its number and its date.")
    )

    def prepare(self) -> None:
        those = sorted((s for s in self.room.seats.values() if s.provisional), key=lambda s: s.name)
        self.choose("seat", [(s.id, f"{s.name} · {s.organization or word(s.role)}") for s in those])


class KnockForm(ActForm):
    """Somebody at the door, and why they are not admitted."""

    seat = forms.ChoiceField(label=_("Person"))
    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, help_text=_("This person reads it, and the desk; nobody else.")
    )

    def prepare(self) -> None:
        self.choose("seat", [(k.seat, k.name) for k in self.room.waiting.values()])

    def name_of(self, seat: str) -> str:
        """The name this person knocked with."""
        return self.room.waiting[seat].name


class WalkInForm(ActForm):
    """Somebody who isn't on the list: name and organization are enough to let them in."""

    name = forms.CharField(label=_("Name"), max_length=200)
    organization = forms.CharField(label=_("Organization or office"), max_length=300, required=False)
    side = forms.ChoiceField(label=_("Side"), choices=choices(Side.CIVIL, Side.PUBLIC, Side.GUEST))
    role = forms.ChoiceField(
        label=_("Takes part as"), initial=Role.OBSERVER.value,
        choices=choices(Role.OBSERVER, Role.ADVISER, Role.MEMBER, Role.EXPERT, Role.INTERPRETER),
        help_text=_("Members vote. Choose member only for somebody the rules give a vote."),
    )  # fmt: skip
    via = forms.ChoiceField(label=_("How they take part"), choices=choices(Via.HALL, Via.PHONE))
    provisional = forms.BooleanField(label=PROVISIONAL, required=False)
