"""A result is delivered with its evidence; both sides turn their key, or one returns it with a reason."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.modes.comanagement import emails, states
from consultations.modes.comanagement.holding import (
    facts_of,
    held,
    lead_held_by,
    seat_held_by,
    standing_leads,
    standing_result,
)
from consultations.modes.comanagement.models import ResultKey, Task, TaskEvidence, TaskNote, TaskResult
from consultations.modes.comanagement.refusals import told
from consultations.modes.comanagement.states import Key, State
from consultations.spine.models import Contribution, Kind
from consultations.spine.services import step_take
from consultations.trail import Step
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.checking import Checked
from incidencia.files.services import atomic_with_files, attach_all
from incidencia.web.refusals import Refused, stated


def deliver(
    *, task: Task, evidence: Mapping[int, str], links: Sequence[str], files: Iterable[Checked], by: Person
) -> TaskResult:
    """Deliver the result: for each deliverable, by its number, what shows that its criterion is met (G33).

    Both leads are to accept it. Raises Refused to anybody but a lead, unless the task is in progress, and while a
    deliverable has no evidence.
    """
    with atomic_with_files():
        task = held(task)
        _lead, words = lead_held_by(task, by)
        with told():
            states.deliver(facts_of(task))
        rows = list(task.deliverables.all())
        if not all(evidence.get(row.number, "").strip() for row in rows):
            raise Refused(
                "evidence-missing", _("A deliverable has no evidence."), rule="G33",
                advice=_("Say for each one what shows that its criterion is met."),
            )  # fmt: skip
        made = TaskResult.objects.create(
            task=task, number=task.results.count() + 1, links="\n".join(links), at=now(), by=by, acted_as=words
        )
        TaskEvidence.objects.bulk_create(
            TaskEvidence(result=made, deliverable=row, text=evidence[row.number].strip()) for row in rows
        )
        made.attachments.set(attach_all(files, by=by))
        task.delivered_at = made.at
        task.save(update_fields=["delivered_at"])
        emails.result_delivered(made, _other_leads(task, by))
    return made


@transaction.atomic
def result_accept(*, task: Task, number: int, by: Person) -> Task:
    """Turn the key of one's side for the result with that number. With both, the task is done, and every proposal
    that led to its agreement is told (G8.I, G33).

    Raises Refused to anybody but a lead, without such a result, and for a side or a person that has turned it.
    """
    task = held(task)
    lead, words = lead_held_by(task, by)
    result = _waiting(task, number)
    with told():
        after = states.accept(facts_of(task), Key(lead.side, by.pk))
    key = ResultKey.objects.create(result=result, side=lead.side, person=by, acted_as=words, at=now())
    if after.state is State.DONE:
        task.done_at = now()
        task.save(update_fields=["done_at"])
        _carry(task, by, words)
    result.task = task
    emails.result_accepted(key, _other_leads(task, by))
    return task


@transaction.atomic
def result_return(*, task: Task, number: int, reason: str, by: Person) -> TaskResult:
    """Return the result with a reason: its keys count no more, and the task is in progress again.

    Raises Refused to anybody but a lead, without such a result, and without a reason.
    """
    task = held(task)
    _lead, words = lead_held_by(task, by)
    result = _waiting(task, number)
    with told():
        states.give_back(facts_of(task))
    result.returned_at, result.returned_by, result.returned_as = now(), by, words
    result.returned_because = stated(reason, rule="G33")
    result.save(update_fields=["returned_at", "returned_by", "returned_as", "returned_because"])
    task.delivered_at = None
    task.save(update_fields=["delivered_at"])
    emails.result_returned(result, _other_leads(task, by))
    return result


def note_add(*, task: Task, text: str, files: Iterable[Checked], by: Person, key: str) -> TaskNote:
    """Write how it goes, as any member may. Sent again with the same `key`, it is the same note.

    Raises Refused to whoever sits on neither side, and for a note without words.
    """
    with atomic_with_files():
        task = held(task)
        if known := TaskNote.objects.filter(key=key, by=by, task=task).first():
            return known
        _seat, words = seat_held_by(task, by)
        made = TaskNote.objects.create(
            task=task, text=stated(text, rule="G27.II"), key=key, at=now(), by=by, acted_as=words
        )
        made.attachments.set(attach_all(files, by=by))
    return made


def _waiting(task: Task, number: int) -> TaskResult:
    result = standing_result(task)
    if result is None or result.number != number:
        raise Refused(
            "no-such-result", _("That result does not wait for its keys."), rule="G11.V",
            advice=_("It was returned, or another one was delivered. Look at the page again."),
        )  # fmt: skip
    return result


def _carry(task: Task, by: Person, words: str) -> None:
    """What led to the agreement is implemented, and this task; the other tasks of the agreement are not."""
    if task.agreement is None:
        return
    reached = Contribution.objects.filter(steps__act=task.agreement.reference, steps__kind=Step.AGREED.value)
    reached = reached.exclude(Q(kind=Kind.TASK) & ~Q(pk=task.pk)).distinct()
    step_take(
        reached.select_related("consultation"),
        Step.IMPLEMENTED,
        act=task.contribution.reference,
        by=by,
        acted_as=words,
    )


def _other_leads(task: Task, by: Person) -> list[Person]:
    return [one.person for one in standing_leads(task) if one.person_id != by.pk]
