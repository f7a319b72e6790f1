"""What is asked to draft, extend and cancel an activity."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.table import MODES
from incidencia.web.instants import InstantField

AREA = forms.Textarea(attrs={"rows": 3})


class ActivityForm(forms.ModelForm):
    """Title, promise and window. The level is chosen once, when it is drafted."""

    class Meta:
        model = Activity
        fields = [
            "title_es", "title_en", "about_es", "about_en", "promise_es", "promise_en", "promised_by", "answer_days",
            "visibility",
        ]  # fmt: skip
        widgets = dict.fromkeys(["about_es", "about_en", "promise_es", "promise_en"], AREA)

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        zone = consultation.zone
        self.fields["opens_at"] = InstantField(label=_("Opens"), zone=zone)
        self.fields["closes_at"] = InstantField(
            label=_("Closes"), zone=zone, required=False, help_text=_("Leave it empty if it stands open.")
        )
        if self.instance.pk:
            self.initial.update(opens_at=self.instance.opens_at, closes_at=self.instance.closes_at)
        else:
            chosen = [Level(row.level) for row in consultation.levels.all() if Level(row.level) in MODES]
            self.fields["level"] = forms.ChoiceField(label=_("Level"), choices=[(x.value, x.label) for x in chosen])
        self.order_fields(["level", "title_es", "title_en", "about_es", "about_en", "opens_at", "closes_at"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("title_es", "").strip() or data.get("title_en", "").strip()):
            self.add_error("title_es", _("Write the title in at least one language."))
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("It closes before it opens."))
        return data

    def _post_clean(self) -> None:
        """The services write the row, with its constraints; the form only reads what was typed."""


class ExtendForm(forms.Form):
    """A later closing and its reason."""

    reason = forms.CharField(label=_("Reason"), widget=AREA, max_length=1000, help_text=_("Everybody reads it."))

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["until"] = InstantField(label=_("New closing"), zone=zone)
        self.order_fields(["until", "reason"])


class CancelForm(forms.Form):
    """Why it is cancelled."""

    reason = forms.CharField(label=_("Reason"), widget=AREA, max_length=1000, help_text=_("Everybody reads it."))
