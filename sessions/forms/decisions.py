"""Forms of proposals, objections, agreements and reservations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.events import Part
from sessions.core.terms import Effect, Side
from sessions.forms.room import AREA, LANGUAGES, ActForm, ReasonForm, short
from sessions.wording.words import choices

POWERS = ("power", "ad_referendum")
PARTS = (
    "public_who", "public_what", "public_due", "public_criterion", "civil_who", "civil_what", "civil_due",
    "civil_criterion",
)  # fmt: skip


class ProposalForm(ActForm):
    """Words for the room to adopt, what they do, and each side's part (G8.V, G22)."""

    folded: tuple[str, ...] = (*POWERS, *PARTS)
    fold_title = _("Power it rests on, and what each side does")
    text = forms.CharField(label=_("Words of the agreement"), widget=AREA, help_text=_("As they will be read aloud."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    effect = forms.ChoiceField(
        label=_("What it does"), initial=Effect.BINDS.value, widget=forms.RadioSelect,
        choices=choices(Effect.BINDS, Effect.RECOMMENDS, Effect.COMMITS),
    )  # fmt: skip
    power = forms.CharField(
        label=_("Power it rests on"), required=False, help_text=_("The official's appointment or mandate (G22).")
    )
    ad_referendum = forms.BooleanField(
        label=_("Ad referendum"), required=False, help_text=_("It awaits ratification by whoever has the power.")
    )
    public_who = forms.CharField(label=_("Public service: who"), required=False)
    public_what = forms.CharField(label=_("does what"), required=False)
    public_due = forms.DateField(label=_("by when"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    public_criterion = forms.CharField(
        label=_("known by what"), required=False, help_text=_("The evidence that will show it was fulfilled."),
    )  # fmt: skip
    civil_who = forms.CharField(label=_("Civil society: who"), required=False)
    civil_what = forms.CharField(label=_("does what"), required=False)
    civil_due = forms.DateField(label=_("by when"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    civil_criterion = forms.CharField(
        label=_("known by what"), required=False, help_text=_("The evidence that will show it was fulfilled."),
    )  # fmt: skip

    def parts(self) -> tuple[Part, ...]:
        """Each side's part, where there is one. The core refuses a part that is half empty."""
        found = []
        for side in (Side.PUBLIC, Side.CIVIL):
            typed = [self.cleaned_data[f"{side.value}_{name}"] for name in ("who", "what", "due", "criterion")]
            if any(typed):
                found.append(Part(side, *typed))
        return tuple(found)


class AgreementForm(ActForm):
    agreement = forms.ChoiceField(label=_("Agreement"))
    unread = False

    def prepare(self) -> None:
        fit = [a for a in self.room.agreements if not (self.unread and a.read)]
        self.choose("agreement", [(a.id, f"{a.id} · {short(a.text)}") for a in fit])


class UnreadForm(AgreementForm):
    unread = True


class ReservationForm(AgreementForm):
    text = forms.CharField(
        label=_("Your reservation"), widget=AREA, help_text=_("It stands beside the agreement, word for word.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class LateObjectionForm(AgreementForm, ReasonForm):
    field_order = ("agreement", "reason")
