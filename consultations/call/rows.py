"""The two sections of the call that are lists: levels with their reasons, and requirements."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from consultations.call.fields import needed_later
from consultations.kinds import Type
from consultations.levels import Level
from consultations.models import Consultation

TEXTS = ("reason_es", "reason_en", "duty_es", "duty_en")
MOST_REQUIREMENTS = 12
BLANKS = 3


class LevelsForm(forms.Form):
    """The six levels: chosen or not, why and not the next (G13.II), and a duty beyond the usual one."""

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        known = {row.level: row for row in consultation.levels.all()}
        usual = Type(consultation.type).usual_levels if consultation.type and not known else ()
        for level in Level:
            row = known.get(level.value)
            self.fields[f"{level}_chosen"] = forms.BooleanField(
                label=level.label, required=False, initial=row is not None or level in usual
            )
            for name in TEXTS:
                self.fields[f"{level}_{name}"] = forms.CharField(
                    label=_label(name, level),
                    required=False,
                    max_length=1000,
                    initial=getattr(row, name, ""),
                    widget=forms.Textarea(attrs={"rows": 2}),
                )
        needed_later(self, [f"{level}_reason_es" for level in Level])

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each level with its fields, for the template."""
        return [{"level": level, "chosen": self[f"{level}_chosen"], **self._texts(level)} for level in Level]

    @property
    def chosen(self) -> Mapping[Level, Mapping[str, str]]:
        """The levels chosen, with their texts, as the service takes them."""
        data = self.cleaned_data
        return {
            level: {name: data[f"{level}_{name}"] for name in TEXTS} for level in Level if data[f"{level}_chosen"]
        }

    def _texts(self, level: Level) -> dict[str, BoundField]:
        return {name: self[f"{level}_{name}"] for name in TEXTS}


class RequirementForm(forms.Form):
    """One requirement in both languages; empty rows are left out."""

    text_es = forms.CharField(label=_("Requirement"), required=False, max_length=500)
    text_en = forms.CharField(label=_("In English"), required=False, max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed_later(self, ["text_es"])


RequirementRows = forms.formset_factory(
    RequirementForm, extra=BLANKS, max_num=MOST_REQUIREMENTS, absolute_max=MOST_REQUIREMENTS, validate_max=True
)


def requirement_rows(consultation: Consultation, data: Any = None) -> forms.BaseFormSet[RequirementForm]:
    """Promise the rows of the requirements, with some blank ones to add more."""
    known = [{"text_es": row.text_es, "text_en": row.text_en} for row in consultation.requirements.all()]
    return RequirementRows(data, prefix="requirements", initial=known, form_kwargs={"label_suffix": ""})


def requirement_texts(rows: forms.BaseFormSet[RequirementForm]) -> list[dict[str, str]]:
    """Promise the texts of the rows that say something, in order."""
    said = [{name: row.cleaned_data.get(name, "") for name in ("text_es", "text_en")} for row in rows]
    return [row for row in said if row["text_es"] or row["text_en"]]


def _label(name: str, level: Level) -> str:
    following = level.next
    why = __("Why this level and not the next") if following else __("Why this level")
    return {
        "reason_es": why,
        "reason_en": __("The reason in English"),
        "duty_es": __("What the authority binds itself to, if more than usual"),
        "duty_en": __("The duty in English"),
    }[name]
