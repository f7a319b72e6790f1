"""The form of a correction."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.terms import Slip
from sessions.forms.room import AREA, SHORT, ActForm, short, turns
from sessions.wording.words import word


class CorrectionForm(ActForm):
    """A slip put right: which entry, what it should say, why."""

    what = forms.ChoiceField(label=_("What is wrong"))
    now = forms.CharField(label=_("What it should say"), widget=AREA, required=False)
    seat = forms.ChoiceField(label=_("Who spoke"), required=False, help_text=_("Only to correct who spoke."))
    reason = forms.CharField(label=_("Reason"), widget=SHORT)

    def prepare(self) -> None:
        r = self.room
        found = [(f"{Slip.STATEMENT.value}:{t}", f"{word(Slip.STATEMENT)} · {label}") for t, label in turns(r)]
        found += [(f"{Slip.TURN_SPEAKER.value}:{t}", f"{word(Slip.TURN_SPEAKER)} · {label}") for t, label in turns(r)]
        found += [(f"{Slip.AGREEMENT_TEXT.value}:{a.id}", f"{a.id} · {short(a.text)}") for a in r.agreements]
        found += [
            (f"{Slip.RULING.value}:{p.id}", f"{word(Slip.RULING)} · {short(p.ruling)}") for p in r.points if p.ruling
        ]
        self.choose("what", found)
        everybody = sorted(r.seats.values(), key=lambda s: s.name)
        self.choose("seat", [(s.id, s.name) for s in everybody])

    def slip(self) -> tuple[Slip, str, str]:
        """The kind of slip, the entry it is in, what it should say."""
        kind, _colon, ref = self.cleaned_data["what"].partition(":")
        slip = Slip(kind)
        return slip, ref, self.cleaned_data["seat" if slip is Slip.TURN_SPEAKER else "now"]
