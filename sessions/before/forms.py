"""What is asked before a session opens."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.accounts.models import Person
from incidencia.text.typed import WordsField, readable
from sessions.core.forecast import Answer
from sessions.wording.words import choices


class AttendanceForm(forms.Form):
    """Whether one comes, and how."""

    answer = forms.ChoiceField(label=_("Do you come?"), choices=choices(*Answer), widget=forms.RadioSelect)


class AlternateForm(forms.Form):
    """Who comes instead: found by e-mail, or known by name only."""

    email = forms.EmailField(
        label=_("E-mail of their account"), required=False,
        help_text=_("With an account they enter the room themselves; without one they are admitted by name."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Name, as the minutes will say it"), max_length=200, required=False, validators=[readable],
        help_text=_("Empty: the name of the account."),
    )  # fmt: skip
    capacity = forms.CharField(
        label=_("Capacity"), max_length=200, validators=[readable],
        help_text=_("For example: alternate by letter of 3 March."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        person, name = None, data.get("name", "").strip()
        if data.get("email"):
            person = Person.objects.filter(email__iexact=data["email"], is_active=True).first()
            if person is None:
                self.add_error("email", _("Nobody has an account with this e-mail. Check it, or leave it empty."))
        elif not name and "name" not in self.errors:
            self.add_error("name", _("Write a name, or the e-mail of an account."))
        return {**data, "person": person, "name": name or (person.name if person else "")}


class DecideForm(forms.Form):
    """Accept an alternate, with powers if an official brings them, or decline, with the reason."""

    decision = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect,
        choices=[("accept", _("Accredit them")), ("decline", _("Decline"))],
    )  # fmt: skip
    powers = forms.CharField(
        label=_("Powers to agree for the authority"), max_length=500, required=False, validators=[readable],
        help_text=_("Only public officials: the appointment or letter they rest on (G22)."),
    )  # fmt: skip
    reason = WordsField(label=_("Reason, if you decline"), max_length=1000, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("decision") == "decline" and not data.get("reason", "").strip() and "reason" not in self.errors:
            self.add_error("reason", _("Say why: who named them reads it."))
        return data


class ObjectionForm(forms.Form):
    """Why a late paper is objected to; may be left empty."""

    reason = WordsField(
        label=_("Reason"), max_length=2000, required=False,
        help_text=_("You may leave it empty. Everybody accredited reads it."),
    )  # fmt: skip
