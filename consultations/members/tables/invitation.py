"""A personal link to join."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from consultations.members.kinds import Role, Side
from incidencia import clock, ids
from incidencia.organizations.categories import Category

PERSON = settings.AUTH_USER_MODEL
CIVIL, PUBLIC = Side.CIVIL, Side.PUBLIC


class Invitation(models.Model):
    """A personal link to join. Inviting civil society directly records why a call did not suffice (G19)."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="invitations")
    token = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    side = models.CharField(_("side"), max_length=8, choices=Side)
    role = models.CharField(_("takes part as"), max_length=10, choices=Role, default=Role.MEMBER)
    capacity = models.CharField(_("capacity"), max_length=200, blank=True)
    ends_on = models.DateField(_("term until"), null=True, blank=True)  # the last day of the term they would join for
    # Civil society
    category = models.CharField(_("category"), max_length=20, choices=Category, blank=True)
    category_other = models.CharField(_("which"), max_length=80, blank=True)
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("organization"),
    )  # fmt: skip
    why_direct = models.TextField(_("why a call did not suffice"), max_length=2000, blank=True)
    career = models.TextField(_("career"), max_length=2000, blank=True)
    experience = models.TextField(_("experience"), max_length=2000, blank=True)
    other_aspects = models.TextField(_("other aspects"), max_length=2000, blank=True)
    # Public service and guests
    agency = models.ForeignKey(
        "organizations.Agency", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("agency")
    )
    body = models.CharField(_("institution"), max_length=200, blank=True)
    appointment = models.CharField(_("appointment"), max_length=300, blank=True)
    powers = models.CharField(_("power to make agreements"), max_length=500, blank=True)
    # What was done
    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    acted_as = models.CharField(max_length=300, editable=False)
    expires_at = models.DateTimeField(_("valid until"))
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    used_at = models.DateTimeField(null=True, editable=False)
    used_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "email"],
                condition=Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_open_once",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invitation_email_lower"),
            models.CheckConstraint(
                condition=~Q(side=CIVIL) | (~Q(why_direct="") & ~Q(career="") & ~Q(experience="")),
                name="invitation_direct_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(side=PUBLIC) | ~Q(appointment=""), name="invitation_official_has_appointment"
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True, used_by__isnull=True)
                | Q(used_at__isnull=False, used_by__isnull=False),
                name="invitation_used_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} · {self.consultation}"

    @property
    def open(self) -> bool:
        """Whether the link still admits: not used, not withdrawn, not expired."""
        return self.used_at is None and self.withdrawn_at is None and clock.now() < self.expires_at
