"""Terms: from one day to another, and how one is cut short."""

from datetime import date
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from incidencia import clock


def today() -> date:
    """Promise the present day where the institutions work (DEFAULT_ZONE)."""
    return clock.now().astimezone(ZoneInfo(settings.DEFAULT_ZONE)).date()


def in_force(on: date, prefix: str = "") -> models.Q:
    """Promise the condition "holds on that day". `prefix` walks a relation: `"coordinators__"`.

    The last day counts, unless the term was cut short on that day: then it ended at once.
    """
    end = f"{prefix}ends_on"
    return models.Q(**{f"{prefix}starts_on__lte": on}) & (
        models.Q(**{f"{end}__isnull": True})
        | models.Q(**{f"{end}__gt": on})
        | models.Q(**{end: on, f"{prefix}ended_at__isnull": True})
    )


class TermQuerySet(models.QuerySet[Any]):
    """Rows that hold from one day to another."""

    def in_force(self, on: date | None = None) -> Self:
        """Promise those that hold on that day (today when absent)."""
        return self.filter(in_force(on or today()))


class Term(models.Model):
    """A mandate with its first and last day. `ended_at` is set when somebody cut it short."""

    starts_on = models.DateField(_("from"), default=today)
    ends_on = models.DateField(_("to"), null=True, blank=True, help_text=_("The last day. Empty: without end."))
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_in_force(self, on: date | None = None) -> bool:
        """Promise whether it holds on that day (today when absent)."""
        on = on or today()
        if self.starts_on > on:
            return False
        return self.ends_on is None or self.ends_on > on or (self.ends_on == on and self.ended_at is None)

    def cut_short(self) -> None:
        """End it now: today becomes its last day, and it no longer holds. One not yet begun ends on its first day."""
        self.ends_on = max(today(), self.starts_on)
        self.ended_at = clock.now()
        self.save(update_fields=["ends_on", "ended_at"])
