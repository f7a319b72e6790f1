"""What is asked to write, read and judge a response."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.modes.opinion.answering.standing import SHORTEST
from consultations.modes.opinion.models import Disposition, Response, ResponseTo
from incidencia.text.typed import readable

MEANINGS = {
    Disposition.ADOPTED: _("It is in the position, or in the decision, as it was asked. Say where."),
    Disposition.IN_PART: _("A part is; say which, and why not the rest."),
    Disposition.COVERED: _("What is asked is there already. Name the text or the programme and where it stands."),
    Disposition.OUT_OF_COMPETENCE: _("Another body decides it. Name it; if it takes part here, refer it instead."),
    Disposition.REJECTED: _("It will not be done. Say why, and on what ground."),
    Disposition.DEFERRED: _("It is decided later. Say until when and what it depends on."),
}


class ResponseForm(forms.Form):
    """Disposition and reasons, and a paragraph of its own for each author."""

    disposition = forms.ChoiceField(
        label=_("Disposition"), choices=Disposition.choices, widget=forms.RadioSelect,
        help_text=_("Before a negotiation, adopted means: in our position."),
    )  # fmt: skip
    reasons = forms.CharField(
        label=_("Reasons"), min_length=SHORTEST, max_length=20_000, validators=[readable],
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Why, and on what ground: at least 40 characters. Everybody who sent one of these gets this text."
        ),
        error_messages={"required": _("A disposition without reasons is no answer (G8.I, G31).")},
    )  # fmt: skip
    changed = forms.CharField(
        label=_("What changed because of it"), required=False, max_length=1000, validators=[readable],
        help_text=_("The paragraph and its new words, if any."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language you write in"), choices=[("es", "Español"), ("en", "English")])
    base = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, response: Response, rows: Sequence[ResponseTo], **kwargs: Any) -> None:
        initial = {
            "disposition": response.disposition, "reasons": response.reasons, "changed": response.changed,
            "language": response.language, "base": response.base,
        }  # fmt: skip
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.rows = rows
        for row in rows:
            self.fields[f"own{row.pk}"] = forms.CharField(
                label=_("Own paragraph"), required=False, max_length=4000, validators=[readable],
                initial=row.paragraph, widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def meanings(self) -> list[tuple[Any, Any]]:
        """Each disposition with what it says to the author."""
        return [(one.label, MEANINGS[one]) for one in Disposition]

    @property
    def own(self) -> list[tuple[ResponseTo, Any]]:
        """Each row with its field."""
        return [(row, self[f"own{row.pk}"]) for row in self.rows]

    @property
    def paragraphs(self) -> dict[int, str]:
        """The own paragraphs by the key of their row, once the form is valid."""
        return {row.pk: self.cleaned_data[f"own{row.pk}"] for row in self.rows}


class ReadForm(forms.Form):
    """The second reader's remark."""

    remark = forms.CharField(
        label=_("Remark to the drafter"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class VerdictForm(forms.Form):
    """Whether the response answers the point, and what remains if not."""

    answers = forms.ChoiceField(
        label=_("Does it answer your point?"), widget=forms.RadioSelect,
        choices=[("yes", _("It answers my point")), ("no", _("It does not answer my point"))],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("What remains unanswered"), required=False, max_length=2000, validators=[readable],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only if you say no: officials answer that, once more. You can say it only once."),
    )  # fmt: skip


class ClockForm(forms.Form):
    """Why the clock stands, or how many days more and why."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, validators=[readable], widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody reads it."),
    )  # fmt: skip
    days = forms.IntegerField(
        label=_("Business days more"), required=False, min_value=1, max_value=60,
        help_text=_("Only to give more time."),
    )  # fmt: skip
