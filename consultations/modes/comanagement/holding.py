"""Holding a task while an act on it is done, with the facts that its state is read from."""

from consultations.models import Membership
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import ResultKey, Task, TaskLead, TaskResult
from consultations.modes.comanagement.refusals import not_a_lead, not_a_member
from consultations.modes.comanagement.states import Facts, Key
from incidencia.accounts.models import Person


def held(task: Task) -> Task:
    """The row as it is now with what acts ask of it, held until the transaction ends."""
    rows = Task.objects.select_for_update(of=("self",)).select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__activity", "contribution__author", "agreement__session",
    )  # fmt: skip
    return rows.get(pk=task.pk)


def standing_result(task: Task) -> TaskResult | None:
    """The result that waits for its keys, or was accepted. One query."""
    return task.results.filter(returned_at__isnull=True).first()


def facts_of(task: Task, keys: list[ResultKey] | None = None) -> Facts:
    """What has happened to a task; `keys` of the standing result where they are known, else one query."""
    if keys is None:
        keys = list(ResultKey.objects.filter(result__task=task, result__returned_at__isnull=True))
    return Facts(
        started=task.started_at is not None, delivered=task.delivered_at is not None,
        keys=frozenset(Key(one.side, one.person_id) for one in keys), blocked=task.blocked_at is not None,
        disputed=task.disputed_at is not None, cancelled=task.cancelled_at is not None,
    )  # fmt: skip


def standing_leads(task: Task) -> list[TaskLead]:
    """Those who neither declined nor were replaced. One query."""
    rows = task.leads.filter(declined_at__isnull=True, left_at__isnull=True)
    return list(rows.select_related("person"))


def lead_held_by(task: Task, person: Person) -> tuple[TaskLead, str]:
    """The lead that `person` is, accepted and a member of that side still, and the words they act in.

    Raises Refused for anybody else.
    """
    lead = next((one for one in standing_leads(task) if one.person_id == person.pk), None)
    seat = seats.seat_of(person, task.contribution.consultation)
    if lead is None or lead.accepted_at is None or seat is None or seat.side != lead.side:
        raise not_a_lead()
    return lead, seats.words(seat)


def seat_held_by(task: Task, person: Person) -> tuple[Membership, str]:
    """The seat of `person` in the consultation of a task, and the words they act in. Raises Refused for none."""
    member = seats.seat_of(person, task.contribution.consultation)
    if member is None:
        raise not_a_member()
    return member, seats.words(member)
