"""Nobody takes part twice at once, and no term ends before it begins: said plainly wherever somebody joins."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from consultations.members.models import Membership
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from incidencia.web.refusals import Refused


def not_over() -> Q:
    """Promise the condition "holds today or will": not cut short, and its last day has not passed."""
    return Q(ended_at__isnull=True) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today()))


def standing(consultation: Consultation) -> QuerySet[Membership]:
    """Promise the memberships that hold today or begin later. Each person has one at most."""
    return consultation.memberships.filter(not_over())


def refuse_twice(consultation: Consultation, person: Person, *, advice: str) -> None:
    """Raise Refused (`already-member`) when `person` takes part already, or will from a later day."""
    if standing(consultation).filter(person=person).exists():
        raise Refused(
            "already-member", _("%(name)s already takes part in this process.") % {"name": person.name},
            advice=advice,
        )  # fmt: skip


def refuse_backwards(ends_on: date | None, *, starts_on: date | None = None) -> None:
    """Raise Refused (`ends-before-it-begins`) for a term whose last day comes before its first one (today)."""
    if ends_on is not None and ends_on < (starts_on or today()):
        raise Refused(
            "ends-before-it-begins", _("The term would end before it begins."), rule="G20",
            advice=_("Write a later last day, or leave it empty: then it has no end."),
        )  # fmt: skip
