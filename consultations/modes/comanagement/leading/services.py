"""Who leads a task on a side: accepting, declining with a reason, and being replaced by the own side."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.models import Membership
from consultations.modes.comanagement import emails, seats, states
from consultations.modes.comanagement.holding import facts_of, held, seat_held_by, standing_leads
from consultations.modes.comanagement.models import Task, TaskLead
from consultations.modes.comanagement.proposing.services import refuse_unfit_lead
from consultations.modes.comanagement.refusals import not_a_member, told
from consultations.modes.comanagement.states import OPEN, Key
from consultations.spine.services import follow_from_now
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def lead_accept(*, lead: TaskLead, by: Person) -> TaskLead:
    """Accept to lead; the task begins once the leads of both sides have accepted (G11.V). Again changes nothing.

    Raises Refused to anybody but who was asked, once declined or replaced, to who left the consultation, and once
    the task is over.
    """
    lead, task, words = _asked(lead, by)
    if lead.accepted_at is not None:
        return lead
    lead.accepted_at, lead.accepted_as = now(), words
    lead.save(update_fields=["accepted_at", "accepted_as"])
    follow_from_now(contribution=task.contribution, person=by)
    accepted = [Key(one.side, one.person_id) for one in standing_leads(task) if one.accepted_at is not None]
    with told():
        after = states.start(facts_of(task), accepted)
    if after.started and task.started_at is None:
        task.started_at = lead.accepted_at
        task.save(update_fields=["started_at"])
    emails.lead_answered(lead, _others(task, by))
    return lead


@transaction.atomic
def lead_decline(*, lead: TaskLead, reason: str, by: Person) -> TaskLead:
    """Decline, with a reason that everybody reads; the own side names another. Raises Refused as `lead_accept`,
    without a reason, and once accepted: then the side replaces its lead.
    """
    lead, task, _words = _asked(lead, by)
    if lead.accepted_at is not None:
        raise Refused(
            "accepted", _("You accepted already."), rule="G8.V", advice=_("Your side can name another lead.")
        )
    lead.declined_at, lead.declined_because = now(), stated(reason, rule="G8.V")
    lead.save(update_fields=["declined_at", "declined_because"])
    emails.lead_answered(lead, _others(task, by))
    return lead


@transaction.atomic
def lead_name(*, task: Task, member: Membership, reason: str, by: Person) -> TaskLead:
    """Name another lead for the own side, with a reason; whoever names themselves has accepted by it.

    Raises Refused to whoever sits on the other side or none, for somebody who is not a member of that side, for
    the lead that stands, without a reason, and once the task is over.
    """
    task = held(task)
    if facts_of(task).state not in OPEN:
        raise Refused("over", _("This task is over."), advice=_("Propose another one."))
    seat, words = seat_held_by(task, by)
    refuse_unfit_lead(task.contribution.consultation, member, seat.side)
    said = stated(reason, rule="G8.V")
    before = next((one for one in standing_leads(task) if one.side == seat.side), None)
    if before is not None and before.member_id == member.pk:
        raise Refused("same-lead", _("That person leads it already."), advice=_("Choose another member."))
    if before is not None:
        before.left_at = now()
        before.save(update_fields=["left_at"])
    made = TaskLead.objects.create(
        task=task, side=seat.side, person=member.person, member=member, named_at=now(), named_by=by, named_as=words,
        named_because=said,
    )  # fmt: skip
    if member.person_id == by.pk:
        return lead_accept(lead=made, by=by)
    emails.lead_asked(made)
    return made


def _asked(lead: TaskLead, by: Person) -> tuple[TaskLead, Task, str]:
    task = held(Task(pk=lead.task_id))
    lead = TaskLead.objects.select_related("person").get(pk=lead.pk)
    lead.task = task
    if lead.person_id != by.pk:
        raise Refused(
            "not-asked", _("Only who was asked can answer."), rule="G11.V", advice=_("Its page says who was asked.")
        )
    if not lead.stands:
        raise Refused(
            "not-asked", _("Somebody else leads it, or you declined."), advice=_("Its page says who leads it.")
        )
    if facts_of(task).state not in OPEN:
        raise Refused("over", _("This task is over."), advice=_("Propose another one."))
    seat = seats.seat_of(by, task.contribution.consultation)
    if seat is None or seat.side != lead.side:
        raise not_a_member()
    return lead, task, seats.words(seat)


def _others(task: Task, by: Person) -> list[Person]:
    people = {one.person for one in standing_leads(task)} | {task.contribution.author}
    return sorted((one for one in people if one.pk != by.pk), key=lambda one: one.pk)
