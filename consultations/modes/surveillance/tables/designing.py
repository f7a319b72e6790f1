"""A checklist, its items, its team, and the templates that others start from."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL
MOST_WEIGHT, MOST_MONTHS = 100, 60


class Method(models.TextChoices):
    """How an item is checked."""

    DOCUMENT = "document", _("Reading documents")
    VISIT = "visit", _("Visiting the place")
    REQUEST = "request", _("Requesting information")
    INTERVIEW = "interview", _("Interviewing")


def checks(of: str) -> list[models.BaseConstraint]:
    """Promise what the database holds of the columns of `Checked` in the table called `of`."""
    return [
        models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=MOST_WEIGHT), name=f"{of}_weight"),
        models.CheckConstraint(condition=Q(months__gte=1, months__lte=MOST_MONTHS), name=f"{of}_months"),
        models.CheckConstraint(condition=~Q(question=""), name=f"{of}_has_question"),
        models.CheckConstraint(condition=Q(method__in=Method.values), name=f"{of}_method_known"),
        models.CheckConstraint(
            condition=~Q(reference="") | (~Q(decision="") & ~Q(source="")), name=f"{of}_names_its_decision"
        ),
    ]


class Checked(models.Model):
    """What is asked of one decision: the same columns in a checklist, in a round and in a template."""

    number = models.PositiveSmallIntegerField(editable=False)
    reference = models.CharField(_("decision, by its reference"), max_length=40, blank=True)
    decision = models.CharField(_("or the decision in words"), max_length=500, blank=True)
    source = models.CharField(_("where it is written"), max_length=500, blank=True)
    question = models.CharField(_("question"), max_length=500)
    method = models.CharField(_("how it is checked"), max_length=10, choices=Method)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_WEIGHT)]
    )
    evidence = models.BooleanField(_("evidence is required"), default=True)
    months = models.PositiveSmallIntegerField(
        _("months a finding stands"), default=12, validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)]
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number}. {self.question}"


class Checklist(models.Model):
    """What a civil-society team checks, and goes on checking round by round."""

    contribution = models.OneToOneField(
        "consultations.Contribution", models.PROTECT, primary_key=True, related_name="checklist"
    )
    about = models.TextField(_("what it checks and why"), max_length=2000)
    key = models.CharField(max_length=64, unique=True)  # `own_key` of the form it came by: sent twice, made once

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(about=""), name="checklist_says_what_it_checks")]

    def __str__(self) -> str:
        return str(self.contribution)


class ChecklistItem(Checked):
    """One item of a checklist. Dropped, it stays listed with the reason."""

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="items")
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    made_as = models.CharField(max_length=CAPACITY)
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    dropped_as = models.CharField(max_length=CAPACITY, blank=True)
    dropped_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            *checks("checklist_item"),
            models.UniqueConstraint(fields=["checklist", "number"], name="checklist_item_once"),
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True) | ~Q(dropped_because=""), name="checklist_item_dropped_says_why"
            ),
        ]


class Monitor(models.Model):
    """A person of the team, from the invitation to the end. Shielded: everybody else reads the organization."""

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="monitors")
    email = models.EmailField(max_length=254)
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)  # None until they accept
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    capacity = models.CharField(max_length=CAPACITY, blank=True)
    leads = models.BooleanField(default=False)
    shielded = models.BooleanField(default=False)
    invited_at = models.DateTimeField(default=clock.now)
    invited_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["-leads", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["checklist", "email"], condition=Q(ended_at__isnull=True), name="monitor_invited_once"
            ),
            models.UniqueConstraint(
                fields=["checklist", "person"],
                condition=Q(ended_at__isnull=True, person__isnull=False),
                name="monitor_once",
            ),
            models.UniqueConstraint(
                fields=["checklist"], condition=Q(leads=True, ended_at__isnull=True), name="monitor_one_leads"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | (Q(person__isnull=False) & ~Q(capacity="")),
                name="monitor_accepted_is_somebody",
            ),
            models.CheckConstraint(condition=Q(leads=False) | Q(shielded=False), name="monitor_lead_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.checklist} · {self.pk}"


class ChecklistTemplate(models.Model):
    """A checklist to start from, public for everybody."""

    name = models.CharField(_("name"), max_length=200)
    about = models.TextField(_("what it is good for"), max_length=2000)
    language = models.CharField(max_length=10)
    source = models.ForeignKey(Checklist, models.PROTECT, related_name="templates")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(about=""), name="template_says_what_it_is"),
            models.UniqueConstraint(fields=["source", "name"], name="template_once_by_name"),
        ]

    def __str__(self) -> str:
        return self.name


class TemplateItem(Checked):
    """One item of a template."""

    template = models.ForeignKey(ChecklistTemplate, models.PROTECT, related_name="items")

    class Meta:
        ordering = ["number"]
        constraints = [
            *checks("template_item"),
            models.UniqueConstraint(fields=["template", "number"], name="template_item_once"),
        ]
