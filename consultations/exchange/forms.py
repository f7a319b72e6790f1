"""What is asked to offer something, and to write a lesson."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.exchange import queries
from consultations.exchange.models import Lesson
from consultations.exchange.parts import PARTS
from consultations.models import Consultation
from consultations.modes.information.models import Item
from consultations.modes.surveillance.models import ChecklistTemplate
from consultations.modes.surveillance.queries import templates
from incidencia.files.models import Attachment
from incidencia.ids import new_token
from incidencia.organizations.speaking import SpeakingAs
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField, readable
from incidencia.web.templatetags.ui import local


class OfferForm(forms.Form):
    """One public thing of this process, another process, and why it would help there."""

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.things: dict[str, tuple[Item | Lesson | ChecklistTemplate, Attachment | None]] = {}
        self.others = {row.reference: row for row in queries.others(consultation)}
        documents, lessons = self._documents(consultation), self._lessons(consultation)
        self.fields["what"] = forms.ChoiceField(
            label=_("What"), help_text=_("Only what everybody reads already (A9)."),
            choices=[
                ("", _("Choose")), (_("Documents"), documents), (_("Lessons"), lessons),
                (_("Templates of checklists"), self._templates(consultation)),
            ],
        )  # fmt: skip
        processes = [(row.reference, f"{row.reference} · {local(row, 'title')}") for row in self.others.values()]
        self.fields["to"] = forms.ChoiceField(
            label=_("With which process"),
            choices=[("", _("Choose")), *processes],
        )  # fmt: skip
        self.fields["why"] = WordsField(
            label=_("Why it would help them"), max_length=1000, help_text=_("Whoever decides reads it.")
        )

    def _documents(self, consultation: Consultation) -> list[tuple[str, str]]:
        found = []
        for item in queries.documents(consultation):
            version = item.version  # type: ignore[attr-defined]
            self.things[f"item-{item.pk}"] = (item, None)
            found.append((f"item-{item.pk}", f"{item.reference} · {local(version, 'title')}"))
            for file in version.attachments.all():
                self.things[f"item-{item.pk}-{file.pk}"] = (item, file)
                found.append((f"item-{item.pk}-{file.pk}", f"{item.reference} · {file.name}"))
        return found

    def _lessons(self, consultation: Consultation) -> list[tuple[str, str]]:
        rows = queries.lessons_of(consultation)
        self.things |= {f"lesson-{row.pk}": (row, None) for row in rows}
        return [(f"lesson-{row.pk}", row.title) for row in rows]


    def _templates(self, consultation: Consultation) -> list[tuple[str, str]]:
        rows = list(templates().filter(source__contribution__consultation=consultation))
        self.things |= {f"template-{row.pk}": (row, None) for row in rows}
        return [(f"template-{row.pk}", row.name) for row in rows]


class DeclineForm(forms.Form):
    """Why."""

    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Whoever it concerns reads it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class LessonForm(SpeakingAs, forms.Form):
    """A lesson in its four parts."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64, validators=[readable], initial=new_token)
    title = forms.CharField(
        label=_("Title"), max_length=200, validators=[readable], help_text=_("What others can learn, in one line.")
    )
    situation = WordsField(label=PARTS["situation"], max_length=2000)
    done = WordsField(label=PARTS["done"], max_length=2000)
    result = WordsField(label=PARTS["result"], max_length=2000)
    otherwise = WordsField(label=PARTS["otherwise"], max_length=2000)
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].initial = (get_language() or "es")[:2]


class LibraryForm(forms.Form):
    """Words, a language, a process; anything that is not one of them is ignored."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("Any")), *LANGUAGES])
    process = forms.ChoiceField(label=_("Process"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        known = [(row.reference, f"{row.reference} · {local(row, 'title')}") for row in queries.with_lessons()]
        self.fields["process"].choices = [("", _("Any")), *known]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """What was asked and makes sense, by name."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
