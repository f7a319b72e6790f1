"""What is read of ratifications."""

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from consultations.members.kinds import Side
from consultations.members.models import Membership
from consultations.models import Consultation
from consultations.modes.deliberation.register.queries import public
from incidencia.accounts.models import Person
from sessions.core.terms import Phase
from sessions.models import Agreement

OVER = (Phase.CLOSED, Phase.SEALED)


def empowered_in(series: str, person: Person | AnonymousUser) -> Membership | None:
    """Promise the membership by which `person` may agree for the authority in that process today. One query."""
    if not person.is_authenticated:
        return None
    rows = Membership.objects.in_force().filter(consultation__reference=series, person=person, side=Side.PUBLIC)
    return rows.exclude(powers="").select_related("agency").first()


def awaiting() -> QuerySet[Agreement]:
    """Promise the agreements of sessions that are over, taken ad referendum and not decided yet."""
    rows = Agreement.objects.filter(ad_referendum=True, ratification__isnull=True, session__phase__in=OVER)
    rows = rows.filter(superseded="")  # what was replaced no longer waits for anybody
    return rows.select_related("session").order_by("adopted_at", "pk")


def to_ratify(consultations: Collection[int]) -> QuerySet[Agreement]:
    """Promise those of the sessions of these processes. One query."""
    series = Consultation.objects.filter(pk__in=consultations).values("reference")
    return awaiting().filter(session__series__in=series)


def unratified(consultation: Consultation) -> QuerySet[Agreement]:
    """Promise the agreements of a process taken ad referendum that nobody has ratified. One query.

    Each with `public`: whether everybody reads its words.
    """
    undecided = Q(ratification__isnull=True) | Q(ratification__granted=False)
    rows = Agreement.objects.filter(undecided, ad_referendum=True, superseded="")
    rows = rows.filter(session__series=consultation.reference)
    rows = rows.annotate(public=ExpressionWrapper(public(), BooleanField()))
    return rows.filter(session__phase__in=OVER).select_related("session", "ratification").order_by("adopted_at", "pk")
