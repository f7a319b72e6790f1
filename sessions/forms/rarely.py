"""Rules of deciding, and rules that are rarely changed: the part of `plan.RulesForm` that stands here."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.terms import Majority, Method, Points, QuorumBase, Tie
from sessions.wording.ruleset import PARTS
from sessions.wording.words import choices

RARELY = (
    "undo_seconds", "frozen", "overtakes", "tie", "vote_seconds", "least_cell", "motion_seconds", "reserve_years",
    "confirm_days",
)  # fmt: skip


class DecidingRules(forms.Form):
    """How questions are put and of whom the quorum is; and the numbers that few change, folded away."""

    quorum_base = forms.ChoiceField(label=_("That share is of"), choices=choices(*QuorumBase))
    quorum_to_decide = forms.IntegerField(
        label=_("Quorum to decide: more than this share (%)"), min_value=0, max_value=99, initial=0,
        help_text=_("0: no more than it takes to open."),
    )  # fmt: skip
    majority_whole = forms.ChoiceField(
        label=_("What carries a text as a whole"), choices=choices(*Majority),
        help_text=_("Counts where it asks for more than what carries any question."),
    )  # fmt: skip
    methods = forms.MultipleChoiceField(
        label=_("How a question may be voted"), choices=choices(*Method), widget=forms.CheckboxSelectMultiple
    )
    method = forms.ChoiceField(
        label=_("How it is voted unless the chair chooses another way"), choices=choices(*Method)
    )
    consensus_first = forms.BooleanField(
        label=_("Whoever puts a question to the vote says whether consensus was sought"), required=False,
        help_text=_("Yes, or no and why: the room and the minutes tell it. Procedural motions need none."),
    )  # fmt: skip
    points = forms.ChoiceField(label=_("Who raises points of order"), choices=choices(*Points))

    undo_seconds = forms.IntegerField(
        label=_("Seconds in which one takes back one's own act"), min_value=0, max_value=120,
        help_text=_("Only while nobody has built upon it. 0: an act is corrected, never taken back."),
    )  # fmt: skip
    frozen = forms.IntegerField(
        label=_("Next places of the list of speakers that do not change"), min_value=0, max_value=20
    )
    overtakes = forms.IntegerField(
        label=_("How often somebody may be overtaken in an item"), min_value=0, max_value=20,
        help_text=_("By the rule of balance; the chair leaves the list with a reason."),
    )  # fmt: skip
    if len(Tie) > 1:
        tie = forms.ChoiceField(label=_("What a tie decides"), choices=choices(*Tie))
    vote_seconds = forms.IntegerField(
        label=_("Seconds that a vote stays open at least"), min_value=0, max_value=600,
        help_text=_("While somebody who may vote and is in the room has not. 0: the chair closes it at any time."),
    )  # fmt: skip
    least_cell = forms.IntegerField(
        label=_("Fewest people of whom a count by side, or of secret ballots, is told"), min_value=5, max_value=50,
        help_text=_("Among fewer the count would tell who chose what."),
    )  # fmt: skip
    motion_seconds = forms.IntegerField(
        label=_("Seconds of each turn on a procedural motion"), min_value=10, max_value=1800
    )
    reserve_years = forms.IntegerField(
        label=_("Years for which an item is reserved, at most (A9)"), min_value=1, max_value=5
    )
    confirm_days = forms.IntegerField(
        label=_("Business days in which the Transparency Committee confirms a reserve (A9)"), min_value=1,
        max_value=60,
    )  # fmt: skip


def refuse_contradictions(form: forms.Form) -> None:
    """Say it where two rules can't both hold: a usual way of voting that may not be used, a quorum to decide that is
    less than the one to open."""
    data = form.cleaned_data
    opens, decides = data.get("quorum_over_percent") or 0, data.get("quorum_to_decide") or 0
    if 0 < decides <= opens:
        form.add_error("quorum_to_decide", _("Write more than the %(n)s %% it takes to open, or 0.") % {"n": opens})
    if data.get("method") and data.get("methods") and data["method"] not in data["methods"]:
        form.add_error("method", _("It is none of the ways in which a question may be voted: tick it there too."))


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under the heading their rules have on the page of the rules."""

    title: str
    fields: list[forms.BoundField]


def groups(form: forms.BaseForm) -> list[Group]:
    """The fields that stand open, by heading, in the order in which the rules are told."""
    found = [Group(str(title), [form[n] for n in told if n in form.fields and n not in RARELY])
             for title, told in PARTS]  # fmt: skip
    return [group for group in found if group.fields]


def folded(form: forms.BaseForm) -> list[forms.BoundField]:
    """The fields that are folded away."""
    return [form[name] for name in RARELY if name in form.fields]


def unfolded(form: forms.BaseForm) -> bool:
    """Whether one of those has a mistake, and has to be seen."""
    return any(field.errors for field in folded(form))
