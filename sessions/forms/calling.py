"""The forms that convene a session, move it, or cancel it. Each does its work once."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.clock import now
from incidencia.web.instants import InstantField
from sessions.forms.plan import Section


class KeyedForm(Section):
    """A form whose act does its work once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput, initial=lambda: uuid4().hex)


class ConveneForm(KeyedForm):
    """Where no paper goes with the convening it asks why."""

    def prepare(self) -> None:
        if not self.session.papers.exists():
            self.fields["without_papers"] = forms.CharField(
                label=_("Why no paper goes with the convening"), max_length=2000, required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_("Everybody reads it in the letter. Empty: the letter says that there is none."),
            )  # fmt: skip


class CancelForm(KeyedForm):
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class RescheduleForm(CancelForm):
    def prepare(self) -> None:
        self.fields["starts_at"] = InstantField(label=_("New day and hour"), zone=self.session.zone)
        self.order_fields(["starts_at", "reason"])

    def clean_starts_at(self) -> Any:
        value = self.cleaned_data["starts_at"]
        if value <= now():
            raise forms.ValidationError(_("This hour has passed. Choose one in the future."))
        return value
