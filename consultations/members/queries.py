"""What is read about those who take part and those who ask to. Each has a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, Count, F, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from consultations.members.applying import application_of
from consultations.members.kinds import ApplicationState, Side
from consultations.members.models import Application, Invitation, Membership
from consultations.models import Consultation
from incidencia.accounts.models import Person

SIDE_ORDER = Case(When(side=Side.CIVIL, then=Value(0)), When(side=Side.PUBLIC, then=Value(1)), default=Value(2))


@dataclass(frozen=True, slots=True)
class Seated:
    """One side of a consultation: how many sit there, how many of them vote, and the first of them."""

    side: Side
    total: int = 0
    voting: int = 0
    first: list[Membership] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many are not among the first."""
        return self.total - len(self.first)


def members_of(consultation: Consultation) -> QuerySet[Membership]:
    """Promise who takes part today, civil society first, in the order they joined. One query."""
    rows = consultation.memberships.in_force().select_related(
        "person", "organization", "agency", "application", "invitation", "renews__application", "renews__invitation"
    )  # fmt: skip
    return rows.annotate(rank=SIDE_ORDER).order_by("rank", "joined_at", "pk")


def sides_of(consultation: Consultation, most: int = 6) -> list[Seated]:
    """Promise both sides, and the guests if there are any, with the first `most` of each. One query."""
    rows = (
        consultation.memberships.in_force()
        .select_related("person", "organization", "agency")
        .annotate(
            place=Window(RowNumber(), partition_by=F("side"), order_by=["joined_at", "pk"]),
            total=Window(Count("pk"), partition_by=F("side")),
            voting=Window(Count(Case(When(vote=True, then=1))), partition_by=F("side")),
        )
        .filter(place__lte=most)
    )
    seated: dict[str, list[Membership]] = {side: [] for side in Side}
    totals: dict[str, tuple[int, int]] = dict.fromkeys(Side, (0, 0))
    for row in rows.order_by("joined_at", "pk"):
        seated[row.side].append(row)
        totals[row.side] = (row.total, row.voting)
    sides = [Seated(side, *totals[side], seated[side]) for side in Side]
    return [side for side in sides if side.total or side.side is not Side.GUEST]


def without_vote(sides: Iterable[Seated]) -> list[Side]:
    """Promise the sides on which nobody has a vote today: until somebody joins, none decides (G15). No query."""
    return [seated.side for seated in sides if seated.side is not Side.GUEST and not seated.voting]


def taking_part(person: Person, limit: int = 5) -> list[Membership]:
    """Promise the published processes `person` takes part in today, the latest first. One query."""
    rows = Membership.objects.in_force().filter(person=person, consultation__published_at__isnull=False)
    return list(rows.select_related("consultation").order_by("-joined_at", "-pk")[:limit])


def membership_of(consultation: Consultation, person: Person | AnonymousUser) -> Membership | None:
    """Promise the membership `person` holds today. One query for who has signed in."""
    if not person.is_authenticated:
        return None
    rows = consultation.memberships.in_force().filter(person=person)
    return rows.select_related("organization", "agency").first()


def standing_of(consultation: Consultation, person: Person | AnonymousUser) -> Application | None:
    """Promise the application of `person` that is not withdrawn, with its decisions. Two queries at most."""
    return application_of(consultation, person) if person.is_authenticated else None


def applications_to(consultation: Consultation) -> QuerySet[Application]:
    """Promise every application, the oldest first, with its decisions. Two queries."""
    rows = consultation.applications.select_related("person", "organization")
    return rows.prefetch_related("decisions").order_by("at", "pk")


def waiting(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Narrow to those that wait for a decision: not withdrawn, and undecided since they were sent or appealed."""
    counted = applications.filter(withdrawn_at__isnull=True).annotate(rounds=Count("decisions"))
    return counted.filter(rounds=0) | counted.filter(rounds=1, appealed_at__isnull=False)


def waiting_count(consultation: Consultation) -> int:
    """Promise how many applications wait for a decision. One query."""
    return waiting(consultation.applications.all()).count()


def invitations_of(consultation: Consultation) -> QuerySet[Invitation]:
    """Promise every invitation, the newest first. One query."""
    return consultation.invitations.select_related("organization", "agency", "used_by")


def state_of(application: Application | None) -> ApplicationState | None:
    """Promise where an application stands; None when there is none."""
    return application.state if application else None
