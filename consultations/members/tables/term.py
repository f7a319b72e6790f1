"""Terms of memberships: given, prolonged, renewed. Every change stays, in public."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class TermKind(models.TextChoices):
    """What was done with a term."""

    GIVEN = "given", _("Term given")
    PROLONGED = "prolonged", _("Term prolonged")
    RENEWED = "renewed", _("Another term begins")


class TermChange(models.Model):
    """An act on the term of a membership, with its reason. Public for ever (G20)."""

    membership = models.ForeignKey("consultations.Membership", models.PROTECT, related_name="term_changes")
    kind = models.CharField(max_length=10, choices=TermKind)
    before_on = models.DateField(null=True)  # the last day as it was; None: without end, or a term that had lapsed
    begins_on = models.DateField()  # the first day of the term meant
    ends_on = models.DateField()  # its last day
    reason = models.TextField(_("reason"), max_length=1000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=TermKind.values), name="term_change_kind_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="term_change_has_reason"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("begins_on")), name="term_change_ends_later"),
            models.CheckConstraint(
                condition=Q(before_on__isnull=True) | Q(ends_on__gt=F("before_on")), name="term_change_never_shortens"
            ),
            models.CheckConstraint(
                condition=~Q(kind="prolonged") | Q(before_on__isnull=False), name="term_change_prolongs_a_term"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership} → {self.ends_on}"
