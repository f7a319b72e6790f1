"""What is read of the agreements of a process. Each has a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from consultations.models import Consultation
from consultations.modes.deliberation.register.states import NEAR, State
from consultations.spine.models import TrailStep
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.text.fold import fold
from sessions.models import Agreement, Seat

LATER = (Step.IMPLEMENTED, Step.VERIFIED)


@dataclass(frozen=True, slots=True)
class Came:
    """A step that came of an agreement: implemented by a task, verified by a checklist. `act` is its reference."""

    step: Step
    act: str
    at: datetime


def agreements_of(consultation: Consultation, reader: Person | AnonymousUser, *, office: bool) -> QuerySet[Agreement]:
    """Promise the agreements of a process that `reader` may read, the latest first.

    Everybody reads those of published minutes and of sessions held in public; those accredited also what circulates;
    the `office` that convenes, and officials who may ratify, all of them.
    """
    rows = Agreement.objects.filter(session__series=consultation.reference).select_related("session", "ratification")
    if not office:
        rows = rows.filter(public() | _seated(reader))
    came = TrailStep.objects.filter(contribution__steps__act=OuterRef("reference"))
    return rows.annotate(
        implemented=Exists(came.filter(kind=Step.IMPLEMENTED.value)),
        verified=Exists(came.filter(kind=Step.VERIFIED.value)),
    ).order_by("-adopted_at", "-pk")


def having(rows: QuerySet[Agreement], words: str) -> QuerySet[Agreement]:
    """Narrow to those with every one of `words`, accents and case aside."""
    for word in fold(words).split():
        rows = rows.filter(Q(search__contains=word) | Q(search="", text__icontains=word))
    return rows


def standing(rows: QuerySet[Agreement], state: State, today: date) -> QuerySet[Agreement]:
    """Narrow to those that stand so on `today`, as `states.state` tells."""
    done = Q(implemented=True) | Q(verified=True)
    awaits = Q(ad_referendum=True, ratification__isnull=True)
    refused = Q(ad_referendum=True, ratification__granted=False)
    annotated: Any = rows  # annotated in `agreements_of`
    running = annotated.exclude(done).exclude(awaits).exclude(refused)
    found: dict[State, QuerySet[Agreement]] = {
        State.VERIFIED: annotated.filter(verified=True),
        State.IMPLEMENTED: annotated.filter(implemented=True, verified=False),
        State.REFUSED: annotated.exclude(done).filter(refused),
        State.AWAITS: annotated.exclude(done).filter(awaits),
        State.OVERDUE: running.filter(due__lt=today),
        State.NEAR: running.filter(due__gte=today, due__lte=today + NEAR),
        State.OPEN: running.filter(Q(due__isnull=True) | Q(due__gt=today + NEAR)),
    }
    return found[state]


def came_of(agreements: Iterable[Agreement]) -> dict[str, list[Came]]:
    """Promise what came of each, by its reference: the later steps of the trails it is a step of. Two queries."""
    references = [row.reference for row in agreements]
    agreed = TrailStep.objects.filter(act__in=references).values_list("contribution", "act")
    trails: dict[int, set[str]] = defaultdict(set)
    for contribution, act in agreed:
        trails[contribution].add(act)
    found: dict[str, dict[tuple[str, str], Came]] = defaultdict(dict)
    later = TrailStep.objects.filter(contribution__in=trails, kind__in=[s.value for s in LATER])
    for contribution, kind, act, at in later.order_by("at", "pk").values_list("contribution", "kind", "act", "at"):
        for reference in trails[contribution]:
            found[reference].setdefault((kind, act), Came(Step(kind), act, at))
    return {reference: list(steps.values()) for reference, steps in found.items()}


def public() -> Q:
    """Promise the condition "everybody reads it": its minutes are published, or its session was held in public."""
    return Q(session__minutes__published_at__isnull=False) | Q(session__public_live=True)


def _seated(reader: Person | AnonymousUser) -> Q:
    if not reader.is_authenticated:
        return Q(pk__in=[])
    seats: Any = Seat.objects.filter(session=OuterRef("session"), person=reader)
    return Q(Exists(seats)) & Q(session__minutes__circulated_at__isnull=False)
