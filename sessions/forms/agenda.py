"""Forms of the agenda."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.web.templatetags.ui import local
from sessions.core.terms import ItemState, Purpose
from sessions.forms.room import AREA, SHORT, ActForm, ReasonForm
from sessions.queries import later_sessions
from sessions.wording.words import choices, titled


class ItemForm(ActForm):
    """One item of the agenda in one of `states`."""

    on_paper = True
    states: tuple[ItemState, ...] = (ItemState.PENDING, ItemState.DEFERRED)
    item = forms.ChoiceField(label=_("Item"))

    def prepare(self) -> None:
        fit = [i for i in self.room.items if i.state in self.states]
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in fit])


class ItemReasonForm(ItemForm, ReasonForm):
    """An item and the reason."""

    field_order: tuple[str, ...] = ("item", "reason")


class DeferForm(ItemReasonForm):
    states: tuple[ItemState, ...] = (ItemState.OPEN, ItemState.PENDING)
    field_order = ("item", "to", "reason")
    to = forms.ChoiceField(label=_("To which session"), required=False)

    def prepare(self) -> None:
        super().prepare()
        later = [(s.reference, f"{s.reference} · {local(s, 'title')}") for s in later_sessions(self.session)]
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Not fixed yet")), *later]


class ReopenForm(ItemReasonForm):
    states = (ItemState.CONCLUDED,)


class ItemTimeForm(ItemForm):
    states = (ItemState.PENDING, ItemState.OPEN, ItemState.DEFERRED)
    minutes = forms.IntegerField(label=_("Minutes in all"))
    reason = forms.CharField(label=_("Reason"), widget=SHORT)


class OutcomeForm(ActForm):
    on_paper = True
    outcome = forms.CharField(
        label=_("Outcome"), widget=AREA, required=False,
        help_text=_("One or two sentences for the minutes. Agreements have their own place."),
    )  # fmt: skip


class NewItemForm(ActForm):
    title_es = forms.CharField(label=_("Title in Spanish"), required=False)
    title_en = forms.CharField(label=_("Title in English"), required=False)
    decides = forms.ChoiceField(label=_("What is asked of it"), choices=choices(*Purpose), required=False)
    minutes = forms.IntegerField(label=_("Minutes"), initial=15)
    reason = forms.CharField(label=_("Reason"), widget=SHORT)
