"""What is asked to plan a training, to cancel it, and to record who attended."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from consultations.training.models import Training
from consultations.training.services import MOST_FILES
from consultations.training.topics import Audience, Direction, Topic
from incidencia.files.forms import AttachmentsField
from incidencia.text.typed import WordsField, readable
from incidencia.web.instants import InstantField

_address = URLValidator(schemes=["http", "https"])


def web_addresses(text: str) -> None:
    """Raise ValidationError unless every line is a web address."""
    for line in text.splitlines():
        if line.strip():
            try:
                _address(line.strip())
            except ValidationError as error:
                raise ValidationError(
                    _("“%(line)s” is no web address. Write one address a line, beginning with https://.")
                    % {"line": line.strip()[:80]}
                ) from error


def _line(label: Any, most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, validators=[readable], **kwargs)


class TrainingForm(forms.Form):
    """Topic, title, hour, who gives it to whom, materials."""

    topic = forms.ChoiceField(
        label=_("Topic"), widget=forms.RadioSelect, choices=[(t.value, f"{t.value}. {t.label}") for t in Topic]
    )
    title_es = _line(_("Title in Spanish"), 200, required=False)
    title_en = _line(_("Title in English"), 200, required=False)
    given_by = _line(_("Who gives it"), 300, help_text=_("The office, organization or person."))
    direction = forms.ChoiceField(label=_("Direction"), widget=forms.RadioSelect, choices=Direction.choices)
    audience = forms.ChoiceField(label=_("Open to"), widget=forms.RadioSelect, choices=Audience.choices)
    where = _line(
        _("Place or link"), 500, required=False, help_text=_("Shown to whom it is open to, until it was held.")
    )
    about_es = WordsField(label=_("What it is about, in Spanish"), max_length=4000, required=False)
    about_en = WordsField(label=_("What it is about, in English"), max_length=4000, required=False)
    links = forms.CharField(
        label=_("Links to materials"), max_length=2000, required=False, validators=[readable, web_addresses],
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One address a line. Public."),
    )  # fmt: skip
    materials = AttachmentsField(label=_("Files"), most=MOST_FILES)

    def __init__(self, *args: Any, zone: str, instance: Training | None = None, **kwargs: Any) -> None:
        initial = {}
        if instance is not None:
            initial = {
                name: getattr(instance, name) for name in (*self.base_fields, "starts_at") if name != "materials"
            }
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.fields["starts_at"] = InstantField(
            label=_("Day and hour"), zone=zone, help_text=_("A past one puts on record what was held.")
        )
        self.order_fields(["topic", "title_es", "title_en", "starts_at"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("title_es", "").strip() or data.get("title_en", "").strip()):
            self.add_error("title_es", _("Write the title in at least one language."))
        return data


class CancelForm(forms.Form):
    """Why it is cancelled."""

    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Everybody reads it."))


class RecordForm(forms.Form):
    """Which members attended."""

    def __init__(self, *args: Any, members: list[Any], known: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.people = {str(row.person_id): row.person for row in members if row.person_id not in known}
        self.fields["people"] = forms.MultipleChoiceField(
            label=_("Who attended"), widget=forms.CheckboxSelectMultiple, required=False,
            choices=[
                (str(row.person_id), " · ".join(part for part in (row.person.name, row.speaks_for) if part))
                for row in members
                if row.person_id not in known
            ],
        )  # fmt: skip

    def chosen(self) -> list[Any]:
        """The people who were ticked, once the form is valid."""
        return [self.people[key] for key in self.cleaned_data["people"]]
