"""Who may propose, lead, note and judge at level V, and keep its programmes. What is not said here is denied."""

from typing import Any

import rules

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import Programme, Task, TaskLead, TaskShift
from consultations.rules import convenes
from consultations.rules import is_published as its_call_is_published
from incidencia.organizations.rules import is_signed_in


def _sits(user: Any, consultation: Consultation) -> bool:
    return is_signed_in(user) and seats.seat_of(user, consultation) is not None


@rules.predicate
def proposes_here(user: Any, activity: Activity | None) -> bool:
    """A member of either side, while the activity stands open."""
    return activity is not None and activity.state is State.OPEN and _sits(user, activity.consultation)


@rules.predicate
def sits_with_it(user: Any, task: Task | None) -> bool:
    """A member of either side, today."""
    return task is not None and _sits(user, task.contribution.consultation)


@rules.predicate
def leads_it(user: Any, task: Task | None) -> bool:
    """Who leads it for a side: accepted, not replaced, and a member still."""
    if task is None or not is_signed_in(user):
        return False
    rows = task.leads.filter(person=user, accepted_at__isnull=False, left_at__isnull=True)
    return bool(seats.with_seat(rows).filter(sits=True).exists())


@rules.predicate
def may_take_it_back(user: Any, task: Task | None) -> bool:
    """Who proposed it, while nobody is bound by it."""
    if task is None or not is_signed_in(user):
        return False
    return task.contribution.author_id == user.pk and task.started_at is None and task.cancelled_at is None


@rules.predicate
def is_asked(user: Any, lead: TaskLead | None) -> bool:
    """Who is asked to lead, and has not answered."""
    if lead is None or not is_signed_in(user) or lead.person_id != user.pk:
        return False
    if not lead.stands or lead.accepted_at is not None:
        return False
    seat = seats.seat_of(user, lead.task.contribution.consultation)
    return seat is not None and seat.side == lead.side


@rules.predicate
def assents_to_it(user: Any, shift: TaskShift | None) -> bool:
    """The lead of the side that did not ask."""
    if shift is None or not leads_it(user, shift.task) or shift.by_id == user.pk:
        return False
    return bool(shift.task.leads.filter(person=user, left_at__isnull=True).exclude(side=shift.side).exists())


@rules.predicate
def keeps_it(user: Any, programme: Programme | None) -> bool:
    """Who convenes its consultation."""
    return programme is not None and convenes(user, programme.consultation)


@rules.predicate
def is_out(user: Any, programme: Programme | None) -> bool:
    """It is published, in a consultation whose call is public."""
    if programme is None or programme.published_at is None:
        return False
    return bool(its_call_is_published(user, programme.consultation))


@rules.predicate
def considers_it(user: Any, programme: Programme | None) -> bool:
    """A member, once it was put to them."""
    return programme is not None and programme.put_at is not None and _sits(user, programme.consultation)


rules.add_perm("consultations.task_propose", proposes_here)
rules.add_perm("consultations.task_lead", leads_it)
rules.add_perm("consultations.task_note", sits_with_it)
rules.add_perm("consultations.lead_name", sits_with_it)
rules.add_perm("consultations.lead_answer", is_asked)
rules.add_perm("consultations.task_withdraw", may_take_it_back)
rules.add_perm("consultations.shift_answer", assents_to_it)
rules.add_perm("consultations.programme_write", convenes)
rules.add_perm("consultations.programme_keep", keeps_it)
rules.add_perm("consultations.programme_view", is_out | considers_it | keeps_it)
