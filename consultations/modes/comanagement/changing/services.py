"""Another date, or the end of a task: asked for with a reason, binding with the other lead's assent."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.comanagement import emails, states
from consultations.modes.comanagement.days import today_in
from consultations.modes.comanagement.holding import facts_of, held, lead_held_by, standing_leads
from consultations.modes.comanagement.models import Task, TaskShift
from consultations.modes.comanagement.refusals import told
from consultations.modes.comanagement.states import OPEN, Facts
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated

DATE, CANCEL = TaskShift.Kind.DATE, TaskShift.Kind.CANCEL


@transaction.atomic
def shift_ask(*, task: Task, after: date, reason: str, by: Person) -> TaskShift:
    """Ask for another date; the first one stays beside it. Raises Refused to anybody but a lead, without a reason,
    for a date that has passed or is the present one, while another wish waits, and once the task is over.
    """
    task = held(task)
    if after < today_in(task.contribution.consultation):
        raise Refused("past", _("This date has passed."), advice=_("Choose one that is still to come."))
    if after == task.due_on:
        raise Refused("same-date", _("That is its date already."), advice=_("Choose another one."))
    return _ask(task, DATE, after, reason, by)


@transaction.atomic
def cancel_ask(*, task: Task, reason: str, by: Person) -> TaskShift:
    """Ask to cancel it; it ends with the other lead's assent. Raises Refused as `shift_ask`."""
    return _ask(held(task), CANCEL, None, reason, by)


@transaction.atomic
def task_withdraw(*, task: Task, reason: str, by: Person) -> Task:
    """Take back what one proposed while nobody is bound by it yet: before both leads have accepted.

    Raises Refused to anybody but who proposed it, once it began, and without a reason.
    """
    task = held(task)
    if task.contribution.author_id != by.pk or task.started_at is not None:
        raise Refused(
            "not-yours", _("Only who proposed a task takes it back, and only before it begins."), rule="G8.V",
            advice=_("Once it began, its leads cancel it with one another's assent."),
        )  # fmt: skip
    said = stated(reason, rule="G8.V")
    with told():
        states.cancel(facts_of(task))
    task.cancelled_at, task.withdrawn_because = now(), said
    task.save(update_fields=["cancelled_at", "withdrawn_because"])
    return task


@transaction.atomic
def shift_answer(*, shift: TaskShift, assent: bool, because: str, by: Person) -> TaskShift:
    """Assent, or not, with a reason. Assented to, the date changes or the task ends.

    Raises Refused to anybody but the lead of the other side, once answered, for a date that has passed meanwhile,
    and for a no without a reason.
    """
    task = held(Task(pk=shift.task_id))
    shift = TaskShift.objects.select_related("by").get(pk=shift.pk)
    shift.task = task
    lead, words = lead_held_by(task, by)
    if lead.side == shift.side or by.pk == shift.by_id:
        raise Refused(
            "own-wish", _("The lead of the other side assents, not who asked."), rule="G8.V",
            advice=_("Wait for the answer."),
        )  # fmt: skip
    if shift.answered_at is not None:
        raise Refused("answered", _("That was answered already."), advice=_("Its page says how it stands."))
    if assent and shift.after is not None and shift.after < today_in(task.contribution.consultation):
        raise Refused("past", _("This date has passed."), advice=_("Say no, and ask for one that is still to come."))
    shift.answered_at, shift.answered_by, shift.answered_as, shift.assented = now(), by, words, assent
    shift.because = "" if assent else stated(because, rule="G8.V")
    shift.save()
    if assent:
        _bind(task, shift)
    emails.shift_answered(shift, [shift.by])
    return shift


def _ask(task: Task, kind: TaskShift.Kind, after: date | None, reason: str, by: Person) -> TaskShift:
    lead, words = lead_held_by(task, by)
    said = stated(reason, rule="G8.V")
    facts = facts_of(task)
    _refuse_over(facts)
    if not facts.started:
        raise Refused(
            "not-begun", _("The task has not begun: nobody is bound by it yet."), rule="G8.V",
            advice=_("Decline, or let whoever proposed it take it back and propose it again."),
        )  # fmt: skip
    if task.shifts.filter(answered_at__isnull=True).exists():
        raise Refused(
            "waits", _("Another wish waits for its answer."), advice=_("One at a time: answer that one first.")
        )
    made = TaskShift.objects.create(
        task=task, kind=kind, before=task.due_on, after=after, reason=said, side=lead.side, at=now(), by=by,
        acted_as=words,
    )  # fmt: skip
    emails.shift_asked(made, [one.person for one in standing_leads(task) if one.person_id != by.pk])
    return made


def _bind(task: Task, shift: TaskShift) -> None:
    if shift.after is not None:
        _refuse_over(facts_of(task))
        task.due_on = shift.after
        task.save(update_fields=["due_on"])
        return
    with told():
        states.cancel(facts_of(task))
    task.cancelled_at = shift.answered_at
    task.save(update_fields=["cancelled_at"])


def _refuse_over(facts: Facts) -> None:
    if facts.state not in OPEN:
        raise Refused("over", _("This task is over."), advice=_("Propose another one."))
