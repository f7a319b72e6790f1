"""Forms of what was decided on paper and is entered afterwards."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core import commands as c
from sessions.core.terms import Choice, Effect, Method, Role
from sessions.forms import asking
from sessions.forms.decisions import ProposalForm
from sessions.forms.room import SHORT, ActForm, by_name
from sessions.forms.votes import QuestionForm
from sessions.hall.finding import badges

BADGES = _("Badges, with spaces or commas between them: 3 7 12.")


def _ask_hour(form: ActForm) -> None:
    """What was done on paper was done at some hour: it is asked for."""
    happened = form.fields["happened"]
    happened.required = True
    happened.help_text = _("As it stands on the sheet: the hour today. The record keeps both times.")


def _read(form: ActForm, name: str) -> list[str]:
    """The badges typed in a field; what is none of this room is a mistake of that field."""
    numbers, strange = badges(form.cleaned_data.get(name, ""))
    unknown = [*strange, *(n for n in numbers if n not in form.room.seats)]
    if unknown:
        form.add_error(name, _("No such badge in the room: %(numbers)s.") % {"numbers": ", ".join(unknown[:8])})
    return numbers


class PaperVoteForm(QuestionForm):
    """The sheet of a vote: totals with two scrutineers, or the badges of a roll call."""

    order = (
        "happened", "text", "language", *asking.ASKED, "method", "in_favour", "against", "abstain", "first", "second",
        "for_badges", "against_badges", "abstain_badges", "majority", "base", "agrees",
    )  # fmt: skip
    in_favour = forms.IntegerField(label=_("In favour"), min_value=0, required=False)
    against = forms.IntegerField(label=_("Against"), min_value=0, required=False)
    abstain = forms.IntegerField(label=_("Abstentions"), min_value=0, required=False)
    first = forms.ChoiceField(label=_("First scrutineer"), required=False)
    second = forms.ChoiceField(label=_("Second scrutineer"), required=False)
    for_badges = forms.CharField(
        label=_("Roll call: in favour"), widget=SHORT, required=False, help_text=BADGES, max_length=4000
    )
    against_badges = forms.CharField(label=_("Roll call: against"), widget=SHORT, required=False, max_length=4000)
    abstain_badges = forms.CharField(label=_("Roll call: abstaining"), widget=SHORT, required=False, max_length=4000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.order)

    def prepare(self) -> None:
        super().prepare()
        _ask_hour(self)
        fit = [s for s in by_name(self.room) if s.votes or s.role is Role.SECRETARIAT]
        for name in ("first", "second"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "—"), *((s.id, f"{s.name} · {s.id}") for s in fit)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["named"] = tuple(
            (seat, choice)
            for choice, name in (
                (Choice.FOR, "for_badges"), (Choice.AGAINST, "against_badges"), (Choice.ABSTAIN, "abstain_badges"),
            )
            for seat in _read(self, name)
        )  # fmt: skip
        return data

    def paper_vote(self) -> c.RecordPaperVote:
        """The sheet as the core takes it."""
        d = self.cleaned_data
        agrees, (consensus, note) = d["agrees"], self.sought()
        return c.RecordPaperVote(
            d["text"], Method(d["method"]), *asking.typed(d), d["in_favour"] or 0,
            d["against"] or 0, d["abstain"] or 0, tuple(s for s in (d["first"], d["second"]) if s), d["named"],
            d["language"], agrees, Effect(d["effect"] or Effect.BINDS), self.parts() if agrees else (),
            d["power"] if agrees else "", agrees and d["ad_referendum"], consensus, note,
        )  # fmt: skip


class PaperAgreementForm(ProposalForm):
    """The slip of an agreement that nobody objected to, and who had lost the line."""

    field_order = ("happened", "text", "language", "effect", "power", "ad_referendum")
    cut_off = forms.CharField(
        label=_("Cut off while it was adopted"), widget=SHORT, required=False, max_length=4000,
        help_text=_("Badges of those with a vote who were on line and lost it: they may object late."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)

    def prepare(self) -> None:
        _ask_hour(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["cut"] = tuple(_read(self, "cut_off"))
        return data

    def paper_agreement(self) -> c.RecordPaperAgreement:
        """The slip as the core takes it."""
        d = self.cleaned_data
        return c.RecordPaperAgreement(
            d["text"], Effect(d["effect"]), self.parts(), d["power"], d["language"], d["ad_referendum"], d["cut"]
        )
