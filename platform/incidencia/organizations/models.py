"""Agencies and organizations, and the people who convene or speak for them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from incidencia import clock, ids
from incidencia.organizations.categories import Category
from incidencia.organizations.states import State
from incidencia.organizations.terms import Term
from incidencia.text.fold import fold

PERSON = settings.AUTH_USER_MODEL
ENDS_LATER = models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on"))


class Agency(models.Model):
    """A public body that runs consultations."""

    name_es = models.CharField(_("name in Spanish"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    acronym = models.CharField(_("acronym"), max_length=20)
    founded_at = models.DateTimeField(default=clock.now, editable=False)
    founded_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)

    class Meta:
        ordering = ["acronym"]
        constraints = [
            models.UniqueConstraint(Lower("acronym"), name="agency_acronym_once"),
            models.CheckConstraint(condition=~models.Q(acronym=""), name="agency_has_acronym"),
            models.CheckConstraint(condition=~models.Q(name_es="", name_en=""), name="agency_has_name"),
        ]

    def __str__(self) -> str:
        return self.acronym


class Coordinator(Term):
    """The office of coordination: who convenes for an agency, with which rank, from when to when (G23)."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="coordinators")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="offices")
    rank = models.CharField(_("rank"), max_length=120)
    named_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_LATER, name="coordinator_ends_later"),
            models.CheckConstraint(condition=~models.Q(rank=""), name="coordinator_has_rank"),
            models.UniqueConstraint(
                fields=["agency", "person"], condition=models.Q(ends_on__isnull=True), name="coordinator_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.rank} ({self.agency})"


class Organization(models.Model):
    """A civil body: constituted group, community, network. People speak for it; it never signs in."""

    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    category = models.CharField(_("category"), max_length=20, choices=Category)
    category_other = models.CharField(_("which"), max_length=80, blank=True)
    cluni = models.CharField(_("CLUNI"), max_length=16, blank=True)
    state = models.CharField(_("state"), max_length=3, choices=State, blank=True)
    about = models.TextField(_("what it does"), max_length=1000, blank=True)
    is_network = models.BooleanField(_("It is a network of organizations"), default=False)
    registered_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", editable=False)
    registered_at = models.DateTimeField(default=clock.now, editable=False)
    folded_name = models.CharField(max_length=400, editable=False)
    folded = models.CharField(max_length=600, editable=False)  # what the search reads

    class Meta:
        ordering = ["folded_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["folded_name", "state"], name="organization_name_once_per_state"),
            models.UniqueConstraint(fields=["cluni"], condition=~models.Q(cluni=""), name="organization_cluni_once"),
            models.CheckConstraint(condition=~models.Q(folded_name=""), name="organization_has_name"),
            models.CheckConstraint(
                condition=models.Q(category__in=Category.values) & ~models.Q(category=Category.CITIZEN),
                name="organization_category_fits",
            ),
            models.CheckConstraint(
                condition=~models.Q(category=Category.OTHER, category_other=""),
                name="organization_other_says_which",
            ),
        ]

    def __str__(self) -> str:
        return self.acronym or self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded columns true to the name."""
        self.folded_name = fold(self.name)
        self.folded = fold(f"{self.name} {self.acronym}")
        super().save(*args, **kwargs)

    @property
    def kind(self) -> str:
        """The category in words, or what *other* stands for."""
        return self.category_other if self.category == Category.OTHER else str(Category(self.category).label)


class Representation(Term):
    """That a person speaks for an organization, for what, from when to when."""

    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="representations")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="representations")
    scope = models.CharField(_("scope"), max_length=200)
    made_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", editable=False)
    made_at = models.DateTimeField(default=clock.now, editable=False)
    ended_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_LATER, name="representation_ends_later"),
            models.UniqueConstraint(
                fields=["person", "organization"],
                condition=models.Q(ends_on__isnull=True),
                name="representation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.organization}"


class Accreditation(models.Model):
    """The offer of a representation, sent to an e-mail. It becomes one when its owner accepts.

    Nobody is named in public without having said yes, and nobody learns which e-mails have accounts.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="accreditations")
    email = models.EmailField(_("e-mail"))
    scope = models.CharField(_("scope"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    made_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    token = models.CharField(max_length=64, unique=True, default=ids.new_token)
    answered_at = models.DateTimeField(null=True)
    representation = models.OneToOneField(Representation, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_LATER, name="accreditation_ends_later"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="accreditation_email_lower"),
            models.UniqueConstraint(
                fields=["organization", "email"],
                condition=models.Q(answered_at__isnull=True),
                name="accreditation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} · {self.organization}"


# Django finds the tables of the rooms of this package here.
from incidencia.organizations.affiliations import Affiliation  # noqa: E402
from incidencia.organizations.verification.models import ProofFile, Verification, Voucher  # noqa: E402

__all__ = [
    "Accreditation", "Affiliation", "Agency", "Coordinator", "Organization", "ProofFile", "Representation",
    "Verification", "Voucher",
]  # fmt: skip
