"""What is done after a session closed, beside its sealed log: answers that were owed in writing."""

from django.db import models
from django.db.models import Q

from sessions.tables.plan import Seat, Session


class OwedAnswer(models.Model):
    """An answer owed to a question of the log, and the answer once it is given: once, and never changed.

    `question` is its id in the log, which keeps its words. `seat` owes it; none: the body that convenes, through its
    secretariat. `answered_by` wrote it, or entered it for whoever owes it.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="owed_answers")
    question = models.CharField(max_length=8)
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="owed_answers")
    due = models.DateField(db_index=True)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=8, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "question"], name="live_owed_answer_once"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, text="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(text="")),
                name="live_owed_answer_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.question}"
