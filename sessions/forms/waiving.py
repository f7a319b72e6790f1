"""Forms of terms that the chair waives."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.core.rules.waiving import late_papers
from sessions.forms.room import ReasonForm


class LatePaperForm(ReasonForm):
    """A late paper of the open item, and why it is decided upon all the same."""

    field_order = ("paper", "reason")
    paper = forms.ChoiceField(label=_("Late paper"))

    def prepare(self) -> None:
        self.choose("paper", [(p.id, p.title) for p in late_papers(self.room)])
