"""What is asked to write a question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.opinion.models import Question

PAIRS = {
    "text": _("Write the question in at least one language."),
    "context": _("Say in at least one language what one needs to know to answer."),
    "decision": _("Say in at least one language which decision the answers feed."),
}


class QuestionForm(forms.ModelForm):
    """A question, what one needs to know to answer it, and the decision it feeds."""

    class Meta:
        model = Question
        fields = ["text_es", "text_en", "context_es", "context_en", "decision_es", "decision_en"]
        widgets = {
            **dict.fromkeys(["text_es", "text_en", "decision_es", "decision_en"], forms.Textarea(attrs={"rows": 2})),
            **dict.fromkeys(["context_es", "context_en"], forms.Textarea(attrs={"rows": 5})),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, mistake in PAIRS.items():
            if not (data.get(f"{name}_es", "").strip() or data.get(f"{name}_en", "").strip()):
                self.add_error(f"{name}_es", mistake)
        return data

    def _post_clean(self) -> None:
        """The services write the row; the form only reads what was typed."""
