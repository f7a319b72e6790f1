"""A task can't go on, or its leads disagree: who must act, and how it ended."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.comanagement import emails, states
from consultations.modes.comanagement.days import day_in, today_in
from consultations.modes.comanagement.holding import facts_of, held, lead_held_by, standing_leads
from consultations.modes.comanagement.models import Settlement, Task, TaskBlock, TaskDispute, WaitsFor
from consultations.modes.comanagement.refusals import told
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@dataclass(frozen=True, slots=True)
class Standstill:
    """Who must act, since when, and why."""

    waits_for: WaitsFor
    whom: str
    since: date
    reason: str


@transaction.atomic
def task_block(*, task: Task, standstill: Standstill, by: Person) -> TaskBlock:
    """Say that it can't go on: who must act, since when, why. Its date keeps running.

    Raises Refused to anybody but a lead, unless the task is in progress, without a reason, for a third party
    without a name, and for a day to come or before the task began.
    """
    task = held(task)
    _lead, words = lead_held_by(task, by)
    said = stated(standstill.reason, rule="G8.V")
    with told():
        states.block(facts_of(task))
    if standstill.waits_for == WaitsFor.THIRD and not standstill.whom.strip():
        raise Refused("whom-missing", _("Say who that is."), rule="G8.V", advice=_("A name, an office or a body."))
    consultation = task.contribution.consultation
    begun = day_in(task.contribution.at, consultation)
    if not begun <= standstill.since <= today_in(consultation):
        raise Refused(
            "since-when",
            _("That day is still to come, or lies before the task."),
            advice=_("Choose a day in between."),
        )
    made = TaskBlock.objects.create(
        task=task, waits_for=standstill.waits_for, whom=standstill.whom.strip(), since=standstill.since, reason=said,
        at=now(), by=by, acted_as=words,
    )  # fmt: skip
    task.blocked_at = made.at
    task.save(update_fields=["blocked_at"])
    emails.task_blocked(made, _other_leads(task, by))
    return made


@transaction.atomic
def task_unblock(*, task: Task, how: str, by: Person) -> TaskBlock:
    """Say that it can go on, and how. Raises Refused to anybody but a lead, unless blocked, and without words."""
    task = held(task)
    _lead, words = lead_held_by(task, by)
    with told():
        states.unblock(facts_of(task))
    row = task.blocks.get(ended_at__isnull=True)
    row.ended_at, row.ended_by, row.ended_as, row.ended_how = now(), by, words, stated(how, rule="G8.V")
    row.save(update_fields=["ended_at", "ended_by", "ended_as", "ended_how"])
    task.blocked_at = None
    task.save(update_fields=["blocked_at"])
    return row


@transaction.atomic
def task_dispute(*, task: Task, reason: str, by: Person) -> TaskDispute:
    """Say what the leads disagree on; it goes to the next agenda by itself (G11.IV, G33).

    Raises Refused to anybody but a lead, before the task began, after its end, twice, and without a reason.
    """
    task = held(task)
    _lead, words = lead_held_by(task, by)
    said = stated(reason, rule="G33")
    with told():
        states.dispute(facts_of(task))
    made = TaskDispute.objects.create(task=task, reason=said, at=now(), by=by, acted_as=words)
    task.disputed_at = made.at
    task.save(update_fields=["disputed_at"])
    emails.task_disputed(made, _other_leads(task, by))
    return made


@transaction.atomic
def dispute_settle(*, task: Task, words: str, by: Person) -> Settlement:
    """Say in which words one's side settles it; once both say the same, it is over and the task goes on.

    Raises Refused to anybody but a lead, unless it is in dispute, and without words.
    """
    task = held(task)
    lead, acted_as = lead_held_by(task, by)
    said = stated(words, rule="G33")
    dispute = task.disputes.filter(settled_at__isnull=True).first()
    before = dict(dispute.settlements.order_by("at", "pk").values_list("side", "words")) if dispute else {}
    with told():
        after = states.settle(facts_of(task), {**before, lead.side: said})
    if dispute is None:
        raise AssertionError("a task in dispute has its dispute")
    dispute.task = task
    made = Settlement.objects.create(dispute=dispute, side=lead.side, words=said, at=now(), by=by, acted_as=acted_as)
    if not after.disputed:
        dispute.settled_at, dispute.settled_as = made.at, said
        dispute.save(update_fields=["settled_at", "settled_as"])
        task.disputed_at = None
        task.save(update_fields=["disputed_at"])
    emails.words_proposed(made, _other_leads(task, by))
    return made


def _other_leads(task: Task, by: Person) -> list[Person]:
    return [one.person for one in standing_leads(task) if one.person_id != by.pk]
