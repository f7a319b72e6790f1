"""Forms of organizations, accreditations and agencies."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidencia.organizations.categories import DEFINITIONS, OF_ORGANIZATIONS, PROOFS, Category
from incidencia.organizations.models import Agency, Organization
from incidencia.organizations.services import Description
from incidencia.organizations.states import State
from incidencia.organizations.terms import today

CLUNI = re.compile(r"[A-ZÑ&]{3,4}[A-Z0-9]{9,12}")


def _day(**attrs: str) -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **attrs})


class OrganizationForm(forms.ModelForm[Organization]):
    """What is said of an organization."""

    category = forms.ChoiceField(
        label=_("What it is"),
        choices=[(category.value, category.label) for category in OF_ORGANIZATIONS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the organization is (G17).")},
    )

    cluni = forms.CharField(
        label=_("CLUNI, if it has one"),
        required=False,
        max_length=32,  # as people copy it, with spaces and hyphens
        help_text=_(
            "Key in the federal register of organizations: 12 to 16 letters and figures. You can take part without."
        ),
    )

    class Meta:
        model = Organization
        fields = ["name", "acronym", "category", "category_other", "is_network", "cluni", "state", "about"]
        labels = {
            "name": _("Name of the organization"),
            "acronym": _("Acronym or short name"),
            "category_other": _("If other, which"),
            "is_network": _("It is a network of organizations"),
            "state": _("State where it is based"),
            "about": _("What it does"),
        }
        help_texts = {
            "name": _("As in its deed, or as the community calls itself."),
            "acronym": _("How it is called in minutes and lists."),
            "category_other": _("In a few words."),
            "state": _("Leave it empty if it works in the whole country or abroad."),
            "about": _("Up to 1,000 characters. It is public."),
        }
        widgets = {"about": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state: Any = self.fields["state"]
        state.choices = [("", gettext("Whole country, or abroad")), *State.choices]

    @property
    def definitions(self) -> list[dict[str, Any]]:
        """Each category with its radio button, its definition and its proof (G4), for the template."""
        return [
            {
                "radio": radio,
                "definition": DEFINITIONS[category],
                "proof": PROOFS[category],
                "hint": f"category-{category.value}",
            }
            for radio, category in zip(self["category"], OF_ORGANIZATIONS, strict=True)
        ]

    @property
    def description(self) -> Description:
        """What was typed, once it is valid."""
        return Description(**{name: self.cleaned_data[name] for name in self.Meta.fields})  # type: ignore[typeddict-item]

    def clean_cluni(self) -> str:
        """Accept the key as people copy it; refuse what can't be one."""
        key = re.sub(r"[\s-]", "", self.cleaned_data["cluni"]).upper()
        if key and not CLUNI.fullmatch(key):
            raise forms.ValidationError(
                gettext("That doesn't look like a CLUNI. Copy it from the register, or leave it empty.")
            )
        return key

    def clean(self) -> dict[str, Any]:
        """*Other* says which (G17)."""
        cleaned = super().clean() or {}
        if cleaned.get("category") == Category.OTHER and not (cleaned.get("category_other") or "").strip():
            self.add_error("category_other", gettext("Say which kind of organization it is (G17)."))
        return cleaned

    def validate_constraints(self) -> None:
        """Twins are refused by the service, which says what to do about it."""


class RegisterForm(OrganizationForm):
    """The same, and what the first representative speaks for."""

    scope = forms.CharField(
        label=_("What you may speak for"),
        max_length=200,
        initial=_("Everything"),
        help_text=_("You become its first representative. Your name and this scope are public; your e-mail is not."),
    )


class OfferForm(forms.Form):
    """Accredit somebody, by e-mail."""

    email = forms.EmailField(
        label=_("Their e-mail"),
        help_text=_("They get a letter and decide. The e-mail is never published."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    scope = forms.CharField(
        label=_("What they may speak for"), max_length=200, help_text=_("For example: everything; health; session 3.")
    )
    starts_on = forms.DateField(label=_("From"), initial=today, widget=_day())
    ends_on = forms.DateField(
        label=_("To"), required=False, widget=_day(), help_text=_("The last day. Leave it empty if it has no end.")
    )


class AgencyForm(forms.ModelForm[Agency]):
    """Found an agency."""

    class Meta:
        model = Agency
        fields = ["name_es", "name_en", "acronym"]
        labels = {"name_es": _("Name in Spanish"), "name_en": _("Name in English"), "acronym": _("Acronym")}
        help_texts = {
            "name_es": _("One of the two names is needed."),
            "acronym": _("It appears in references and lists."),
        }

    def clean(self) -> dict[str, Any]:
        """At least one name."""
        cleaned = super().clean() or {}
        if not (cleaned.get("name_es") or cleaned.get("name_en")):
            self.add_error("name_es", gettext("Write the name in at least one language."))
        return cleaned

    def validate_constraints(self) -> None:
        """A taken acronym is refused by the service, which says what to do about it."""


class CoordinatorForm(forms.Form):
    """Name who convenes."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    name = forms.CharField(
        label=_("Name"),
        max_length=150,
        required=False,
        help_text=_("Only if they have no account yet: one is made and they get a letter."),
    )
    rank = forms.CharField(label=_("Rank"), max_length=120, help_text=_("As in the appointment. It is public (G23)."))
    starts_on = forms.DateField(label=_("From"), initial=today, widget=_day())
    ends_on = forms.DateField(
        label=_("To"), required=False, widget=_day(), help_text=_("The last day. Leave it empty if it has no end.")
    )
