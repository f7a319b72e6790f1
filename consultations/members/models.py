"""Memberships, and the two ways to one: an application answered by a decision, or an invitation accepted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from consultations.members.kinds import ApplicationState, Role, Side
from incidencia import clock, ids
from incidencia.organizations.categories import Category
from incidencia.organizations.terms import Term

PERSON = settings.AUTH_USER_MODEL
CONSULTATION = "consultations.Consultation"
CIVIL, PUBLIC, GUEST = Side.CIVIL, Side.PUBLIC, Side.GUEST


class Membership(Term):
    """That a person takes part: on which side, as what, with voice or vote, from when to when.

    The membership carries the category of G17: a citizen has one without organization. Public officials have a
    recorded appointment and scope of power (G22). Guests count on neither side.
    """

    consultation = models.ForeignKey(CONSULTATION, models.PROTECT, related_name="memberships")
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


class Application(models.Model):
    """Somebody asks to take part, in their own name or for an organization they speak for."""

    consultation = models.ForeignKey(CONSULTATION, models.PROTECT, related_name="applications")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="applications")
    representation = models.ForeignKey(
        "organizations.Representation", models.PROTECT, related_name="+", null=True, blank=True
    )
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="applications", null=True, blank=True
    )
    category = models.CharField(_("category"), max_length=20, choices=Category)
    category_other = models.CharField(_("which"), max_length=80, blank=True)
    motivation = models.TextField(_("motivation"), max_length=4000)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    at = models.DateTimeField(default=clock.now, editable=False)
    acted_as = models.CharField(max_length=300, blank=True, editable=False)
    names_public = models.BooleanField(default=False, editable=False)  # told before applying that names are public
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    appeal = models.TextField(_("what the decision missed"), max_length=4000, blank=True)
    appealed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "person"],
                condition=Q(withdrawn_at__isnull=True),
                name="application_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["consultation", "organization"],
                condition=Q(withdrawn_at__isnull=True, organization__isnull=False),
                name="application_once_per_organization",
            ),
            models.CheckConstraint(condition=Q(names_public=True), name="application_knows_names_are_public"),
            models.CheckConstraint(
                condition=Q(organization__isnull=True, representation__isnull=True)
                | Q(organization__isnull=False, representation__isnull=False),
                name="application_for_an_organization_is_represented",
            ),
            models.CheckConstraint(
                condition=Q(appealed_at__isnull=True, appeal="") | (Q(appealed_at__isnull=False) & ~Q(appeal="")),
                name="application_appeal_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} → {self.consultation}"

    @property
    def decided(self) -> "Decision | None":
        """The last decision taken, if any. Prefetch `decisions` on lists."""
        return max(self.decisions.all(), key=lambda decision: decision.round, default=None)

    @property
    def state(self) -> ApplicationState:
        """Where it stands, computed from what was done."""
        if self.withdrawn_at is not None:
            return ApplicationState.WITHDRAWN
        decided = self.decided
        if decided is None:
            return ApplicationState.RECEIVED
        if decided.admitted:
            return ApplicationState.ADMITTED
        if decided.round == 1 and self.appealed_at is not None:
            return ApplicationState.APPEALED
        return ApplicationState.DECLINED

    @property
    def can_be_appealed(self) -> bool:
        """Whether the applicant may ask once more: one refusal, no appeal yet (G8.II)."""
        return self.state is ApplicationState.DECLINED and self.appealed_at is None

    @property
    def kind(self) -> str:
        """The category in words, or what *other* stands for."""
        return self.category_other if self.category == Category.OTHER else str(Category(self.category).label)


class Answer(models.Model):
    """How the applicant meets one published requirement."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="answers")
    requirement = models.ForeignKey("consultations.Requirement", models.PROTECT, related_name="answers")
    text = models.TextField(max_length=2000)

    class Meta:
        ordering = ["requirement__place"]
        constraints = [
            models.UniqueConstraint(fields=["application", "requirement"], name="answer_once_per_requirement")
        ]

    def __str__(self) -> str:
        return f"{self.application} {self.requirement_id}"


class Decision(models.Model):
    """Admission or refusal. A refusal names a published requirement and says why; round 2 answers the appeal."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField(default=1)
    admitted = models.BooleanField()
    requirement = models.ForeignKey("consultations.Requirement", models.PROTECT, related_name="+", null=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=300)

    class Meta:
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(fields=["application", "round"], name="decision_once_per_round"),
            models.CheckConstraint(condition=Q(round__in=(1, 2)), name="decision_appealed_once"),
            models.CheckConstraint(
                condition=Q(admitted=True) | (Q(requirement__isnull=False) & ~Q(reason="")),
                name="decision_refusal_names_requirement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application} {self.round}"


class Invitation(models.Model):
    """A personal link to join. Inviting civil society directly records why a call did not suffice (G19)."""

    consultation = models.ForeignKey(CONSULTATION, models.PROTECT, related_name="invitations")
    token = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    side = models.CharField(_("side"), max_length=8, choices=Side)
    role = models.CharField(_("takes part as"), max_length=10, choices=Role, default=Role.MEMBER)
    capacity = models.CharField(_("capacity"), max_length=200, blank=True)
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
