"""Forms of the agenda."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.terms import ItemState, Purpose
from sessions.forms.room import AREA, SHORT, ActForm, ReasonForm
from sessions.wording.words import choices, titled


class ItemForm(ActForm):
    """One item of the agenda in one of `states`."""

    on_paper = True
    states: tuple[ItemState, ...] = (ItemState.PENDING, ItemState.DEFERRED)
    item = forms.ChoiceField(label=_("Item"))

    def prepare(self) -> None:
        fit = [i for i in self.room.items if i.state in self.states]
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in fit])


class DeferForm(ItemForm, ReasonForm):
    states: tuple[ItemState, ...] = (ItemState.OPEN, ItemState.PENDING)
    field_order = ("item", "reason")


class ReopenForm(DeferForm):
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
