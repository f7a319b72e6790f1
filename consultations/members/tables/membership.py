"""Who takes part."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.members.kinds import Role, Side
from incidencia import clock
from incidencia.organizations.categories import Category
from incidencia.organizations.terms import Term

PERSON = settings.AUTH_USER_MODEL
CIVIL, PUBLIC, GUEST = Side.CIVIL, Side.PUBLIC, Side.GUEST


class Membership(Term):
    """That a person takes part: on which side, as what, with voice or vote, from when to when.

    The membership carries the category of G17: a citizen has one without organization. Public officials have a
    recorded appointment and scope of power (G22). Guests count on neither side.
    """

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="memberships")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="memberships")
    side = models.CharField(_("side"), max_length=8, choices=Side)
    category = models.CharField(_("category"), max_length=20, choices=Category, blank=True)
    category_other = models.CharField(_("which"), max_length=80, blank=True)
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="memberships", null=True, blank=True
    )
    agency = models.ForeignKey(
        "organizations.Agency", models.PROTECT, related_name="memberships", null=True, blank=True
    )
    body = models.CharField(_("institution"), max_length=200, blank=True)  # of a guest, or of another public body
    capacity = models.CharField(_("capacity"), max_length=200, blank=True)
    appointment = models.CharField(_("appointment"), max_length=300, blank=True)
    powers = models.CharField(_("power to make agreements"), max_length=500, blank=True)
    voice = models.BooleanField(_("voice"), default=True)
    vote = models.BooleanField(_("vote"), default=False)
    joined_at = models.DateTimeField(default=clock.now, editable=False)
    admitted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    admitted_as = models.CharField(max_length=300, editable=False)
    application = models.OneToOneField(
        "consultations.Application", models.PROTECT, related_name="membership", null=True, editable=False
    )
    invitation = models.OneToOneField(
        "consultations.Invitation", models.PROTECT, related_name="membership", null=True, editable=False
    )
    renews = models.ForeignKey(  # after a lapsed term another one began: the first of them
        "self", models.PROTECT, related_name="renewals", null=True, editable=False
    )

    class Meta:
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "person"],
                condition=Q(ends_on__isnull=True),
                name="membership_open_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_later",
            ),
            models.CheckConstraint(
                condition=Q(side=CIVIL, category__in=Category.values) | (~Q(side=CIVIL) & Q(category="")),
                name="membership_civil_has_category",
            ),
            models.CheckConstraint(
                condition=~Q(category=Category.OTHER, category_other=""), name="membership_other_says_which"
            ),
            models.CheckConstraint(
                condition=Q(organization__isnull=True) | Q(side=CIVIL), name="membership_organization_is_civil"
            ),
            models.CheckConstraint(
                condition=Q(side=PUBLIC) | Q(agency__isnull=True, powers="", appointment=""),
                name="membership_powers_are_public",
            ),
            models.CheckConstraint(
                condition=~Q(side=PUBLIC) | ~Q(appointment=""), name="membership_official_has_appointment"
            ),
            models.CheckConstraint(
                condition=Q(vote=False) | (Q(voice=True) & ~Q(side=GUEST)), name="membership_vote_has_voice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.consultation}"

    @property
    def role(self) -> Role:
        """Member with vote, adviser with voice, or observer."""
        return Role.MEMBER if self.vote else Role.ADVISER if self.voice else Role.OBSERVER

    @property
    def first(self) -> "Membership":
        """The membership by which the person joined: itself, or the one it renews. No query once that was read."""
        return self.renews or self

    @property
    def speaks_for(self) -> str:
        """The organization, agency or institution spoken for; empty for a citizen."""
        if self.agency:
            return self.agency.name_es or self.agency.name_en
        return self.organization.name if self.organization else self.body

    @property
    def kind(self) -> str:
        """The category in words, or what *other* stands for."""
        if not self.category:
            return ""
        return self.category_other if self.category == Category.OTHER else str(Category(self.category).label)
