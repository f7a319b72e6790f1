"""Items of a feed, their versions, who read them, and when somebody last looked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.modes.information.states import State, state
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Kind(models.TextChoices):
    """What an item is."""

    NOTICE = "notice", _("Notice")
    DOCUMENT = "document", _("Document")
    AGENDA = "agenda", _("Agenda")
    POSITION = "position", pgettext_lazy("item", "Position")
    RESULT = "result", _("Result")
    REPORT = "report", _("Report")
    MEETING = "meeting", _("International meeting")


class Facts(models.Model):
    """What an item says besides its words: the item holds what stands, each version what it said."""

    read_by = models.DateTimeField(_("to be read by"), null=True, blank=True)  # what opens a term to read
    # An international meeting has a place and dates
    place = models.CharField(_("place"), max_length=200, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    # A reserved item shows its title, ground and review date only (A9)
    reserved = models.BooleanField(_("reserved"), default=False)
    ground = models.CharField(_("ground and article"), max_length=500, blank=True)
    decided_by = models.CharField(_("who decided the reserve"), max_length=300, blank=True)
    review_on = models.DateField(_("review date"), null=True, blank=True)

    class Meta:
        abstract = True


class Item(Facts):
    """One item of a feed. Its words are in its versions; its state is read from the clock."""

    activity = models.ForeignKey("consultations.Activity", models.PROTECT, related_name="items")
    reference = models.CharField(max_length=40, unique=True, editable=False)  # MEC-2026-014-I-007
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    current = models.PositiveSmallIntegerField(default=1, editable=False)  # the number of the version that stands
    publish_at = models.DateTimeField(_("published at"), null=True, blank=True)  # None: draft; to come: scheduled
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    published_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    supersedes = models.OneToOneField("self", models.PROTECT, related_name="superseded_by", null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    created_as = models.CharField(max_length=CAPACITY, editable=False)

    class Meta:
        ordering = ["-publish_at", "-pk"]
        indexes = [models.Index(fields=["activity", "publish_at"], name="item_published")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="item_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="meeting", starts_on__isnull=False, ends_on__gte=F("starts_on"))
                | (~Q(kind="meeting") & Q(starts_on__isnull=True, ends_on__isnull=True)),
                name="item_meeting_has_dates",
            ),
            models.CheckConstraint(
                condition=Q(reserved=False) | (~Q(ground="") & ~Q(decided_by="") & Q(review_on__isnull=False)),
                name="item_reserve_is_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def state(self) -> State:
        """Where it stands at this instant, read from the clock."""
        return state(self.publish_at, clock.now())


class ItemVersion(Facts):
    """An item as it was published or corrected. Never edited once published."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    summary_es = models.TextField(_("in plain words, in Spanish"), max_length=1200, blank=True)  # 80 words (G27.II)
    summary_en = models.TextField(_("in plain words, in English"), max_length=1200, blank=True)
    body_es = models.TextField(_("text in Spanish"), max_length=200_000, blank=True)
    body_en = models.TextField(_("text in English"), max_length=200_000, blank=True)
    reason = models.CharField(_("why it changes"), max_length=1000, blank=True)
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    folded = models.TextField(editable=False, blank=True)  # what the search reads; nothing that is reserved

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_once"),
            models.CheckConstraint(condition=~Q(title_es="", title_en=""), name="item_version_has_title"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="item_correction_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.item} v{self.number}"


class ReadMark(models.Model):
    """That a person read an item, and which version. Seen by that person; counted for the secretariat."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="reads")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.item}"


class Visit(models.Model):
    """When a person last looked at the feed, so that it can say what changed since."""

    activity = models.ForeignKey("consultations.Activity", models.CASCADE, related_name="+")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    before = models.DateTimeField(null=True)  # the visit before the present one
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "person"], name="visit_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.activity}"
