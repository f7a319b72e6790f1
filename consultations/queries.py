"""What is read of consultations for pages. Each has a constant number of queries."""

from django.db.models import Q, QuerySet
from django.urls import reverse

from consultations.kinds import Coverage
from consultations.members.kinds import Side
from consultations.models import Consultation, Membership
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations import queries as organizations
from incidencia.organizations.models import Agency, Coordinator
from incidencia.text.fold import fold


def published() -> QuerySet[Consultation]:
    """Promise the consultations anybody may read, the newest call first, with agency and levels. Two queries."""
    rows = Consultation.objects.filter(published_at__isnull=False).select_related("agency")
    return rows.prefetch_related("levels").order_by("-published_at", "-pk")


def calls_open(limit: int = 6) -> list[Consultation]:
    """Promise the consultations one may apply to now, the one that closes first on top. Two queries."""
    instant = now()
    open_now = published().filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=instant),
        applications_open_at__lte=instant,
        applications_close_at__gt=instant,
    )
    return list(open_now.order_by("applications_close_at")[:limit])


def consultations_found(words: str = "", state: str = "", level: str = "") -> QuerySet[Consultation]:
    """Promise the published consultations with every one of `words` (accents and case aside), in a state, at a level.

    A national consultation covers every state.
    """
    found = published()
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    if state:
        # The engines share no look-up into a list in JSON; its text with the quotes is the same on both.
        found = found.filter(Q(coverage=Coverage.NATIONAL) | Q(states__icontains=f'"{state}"'))
    if level:
        found = found.filter(levels__level=level)
    return found


def drafts_of(person: Person) -> QuerySet[Consultation]:
    """Promise the consultations `person` prepares and has not published. One query."""
    return Consultation.objects.filter(coordinator__person=person, published_at__isnull=True).select_related("agency")


def coordinated_by(person: Person, limit: int = 5) -> list[Consultation]:
    """Promise the published consultations `person` is in charge of, the latest first. One query."""
    rows = Consultation.objects.filter(coordinator__person=person, published_at__isnull=False)
    return list(rows.order_by("-published_at", "-pk")[:limit])


def convened_by(person: Person) -> QuerySet[Consultation]:
    """Promise the processes `person` convenes today: in charge, or holding the office after who was (G18.VI)."""
    standing = Coordinator.objects.in_force()
    succeeds = Q(agency__in=organizations.agencies_coordinated_by(person)) & ~Q(coordinator__in=standing)
    return Consultation.objects.filter(Q(coordinator__in=standing.filter(person=person)) | succeeds)


def answered_by(person: Person) -> QuerySet[Consultation]:
    """Promise the processes in which `person` answers: convenes, or is a member on the public side."""
    seats = Membership.objects.in_force().filter(person=person, side=Side.PUBLIC)
    return Consultation.objects.filter(Q(pk__in=convened_by(person)) | Q(pk__in=seats.values("consultation")))


def agencies_of(person: Person) -> list[Agency]:
    """Promise the agencies for which `person` may open a consultation. One query."""
    return list(organizations.agencies_coordinated_by(person))


def address(reference: str) -> str | None:
    """Promise the address of the page of a published consultation, in the active language; None if there is none."""
    known = Consultation.objects.filter(reference=reference, published_at__isnull=False).exists()
    return reverse("consultation_page", args=[reference]) if known else None
