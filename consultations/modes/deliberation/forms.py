"""What is asked to draft a session of a consultation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.models import Consultation, Membership
from incidencia.clock import now
from incidencia.web.instants import InstantField
from incidencia.web.templatetags.ui import local


class MemberChoice(forms.ModelChoiceField):
    """A member, told by name and whom they speak for."""

    def label_from_instance(self, obj: Membership) -> str:
        return " · ".join(part for part in (obj.person.name, obj.capacity, obj.speaks_for) if part)


class ActivityChoice(forms.ModelChoiceField):
    """An activity of level IV, by its title."""

    def label_from_instance(self, obj: Activity) -> str:
        return local(obj, "title")


class SessionForm(forms.Form):
    """Title, day and hour in the consultation's zone, and who presides."""

    title_es = forms.CharField(label=_("Title in Spanish"), max_length=300, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=300, required=False)
    presides = MemberChoice(label=_("Who presides"), queryset=Membership.objects.none())
    deputy = MemberChoice(
        label=_("Who takes the chair if it is lost"), queryset=Membership.objects.none(), required=False
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = consultation.memberships.in_force().filter(vote=True)
        voting = members.select_related("person", "organization", "agency")
        self.fields["presides"].queryset = voting  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = voting  # type: ignore[attr-defined]
        self.fields["starts_at"] = InstantField(label=_("Day and hour"), zone=consultation.zone)
        standing = consultation.activities.filter(
            level=Level.DELIBERATION.value, published_at__isnull=False, cancelled_at__isnull=True
        )
        if standing.exists():
            self.fields["activity"] = ActivityChoice(
                label=_("Activity it belongs to"), queryset=standing, required=False, empty_label=_("None")
            )
        self.order_fields(["title_es", "title_en", "starts_at", "activity", "presides", "deputy"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("title_es", "").strip() or data.get("title_en", "").strip()):
            self.add_error("title_es", _("Write the title in at least one language."))
        if data.get("starts_at") and data["starts_at"] <= now():
            self.add_error("starts_at", _("This hour has passed. Choose one in the future."))
        return data
