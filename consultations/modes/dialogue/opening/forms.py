"""What is asked to open a thread, to join it, and to name who answers."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.posting.questions import questions_in, with_questions
from consultations.modes.dialogue.posting.writing import Words
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField, readable

MOST = 5  # questions asked at once


class SpeakingForm(forms.Form):
    """A form that asks in whose name one writes, where there is a choice among `voices`."""

    def __init__(self, *args: Any, voices: list[Voice], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.voices = voices
        if len(voices) > 1:
            chosen = forms.ChoiceField(
                label=_("In whose name"), choices=[("", _("Choose")), *((one.choice, one.label) for one in voices)],
                help_text=_("Your own name is shown too."),
                error_messages={"required": _("Choose in whose name you write.")},
            )  # fmt: skip
            self.fields = {"speaking_as": chosen, **self.fields}

    @property
    def choice(self) -> str:
        """What was chosen, once the form is valid; the only voice where there was no choice."""
        only = self.voices[0].choice if len(self.voices) == 1 else ""
        return str(self.cleaned_data.get("speaking_as") or only)


class OpenForm(SpeakingForm):
    """A title, a statement, and up to five questions."""

    title = forms.CharField(
        label=_("Title"), max_length=200, validators=[readable], help_text=_("What it is about, in one line.")
    )
    text = WordsField(
        rows=8, label=_("Opening statement"),
        help_text=_("Blank lines separate paragraphs; **bold** and lists with hyphens work."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "es")[:2]
        with_questions(self, MOST)

    def clean(self) -> dict[str, Any]:
        """At least one question."""
        data = super().clean() or {}
        asked = [name for name in self.fields if name.startswith("question_")]
        if not questions_in(data) and not any(name in self.errors for name in asked):
            self.add_error("question_1", _("Ask at least one question: each gets its own answer."))
        return data

    @property
    def words(self) -> Words:
        """What is posted, once the form is valid."""
        data = self.cleaned_data
        return Words(data["text"], data["language"], questions=questions_in(data))


class JoinForm(SpeakingForm):
    """In whose name."""


class ResponsibleForm(forms.Form):
    """Which official answers."""

    person = forms.ChoiceField(label=_("Who answers for the authority"))

    def __init__(self, *args: Any, officials: list[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.officials = {str(person.pk): person for person, _office in officials}
        field: Any = self.fields["person"]
        field.choices = [(str(person.pk), f"{person.name} · {office}") for person, office in officials]

    @property
    def chosen(self) -> Person:
        """Who was chosen, once the form is valid."""
        return self.officials[self.cleaned_data["person"]]
