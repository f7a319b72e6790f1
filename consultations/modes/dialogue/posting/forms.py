"""What is asked to write a post and to correct it."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.models import Post, ThreadQuestion
from consultations.modes.dialogue.opening.forms import SpeakingForm
from consultations.modes.dialogue.posting.questions import LONGEST, questions_in, with_questions
from consultations.modes.dialogue.posting.writing import Words
from incidencia.text.languages import LANGUAGES
from incidencia.text.typed import WordsField

MORE = 3  # questions a later post may add at once
PREVIEW = 300  # characters of a paragraph beside its box


class PostForm(SpeakingForm):
    """A text; for the authority one field for each open question, for civil society new questions; quotes."""

    text = WordsField(
        rows=8, required=False, label=_("Text"),
        help_text=_("Blank lines separate paragraphs; **bold** and lists with hyphens work."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=LANGUAGES)

    def __init__(
        self, *args: Any, open_ones: list[ThreadQuestion], official: bool, quoted: list[tuple[int, int, str]],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "es")[:2]
        answers = {}
        if official:
            for one in open_ones:
                answers[f"answer_{one.number}"] = WordsField(
                    rows=4, required=False, label=_t("Answer to question %(n)s") % {"n": one.number},
                    help_text=one.text,
                )  # fmt: skip
        else:
            with_questions(self, MORE)
        quotes: dict[str, forms.Field] = {}
        if quoted:
            quotes["quotes"] = forms.MultipleChoiceField(
                label=_("Paragraphs to quote"), required=False, widget=forms.CheckboxSelectMultiple,
                help_text=_("Their exact words stand above what you write."),
                choices=[(f"{number}-{n}", _short(words)) for number, n, words in quoted],
            )  # fmt: skip
        speaking = {"speaking_as": self.fields.pop("speaking_as")} if "speaking_as" in self.fields else {}
        self.fields = {**speaking, **quotes, **answers, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Something is said."""
        data = super().clean() or {}
        if not self.errors and not (data["text"].strip() or questions_in(data) or self._answers(data)):
            self.add_error("text", _("Write something, or answer a question."))
        return data

    @property
    def words(self) -> Words:
        """What is posted, once the form is valid."""
        data = self.cleaned_data
        quotes = [(int(a), int(b)) for a, b in (one.split("-") for one in data.get("quotes", ()))]
        return Words(data["text"], data["language"], questions_in(data), self._answers(data), quotes)

    @staticmethod
    def _answers(data: dict[str, Any]) -> dict[int, str]:
        given = {int(name[7:]): text.strip() for name, text in data.items() if name.startswith("answer_")}
        return {number: text for number, text in given.items() if text}


class PostCorrectForm(forms.Form):
    """The words of the next version; `base` is the number of the one that was read."""

    base = forms.IntegerField(widget=forms.HiddenInput)
    text = WordsField(rows=8, required=False, label=_("Text"))

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for one in post.questions.all():
            label = _t("Question %(n)s") % {"n": one.number}
            self.fields[f"question_{one.number}"] = WordsField(rows=2, label=label, max_length=LONGEST)
            self.initial[f"question_{one.number}"] = one.text
        for answer in post.answers.all():
            number = answer.question.number
            label = _t("Answer to question %(n)s") % {"n": number}
            self.fields[f"answer_{number}"] = WordsField(rows=4, label=label)
            self.initial[f"answer_{number}"] = answer.text

    def typed(self, prefix: str) -> dict[int, str]:
        """What was typed into the fields `question_` or `answer_`, by number."""
        return {int(n.removeprefix(prefix)): t for n, t in self.cleaned_data.items() if n.startswith(prefix)}


def _short(words: str) -> str:
    return words if len(words) <= PREVIEW else f"{words[:PREVIEW]}…"
