"""What officials ask."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Question(models.Model):
    """One question with its context and the decision it feeds. Fixed once its activity is published."""

    activity = models.ForeignKey("consultations.Activity", models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField()
    text_es = models.CharField(_("question in Spanish"), max_length=500, blank=True)
    text_en = models.CharField(_("question in English"), max_length=500, blank=True)
    context_es = models.TextField(_("context in Spanish"), max_length=4000, blank=True)
    context_en = models.TextField(_("context in English"), max_length=4000, blank=True)
    decision_es = models.CharField(_("the decision it feeds, in Spanish"), max_length=500, blank=True)
    decision_en = models.CharField(_("the decision it feeds, in English"), max_length=500, blank=True)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    asked_as = models.CharField(max_length=CAPACITY, editable=False)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "place"], name="question_place_once"),
            models.CheckConstraint(condition=~Q(text_es="", text_en=""), name="question_has_text"),
            models.CheckConstraint(condition=~Q(context_es="", context_en=""), name="question_has_context"),
            models.CheckConstraint(condition=~Q(decision_es="", decision_en=""), name="question_feeds_a_decision"),
        ]

    def __str__(self) -> str:
        return self.text_es or self.text_en
