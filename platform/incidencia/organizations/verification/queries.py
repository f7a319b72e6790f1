"""What is read about verifications. Pages that show people what they may not see elsewhere ask `rules` first."""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.deadlines.deadline import Deadline, State
from incidencia.deadlines.queries import closed_days, near
from incidencia.organizations.models import Organization
from incidencia.organizations.queries import agencies_coordinated_by, organizations_found
from incidencia.organizations.verification.matters import Matter, Result
from incidencia.organizations.verification.models import UNCHANGED, Verification, Voucher
from incidencia.organizations.verification.standing import Standing, standings

_HOLDING = Verification.objects.filter(UNCHANGED, result=Result.VERIFIED)
_VOUCHERS = Voucher.objects.filter(given__isnull=True, verification__result="").select_related(
    "organization", "verification__organization"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits at the desk, with its clock; without one while its proof is not complete."""

    verification: Verification
    deadline: Deadline | None

    @property
    def state(self) -> State | None:
        """How the clock stands now."""
        return self.deadline.state(clock.now(), near()) if self.deadline else None

    @property
    def given(self) -> int:
        """How many vouchers were given, whether or not they count."""
        return sum(bool(voucher.given) for voucher in self.verification.vouchers.all())

    @property
    def left(self) -> int | None:
        """Business days left; negative when overdue."""
        return self.deadline.days_left(clock.now()) if self.deadline else None


def with_verified(rows: QuerySet[Any], path: str = "pk") -> QuerySet[Any]:
    """Promise `rows` with `.is_verified`: whether the desk verified the organization at `path`. No further query.

    `path` is `pk` for organizations, else the field that leads to one.
    """
    holding = _HOLDING.filter(organization=OuterRef(path), matter=Matter.EXISTENCE)
    return rows.annotate(is_verified=Exists(holding))


def is_verified(organization: Organization) -> bool:
    """Promise whether the desk verified that it exists and who speaks for it (A8)."""
    return _HOLDING.filter(organization=organization, matter=Matter.EXISTENCE).exists()


def meets(organization: Organization, matter: Matter, which: str = "") -> bool:
    """Promise whether the desk verified that it meets a criterion that gates the delegation (A8)."""
    return _HOLDING.filter(organization=organization, matter=matter, which=which).exists()


def standings_of(organization: Organization) -> list[Standing]:
    """Promise how it stands in each matter: existence, then the criteria of A8. One query."""
    rows = organization.verifications.select_related("agency", "appeal")
    return standings(organization, list(rows))


def desk_of(person: Person) -> list[Waiting]:
    """Promise what waits for `person` to decide, the nearest end first; then what still lacks its proof.

    Those of the agencies the person coordinates; everything for whoever runs the installation.
    """
    rows = _of_desk(person).filter(result="").order_by("ready_at", "pk")
    waiting = waiting_for(rows.prefetch_related("vouchers"))
    return sorted(waiting, key=lambda one: (one.deadline is None, one.deadline and one.deadline.due_on))


def undecided(person: Person, agencies: Collection[int]) -> QuerySet[Verification]:
    """Promise what waits at the desks of those agencies, the first to be ready on top; whoever runs the
    installation has them all.
    """
    rows = _whole() if person.is_superuser else _whole().filter(agency__in=agencies)
    return rows.filter(result="").order_by("ready_at", "pk")


def decided_by_desk(person: Person) -> QuerySet[Verification]:
    """Promise what the desks of `person` decided, latest first."""
    decided = _of_desk(person).filter(result__in=[Result.VERIFIED, Result.REFUSED])
    return decided.select_related("decided_by").order_by("-decided_at", "-pk")


def waiting_for(rows: Iterable[Verification]) -> list[Waiting]:
    """Promise each row with its clock. One query per agency."""
    closed: dict[str, Any] = {}
    found = []
    for row in rows:
        acronym = row.agency.acronym
        if acronym not in closed:
            closed[acronym] = closed_days(acronym)
        found.append(Waiting(row, deadline_of(row, closed[acronym])))
    return found


def refused(organizations: Collection[int]) -> QuerySet[Verification]:
    """Promise the refusals about those organizations that nobody appealed or asked anew."""
    later = Verification.objects.filter(
        organization=OuterRef("organization"), matter=OuterRef("matter"), which=OuterRef("which"),
        asked_at__gt=OuterRef("asked_at"),
    )  # fmt: skip
    rows = Verification.objects.filter(
        organization__in=organizations, result=Result.REFUSED, appeal_of__isnull=True, appeal__isnull=True
    )
    return rows.exclude(Exists(later)).select_related("organization", "agency").order_by("decided_at", "pk")


def vouchers_awaiting(person: Person) -> QuerySet[Voucher]:
    """Promise the vouchers asked of organizations `person` speaks for today, not answered yet."""
    return _VOUCHERS.filter(organization__in=person.representations.in_force().values("organization"))


def vouchers_asked_of_any(organizations: Collection[int]) -> QuerySet[Voucher]:
    """Promise the vouchers asked of any of those organizations and not answered yet."""
    return _VOUCHERS.filter(organization__in=organizations)


def vouchers_asked_of(organization: Organization) -> QuerySet[Voucher]:
    """Promise the vouchers asked of `organization` and not answered yet."""
    return _VOUCHERS.filter(organization=organization)


def who_can_vouch(verification: Verification, words: str) -> QuerySet[Organization]:
    """Promise the verified organizations that carry every one of `words` and were not asked yet."""
    found = with_verified(organizations_found(words)).filter(is_verified=True)
    asked = verification.vouchers.values("organization")
    return found.exclude(pk=verification.organization_id).exclude(pk__in=asked)


def _of_desk(person: Person) -> QuerySet[Verification]:
    return _whole() if person.is_superuser else _whole().filter(agency__in=agencies_coordinated_by(person))


def _whole() -> QuerySet[Verification]:
    return Verification.objects.select_related("organization", "agency", "asked_by", "appeal_of")


def deadline_of(row: Verification, closed: Container[date]) -> Deadline | None:
    """Promise the clock of a verification, given the closed days of its agency; None until its proof is complete."""
    if row.ready_at is None:
        return None
    days: int = settings.VERIFICATION_DAYS
    return Deadline(starts_at=row.ready_at, days=days, closed=closed, met_at=row.decided_at)
