"""Forms of questions from the room."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.clock import now
from incidencia.deadlines.forms import DayField
from incidencia.text.typed import WordsField
from sessions.core.reserves import hears_item
from sessions.core.rules.questions import UNSETTLED, in_order, to_merge
from sessions.core.state import Question
from sessions.core.terms import QuestionState, Side
from sessions.forms.room import LANGUAGES, ActForm, Choices, ReasonForm, by_name, short, turns


class AskForm(ActForm):
    text = WordsField(
        rows=3, label=_("Your question"),
        help_text=_("One question, in a few sentences. Once let through, everybody reads it with your name."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class QuestionForm(ActForm):
    """An act upon one question. `states`: which ones it may be."""

    question = forms.ChoiceField(label=_("Question"))
    states: tuple[QuestionState, ...] = UNSETTLED

    def prepare(self) -> None:
        self.choose("question", self.those(*self.states))

    def those(self, *states: QuestionState) -> Choices:
        """Questions that stand so, in the published order."""
        return _told(in_order(self.room.questions.those(*states)))


def _told(questions: Iterable[Question]) -> Choices:
    return [(q.id, f"{q.number} · {short(q.text)}") for q in questions]


class WaitingForm(QuestionForm):
    states = (QuestionState.WAITING,)


class DeclineForm(WaitingForm, ReasonForm):
    field_order = ("question", "reason")

    def prepare(self) -> None:
        super().prepare()
        self.fields["reason"].help_text = _("Whoever asked reads it, and the desk; nobody else.")


class MergeForm(QuestionForm):
    into = forms.ChoiceField(label=_("Asks the same as"))

    def prepare(self) -> None:
        """Two of the same item; with a question chosen already, only those of its item."""
        pairs = to_merge(self.room)
        gone = list({q.id: q for q, _into in pairs}.values())
        chosen = self["question"].value()
        into = {i.id: i for q, i in pairs if q.id == chosen} or {i.id: i for _q, i in pairs}
        self.choose("question", _told(in_order(gone)))
        self.choose("into", _told(in_order(into.values())))


class AnswerForm(QuestionForm):
    text = WordsField(rows=5, label=_("Answer"), help_text=_("It stands under the question, word for word."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class AloudForm(QuestionForm):
    turn = forms.ChoiceField(label=_("Answered in the turn of"))

    def prepare(self) -> None:
        super().prepare()
        self.choose("turn", turns(self.room))


class OweForm(QuestionForm):
    seat = forms.ChoiceField(
        label=_("Who answers"), required=False,
        help_text=_("It waits on that person's list. The body that convenes answers through its secretariat."),
    )  # fmt: skip
    due = DayField(label=_("Until"))

    def prepare(self) -> None:
        super().prepare()
        asked = [q.item for q in self.room.questions.those(*self.states)]
        officials = [
            (s.id, s.name) for s in by_name(self.room)
            if s.side is Side.PUBLIC and any(hears_item(self.room, s.id, item, now()) for item in asked)
        ]  # fmt: skip
        seat = self.fields["seat"]
        assert isinstance(seat, forms.ChoiceField)
        seat.choices = [("", _("The body that convenes")), *officials]

    def clean(self) -> dict[str, Any]:
        """Nobody owes an answer about a closed item that they are not cleared for (A9)."""
        data = super().clean() or self.cleaned_data
        found, seat = self.room.questions.get(data.get("question", "")), data.get("seat", "")
        if found and seat and not hears_item(self.room, seat, found.item, now()):
            self.add_error("seat", _("This item is closed, and this person has not been cleared to hear it."))
        return data
