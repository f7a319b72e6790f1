"""What is read of contributions and their trails."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from consultations.activities.models import Visibility
from consultations.models import Consultation
from consultations.spine.models import OWED, Contribution, TrailStep
from consultations.trail import Step
from incidencia.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Reached:
    """One step of a trail as a page shows it: taken, when and by which act; or still to come."""

    step: Step
    taken: TrailStep | None = None
    again: int = 0


def found() -> QuerySet[Contribution]:
    """Promise contributions with all that the page of one names."""
    return Contribution.objects.select_related(
        "consultation__agency", "consultation__coordinator__person", "activity", "author", "organization"
    )


def for_everybody(prefix: str = "") -> Q:
    """Promise the condition "everybody reads it": sent to a public activity, or raised unasked.

    `prefix` walks a relation: `"contribution__"`.
    """
    unasked = Q(**{f"{prefix}activity__isnull": True})
    return unasked | Q(**{f"{prefix}activity__visibility": Visibility.PUBLIC})


def trail_of(contribution: Contribution) -> list[Reached]:
    """Promise the six steps in order, each with its first act; what is owed no answer has no such step. One query."""
    rows = list(contribution.steps.select_related("by"))
    by_kind = {step: [row for row in rows if row.kind == step.value] for step in Step}
    return [
        Reached(step, found[0] if found else None, max(len(found) - 1, 0))
        for step, found in by_kind.items()
        if found or step is not Step.ANSWERED or contribution.kind in OWED
    ]


def reached(consultation: Consultation) -> Mapping[Step, int]:
    """Promise how many contributions of a consultation reached each step. One query.

    Tasks and checklists are what came of them, and don't count.
    """
    rows = TrailStep.objects.filter(contribution__consultation=consultation, contribution__kind__in=OWED)
    counted = {
        row["kind"]: row["n"]
        for row in rows.values("kind").annotate(n=Count("contribution", distinct=True)).order_by()
    }
    return {step: counted.get(step.value, 0) for step in Step}


def contributed_by(person: Person, limit: int = 20) -> list[Contribution]:
    """Promise the latest contributions of a person. One query."""
    return list(person.contributions.select_related("consultation", "organization").order_by("-at", "-pk")[:limit])


def address(reference: str) -> str | None:
    """Promise the address of the page of a contribution, in the active language; None if there is none."""
    known = Contribution.objects.filter(reference=reference, consultation__published_at__isnull=False).exists()
    return reverse("contribution_page", args=[reference]) if known else None
