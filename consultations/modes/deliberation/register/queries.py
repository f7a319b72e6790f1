"""What is read of the agreements of a process. Each has a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from consultations.models import Consultation
from consultations.modes.deliberation.register.states import NEAR, State
from incidencia.accounts.models import Person
from incidencia.text.fold import fold
from sessions.models import Agreement, Seat


class Became(StrEnum):
    """What came of an agreement: a task born of it, and how that stands; or a check of it that found it done."""

    OPEN = "task_open"
    DONE = "implemented"
    CANCELLED = "task_cancelled"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Came:
    """One thing that came of an agreement. `act` is the reference of the task or of the checklist."""

    what: Became
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
    tasks = _tasks().filter(agreement=OuterRef("pk"))
    return rows.annotate(
        implemented=Exists(tasks.filter(done_at__isnull=False, cancelled_at__isnull=True)),
        busy=Exists(tasks.filter(done_at__isnull=True, cancelled_at__isnull=True)),
        verified=Exists(_verified().filter(reference=OuterRef("reference"))),
    ).order_by("-adopted_at", "-pk")


def having(rows: QuerySet[Agreement], words: str) -> QuerySet[Agreement]:
    """Narrow to those with every one of `words`, accents and case aside."""
    for word in fold(words).split():
        rows = rows.filter(Q(search__contains=word) | Q(search="", text__icontains=word))
    return rows


def standing(rows: QuerySet[Agreement], state: State, today: date) -> QuerySet[Agreement]:
    """Narrow to those that stand so on `today`, as `states.state` tells."""
    done = Q(busy=False) & (Q(implemented=True) | Q(verified=True))
    awaits = Q(ad_referendum=True, ratification__isnull=True)
    refused = Q(ad_referendum=True, ratification__granted=False)
    annotated: Any = rows.filter(superseded="")  # annotated in `agreements_of`
    holds = annotated.exclude(awaits).exclude(refused)
    running = holds.exclude(done)
    found: dict[State, QuerySet[Agreement]] = {
        State.SUPERSEDED: rows.exclude(superseded=""),
        State.REFUSED: annotated.filter(refused),
        State.AWAITS: annotated.filter(awaits),
        State.VERIFIED: holds.filter(verified=True, busy=False),
        State.IMPLEMENTED: holds.filter(implemented=True, verified=False, busy=False),
        State.OVERDUE: running.filter(due__lt=today),
        State.NEAR: running.filter(due__gte=today, due__lte=today + NEAR),
        State.OPEN: running.filter(Q(due__isnull=True) | Q(due__gt=today + NEAR)),
    }
    return found[state]


def came_of(agreements: Iterable[Agreement]) -> dict[str, list[Came]]:
    """Promise what came of each, by its reference: tasks born of it, and checks that found it done. Two queries.

    Of another agreement on the same trail it says nothing.
    """
    references = {row.pk: row.reference for row in agreements}
    found: dict[str, list[Came]] = defaultdict(list)
    told = ("agreement", "contribution__reference", "contribution__at", "done_at", "cancelled_at")
    tasks = _tasks().filter(agreement__in=references).order_by("contribution__at", "pk")
    for agreement, act, at, done, cancelled in tasks.values_list(*told):
        what = Became.CANCELLED if cancelled else Became.DONE if done else Became.OPEN
        found[references[agreement]].append(Came(what, act, cancelled or done or at))
    named = ("reference", "round__checklist__contribution__reference", "round__published_at")
    checks = _verified().filter(reference__in=references.values()).order_by("round__published_at", "pk")
    seen = set[tuple[str, str]]()
    for reference, act, at in checks.values_list(*named):
        if (reference, act) not in seen:
            seen.add((reference, act))
            found[reference].append(Came(Became.VERIFIED, act, at))
    return found


def _tasks() -> QuerySet[Any]:
    """Joint tasks, by name: no mode imports another."""
    return apps.get_model("consultations", "Task").objects.all()


def _verified() -> QuerySet[Any]:
    """What a published round asked and found done, unless a later one of its checklist found otherwise."""
    items = apps.get_model("consultations", "FrozenItem").objects.filter(
        Q(item__dropped_at__isnull=True) | Q(item__dropped_at__gt=F("round__sent_at")),
        round__published_at__isnull=False, round__checklist__contribution__hidden_at__isnull=True,
    )  # fmt: skip
    since = items.filter(
        item=OuterRef("item"), round__number__gt=OuterRef("round__number"), finding__answer__in=("no", "partly")
    )
    return items.filter(~Exists(since), finding__answer="yes")


def public() -> Q:
    """Promise the condition "everybody reads it": its minutes are published, or its session was held in public."""
    return Q(session__minutes__published_at__isnull=False) | Q(session__public_live=True)


def _seated(reader: Person | AnonymousUser) -> Q:
    if not reader.is_authenticated:
        return Q(pk__in=[])
    seats: Any = Seat.objects.filter(session=OuterRef("session"), person=reader)
    return Q(Exists(seats)) & Q(session__minutes__circulated_at__isnull=False)
