"""Which agreements go to the next agenda by themselves: those whose date is over and of which nothing came."""

from collections.abc import Iterator
from datetime import datetime, time

from django.contrib.auth.models import AnonymousUser
from django.db.models import BooleanField, ExpressionWrapper
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.matter import Matter
from consultations.models import Consultation
from consultations.modes.deliberation.register.queries import agreements_of, public, standing
from consultations.modes.deliberation.register.states import State
from incidencia.clock import now
from incidencia.web.times import zone_of


def overdue(consultation: Consultation) -> Iterator[Matter]:
    """Promise the overdue agreements of a process (G33). One query.

    What not everybody reads yet is told by its reference.
    """
    zone = zone_of(consultation.zone)
    rows = standing(
        agreements_of(consultation, AnonymousUser(), office=True), State.OVERDUE, now().astimezone(zone).date()
    )
    href = reverse("agreement_list", args=[consultation.reference])
    for row in rows.annotate(public=ExpressionWrapper(public(), BooleanField())).order_by("due", "pk"):
        if row.due is None:
            raise AssertionError("an overdue agreement has its date")
        told: bool = row.public
        title, language = (row.text, row.language) if told else (row.reference, "")
        since = datetime.combine(row.due, time(23, 59, 59), zone)
        why = _("Its date is over, and nothing tells that it was done.")
        yield Matter(row.reference, title, f"{href}#{row.reference}", why, since, language)
