"""What is read of checklists, their rounds and what was found. Each has a constant number of queries."""

from django.db.models import Prefetch, QuerySet

from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.modes.surveillance.models import (
    Checklist,
    ChecklistItem,
    ChecklistTemplate,
    CheckRound,
    Finding,
    FindingCorrection,
    FrozenItem,
    Monitor,
)
from consultations.spine.queries import for_everybody
from incidencia.accounts.models import Person

ON = "contribution"
WHOLE = (
    f"{ON}__consultation__agency", f"{ON}__consultation__coordinator__person", f"{ON}__activity", f"{ON}__author",
    f"{ON}__organization",
)  # fmt: skip


def checklists() -> QuerySet[Checklist]:
    """Promise checklists with all that a page of one names, and their team. Two queries."""
    people = Monitor.objects.select_related("person", "organization")
    return Checklist.objects.select_related(*WHOLE).prefetch_related(Prefetch("monitors", people))


def checklist_of(reference: str) -> Checklist | None:
    """Promise the checklist with that reference, or None. Two queries."""
    return checklists().filter(contribution__reference=reference.upper()).first()


def of_activity(activity_pk: int) -> QuerySet[Checklist]:
    """Promise the checklists of an activity, the latest first, with their rounds. Three queries."""
    found = checklists().filter(contribution__activity=activity_pk).prefetch_related("rounds")
    return found.order_by("-contribution__at", "-pk")


def round_of(checklist: Checklist, number: int) -> CheckRound | None:
    """Promise a round of it by its number, or None. One query."""
    row = CheckRound.objects.filter(checklist=checklist, number=number).first()
    if row is not None:
        row.checklist = checklist
    return row


def rounds_of(checklist: Checklist) -> list[CheckRound]:
    """Promise its rounds in order. One query."""
    rows = list(checklist.rounds.all())
    for row in rows:
        row.checklist = checklist
    return rows


def asked_in(row: CheckRound, *, findings: bool) -> list[FrozenItem]:
    """Promise the frozen items of a round in order; with `findings`, what was found and claimed. Six queries at most.

    Call it with `findings` only for who may read them.
    """
    rows = FrozenItem.objects.filter(round=row).select_related("item")
    if findings:
        corrections = FindingCorrection.objects.select_related("monitor__person", "monitor__organization")
        found = Finding.objects.select_related("monitor__person", "monitor__organization").prefetch_related(
            "attachments", Prefetch("corrections", corrections)
        )
        rows = rows.select_related("claim__by").prefetch_related(Prefetch("finding", found), "claim__attachments")
    items = list(rows)
    for one in items:
        one.round = row
    return items


def standing_items(checklist: Checklist) -> list[ChecklistItem]:
    """Promise the items the next round will ask, in order. One query."""
    return list(checklist.items.filter(dropped_at__isnull=True))


def officials_of(consultation: Consultation) -> list[Person]:
    """Promise who answers for the authority today: who convenes and the members of the public side. One query."""
    seats = consultation.memberships.in_force().filter(side=Side.PUBLIC).select_related("person")
    people = {consultation.coordinator.person, *(seat.person for seat in seats)}
    return sorted((one for one in people if one.is_active), key=lambda one: one.pk)


def published_rounds(consultation: Consultation) -> QuerySet[CheckRound]:
    """Promise the published rounds everybody may read in a consultation, the latest first."""
    prefix = "checklist__contribution__"
    rows = CheckRound.objects.filter(
        for_everybody(prefix), checklist__contribution__consultation=consultation,
        checklist__contribution__hidden_at__isnull=True, published_at__isnull=False,
    )  # fmt: skip
    return rows.select_related(*(f"checklist__{one}" for one in WHOLE)).order_by("-published_at", "-pk")


def templates() -> QuerySet[ChecklistTemplate]:
    """Promise the templates of the library, the latest first: of checklists everybody reads, none that is hidden."""
    rows = ChecklistTemplate.objects.filter(
        for_everybody("source__contribution__"),
        source__contribution__hidden_at__isnull=True,
        source__contribution__consultation__published_at__isnull=False,
    )
    return rows.select_related("by", "organization", "source__contribution").order_by("-at", "-pk")
