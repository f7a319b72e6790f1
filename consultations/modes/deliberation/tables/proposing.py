"""What members propose for the agenda of a session, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Purpose(models.TextChoices):
    """What the item is for."""

    INFORM = "inform", _("For information")
    DISCUSS = "discuss", _("For discussion")
    DECIDE = "decide", _("For decision")


class Fate(models.TextChoices):
    """What became of a proposal."""

    WAITING = "waiting", _("waits for the secretariat")
    PLACED = "placed", _("on the agenda")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("taken back")


class ItemProposal(models.Model):
    """An item a member proposes; placed by the secretariat on the agenda, or declined with the reason.

    `draft_item` is its place while the session is prepared, `item` its key once the agenda lives in the log.
    """

    session = models.ForeignKey("live.Session", models.PROTECT, related_name="item_proposals")
    title = models.CharField(_("title"), max_length=300)
    why = models.TextField(_("why"), max_length=4000)
    purpose = models.CharField(_("what for"), max_length=8, choices=Purpose)
    minutes = models.PositiveSmallIntegerField(_("minutes wanted"))
    language = models.CharField(_("language"), max_length=10)
    contribution = models.ForeignKey(
        "consultations.Contribution", models.PROTECT, related_name="item_proposals", null=True
    )
    paper_title = models.CharField(_("title of the paper"), max_length=300, blank=True)
    paper_text = models.TextField(_("text of the paper"), blank=True)
    key = models.CharField(max_length=64)  # made with the form: sent twice, it is one proposal
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="item_proposals")
    acted_as = models.CharField(max_length=CAPACITY)
    withdrawn_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    decided_as = models.CharField(max_length=CAPACITY, blank=True)
    declined_because = models.CharField(max_length=1000, blank=True)
    draft_item = models.ForeignKey("live.DraftItem", models.SET_NULL, related_name="+", null=True)
    item = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "by", "key"], name="item_proposal_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(why=""), name="item_proposal_says_what_and_why"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="item_proposal_purpose_known"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=600), name="item_proposal_minutes"),
            models.CheckConstraint(
                condition=(Q(paper_title="") & Q(paper_text="")) | (~Q(paper_title="") & ~Q(paper_text="")),
                name="item_proposal_paper_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, declined_because="", item="")
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="item_proposal_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(declined_because="") | Q(item="", draft_item__isnull=True),
                name="item_proposal_placed_or_declined",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(decided_at__isnull=True),
                name="item_proposal_withdrawn_first",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session} · {self.title}"

    @property
    def fate(self) -> Fate:
        """What became of it. An item that was taken off the agenda leaves its proposal waiting again."""
        if self.withdrawn_at is not None:
            return Fate.WITHDRAWN
        if self.declined_because:
            return Fate.DECLINED
        return Fate.PLACED if self.item or self.draft_item_id is not None else Fate.WAITING
