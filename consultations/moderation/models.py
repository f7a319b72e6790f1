"""What was hidden, under which rule, by whom; the appeal and how it was decided."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Rule(models.TextChoices):
    """For what something may be hidden. Being wrong, harsh or unwelcome is none of them."""

    PERSONAL = "personal", _("It gives away personal data of somebody else")
    THREAT = "threat", _("It threatens or insults a person")
    HATE = "hate", _("It calls for discrimination or violence")
    ADVERT = "advert", _("It is advertising, or has nothing to do with the question")
    LAW = "law", _("A court or the law orders it")


class Hiding(models.Model):
    """One contribution hidden, or one post of a thread, until it is lifted. Never deleted: the log is public."""

    contribution = models.ForeignKey("consultations.Contribution", models.PROTECT, related_name="hidings")
    part = models.PositiveIntegerField(default=0)  # the number of the post that is hidden; 0: all of it
    part_author = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    rule = models.CharField(_("rule"), max_length=10, choices=Rule)
    reason = models.CharField(_("reason"), max_length=1000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    appeal = models.TextField(_("why it should stand"), max_length=2000, blank=True)
    appealed_at = models.DateTimeField(null=True)
    # The appeal is decided by somebody else; without one, whoever hid it may take it back
    decision = models.CharField(_("reasons"), max_length=1000, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    decided_as = models.CharField(max_length=CAPACITY, blank=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(rule__in=Rule.values), name="hiding_rule_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="hiding_has_reason"),
            models.UniqueConstraint(
                fields=["contribution", "part"], condition=Q(lifted_at__isnull=True), name="hiding_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(part=0, part_author__isnull=True) | Q(part__gt=0, part_author__isnull=False),
                name="hiding_of_a_part_knows_its_author",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True) | (~Q(decision="") & Q(decided_by__isnull=False)),
                name="hiding_decided_with_reasons",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True) | Q(decided_at=F("lifted_at")), name="hiding_lifted_by_a_decision"
            ),
            models.CheckConstraint(
                condition=Q(appealed_at__isnull=True) | Q(decided_by__isnull=True) | ~Q(decided_by=F("by")),
                name="hiding_appeal_decided_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution} {self.rule}"

    @property
    def author(self) -> Any:
        """Who wrote what is hidden: of the part, or of the whole."""
        return self.part_author or self.contribution.author

    @property
    def waits(self) -> bool:
        """Whether an appeal waits for its decision."""
        return self.appealed_at is not None and self.decided_at is None

    @property
    def can_be_appealed(self) -> bool:
        """Whether the author may still ask once."""
        return self.appealed_at is None and self.decided_at is None and self.lifted_at is None
