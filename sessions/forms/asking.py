"""How a question is put, as the rules of the session let it: fields that votes, motions, texts and paper share."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import readable
from sessions.core import majorities
from sessions.core.ruleset import Rules
from sessions.core.terms import Base, Majority, Method, Sought
from sessions.forms.room import SHORT, ActForm
from sessions.wording.words import choices

METHODS: list[tuple[str, Promise]] = [
    (Method.SHOW.value, _("Show of hands: the minutes tell how many")),
    (Method.ROLL_CALL.value, _("Roll call: the minutes tell who voted what")),
    (Method.SECRET.value, _("Secret ballot: nobody learns who voted what")),
]
ASKED = ("consensus", "consensus_note")


class SoughtForm(ActForm):
    """Whether consensus was sought before the question; asked only where the rules want it said."""

    consensus = forms.ChoiceField(
        label=_("Was consensus sought?"), widget=forms.RadioSelect,
        help_text=_("Everybody reads the answer; the minutes tell it."),
        choices=[(Sought.SOUGHT.value, _("Yes, and it was not reached")), (Sought.NOT_SOUGHT.value, _("No"))],
    )  # fmt: skip
    consensus_note = forms.CharField(
        label=_("Why not, or what was tried"), widget=SHORT, required=False, validators=[readable],
        help_text=_("Needed if it was not sought."),
    )  # fmt: skip

    def ask_of_consensus(self, *, needed: bool = True) -> None:
        """Ask it where the rules do; `needed`: this form always puts a question to the vote."""
        if not self.room.rules.consensus_first:
            for name in ASKED:
                del self.fields[name]
        else:
            self.fields["consensus"].required = needed

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        silent = not str(data.get("consensus_note", "")).strip()
        if data.get("consensus") == Sought.NOT_SOUGHT and silent and "consensus_note" not in self.errors:
            self.add_error("consensus_note", _("Say why consensus was not sought."))
        return data

    def sought(self) -> tuple[Sought, str]:
        """What was said of it, as the core takes it."""
        d = self.cleaned_data
        return Sought(d.get("consensus") or Sought.UNTOLD), d.get("consensus_note", "")


def allowed(rules: Rules) -> list[tuple[str, Promise]]:
    """The ways of voting that the rules know, with what the minutes tell of each."""
    return [(value, label) for value, label in METHODS if value in rules.methods]


def offer_methods(form: forms.Form, rules: Rules) -> None:
    """Offer those ways in the field `method`; the one the rules name is chosen."""
    field = form.fields["method"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = allowed(rules)
    field.initial = rules.method if rules.method in rules.methods else None


def offer_majorities(form: forms.Form, rules: Rules, *, whole: bool = False) -> bool:
    """Offer the majorities and bases that ask for no less than the rules, which are chosen; say if a vote decides.

    Rules of earlier versions let the chair choose among all.
    """
    under = majorities.least(rules, whole=whole)
    if under is None:
        return False
    most, bases = (list(majorities.COUNTED), list(Base)) if rules.chair_lowers else majorities.offered(under)
    for name, terms, first in (("majority", most, under[0]), ("base", bases, under[1])):
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices(*terms)
        field.initial = first.value
    return True


def majority_field(**more: Any) -> forms.ChoiceField:
    """What carries a question."""
    return forms.ChoiceField(
        label=_("What carries it"), choices=choices(*majorities.COUNTED),
        help_text=_("Chosen is what the rules ask for; only what asks for more is offered beside it. A tie is not "
                    "carried."), **more,
    )  # fmt: skip


def base_field(**more: Any) -> forms.ChoiceField:
    """Of what that majority is counted."""
    return forms.ChoiceField(
        label=_("Counted of"), choices=choices(*Base),
        help_text=_("An absolute majority is always of everybody with a right to vote."), **more,
    )  # fmt: skip


def typed(data: dict[str, Any]) -> tuple[Majority | None, Base | None]:
    """Majority and base as they were chosen; None: those of the rules."""
    majority, base = data.get("majority"), data.get("base")
    return Majority(majority) if majority else None, Base(base) if base else None
