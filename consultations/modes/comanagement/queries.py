"""What is read of tasks. Constant queries for any number of rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.days import day_in, today_in, told, told_done
from consultations.modes.comanagement.holding import facts_of
from consultations.modes.comanagement.models import ResultKey, Task, TaskBlock, TaskLead, TaskResult, TaskShift
from consultations.modes.comanagement.states import OPEN, Facts, Pace, State, must_act, pace
from consultations.modes.comanagement.wording import LOOKS, STATES, waits_for
from incidencia.accounts.models import Person
from incidencia.deadlines.wording import Told

UNDER_WAY = Q(done_at__isnull=True, cancelled_at__isnull=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task stands at this instant."""

    task: Task
    facts: Facts
    waits: frozenset[str]
    today: date
    leads: dict[str, TaskLead]
    shift: TaskShift | None = None
    block: TaskBlock | None = None

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.facts.state

    @property
    def label(self) -> str:
        """Where it stands, in words."""
        return str(STATES[self.state])

    @property
    def look(self) -> str:
        """The class of its tag."""
        return LOOKS.get(self.state, "")

    @property
    def is_open(self) -> bool:
        """Neither done nor cancelled."""
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        """Open, and its date is over."""
        return self.is_open and pace(self.task.due_on, self.today) is Pace.OVERDUE

    @property
    def waits_words(self) -> str:
        """Who must act, in words."""
        if self.block is not None and self.block.whom and self.state is State.BLOCKED:
            return self.block.whom
        return waits_for(self.waits)

    @property
    def due(self) -> Told | None:
        """How its date stands, or was kept; None once it is cancelled."""
        task = self.task
        if self.is_open:
            return told(task.due_on, self.today)
        if task.done_at is None:
            return None
        return told_done(day_in(task.done_at, task.contribution.consultation), task.due_on)

    def led_by(self, person: Person | None) -> bool:
        """Whether this person leads it, or is asked to."""
        return person is not None and any(one.person_id == person.pk for one in self.leads.values())

    @property
    def sides(self) -> list[tuple[str, TaskLead | None]]:
        """Both sides with their lead, if there is one."""
        return [(side, self.leads.get(side)) for side in ("civil", "public")]


def whole() -> QuerySet[Task]:
    """Promise tasks with all that `standing` reads. Four queries more for any number."""
    leads = TaskLead.objects.filter(declined_at__isnull=True, left_at__isnull=True)
    keys = ResultKey.objects.filter(result__returned_at__isnull=True)
    return Task.objects.select_related(
        "contribution__consultation",
        "contribution__activity",
        "contribution__author",
        "contribution__organization",
        "agreement__session",
        "line__objective__programme",
    ).prefetch_related(
        Prefetch(
            "leads",
            seats.with_seat(leads).select_related("person", "member__organization", "member__agency"),
            to_attr="lead_rows",
        ),
        Prefetch(
            "results",
            TaskResult.objects.filter(returned_at__isnull=True).prefetch_related(Prefetch("keys", keys)),
            to_attr="result_rows",
        ),
        Prefetch("shifts", TaskShift.objects.filter(answered_at__isnull=True), to_attr="shift_rows"),
        Prefetch("blocks", TaskBlock.objects.filter(ended_at__isnull=True), to_attr="block_rows"),
    )


def standing(task: Task) -> Standing:
    """Promise how a task of `whole()` stands. No query."""
    leads = {one.side: one for one in task.lead_rows}  # type: ignore[attr-defined]
    results, shifts = task.result_rows, task.shift_rows  # type: ignore[attr-defined]
    blocks = task.block_rows  # type: ignore[attr-defined]
    facts = facts_of(task, [key for result in results for key in result.keys.all()])
    shift, block = (shifts or [None])[0], (blocks or [None])[0]
    waits = must_act(
        facts,
        accepted=[side for side, one in leads.items() if one.accepted_at is not None and one.sits],
        blocked_by=block.waits_for if block else "", asked_by=shift.side if shift else "",
    )  # fmt: skip
    return Standing(task, facts, waits, today_in(task.contribution.consultation), leads, shift, block)


def tasks_of(activity: Activity) -> list[Standing]:
    """Promise the tasks of an activity, first what is due first, then what is over. Five queries."""
    return in_order(standing(one) for one in whole().filter(contribution__activity=activity))


def tasks_led_by(person: Person) -> list[Standing]:
    """Promise the tasks that a person leads or is asked to lead, in any consultation. Five queries."""
    return in_order(standing(one) for one in led_by(person))


def led_by(person: Person) -> QuerySet[Task]:
    """Promise the tasks that a person leads or is asked to lead, with all that `standing` reads."""
    mine = TaskLead.objects.filter(person=person, declined_at__isnull=True, left_at__isnull=True)
    return whole().filter(pk__in=mine.values("task"))


def in_order(rows: Iterable[Standing]) -> list[Standing]:
    """Promise what is open first, by its date; then what is over."""
    return sorted(rows, key=lambda row: (not row.is_open, row.task.due_on, row.task.pk))


def found(reference: str) -> Task | None:
    """Promise a task by the reference of its contribution, with what its acts ask of it."""
    rows = Task.objects.select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__activity", "contribution__author", "contribution__organization",
        "agreement__session__minutes", "line__objective__programme",
    )  # fmt: skip
    return rows.filter(contribution__reference=reference.upper()).first()


def open_of_agreement(reference: str) -> list[Task]:
    """Promise the tasks born from an agreement, by its reference, that are neither done nor cancelled. One query."""
    rows = Task.objects.filter(UNDER_WAY, agreement__reference=reference)
    return list(rows.select_related("contribution").order_by("due_on", "pk"))


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of the tasks of a consultation or an activity."""

    proposed: int = 0
    open: int = 0
    done: int = 0
    done_on_time: int = 0
    overdue: int = 0
    disputed: int = 0
    cancelled: int = 0


def figures_of(consultation: Consultation, activity: Activity | None = None) -> Figures:
    """Promise the figures of a consultation, or of one of its activities. One query."""
    rows = Task.objects.filter(contribution__consultation=consultation)
    if activity is not None:
        rows = rows.filter(contribution__activity=activity)
    today = today_in(consultation)
    read = rows.values_list("started_at", "done_at", "cancelled_at", "disputed_at", "due_on")
    counted = dict.fromkeys(Figures.__slots__, 0)
    for started, done, cancelled, disputed, due in read:
        if cancelled:
            counted["cancelled"] += 1
        elif done:
            counted["done"] += 1
            counted["done_on_time"] += day_in(done, consultation) <= due
        else:
            counted["proposed" if started is None else "open"] += 1
            counted["overdue"] += due < today
            counted["disputed"] += disputed is not None
    return Figures(**counted)
