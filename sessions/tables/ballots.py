"""Ballots whose choices nobody may join to a person: who took part, and what was chosen, in two tables.

The urn holds sums. A ballot rewrites every sum of its urn in one statement, so that neither the rows, nor their
order, nor the versions a database keeps of them tell which one grew; see docs/decisions/0020.
"""

from uuid import uuid4

from django.db import models

from sessions.tables.plan import Seat, Session


class Participation(models.Model):
    """A seat took part in a secret ballot or a temperature check: once, and without an instant."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    ballot = models.CharField(max_length=8)
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "ballot", "seat"], name="live_ballot_once")]


class UrnSum(models.Model):
    """How often a choice was made; `side` is empty unless the ballot is told by side. Emptied at the close."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    ballot = models.CharField(max_length=8)
    side = models.CharField(max_length=8, blank=True)
    choice = models.CharField(max_length=8)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "ballot", "side", "choice"], name="live_urn_choice_once"),
            models.CheckConstraint(condition=models.Q(count__gte=0), name="live_urn_not_negative"),
        ]
