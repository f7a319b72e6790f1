"""Forms of reserves: on an item, its confirmation and its end; who is cleared."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.clock import now
from incidencia.text.typed import WordsField, readable
from sessions.core import commands as c
from sessions.core.circulation import day_of
from sessions.core.reserves import NEVER, is_over
from sessions.core.terms import Circle, ItemState, Role
from sessions.forms.room import LANGUAGES, ActForm, ReasonForm
from sessions.wording.words import choices, titled, word


class DayField(forms.DateField):
    """A day, from the browser's own calendar."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class OffRecordForm(ActForm):
    reason = WordsField(
        label=_("Reason"), rows=2, help_text=_("It is shown on every screen and stays in the minutes.")
    )


class ClassifyForm(ActForm):
    """The whole act of a reserve. Whatever is written here is public: it is the reason, not the matter."""

    item = forms.ChoiceField(label=_("Item"))
    circle = forms.ChoiceField(
        label=_("Who may hear it"), widget=forms.RadioSelect, choices=choices(Circle.MEMBERS, Circle.CLOSED)
    )
    ground = forms.CharField(label=_("Ground"), max_length=300, validators=[readable])
    article = forms.CharField(
        label=_("Law and article it rests on"), max_length=300, validators=[readable],
        help_text=_("For instance: LGTAIP, article 113, section II."),
    )  # fmt: skip
    risk = WordsField(
        label=_("Harm test: the real, demonstrable and identifiable risk"), rows=2,
        help_text=_("What would happen if it were heard. Everything on this page is public: do not tell the matter."),
    )  # fmt: skip
    interest = WordsField(label=_("Harm test: why it is greater than the public interest in hearing it"), rows=2)
    least = WordsField(label=_("Harm test: why this is the least restrictive means"), rows=2)
    told = WordsField(
        label=_("What those who may not hear are told"), rows=3, required=False,
        help_text=_("As much as can be told. It stands where the item would stand, in the room and in the minutes."),
    )  # fmt: skip
    untold = WordsField(label=_("If nothing can be told: why"), rows=2, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    until = DayField(label=_("Last day of the reserve"), help_text=_("After it, everything opens by itself."))
    decision = forms.CharField(
        label=_("Decision of the Transparency Committee: number"), max_length=60, required=False,
        validators=[readable], help_text=_("Leave it empty while its confirmation is pending: a term begins."),
    )  # fmt: skip
    decided_on = DayField(label=_("Decision of the Transparency Committee: day"), required=False)
    reservable = forms.BooleanField(
        label=_("I declare that this keeps neither violations of human rights nor an answer that the authority owes"),
        help_text=_("These are never reserved (A9). The declaration is public and stands in the act."),
    )  # fmt: skip

    def prepare(self) -> None:
        fit = [
            i for i in self.room.items
            if i.plan.kind not in NEVER and i.state is not ItemState.CONCLUDED and not _stands(self, i.plan.id)
        ]  # fmt: skip
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in fit])
        self.fields["until"].initial = day_of(now(), self.room.zone) + timedelta(days=365)

    def command(self) -> c.ClassifyItem:
        """The act as the core takes it."""
        d = self.cleaned_data
        return c.ClassifyItem(
            d["item"], Circle(d["circle"]), d["ground"], d["article"], d["risk"], d["interest"], d["least"],
            d["until"], d["told"], d["untold"], d["decision"], d["decided_on"], d["language"],
            d["reservable"],
        )  # fmt: skip


def _stands(form: ActForm, item: str) -> bool:
    reserve = form.room.reserve_on(item)
    return reserve is not None and not is_over(reserve, form.room.zone, now())


class ReservedForm(ActForm):
    """An item on which a reserve stands."""

    item = forms.ChoiceField(label=_("Item"))

    def prepare(self) -> None:
        fit = [i for i in self.room.items if _stands(self, i.plan.id) and self.fits(i.plan.id)]
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in fit])

    def fits(self, item: str) -> bool:
        return True


class ConfirmForm(ReservedForm):
    decision = forms.CharField(label=_("Number of the decision"), max_length=60, validators=[readable])
    decided_on = DayField(label=_("Day of the decision"))

    def fits(self, item: str) -> bool:
        reserve = self.room.reserve_on(item)
        return reserve is not None and not reserve.decision


class DeclassifyForm(ReservedForm, ReasonForm):
    field_order = ("item", "reason")


class ClearForm(ActForm):
    """Somebody accredited, present or not, who is not cleared."""

    seat = forms.ChoiceField(label=_("Person"))
    undertaking = WordsField(
        label=_("Undertaking"), rows=3,
        help_text=_("What the person has undertaken, when and how. It is public."),
    )  # fmt: skip

    def prepare(self) -> None:
        known = self.session.seats.order_by("name") if self.room.convened else ()  # an act that is not for the reader
        fit = [s for s in known if s.key not in self.room.cleared and s.role != Role.SECRETARIAT]
        self.names = {s.key: s.name for s in fit}
        self.choose("seat", [(s.key, f"{s.name} · {s.organization or word(s.role, Role)}") for s in fit])


class UnclearForm(ReasonForm):
    """Somebody who is cleared."""

    field_order = ("seat", "reason")
    seat = forms.ChoiceField(label=_("Person"))

    def prepare(self) -> None:
        names = dict(self.session.seats.values_list("key", "name")) if self.room.cleared else {}
        self.choose("seat", [(key, names.get(key, key)) for key in self.room.cleared])
