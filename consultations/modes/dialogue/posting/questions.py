"""Fields for numbered questions: one for each, so that none hides in a text."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from incidencia.text.typed import WordsField

LONGEST = 4000  # characters of a question


def with_questions(form: forms.Form, most: int) -> None:
    """Add the fields of `most` new questions to a form."""
    for n in range(1, most + 1):
        form.fields[f"question_{n}"] = WordsField(
            rows=2, label=_("Question %(n)s") % {"n": n}, required=False, max_length=LONGEST
        )


def questions_in(data: Mapping[str, Any]) -> list[str]:
    """Promise the questions that were typed, in their order."""
    names = sorted((name for name in data if name.startswith("question_")), key=lambda name: int(name[9:]))
    return [data[name].strip() for name in names if data[name].strip()]
