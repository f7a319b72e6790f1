"""What is read of moderation."""

from django.db.models import Q, QuerySet

from consultations.models import Consultation
from consultations.moderation.models import Hiding
from consultations.spine.models import Contribution
from consultations.spine.queries import for_everybody
from incidencia.accounts.models import Person


def log_of(consultation: Consultation, *, inner: bool) -> QuerySet[Hiding]:
    """Promise all that was ever hidden in a consultation, the latest first; `inner`: also what only members read."""
    rows = Hiding.objects.filter(contribution__consultation=consultation)
    if not inner:
        rows = rows.filter(for_everybody("contribution__"))
    return rows.select_related("contribution", "by", "decided_by")


def hidden_parts(contribution: Contribution) -> dict[int, Hiding]:
    """Promise why each part of a contribution is hidden now, by its number. One query."""
    rows = Hiding.objects.filter(contribution=contribution, part__gt=0, lifted_at__isnull=True)
    return {one.part: one for one in rows}


def written_by(person: Person) -> Q:
    """Promise the condition "this person wrote what is hidden": the whole, or the part."""
    return Q(part=0, contribution__author=person) | Q(part_author=person)


def standing(contribution: Contribution) -> Hiding | None:
    """Promise why a contribution is hidden now, or None. No query while it stands."""
    if contribution.hidden_at is None:
        return None
    hiding = Hiding.objects.filter(contribution=contribution, part=0, lifted_at__isnull=True).first()
    if hiding is not None:
        hiding.contribution = contribution
    return hiding


def rules_of(contributions: list[Contribution]) -> dict[int, Hiding]:
    """Promise why each of these is hidden, by contribution. One query, none while all stand."""
    hidden = [one.pk for one in contributions if one.hidden_at is not None]
    if not hidden:
        return {}
    rows = Hiding.objects.filter(contribution__in=hidden, part=0, lifted_at__isnull=True)
    return {one.contribution_id: one for one in rows}


def whole(pk: int) -> Hiding | None:
    """Promise a hiding with all that its pages name."""
    rows = Hiding.objects.select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__author", "contribution__organization", "contribution__activity", "by", "part_author",
    )  # fmt: skip
    return rows.filter(pk=pk).first()
