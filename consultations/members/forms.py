"""Forms of taking part: applying, deciding, inviting."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultations.call.fields import needed_later
from consultations.members.applying import IN_OWN_NAME, Asked
from consultations.members.kinds import Role, Side
from consultations.members.models import Application, Invitation
from consultations.models import Consultation, Requirement
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations import queries as organizations
from incidencia.organizations.categories import DEFINITIONS, Category
from incidencia.organizations.models import Agency
from incidencia.web.days import DayField
from incidencia.web.instants import InstantField
from incidencia.web.templatetags.ui import local

OWN = "own"
VALID_DAYS = 30
TERM_HELP = _("The last day. Terms that end on different days renew the membership little by little (G20).")
# Needed on one side and left out on the others: the service says which is missing.
_OF_ONE_SIDE = ("agency", "appointment", "category", "why_direct", "career", "experience", "body")


def _area(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ApplyForm(forms.Form):
    """For whom one speaks, in which category, why, and how each published requirement is met."""

    speaks_for = forms.ChoiceField(label=_("You take part"), widget=forms.RadioSelect, initial=OWN)
    category = forms.ChoiceField(
        label=_("In your own name, as"),
        choices=[(category.value, category.label) for category in IN_OWN_NAME],
        widget=forms.RadioSelect,
        initial=Category.CITIZEN,
        required=False,
    )
    category_other = forms.CharField(label=_("If other, which"), max_length=80, required=False)
    motivation = forms.CharField(
        label=_("Why you want to take part"),
        max_length=4000,
        widget=_area(),
        help_text=_("A few sentences are enough."),
    )
    names_public = forms.BooleanField(
        label=_("I know that whoever takes part appears by name in public."),
        error_messages={"required": _("Tick the box; if you can't be named, apply for an organization.")},
    )

    def __init__(self, *args: Any, consultation: Consultation, person: Person, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.requirements = list(consultation.requirements.all())
        self.voices = {str(row.pk): row for row in organizations.representations_of(person)}
        self.fields["speaks_for"].choices = [  # type: ignore[attr-defined]
            (OWN, gettext("In my own name")),
            *((key, gettext("For %(name)s") % {"name": row.organization.name}) for key, row in self.voices.items()),
        ]
        for requirement in self.requirements:
            self.fields[f"requirement_{requirement.pk}"] = forms.CharField(
                label=local(requirement, "text"), max_length=2000, widget=_area(3)
            )

    @property
    def categories(self) -> list[dict[str, Any]]:
        """Each category with its radio button and its definition (G4), for the template."""
        return [
            {"radio": radio, "definition": DEFINITIONS[category], "hint": f"category-{category.value}"}
            for radio, category in zip(self["category"], IN_OWN_NAME, strict=True)
        ]

    @property
    def answers(self) -> list[BoundField]:
        """The fields of the requirements, in order."""
        return [self[f"requirement_{row.pk}"] for row in self.requirements]

    def asked(self) -> Asked:
        """What was asked, as the service takes it."""
        data = self.cleaned_data
        return Asked(
            representation=self.voices.get(data["speaks_for"]),
            category=data["category"] or Category.CITIZEN,
            category_other=data["category_other"],
            motivation=data["motivation"],
            answers={row.pk: data[f"requirement_{row.pk}"] for row in self.requirements},
            names_public=data["names_public"],
        )


class AdmitForm(forms.Form):
    """With which voice and vote somebody is admitted."""

    role = forms.ChoiceField(label=_("Takes part as"), choices=Role.choices, initial=Role.MEMBER)
    ends_on = DayField(label=_("Term until"), required=False, help_text=TERM_HELP)


class DeclineForm(forms.Form):
    """Which published requirement is not met, and why."""

    requirement: forms.ModelChoiceField[Requirement] = forms.ModelChoiceField(
        label=_("Requirement that is not met"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    reason = forms.CharField(
        label=_("Why it is not met"),
        max_length=4000,
        widget=_area(),
        help_text=_("The person reads this. Say what is missing and what would show it."),
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        chooser = self.fields["requirement"]
        chooser.queryset = application.consultation.requirements.all()  # type: ignore[attr-defined]
        chooser.label_from_instance = lambda row: local(row, "text")  # type: ignore[attr-defined]


class AppealForm(forms.Form):
    """What the decision missed."""

    text = forms.CharField(label=_("What the decision missed"), max_length=4000, widget=_area())


class InvitationForm(forms.ModelForm[Invitation]):
    """Who is invited, as what, and what the side requires (G19, G22). Saved by the service, never by `save()`."""

    role = forms.ChoiceField(label=_("Takes part as"), choices=Role.choices, initial=Role.MEMBER)
    ends_on = DayField(label=_("Term until"), required=False, help_text=TERM_HELP)
    expires_at = InstantField(label=_("Valid until"))

    class Meta:
        model = Invitation
        fields = [
            "side", "name", "email", "language", "capacity", "role", "ends_on", "expires_at", "agency", "appointment",
            "powers", "category", "category_other", "organization", "why_direct", "career", "experience",
            "other_aspects", "body",
        ]  # fmt: skip
        labels = {
            "side": _("Sits on the side of"),
            "capacity": _("Capacity"),
            "appointment": _("Letter of appointment"),
            "powers": _("Power to make agreements"),
            "category_other": _("If other, which"),
            "career": _("Career"),
            "experience": _("Experience"),
        }
        help_texts = {
            "email": _("They get a personal link. It admits only whoever signs in with this e-mail."),
            "capacity": _("Post or function, as it will stand in the minutes."),
            "appointment": _("Number and date. Public officials are appointed in writing (G22)."),
            "powers": _("What this official can agree to. Empty: their agreements wait to be ratified."),
            "why_direct": _("Public. Why the open call could not bring this person."),
            "career": _("Public recognition in the field (G19.I)."),
            "experience": _("Knowledge and skills from social, work or professional practice (G19.II)."),
            "body": _("Legislature, international body, mission or other guest institution."),
        }
        widgets = {
            "side": forms.RadioSelect,
            **{name: _area(2) for name in ("why_direct", "career", "experience", "other_aspects")},
        }

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("initial", {})
        kwargs["initial"] = {
            "agency": consultation.agency_id,
            "expires_at": now() + timedelta(days=VALID_DAYS),
            "side": Side.PUBLIC,
            **kwargs["initial"],
        }
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = Side.choices  # type: ignore[attr-defined]
        self.fields["expires_at"].zone = consultation.zone  # type: ignore[attr-defined]
        self.fields["agency"].label_from_instance = _full_name  # type: ignore[attr-defined]
        self.fields["agency"].queryset = Agency.objects.order_by("acronym")  # type: ignore[attr-defined]
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        needed_later(self, _OF_ONE_SIDE)

    def validate_constraints(self) -> None:
        """What is missing is refused by the service, which says what to do about it."""

    def validate_unique(self) -> None:
        """Somebody already invited is refused by the service."""


def _full_name(agency: Agency) -> str:
    return f"{local(agency, 'name')} ({agency.acronym})"
