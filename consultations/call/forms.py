"""The call in sections: each is one form on one page, saved by itself."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultations.call.fields import needed_later, within_limit
from consultations.kinds import Coverage, Modality, Type
from consultations.models import Consultation
from incidencia.accounts import zones
from incidencia.organizations.states import State
from incidencia.web.instants import InstantField


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class SectionForm(forms.ModelForm[Consultation]):
    """A section of the call. What is saved goes through `call.services.call_save`, never through `save()`."""

    needed: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        needed_later(self, self.needed)

    def validate_constraints(self) -> None:
        """The database keeps the order of dates; `clean` says it in words."""


class SubjectForm(SectionForm):
    """Type, modality, title, purpose and text."""

    needed = ("type", "modality", "title_es", "purpose_es", "call_es")
    type = forms.ChoiceField(
        label=_("Type"),
        choices=lambda: [(kind.value, f"{kind.label}. {kind.meaning}") for kind in Type],
        widget=forms.RadioSelect,
        required=False,
    )
    modality = forms.ChoiceField(
        label=_("Modality"), choices=Modality.choices, widget=forms.RadioSelect, required=False
    )
    call_es = forms.CharField(
        label=_("Text of the call"),
        required=False,
        widget=_area(10),
        validators=[within_limit],
        help_text=_("What is asked of whom, and why now. Paragraphs, lists and links in Markdown."),
    )
    call_en = forms.CharField(
        label=_("Text of the call in English"), required=False, widget=_area(10), validators=[within_limit]
    )

    class Meta:
        model = Consultation
        fields = [
            "type", "modality", "title_es", "title_en", "purpose_es", "purpose_en", "call_es", "call_en",
        ]  # fmt: skip
        labels = {
            "title_es": _("Title"),
            "title_en": _("Title in English"),
            "purpose_es": _("Purpose"),
            "purpose_en": _("Purpose in English"),
        }
        help_texts = {
            "title_es": _("In Spanish. At least one of the two languages is needed."),
            "purpose_es": _("In two or three plain sentences; it stands at the top of the page."),
        }
        widgets = {"purpose_es": _area(3), "purpose_en": _area(3)}

    def clean(self) -> dict[str, Any]:
        """A title in at least one language, always."""
        cleaned = super().clean() or {}
        if not (cleaned.get("title_es") or cleaned.get("title_en")):
            self.add_error("title_es", gettext("Write the title in at least one language."))
        return cleaned


class ProfileForm(SectionForm):
    """Who is called, and the map of actors (G12.IV)."""

    needed = ("profile_es", "affected", "absent", "outreach")

    class Meta:
        model = Consultation
        fields = ["profile_es", "profile_en", "affected", "absent", "outreach"]
        labels = {
            "profile_es": _("Profile of those who are called"),
            "profile_en": _("Profile in English"),
            "affected": _("Who is affected by the question"),
            "absent": _("Who is absent so far"),
            "outreach": _("How those who are absent will be reached"),
        }
        widgets = {
            "profile_es": _area(4), "profile_en": _area(4), "affected": _area(3), "absent": _area(3),
            "outreach": _area(3),
        }  # fmt: skip


class PlaceForm(SectionForm):
    """The geographic demarcation (G18.V, G29)."""

    needed = ("coverage",)
    coverage = forms.ChoiceField(
        label=_("Coverage"), choices=Coverage.choices, widget=forms.RadioSelect, required=False
    )
    states = forms.MultipleChoiceField(
        label=_("Which states"),
        choices=State.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Not needed for national coverage. A region has at least two."),
    )

    class Meta:
        model = Consultation
        fields = ["coverage", "states", "places"]
        labels = {"places": _("Which municipalities or localities")}
        help_texts = {"places": _("Only for municipal or local coverage.")}

    def clean(self) -> dict[str, Any]:
        """National coverage names no state."""
        cleaned = super().clean() or {}
        if cleaned.get("coverage") == Coverage.NATIONAL:
            cleaned["states"] = []
        return cleaned


class DatesForm(SectionForm):
    """When people may apply and when it operates (G18.IV), and how long papers are read (G27.I)."""

    needed = (
        "applications_open_at", "applications_close_at", "starts_at", "ends_at", "zone", "papers_days", "answer_days",
    )  # fmt: skip
    applications_open_at = InstantField(label=_("Applications open"), required=False)
    applications_close_at = InstantField(label=_("Applications close"), required=False)
    starts_at = InstantField(
        label=_("Operation begins"), required=False, help_text=_("As planned. The start itself is an act of yours.")
    )
    ends_at = InstantField(label=_("Operation ends"), required=False)
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones.choices)

    class Meta:
        model = Consultation
        fields = [
            "zone", "applications_open_at", "applications_close_at", "starts_at", "ends_at", "papers_days",
            "answer_days",
        ]  # fmt: skip
        labels = {
            "papers_days": _("Business days to read papers before a session"),
            "answer_days": _("Business days to answer an issue that nobody asked about"),
        }
        help_texts = {
            "papers_days": _("Papers that arrive later are marked as late (G27.I)."),
            "answer_days": _("Anybody can raise one at any time, and is owed a reasoned answer (G8.I)."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = self.data.get("zone") or self.instance.zone
        known = {code for _group, rows in zones.choices() for code, _label in rows}
        for field in self.fields.values():
            if isinstance(field, InstantField):
                field.zone = zone if zone in known else self.instance.zone

    def clean(self) -> dict[str, Any]:
        """Opening before closing, beginning before ending."""
        cleaned = super().clean() or {}
        for first, last, message in (
            ("applications_open_at", "applications_close_at", gettext("Applications must close after they open.")),
            ("starts_at", "ends_at", gettext("The operation must end after it begins.")),
            ("applications_close_at", "ends_at", gettext("The operation must end after applications close.")),
        ):
            if cleaned.get(first) and cleaned.get(last) and cleaned[first] >= cleaned[last]:
                self.add_error(last, message)
        return cleaned


class GroundsForm(SectionForm):
    """On what ground and to what benefit (G12), with the two perspectives (G3)."""

    needed = ("legal_basis", "problem", "benefits", "human_rights", "gender")

    class Meta:
        model = Consultation
        fields = [
            "legal_basis", "joint_work_basis", "watched", "problem", "benefits", "human_rights", "gender",
        ]  # fmt: skip
        labels = {
            "legal_basis": _("Legal authority in the subject"),
            "joint_work_basis": _("Legal basis of the joint work"),
            "watched": _("Goals and public resources under surveillance"),
            "problem": _("Analysis of the public problem"),
            "benefits": _("Diagnosis of benefits"),
            "human_rights": _("Human-rights perspective"),
            "gender": _("Gender perspective"),
        }
        help_texts = {
            "legal_basis": _("Law, article and what it empowers to do; also any stricter rule that applies."),
            "joint_work_basis": _("Needed when the type is execution (G9.II)."),
            "watched": _("Needed when the type is monitoring (G9.III)."),
            "human_rights": _("One paragraph: whose rights are at stake, who is affected unequally, what is done."),
            "gender": _("One paragraph: how the question affects people differently by gender, what is done."),
        }
        widgets = {name: _area(4) for name in fields}


SECTIONS: dict[str, type[SectionForm]] = {
    "subject": SubjectForm,
    "profile": ProfileForm,
    "place": PlaceForm,
    "dates": DatesForm,
    "grounds": GroundsForm,
}
