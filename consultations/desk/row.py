"""One thing that waits for somebody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

NEAR = timedelta(days=3)


class Act(models.TextChoices):
    """What has to be done."""

    ATTEND = "attend", _("To attend")
    READ = "read", _("To read")
    ANSWER = "answer", _("To answer")
    DECIDE = "decide", _("To decide")
    CONFIRM = "confirm", _("To confirm")
    SEND = "send", _("To send")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What to do, of what, where, and until when; `due` is None where no term runs.

    `zone` is the one in which the term is told; `language` that of the title, where somebody wrote it.
    """

    act: Act
    title: str
    href: str
    due: datetime | None = None
    where: str = ""
    zone: str = ""
    language: str = ""
    live: str = ""  # what is said while the doors of a session are open

    def is_late(self, now: datetime) -> bool:
        """Whether its term is over; the hour of a session is no term."""
        return self.act is not Act.ATTEND and self.due is not None and self.due < now

    def is_near(self, now: datetime) -> bool:
        """Whether its term ends within three days."""
        return self.due is not None and now <= self.due <= now + NEAR


def by_deadline(rows: list[Waiting]) -> list[Waiting]:
    """Promise what is due first on top, and what has no term last; among equals the order of the acts."""
    order = list(Act)
    timed = sorted((r for r in rows if r.due is not None), key=lambda r: (r.due, order.index(r.act)))
    return [*timed, *sorted((r for r in rows if r.due is None), key=lambda r: order.index(r.act))]
