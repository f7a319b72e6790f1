"""Forms of the agenda as a whole."""

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sessions.core.rules.amending import FIXED, UNTREATED
from sessions.core.state import Room
from sessions.core.terms import ItemKind, ItemState
from sessions.forms.room import SHORT, ActForm
from sessions.models import Session
from sessions.wording.words import titled

WHY = _("Everybody reads it; it stays in the record. Once the agenda is adopted no change goes without it.")


def as_it_stands(session: Session, room: Room) -> list[str]:
    """What is adopted, said before it is."""
    left = [i for i in room.items if i.state is not ItemState.WITHDRAWN]
    many = ngettext("%(n)d item, as the agenda stands now:", "%(n)d items, as the agenda stands now:", len(left))
    found = [f"{many % {'n': len(left)}} {'; '.join(titled(i.plan) for i in left)}."]
    if room.order.amended:
        found.append(gettext("It was changed since the session was convened: it is adopted as amended."))
    return found


class LooseForm(ActForm):
    """An item that is still to come and may move or go."""

    fixed = False
    item = forms.ChoiceField(label=_("Item"))
    reason = forms.CharField(label=_("Reason"), widget=SHORT, required=False, help_text=WHY)

    def prepare(self) -> None:
        fit = [i for i in self.room.items if i.state in UNTREATED and (self.fixed or i.plan.kind not in FIXED)]
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in fit])
        self.fields["reason"].required = self.room.order.adopted_at is not None


class MoveForm(LooseForm):
    before = forms.ChoiceField(label=_("Before which item"))
    field_order = ("item", "before", "reason")

    def prepare(self) -> None:
        super().prepare()
        never = (ItemKind.ATTENDANCE, ItemKind.CLOSING)
        fit = [i for i in self.room.items if i.state in UNTREATED and i.plan.kind not in never]
        self.choose("before", [(i.plan.id, titled(i.plan)) for i in fit])


class WithdrawForm(LooseForm):
    def prepare(self) -> None:
        super().prepare()
        self.fields["reason"].required = True


class RetitleForm(LooseForm):
    fixed = True
    title_es = forms.CharField(label=_("Title in Spanish"), max_length=300, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=300, required=False)
    field_order = ("item", "title_es", "title_en", "reason")


class ExtendForm(ActForm):
    minutes = forms.IntegerField(label=_("Minutes more"), initial=10)
    reason = forms.CharField(label=_("Reason"), widget=SHORT)
