"""What is asked to resign, conclude, give notice, reply and decide."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.members.leaving.officials import deciders
from consultations.members.models import Membership
from consultations.members.tables.separation import MOST_REPLY_DAYS, NOTICED, REPLY_DAYS
from incidencia.accounts.models import Person
from incidencia.text.typed import WordsField, readable


class ResignForm(forms.Form):
    """What one wants to say on leaving."""

    words = WordsField(
        label=_("What you want to say"), max_length=2000, required=False,
        help_text=_("Only who convenes reads it. You need not say why."),
    )  # fmt: skip
    sure = forms.BooleanField(label=_("I leave today. I know that my seats and my vote end with it."))


class ConcludeForm(forms.Form):
    """Why what the membership rested on has ended."""

    reason = forms.CharField(
        label=_("What ended"), max_length=500, validators=[readable],
        help_text=_("Public: the appointment or the accreditation that ended, without personal details."),
    )  # fmt: skip


class NoticeForm(forms.Form):
    """Cause, facts, ground, time to reply, and who will decide."""

    cause = forms.ChoiceField(
        label=_("Cause"), widget=forms.RadioSelect, choices=[(cause.value, cause.label) for cause in NOTICED]
    )
    facts = WordsField(label=_("What happened"), rows=6, max_length=8000, help_text=_("With dates and sources."))
    ground = WordsField(label=_("Ground"), max_length=2000, help_text=_("The rule breached, and its article."))
    reply_days = forms.IntegerField(
        label=_("Business days to reply"), min_value=REPLY_DAYS, max_value=MOST_REPLY_DAYS, initial=REPLY_DAYS
    )
    decider: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=_("Who will decide"), queryset=None,
        help_text=_("Another official than you. They read the notice and the reply."),
    )  # fmt: skip

    def __init__(self, *args: Any, membership: Membership, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        others = deciders(membership, by)
        if others.exists():
            chooser = self.fields["decider"]
            chooser.queryset = others  # type: ignore[attr-defined]
            chooser.label_from_instance = lambda person: person.name  # type: ignore[attr-defined]
        else:
            del self.fields["decider"]


class ReplyForm(forms.Form):
    """One's side of it."""

    text = WordsField(
        label=_("Your reply"), rows=8, max_length=20_000,
        help_text=_("Once. Whoever decides and who convenes read it; nobody else does."),
    )  # fmt: skip


class SeparationForm(forms.Form):
    """Separated or not, the reasons, and what is published."""

    separates = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect,
        choices=[("no", _("They stay")), ("yes", _("They are separated: their membership ends today"))],
    )  # fmt: skip
    reasons = WordsField(
        label=_("Reasons"), rows=6, max_length=8000,
        help_text=_("For the member and who convenes. Answer what the reply says."),
    )  # fmt: skip
    public_words = forms.CharField(
        label=_("What is published"), max_length=500, required=False, validators=[readable],
        help_text=_("If they are separated: one sentence, without personal details. Cause and date stand beside it."),
    )  # fmt: skip
