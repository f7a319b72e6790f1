"""Forms of brackets: placing, alternatives, consent, lifting, decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.paragraphs import split
from incidencia.text.typed import WordsField
from sessions.core import commands as c
from sessions.core.rules.table import on_table
from sessions.core.state import Room
from sessions.core.state.text import Bracket, Text
from sessions.core.terms import Lift, Role
from sessions.forms.asking import ASKED
from sessions.forms.room import ActForm, Choices, short
from sessions.forms.text import OnParagraph, WayForm
from sessions.wording import text as wording


class BracketForm(OnParagraph):
    """Which words are not agreed, others in their place, and whose brackets these are."""

    field_order = ("paragraph", "quote", "alternatives", "placers", "unattributed")
    quote = WordsField(
        rows=2, label=_("Words to be put in brackets"), required=False,
        help_text=_("Exactly as they stand in the paragraph. Empty: the whole paragraph."),
    )  # fmt: skip
    alternatives = WordsField(
        rows=3, label=_("Other words in their place"), required=False,
        help_text=_("None, one, or several with a blank line between them."),
    )  # fmt: skip

    def prepare(self) -> None:
        super().prepare()
        own = self.room.seats.get(self.asker)
        if self.asker != self.room.presiding and not (own and own.role is Role.SECRETARIAT):
            return
        members = [(s.id, f"{s.name} · {s.organization}".rstrip(" ·")) for s in self.room.seats.values() if s.votes]
        self.fields["placers"] = forms.MultipleChoiceField(
            label=_("Whose brackets"), required=False, choices=members, widget=forms.CheckboxSelectMultiple
        )
        self.fields["unattributed"] = forms.BooleanField(
            label=_("Unattributed by rule"), required=False,
            help_text=_("Nobody is named. Then only a decision of the room lifts them."),
        )  # fmt: skip

    def command(self) -> c.PlaceBracket:
        d = self.cleaned_data
        return c.PlaceBracket(
            *self.at(), d["quote"], tuple(split(d["alternatives"])), tuple(d.get("placers", ())),
            d.get("unattributed", False),
        )  # fmt: skip


class AlternativeForm(ActForm):
    bracket = forms.ChoiceField(label=_("Brackets"))
    words = WordsField(rows=3, label=_("Other words in their place"))

    def prepare(self) -> None:
        text = on_table(self.room)
        self.choose("bracket", [(b.id, named(text, b)) for b in text.open_brackets()] if text else [])


def named(text: Text, one: Bracket) -> str:
    """Brackets with their first words."""
    paragraph = text.paragraph(one.paragraph)
    return f"{wording.bracket(text, one)} · [{short(one.quote or (paragraph.words if paragraph else ''))}]"


class MergeForm(ActForm):
    """Two alternatives of the same brackets become one."""

    first = forms.ChoiceField(label=_("Alternative"))
    second = forms.ChoiceField(label=_("and alternative"))
    words = WordsField(rows=3, label=_("Words of both"))

    def prepare(self) -> None:
        text = on_table(self.room)
        found = [
            (f"{b.id}.{a.number}", f"{wording.bracket(text, b)} · {a.number}: {short(a.words)}")
            for b in (text.open_brackets() if text else ()) for a in b.standing if text and len(b.standing) > 1
        ]  # fmt: skip
        self.choose("first", found)
        self.choose("second", found)

    def command(self) -> c.MergeAlternatives:
        """Of two brackets nothing is merged: the second number is then one that nobody has."""
        bracket, _dot, first = self.cleaned_data["first"].rpartition(".")
        other, _dot, second = self.cleaned_data["second"].rpartition(".")
        return c.MergeAlternatives(
            bracket, int(first), int(second) if other == bracket else 0, self.cleaned_data["words"]
        )


class EndForm(ActForm):
    """How brackets are to end. `?bracket=` offers the ways of one pair alone."""

    way_to_end = forms.ChoiceField(label=_("How they end"), widget=forms.RadioSelect)

    def prepare(self) -> None:
        field = self.fields["way_to_end"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = ways(self.room, str(self.initial.get("bracket", "")))

    def ending(self) -> tuple[str, Lift, int]:
        """The brackets, how they end, and with which alternative."""
        bracket, _dot, how = self.cleaned_data["way_to_end"].rpartition(".")
        return (bracket, Lift.ALTERNATIVE, int(how)) if how.isdecimal() else (bracket, Lift(how), 0)


def ways(room: Room, bracket: str = "") -> Choices:
    """Every way in which open brackets may end, as `about` names it."""
    text = on_table(room)
    found: Choices = []
    for b in text.open_brackets() if text else ():
        if text and bracket in ("", b.id):
            found += [(f"{b.id}.keep", wording.bracket(text, b, Lift.KEEP))]
            for a in b.standing:
                taken = wording.bracket(text, b, Lift.ALTERNATIVE, a.number)
                found += [(f"{b.id}.{a.number}", f"{taken} · {short(a.words)}")]
            found += [(f"{b.id}.delete", wording.bracket(text, b, Lift.DELETE))]
    return found


class DecideBracketForm(WayForm, EndForm):
    field_order = ("way_to_end", "way", *ASKED, "majority", "base")

    def prepare(self) -> None:
        WayForm.prepare(self)
        EndForm.prepare(self)

    def command(self) -> c.ProposeAdoption | c.PutToVote:
        return self.put(self.cleaned_data["way_to_end"])
