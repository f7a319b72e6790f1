"""Reading letters."""

from datetime import datetime

from django.db.models import Q, QuerySet

from incidencia.mail.models import Outgoing
from incidencia.mail.tasks import LEASE


def undelivered(at: datetime) -> QuerySet[Outgoing]:
    """Promise the letters not sent and not in anybody's hands at `at`, oldest first."""
    free = Q(taken_at=None) | Q(taken_at__lt=at - LEASE)
    return Outgoing.objects.filter(free, sent_at=None).order_by("created", "pk")
