"""Forms of votes and temperature checks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField
from sessions.core import commands as c
from sessions.core.rules.motions import is_appeal
from sessions.core.rules.votes import hall_left, is_announced
from sessions.core.terms import Choice, Effect, Method, MotionKind, Stance
from sessions.forms import asking
from sessions.forms.asking import METHODS as METHODS  # motions and texts take it from here
from sessions.forms.asking import SoughtForm
from sessions.forms.decisions import PARTS, POWERS, ProposalForm
from sessions.forms.room import LANGUAGES, SHORT, ActForm, ReasonForm, short
from sessions.wording import voting
from sessions.wording.words import choices


class OnQuestion(ActForm):
    """An act upon the question that was on the page: it counts for no other that came before the room since."""

    question = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        asked = self.room.vote or self.room.temperature
        self.fields["question"].initial = asked.id if asked else ""

    def asked(self) -> str:
        """The id of that question; one that no question has where the form came without it."""
        return self.cleaned_data["question"] or "none"


class ChoiceForm(OnQuestion):
    choice = forms.ChoiceField(
        label=_("Your vote"), widget=forms.RadioSelect,
        choices=choices(Choice.FOR, Choice.AGAINST, Choice.ABSTAIN),
    )  # fmt: skip


class StanceForm(OnQuestion):
    stance = forms.ChoiceField(
        label=_("Your answer"), widget=forms.RadioSelect,
        choices=choices(Stance.AGREE, Stance.ACCEPT, Stance.CANNOT, Stance.NONE),
    )  # fmt: skip


class QuestionForm(SoughtForm, ProposalForm):
    """The question, how it is voted and what carries it; and, if it is words for an agreement, all that one needs."""

    field_order: tuple[str, ...] = ("text", "language", *asking.ASKED, "method", "majority", "base", "agrees")
    folded: tuple[str, ...] = ("agrees", "effect", *POWERS, *PARTS)
    fold_title = _("The question is the words of an agreement")
    text = WordsField(
        rows=4,
        label=_("Question to be voted"),
        help_text=_("As it will be read aloud: one votes for it or against it."),
    )
    method = forms.ChoiceField(label=_("How it is voted"), choices=METHODS, widget=forms.RadioSelect)
    majority = asking.majority_field()
    base = asking.base_field()
    agrees = forms.BooleanField(
        label=_("If it is carried, these words are an agreement"), required=False,
        help_text=_("Then the agreement is recorded with them, and what follows here belongs to it."),
    )  # fmt: skip

    def prepare(self) -> None:
        asking.offer_methods(self, self.room.rules)
        asking.offer_majorities(self, self.room.rules)
        self.ask_of_consensus()
        self.fields["effect"].required = False
        self.fields["effect"].initial = None

    def clean(self) -> dict[str, Any]:
        """What is typed for an agreement belongs to one; and an agreement says what it does."""
        data = super().clean() or self.cleaned_data
        if data.get("agrees") and not data.get("effect"):
            self.add_error("effect", _("Say what the agreement does."))
        typed = any(data.get(name) for name in ("effect", *POWERS, *PARTS))
        if typed and not data.get("agrees"):
            self.add_error("agrees", _("Tick it if these words become an agreement; else leave the rest empty."))
        return data

    def command(self) -> c.PutToVote:
        """The question as the core takes it."""
        d = self.cleaned_data
        consensus, note = self.sought()
        return c.PutToVote(
            d["text"], Method(d["method"]), *asking.typed(d), d["language"], d["agrees"],
            Effect(d["effect"] or Effect.BINDS), self.parts() if d["agrees"] else (),
            d["power"] if d["agrees"] else "", d["agrees"] and d["ad_referendum"],
            consensus=consensus, consensus_note=note,
        )  # fmt: skip


class HallForm(OnQuestion):
    in_favour = forms.IntegerField(label=_("In favour"), min_value=0)
    against = forms.IntegerField(label=_("Against"), min_value=0)
    abstain = forms.IntegerField(label=_("Abstentions"), min_value=0)

    def prepare(self) -> None:
        super().prepare()
        most = len(hall_left(self.room.vote)) if self.room.vote else 0
        for name in ("in_favour", "against", "abstain"):
            self.fields[name].widget.attrs["max"] = most


class DeclarationForm(OnQuestion):
    carried = forms.TypedChoiceField(
        label=_("The chair declares"), coerce=lambda v: v == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("Carried")), ("no", _("Not carried"))],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, required=False,
        help_text=_("Needed if the declaration differs from the count. Everybody reads it."),
    )  # fmt: skip

    def prepare(self) -> None:
        super().prepare()
        result = self.room.vote.result if self.room.vote else None
        if result:
            self.fields["carried"].initial = "yes" if result.carried else "no"
        if self.room.vote and is_appeal(self.room, self.room.vote):
            field = self.fields["carried"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(k, voting.carried(k == "yes", MotionKind.APPEAL)) for k in ("yes", "no")]


class WithdrawalForm(OnQuestion, ReasonForm):
    field_order = ("question", "reason")


class ExplanationForm(ActForm):
    vote = forms.ChoiceField(label=_("Vote"))
    text = WordsField(rows=4, label=_("Your explanation"), help_text=_("It stands beside the vote, word for word."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)

    def prepare(self) -> None:
        announced = [self.room.vote] if is_announced(self.room.vote) and self.room.vote else []
        self.choose("vote", [(v.id, short(v.question)) for v in (*announced, *reversed(self.room.votes))])


class TemperatureForm(ActForm):
    question = WordsField(rows=2, label=_("Question"), help_text=_("A sentence with which one may agree or not."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class TakenForm(ActForm):
    temperature = forms.ChoiceField(label=_("Temperature check"))

    def prepare(self) -> None:
        taken: list[Any] = [t for t in reversed(self.room.temperatures) if not t.noted]
        self.choose("temperature", [(t.id, short(t.question)) for t in taken])
