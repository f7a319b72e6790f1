"""A joint task: what it is, who leads it on each side, what has to be delivered and how that is judged."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY
from incidencia.organizations.sides import Side

PERSON = settings.AUTH_USER_MODEL
STANDS = Q(declined_at__isnull=True, left_at__isnull=True)


class Task(models.Model):
    """A joint task, one-to-one with its contribution. No hours and no pay: nobody is employed by it (G16, A7).

    Its instants are written by acts alone; which state they make is read by `states.Facts`.
    """

    contribution = models.OneToOneField(
        "consultations.Contribution", models.PROTECT, primary_key=True, related_name="task"
    )
    agreement = models.ForeignKey("live.Agreement", models.PROTECT, related_name="tasks", null=True)
    line = models.ForeignKey("consultations.ProgrammeLine", models.PROTECT, related_name="tasks", null=True)
    weight = models.PositiveSmallIntegerField(default=1)  # within its line
    goal = models.TextField(_("goal"))
    territory = models.CharField(_("territory"), max_length=300, blank=True)
    uses_public_money = models.BooleanField(_("public resources are used"), default=False)
    money_programme = models.CharField(_("which programme pays"), max_length=300, blank=True)
    money_amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True)
    risks = models.TextField(_("risks"), blank=True)
    due_on = models.DateField(_("due"))
    baseline_on = models.DateField()  # the date it was proposed with; no act changes it
    key = models.CharField(max_length=64, unique=True)  # `own_key` of the form it came by: sent twice, made once
    started_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)  # while a result waits for its keys, and once it is accepted
    done_at = models.DateTimeField(null=True)
    blocked_at = models.DateTimeField(null=True)
    disputed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=1000, blank=True)  # by who proposed it, before it began

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(cancelled_at__isnull=False, started_at__isnull=True, withdrawn_because=""),
                name="task_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=Q(agreement__isnull=False) | Q(line__isnull=False), name="task_has_origin"
            ),
            models.CheckConstraint(condition=~Q(goal=""), name="task_has_goal"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="task_weighs_something"),
            models.CheckConstraint(
                condition=Q(uses_public_money=False, money_programme="", money_amount__isnull=True)
                | (Q(uses_public_money=True, money_amount__gt=0) & ~Q(money_programme="")),
                name="task_money_says_which_and_how_much",
            ),
            models.CheckConstraint(
                condition=Q(delivered_at__isnull=True) | Q(started_at__isnull=False), name="task_delivered_was_begun"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True)
                | Q(delivered_at__isnull=False, cancelled_at__isnull=True, blocked_at__isnull=True,
                    disputed_at__isnull=True),
                name="task_done_was_delivered",
            ),
            models.CheckConstraint(
                condition=Q(blocked_at__isnull=True) | Q(started_at__isnull=False, delivered_at__isnull=True),
                name="task_blocked_is_under_way",
            ),
            models.CheckConstraint(
                condition=Q(disputed_at__isnull=True) | Q(started_at__isnull=False), name="task_disputed_was_begun"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.contribution)


class TaskLead(models.Model):
    """Who leads a task on one side: asked, then accepts or declines; whoever leaves stays on record."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="leads")
    side = models.CharField(max_length=8, choices=Side)
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="leads")
    member = models.ForeignKey("consultations.Membership", models.PROTECT, related_name="leads")
    named_at = models.DateTimeField(default=clock.now)
    named_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    named_as = models.CharField(max_length=CAPACITY)
    named_because = models.CharField(max_length=1000, blank=True)  # where it replaces somebody
    accepted_at = models.DateTimeField(null=True)
    accepted_as = models.CharField(max_length=CAPACITY, blank=True)
    declined_at = models.DateTimeField(null=True)
    declined_because = models.CharField(max_length=1000, blank=True)
    left_at = models.DateTimeField(null=True)  # replaced by the own side

    class Meta:
        ordering = ["named_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "side"], condition=STANDS, name="task_lead_once_per_side"),
            models.UniqueConstraint(fields=["task", "person"], condition=STANDS, name="task_lead_holds_one_key"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="task_lead_side_is_one_of_two"),
            models.CheckConstraint(
                condition=Q(declined_at__isnull=True) | (Q(accepted_at__isnull=True) & ~Q(declined_because="")),
                name="task_lead_declines_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | ~Q(accepted_as=""), name="task_lead_accepts_in_a_capacity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.side} {self.person}"

    @property
    def stands(self) -> bool:
        """Neither declined nor replaced."""
        return self.declined_at is None and self.left_at is None


class Deliverable(models.Model):
    """One thing to deliver, and by what everybody will see that it is right."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="deliverables")
    number = models.PositiveSmallIntegerField()
    what = models.CharField(_("what is delivered"), max_length=300)
    criterion = models.CharField(_("how it is judged"), max_length=1000)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="deliverable_number_once"),
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(criterion=""), name="deliverable_says_how_it_is_judged"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.number}"


class TaskShift(models.Model):
    """A change that binds only with the other lead's assent: another date, or the end of the task."""

    class Kind(models.TextChoices):
        DATE = "date", _("Another date")
        CANCEL = "cancel", _("Cancellation")

    task = models.ForeignKey(Task, models.PROTECT, related_name="shifts")
    kind = models.CharField(max_length=8, choices=Kind)
    before = models.DateField()
    after = models.DateField(null=True)
    reason = models.CharField(max_length=1000)
    side = models.CharField(max_length=8, choices=Side)  # which one asks; the other one assents
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    answered_as = models.CharField(max_length=CAPACITY, blank=True)
    assented = models.BooleanField(null=True)
    because = models.CharField(max_length=1000, blank=True)  # why not, where it was not assented to

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(answered_at__isnull=True), name="task_shift_waits_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="task_shift_has_reason"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="task_shift_side_is_one_of_two"),
            models.CheckConstraint(
                condition=Q(kind="cancel", after__isnull=True)
                | (Q(kind="date", after__isnull=False) & ~Q(after=F("before"))),
                name="task_shift_of_a_date_has_another",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, assented__isnull=True)
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False, assented__isnull=False)
                    & ~Q(answered_by=F("by"))
                    & ~Q(answered_as="")
                ),
                name="task_shift_is_answered_by_another",
            ),
            models.CheckConstraint(
                condition=Q(assented__isnull=True) | Q(assented=True) | ~Q(because=""),
                name="task_shift_refused_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.kind}"
