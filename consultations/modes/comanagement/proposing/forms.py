"""What is asked to propose a task."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from consultations.activities.models import Activity
from consultations.members.kinds import Side
from consultations.models import Membership
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.days import today_in
from consultations.modes.comanagement.models import ProgrammeLine
from consultations.modes.comanagement.proposing.origins import EXCERPT, agreements_for, lines_of
from consultations.modes.comanagement.proposing.services import Proposal
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import SpeakingAs
from incidencia.text.typed import WordsField, readable
from incidencia.web.instants import FIRST, LAST
from incidencia.web.templatetags.ui import local
from sessions.models import Agreement

LANGUAGES = [("es", "Español"), ("en", "English")]
MOST_DELIVERABLES = 12
ROWS = 3
HEAVIEST = 1000
NO_ORIGIN = _("A task comes from an agreement or from a line of a programme.")


class MemberChoice(forms.ModelChoiceField):
    """A member, told by name and whom they speak for."""

    def label_from_instance(self, obj: Membership) -> str:
        return " · ".join(part for part in (obj.person.name, obj.capacity, obj.speaks_for) if part)


class AgreementChoice(forms.ModelChoiceField):
    """An agreement, by its reference and its first words; what is sent is the reference."""

    def label_from_instance(self, obj: Agreement) -> str:
        text = obj.text if len(obj.text) <= EXCERPT else obj.text[: EXCERPT - 1] + "…"
        return f"{obj.reference} · {text}"


class LineChoice(forms.ModelChoiceField):
    """A line, after the programme and the objective it belongs to."""

    def label_from_instance(self, obj: ProgrammeLine) -> str:
        told = local(obj.objective.programme, "title"), local(obj.objective, "text"), local(obj, "text")
        return " › ".join(told)


class DayField(forms.DateField):
    """A day that a calendar knows."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def clean(self, value: Any) -> Any:
        """Refuse a year that no calendar of other programs bears."""
        day = super().clean(value)
        if day is not None and not FIRST <= day.year <= LAST:
            raise forms.ValidationError(gettext("Write a year that a calendar knows."))
        return day


class TaskWords(forms.Form):
    """A task: words, origin, leads, date, money."""

    title = forms.CharField(
        label=_("Title"), max_length=200, validators=[readable], help_text=_("What will be done, in one line.")
    )
    goal = WordsField(
        label=_("Goal"), rows=4, max_length=4000, help_text=_("What it is for, and what changes with it.")
    )
    agreement = AgreementChoice(
        label=_("Agreement it comes from"),
        queryset=Agreement.objects.none(),
        required=False,
        to_field_name="reference",
        empty_label=_("No agreement"),
        help_text=_(
            "An agreement, a line of a programme, or both. One taken ad referendum can be chosen once it is ratified."
        ),
    )
    line = LineChoice(
        label=_("Line of a programme"),
        queryset=ProgrammeLine.objects.none(),
        required=False,
        empty_label=_("No line"),
    )
    weight = forms.IntegerField(
        label=_("Weight within its line"), min_value=1, max_value=HEAVIEST, initial=1, required=False,
        help_text=_("The progress of the programme is counted from the weights."),
    )  # fmt: skip
    civil = MemberChoice(label=_("Lead for civil society"), queryset=Membership.objects.none())
    public = MemberChoice(label=_("Lead for the public service"), queryset=Membership.objects.none())
    due_on = DayField(label=_("Due"), help_text=_("It moves only with a reason and the other lead's assent."))
    territory = forms.CharField(
        label=_("Territory"), max_length=300, required=False, validators=[readable],
        help_text=_("Where, if it is somewhere in particular."),
    )  # fmt: skip
    money_programme = forms.CharField(
        label=_("Programme that pays"), max_length=300, required=False, validators=[readable],
        help_text=_("Only where public resources are used: which programme, and how much."),
    )  # fmt: skip
    money_amount = forms.DecimalField(
        label=_("Amount, in pesos"), max_digits=14, decimal_places=2, min_value=Decimal("0.01"), required=False
    )
    risks = WordsField(
        label=_("Risks"), max_length=2000, required=False, help_text=_("What could keep it from happening.")
    )
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, activity: Activity, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.consultation = activity.consultation
        chosen: dict[str, Any] = self.fields
        chosen["language"].initial = (get_language() or "es")[:2]
        if lines_of(self.consultation).exists():
            for name in ("agreement", "line"):
                chosen[name].instead = _("(this, the other, or both)")
        else:
            chosen["agreement"].required = True
            chosen["agreement"].error_messages["required"] = NO_ORIGIN
        chosen["agreement"].queryset = agreements_for(self.consultation, person)
        chosen["line"].queryset = lines_of(self.consultation)
        chosen["civil"].queryset = seats.members_of(self.consultation, Side.CIVIL)
        chosen["public"].queryset = seats.members_of(self.consultation, Side.PUBLIC)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        named = {"agreement", "line"} & set(self.errors)
        if not named and not data.get("agreement") and not data.get("line"):
            self.add_error("agreement", NO_ORIGIN)
        if (day := data.get("due_on")) and day < today_in(self.consultation):
            self.add_error("due_on", _("This date has passed."))
        if not {"money_programme", "money_amount"} & set(self.errors) and (
            bool(data.get("money_programme")) != (data.get("money_amount") is not None)
        ):
            said = _("Where public resources are used, say which programme pays and how much.")
            self.add_error("money_amount" if data.get("money_programme") else "money_programme", said)
        return data


class TaskForm(SpeakingAs, TaskWords):
    """The task, and in whose name it is proposed."""


class DeliverableForm(forms.Form):
    """What is delivered and how it is judged; both, or neither."""

    what = forms.CharField(label=_("What is delivered"), max_length=300, required=False, validators=[readable])
    criterion = forms.CharField(
        label=_("How it is judged"), max_length=1000, required=False, validators=[readable],
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("what")) != bool(data.get("criterion")) and not self.errors:
            name = "criterion" if data.get("what") else "what"
            self.add_error(name, _("Each deliverable has its criterion of acceptance."))
        return data


class DeliverableRows(BaseFormSet):
    """At least one deliverable: the first row asks for it."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Number the rows, so that each label says which one it belongs to."""
        super().add_fields(form, index)
        for field in form.fields.values():
            field.label = f"{(index or 0) + 1}. {field.label}"
            field.required = index == 0

    def clean(self) -> None:
        if not any(self.errors) and not self.pairs():
            raise forms.ValidationError(gettext("Say what is delivered, and how everybody will judge it."))

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Promise what is delivered, with its criterion, in order."""
        rows = [getattr(form, "cleaned_data", {}) for form in self.forms]
        return tuple((row["what"], row["criterion"]) for row in rows if row.get("what") and row.get("criterion"))


Deliverables = cast(
    type[DeliverableRows],
    formset_factory(
        DeliverableForm, formset=DeliverableRows, extra=ROWS, max_num=MOST_DELIVERABLES,
        absolute_max=MOST_DELIVERABLES, validate_max=True,
    ),
)  # fmt: skip


def proposal_of(data: Mapping[str, Any], deliverables: tuple[tuple[str, str], ...]) -> Proposal:
    """Promise what the service takes, of what a valid form holds."""
    return Proposal(
        title=data["title"], language=data["language"], goal=data["goal"], due_on=data["due_on"],
        civil=data["civil"], public=data["public"], deliverables=deliverables,
        agreement=data["agreement"].reference if data["agreement"] else "",
        line=data["line"].pk if data["line"] else None, weight=data["weight"] or 1, territory=data["territory"],
        money_programme=data["money_programme"], money_amount=data["money_amount"], risks=data["risks"],
    )  # fmt: skip
