"""The table of which organizations belong to which network."""

from django.db import models

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY
from incidencia.organizations.models import ENDS_LATER, PERSON, Organization
from incidencia.organizations.terms import Term


class Affiliation(Term):
    """That an organization is a member of a network: proposed by the network, accepted by the member.

    Nothing counts before both said yes. The term starts on the day it is accepted.
    """

    network = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="member_affiliations")
    member = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="network_affiliations")
    proposed_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", editable=False)
    proposed_as = models.CharField(max_length=CAPACITY, editable=False)
    proposed_at = models.DateTimeField(default=clock.now, editable=False)
    answered_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    answered_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)
    is_accepted = models.BooleanField(default=False, editable=False)
    ended_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    ended_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)

    class Meta:
        ordering = ["member__folded_name", "pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_LATER, name="affiliation_ends_later"),
            models.CheckConstraint(condition=~models.Q(network=models.F("member")), name="affiliation_joins_two"),
            models.CheckConstraint(
                condition=models.Q(is_accepted=False)
                | models.Q(answered_at__isnull=False, answered_by__isnull=False) & ~models.Q(answered_as=""),
                name="affiliation_accepted_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["network", "member"],
                condition=models.Q(answered_at__isnull=True),
                name="affiliation_proposed_once",
            ),
            models.UniqueConstraint(
                fields=["network", "member"],
                condition=models.Q(is_accepted=True, ends_on__isnull=True),
                name="affiliation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network} > {self.member}"
