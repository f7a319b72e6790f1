"""What level V holds about a person, for the page `own_data`."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from consultations.modes.comanagement.models import (
    Programme,
    ProgrammeReview,
    ResultKey,
    Settlement,
    Task,
    TaskBlock,
    TaskDispute,
    TaskLead,
    TaskNote,
    TaskResult,
    TaskShift,
)
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]
OF_TASK = "task__contribution"


def collect(person: Person) -> dict[str, Records]:
    """Promise the tasks a person proposed and leads, and every act of theirs on tasks and programmes."""
    proposed = Task.objects.filter(contribution__author=person).select_related("contribution")
    return {
        _("Tasks you proposed"): [
            {
                _("Reference"): row.contribution.reference, _("Title"): row.contribution.title,
                _("Capacity"): row.contribution.capacity, _("Text"): row.goal, _("When"): row.contribution.at,
                _("Taken back"): row.withdrawn_because,
            }
            for row in proposed
        ],
        _("Tasks you were asked to lead"): [
            {
                _("Reference"): row.task.contribution.reference, _("Side"): str(row.get_side_display()),
                _("When"): row.named_at, _("Accepted"): row.accepted_at, _("Declined"): row.declined_at,
                _("Reason"): row.declined_because or row.named_because, _("Until"): row.left_at,
            }
            for row in TaskLead.objects.filter(Q(person=person) | Q(named_by=person)).select_related(OF_TASK)
        ],
        _("What you wrote and did in tasks"): [*_acts(person)],
        _("What you did in programmes"): _programmes(person),
    }  # fmt: skip


def _acts(person: Person) -> Records:
    rows = [*_written(person), *_judged(person), *_changed(person), *_stopped(person)]
    return sorted(rows, key=lambda row: row[_("When")])


def _written(person: Person) -> Iterator[dict[str, Any]]:
    for note in _of(TaskNote.objects.filter(by=person)):
        yield _row(note.task, _("Note"), note.text, note.acted_as, note.at)
    for result in _of(TaskResult.objects.filter(by=person).prefetch_related("evidence")):
        text = "\n".join([*(one.text for one in result.evidence.all()), result.links])
        yield _row(result.task, _("Result delivered"), text, result.acted_as, result.at)


def _judged(person: Person) -> Iterator[dict[str, Any]]:
    for result in _of(TaskResult.objects.filter(returned_by=person)):
        said = result.returned_because, result.returned_as, result.returned_at
        yield _row(result.task, _("Result returned"), *said)
    for key in ResultKey.objects.filter(person=person).select_related(f"result__{OF_TASK}"):
        yield _row(key.result.task, _("Result accepted"), "", key.acted_as, key.at)


def _changed(person: Person) -> Iterator[dict[str, Any]]:
    for shift in _of(TaskShift.objects.filter(by=person)):
        yield _row(shift.task, _("Change asked for"), shift.reason, shift.acted_as, shift.at)
    for shift in _of(TaskShift.objects.filter(answered_by=person)):
        yield _row(shift.task, _("Change answered"), shift.because, shift.answered_as, shift.answered_at)


def _stopped(person: Person) -> Iterator[dict[str, Any]]:
    for block in _of(TaskBlock.objects.filter(by=person)):
        yield _row(block.task, _("Said that it can't go on"), block.reason, block.acted_as, block.at)
    for block in _of(TaskBlock.objects.filter(ended_by=person)):
        yield _row(block.task, _("Said that it can go on"), block.ended_how, block.ended_as, block.ended_at)
    for dispute in _of(TaskDispute.objects.filter(by=person)):
        yield _row(dispute.task, _("Disputed it"), dispute.reason, dispute.acted_as, dispute.at)
    for words in Settlement.objects.filter(by=person).select_related(f"dispute__{OF_TASK}"):
        yield _row(words.dispute.task, _("Words to settle a dispute"), words.words, words.acted_as, words.at)


def _programmes(person: Person) -> Records:
    mine = Q(drafted_by=person) | Q(put_by=person) | Q(published_by=person)
    told: Records = [
        {
            _("Process"): row.consultation.reference, _("Programme"): row.number,
            _("Drafted"): row.drafted_at if row.drafted_by_id == person.pk else None,
            _("Put to the members"): row.put_at if row.put_by_id == person.pk else None,
            _("Published"): row.published_at if row.published_by_id == person.pk else None,
        }
        for row in Programme.objects.filter(mine).select_related("consultation")
    ]  # fmt: skip
    return told + [
        {
            _("Process"): row.programme.consultation.reference, _("Programme"): row.programme.number,
            _("Review"): row.text, _("Capacity"): row.acted_as, _("When"): row.at,
        }
        for row in ProgrammeReview.objects.filter(by=person).select_related("programme__consultation")
    ]  # fmt: skip


def _of(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related(OF_TASK)


def _row(task: Task, act: str, text: str, acted_as: str, at: Any) -> dict[str, Any]:
    return {
        _("Reference"): task.contribution.reference, _("Act"): act, _("Text"): text, _("Capacity"): acted_as,
        _("When"): at,
    }  # fmt: skip
