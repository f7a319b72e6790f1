"""What is asked to give, prolong or renew a term."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.members.models import Membership
from consultations.members.tables.term import TermKind
from incidencia.text.typed import WordsField
from incidencia.web.days import DayField


class TermForm(forms.Form):
    """The last day, why; and, where the term is running, whether it is prolonged or another one follows."""

    ends_on = DayField(label=_("Last day"))
    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Everybody reads it."))

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.membership = membership
        if membership.ends_on is not None and membership.is_in_force():
            self.fields["kind"] = forms.ChoiceField(
                label=_("What happens"), widget=forms.RadioSelect, initial=TermKind.PROLONGED,
                choices=[
                    (TermKind.PROLONGED.value, _("The same term ends later")),
                    (TermKind.RENEWED.value, _("Another term follows")),
                ],
            )  # fmt: skip
            self.order_fields(["kind", "ends_on", "reason"])

    @property
    def kind(self) -> TermKind:
        """What happens with the term, once the form is valid."""
        if "kind" in self.fields:
            return TermKind(self.cleaned_data["kind"])
        return TermKind.GIVEN if self.membership.ends_on is None else TermKind.RENEWED
