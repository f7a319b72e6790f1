"""Forms of motions, appeals, reopened decisions and recounts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField
from sessions.core import commands as c
from sessions.core.rules.motions import PROCEDURAL, goes_before
from sessions.core.rules.revising import later, to_supersede
from sessions.core.terms import Method, MotionKind
from sessions.forms import asking
from sessions.forms.room import LANGUAGES, ActForm, short
from sessions.forms.votes import METHODS, OnQuestion
from sessions.wording.motions import question
from sessions.wording.words import WORDS

WHY = _("Everybody reads it; it stands in the minutes.")


class WhyForm(ActForm):
    reason = WordsField(rows=2, label=_("Reason"), help_text=WHY)


class OnMotion(ActForm):
    """An act upon the motion that was on the page: it counts for no other that was moved since."""

    motion = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.fields["motion"].initial = self.room.motion.id if self.room.motion else ""

    def asked(self) -> str:
        """The id of that motion; one that no motion has where the form came without it."""
        return self.cleaned_data["motion"] or "none"


class RulingForm(WhyForm):
    """An appeal against the last ruling, which was on the page."""

    point = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.fields["point"].initial = self.room.floor.ruling


class ProceduralForm(WhyForm):
    field_order = ("kind", "reason")
    kind = forms.ChoiceField(label=_("What is moved"), widget=forms.RadioSelect)

    def prepare(self) -> None:
        fit = [k for k in PROCEDURAL if goes_before(k, self.room)]
        if self.room.floor.debate_closed:
            fit = [k for k in fit if k is not MotionKind.CLOSURE]
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(k.value, WORDS[MotionKind][k]) for k in fit]


class ReconsiderForm(WhyForm):
    field_order = ("ref", "reason")
    ref = forms.ChoiceField(label=_("Decision"))

    def prepare(self) -> None:
        room = self.room
        told = [(a.id, f"{a.id} · {short(a.text)}") for a in room.agreements if not a.reopened]
        told += [(v.id, f"{v.id} · {short(v.question)}") for v in room.votes
                 if not (v.reopened or v.agreement or v.motion)]  # fmt: skip
        self.choose("ref", told)


class MotionVoteForm(OnMotion):
    """The question that decides the motion, and how it is voted."""

    field_order = ("text", "language", "method")
    text = WordsField(rows=2, label=_("Question to be voted"), help_text=_("As it will be read aloud."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    method = forms.ChoiceField(
        label=_("How it is voted"), choices=METHODS, widget=forms.RadioSelect
    )

    def prepare(self) -> None:
        super().prepare()
        self.fields["text"].initial = question(self.room.motion) if self.room.motion else ""
        asking.offer_methods(self, self.room.rules)

    def command(self) -> c.PutToVote:
        """The question as the core takes it; what carries it follows from the motion."""
        d = self.cleaned_data
        return c.PutToVote(d["text"], Method(d["method"]), language=d["language"], motion=self.asked())




class SupersedeForm(ActForm):
    agreement = forms.ChoiceField(label=_("Reopened agreement"))
    by = forms.ChoiceField(label=_("Agreement that takes its place"))

    def prepare(self) -> None:
        old = to_supersede(self.room)
        new = {a.id: a for one in old for a in later(self.room, one)}
        self.choose("agreement", [(a.id, f"{a.id} · {short(a.text)}") for a in old])
        self.choose("by", [(a.id, f"{a.id} · {short(a.text)}") for a in new.values()])


class RecountForm(OnQuestion):
    field_order = ("question", "reason")
    reason = WordsField(rows=2, label=_("Reason"), help_text=WHY)
