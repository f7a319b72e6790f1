"""Where a version of the rules stands, read from what was done and from the clock. No database."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """In the order in which a version passes through; withdrawn is the other end."""

    DRAFT = "draft", _("Draft, not submitted yet")
    CONSIDERED = "considered", _("Before the members")
    CLOSED = "closed", _("Considered, to be approved")
    APPROVED = "approved", _("Approved, to be published")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def state(
    *, submitted_at: datetime | None, closes_at: datetime | None, approved_at: datetime | None,
    published_at: datetime | None, withdrawn_at: datetime | None, now: datetime,
) -> State:  # fmt: skip
    """Promise the state at `now`. The closing instant belongs to what follows."""
    if withdrawn_at is not None:
        return State.WITHDRAWN
    if published_at is not None:
        return State.PUBLISHED
    if approved_at is not None:
        return State.APPROVED
    if submitted_at is None or closes_at is None:
        return State.DRAFT
    return State.CONSIDERED if now < closes_at else State.CLOSED
