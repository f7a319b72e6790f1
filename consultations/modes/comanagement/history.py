"""What happened to a task, act by act, with who did it and in which capacity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from consultations.modes.comanagement.models import (
    Task,
    TaskBlock,
    TaskDispute,
    TaskLead,
    TaskResult,
    TaskShift,
)
from consultations.modes.comanagement.wording import waits_for
from incidencia.web.times import short_day


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `words` is what somebody wrote."""

    at: datetime
    said: str
    who: str
    acted_as: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Happened:
    """All that happened to a task, as its page reads it once."""

    leads: list[TaskLead]
    results: list[TaskResult]
    shifts: list[TaskShift]
    blocks: list[TaskBlock]
    disputes: list[TaskDispute]


def read(task: Task) -> Happened:
    """Promise what happened. Nine queries, whatever happened."""
    return Happened(
        leads=list(task.leads.select_related("person", "named_by", "member__organization", "member__agency")),
        results=list(
            task.results.select_related("by", "returned_by").prefetch_related(
                "keys__person", "evidence__deliverable", "attachments"
            )
        ),
        shifts=list(task.shifts.select_related("by", "answered_by")),
        blocks=list(task.blocks.select_related("by", "ended_by")),
        disputes=list(task.disputes.select_related("by").prefetch_related("settlements__by")),
    )  # fmt: skip


def history(task: Task, happened: Happened) -> list[Entry]:
    """Promise the acts in their order, the first one first. No query."""
    contribution = task.contribution
    entries = [Entry(contribution.at, _("Proposed"), contribution.author.name, contribution.capacity)]
    for part in (
        _leads(happened.leads), _results(happened.results), _shifts(happened.shifts), _blocks(happened.blocks),
        _disputes(happened.disputes),
    ):  # fmt: skip
        entries.extend(part)
    if task.cancelled_at is not None and task.withdrawn_because:
        words = task.withdrawn_because
        entries.append(
            Entry(task.cancelled_at, _("Taken back"), contribution.author.name, contribution.capacity, words)
        )
    return sorted(entries, key=lambda entry: entry.at)


def _leads(rows: Iterable[TaskLead]) -> Iterator[Entry]:
    for row in rows:
        if row.named_by_id != row.person_id:
            said = _("Asked to lead for %(side)s: %(name)s")
            said = said % {"side": waits_for({row.side}), "name": row.person.name}
            yield Entry(row.named_at, said, row.named_by.name, row.named_as, row.named_because)
        if row.accepted_at is not None:
            said = _("Accepted to lead for %(side)s") % {"side": waits_for({row.side})}
            own = row.named_because if row.named_by_id == row.person_id else ""
            yield Entry(row.accepted_at, said, row.person.name, row.accepted_as, own)
        if row.declined_at is not None:
            yield Entry(row.declined_at, _("Declined to lead"), row.person.name, "", row.declined_because)


def _results(rows: Iterable[TaskResult]) -> Iterator[Entry]:
    for row in rows:
        number = {"n": row.number}
        yield Entry(row.at, _("Delivered result %(n)s") % number, row.by.name, row.acted_as)
        for key in row.keys.all():
            said = _("Accepted result %(n)s for %(side)s") % {**number, "side": waits_for({key.side})}
            yield Entry(key.at, said, key.person.name, key.acted_as)
        if row.returned_at is not None and row.returned_by is not None:
            said = _("Returned result %(n)s") % number
            yield Entry(row.returned_at, said, row.returned_by.name, row.returned_as, row.returned_because)


def _shifts(rows: Iterable[TaskShift]) -> Iterator[Entry]:
    for row in rows:
        said = _("Asked to cancel it")
        if row.after is not None:
            days = {"before": short_day(row.before, None), "after": short_day(row.after, None)}
            said = _("Asked to move the date from %(before)s to %(after)s") % days
        yield Entry(row.at, said, row.by.name, row.acted_as, row.reason)
        if row.answered_at is not None and row.answered_by is not None:
            said = _("Assented") if row.assented else _("Did not assent")
            yield Entry(row.answered_at, said, row.answered_by.name, row.answered_as, row.because)


def _blocks(rows: Iterable[TaskBlock]) -> Iterator[Entry]:
    for row in rows:
        told = {"who": row.whom or row.get_waits_for_display(), "day": short_day(row.since, None)}
        yield Entry(
            row.at, _("Can't go on since %(day)s; must act: %(who)s") % told, row.by.name, row.acted_as, row.reason
        )
        if row.ended_at is not None and row.ended_by is not None:
            yield Entry(row.ended_at, _("Can go on"), row.ended_by.name, row.ended_as, row.ended_how)


def _disputes(rows: Iterable[TaskDispute]) -> Iterator[Entry]:
    for row in rows:
        yield Entry(row.at, _("Disputed it"), row.by.name, row.acted_as, row.reason)
        for words in row.settlements.all():
            yield Entry(words.at, _("Would settle it in these words"), words.by.name, words.acted_as, words.words)
        if row.settled_at is not None:
            yield Entry(row.settled_at, _("Settled: both leads said the same"), "", "", row.settled_as)
