"""What somebody writes to: a question of an activity, or a process as a whole (an issue raised unasked)."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.lifecycle import State as Life
from consultations.models import Consultation
from consultations.modes.opinion.models import Question
from consultations.spine.models import Kind


@dataclass(frozen=True, slots=True)
class Where:
    """A question, or none: then it is an issue that nobody asked about."""

    consultation: Consultation
    activity: Activity | None = None
    question: Question | None = None

    @property
    def kind(self) -> Kind:
        """What is made of what is sent."""
        return Kind.ISSUE if self.question is None else Kind.SUBMISSION

    @property
    def stands_open(self) -> bool:
        """Whether something can be sent at this instant."""
        if self.activity is not None:
            return self.activity.state is State.OPEN
        return self.consultation.state not in (Life.DRAFT, Life.CONCLUDED)

    @property
    def closed_at(self) -> datetime | None:
        """When it closed, if it did."""
        if self.activity is None:
            return self.consultation.ends_at
        return self.activity.cancelled_at or self.activity.closes_at

    @property
    def answer_days(self) -> int:
        """Business days in which the answer is owed."""
        return self.consultation.answer_days if self.activity is None else self.activity.answer_days

    def address(self, act: str) -> str:
        """Promise the address of `new`, `preview` or `draft` here."""
        if self.activity is None or self.question is None:
            return reverse(f"issue_{act}", args=[self.consultation.reference])
        numbers = [self.consultation.reference, self.activity.place, self.question.place]
        return reverse(f"submission_{act}", args=numbers)
