"""Level V of the demonstration: a programme, and tasks in every state, born from agreements and from its lines."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from consultations.activities.models import Activity
from consultations.activities.queries import found
from consultations.activities.services import activity_new, activity_publish
from consultations.demonstration import texts_comanagement as texts
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.comanagement import seats, services
from consultations.modes.comanagement.models import ProgrammeLine, Task, WaitsFor
from consultations.modes.comanagement.programmes import services as programmes
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from incidencia.organizations.speaking import voices
from sessions.models import Agreement

People = dict[str, Person]
At = Callable[..., datetime]


def tasks(consultation: Consultation, people: People, at: At) -> None:
    """Programmes for the year, an activity that stands open, and five tasks: one done, the others under way."""
    lines = _programmes(consultation, people, at)
    activity = _activity(consultation, people, at)
    agreements = list(Agreement.objects.filter(session__series=consultation.reference).order_by("pk"))
    figures, cases, kit, talks, guide = (
        _proposed(activity, people, at, n, lines, agreements) for n in range(len(texts.TASKS))
    )
    _figures(figures, people, at)
    _cases(cases, people, at)
    _kit(kit, people, at)
    _talks(talks, people, at)
    del guide  # it waits for a lead's answer
    with pretend(at(-3, 16)):
        programme = lines[0].objective.programme
        programmes.review_add(programme=programme, text=texts.REVIEW, by=people["alba"], key="demo:review")


def _programmes(consultation: Consultation, people: People, at: At) -> list[ProgrammeLine]:
    alba, year = people["alba"], at(-26).year
    lines: list[ProgrammeLine] = []
    for n, (kind, titles, objectives) in enumerate(texts.PROGRAMMES):
        with pretend(at(-28, 11 + n)):
            values = {**titles, "starts_on": date(year, 1, 1), "ends_on": date(year, 12, 31)}
            made = programmes.programme_draft(consultation=consultation, kind=kind, values=values, by=alba)
            for words, weight, under in objectives:
                objective = programmes.objective_add(programme=made, weight=weight, **words)
                for line, line_weight in under:
                    lines.append(programmes.line_add(objective=objective, weight=line_weight, **line))
            programmes.programme_put(programme=made, by=alba)
        with pretend(at(-24, 11 + n)):
            programmes.programme_publish(programme=made, considered=texts.CONSIDERED, by=alba)
    return lines


def _activity(consultation: Consultation, people: People, at: At) -> Activity:
    with pretend(at(-23, 12)):
        values = {**texts.ACTIVITY, "opens_at": at(-23, 13), "closes_at": None}
        made = activity_new(consultation=consultation, level=Level.COMANAGEMENT, values=values, by=people["alba"])
        activity_publish(activity=made, by=people["alba"])
    return found().get(pk=made.pk)


def _proposed(
    activity: Activity, people: People, at: At, n: int, lines: list[ProgrammeLine], agreements: list[Agreement]
) -> Task:
    told = texts.TASKS[n]
    civil, official = people[told.civil], people[told.public]
    with pretend(at(told.at, 13)):
        proposal = services.Proposal(
            title=told.title, language="es", goal=told.goal, due_on=at(told.due).date(),
            civil=seats.seat_of(civil, activity.consultation), public=seats.seat_of(official, activity.consultation),
            deliverables=told.deliverables, agreement=agreements[told.agreement].reference if told.agreement >= 0 else "",
            line=lines[told.line].pk, territory=told.territory, risks=told.risks,
            money_programme=told.money[0], money_amount=told.money[1],
        )  # fmt: skip
        return services.propose(
            activity=activity, proposal=proposal, by=civil, speaking_as=voices(civil)[-1].choice, key=f"demo:task:{n}"
        )


def _begun(task: Task) -> None:
    """Accepted the day after it was proposed."""
    with pretend(task.contribution.at + timedelta(days=1)):
        for lead in task.leads.filter(accepted_at__isnull=True).select_related("person"):
            services.lead_accept(lead=lead, by=lead.person)


def _figures(task: Task, people: People, at: At) -> None:
    """Done, on its second date."""
    elias, bruno = people["elias"], people["bruno"]
    _begun(task)
    with pretend(at(-17, 10)):
        shift = services.shift_ask(task=task, after=at(-5).date(), reason=texts.LATER, by=elias)
    with pretend(at(-17, 17)):
        services.shift_answer(shift=shift, assent=True, because="", by=bruno)
    with pretend(at(-14, 9)):
        services.note_add(task=task, text=texts.NOTE, files=(), by=people["ximena"], key="demo:note")
    with pretend(at(-10, 9)):
        services.deliver(task=task, evidence=texts.FIRST_EVIDENCE, links=[], files=(), by=elias)
    with pretend(at(-9, 10)):
        services.result_return(task=task, number=1, reason=texts.RETURNED, by=bruno)
    with pretend(at(-7, 11)):
        services.deliver(task=task, evidence=texts.EVIDENCE, links=[texts.LINK], files=(), by=elias)
    with pretend(at(-7, 12)):
        services.result_accept(task=task, number=2, by=elias)
    with pretend(at(-6, 13)):
        services.result_accept(task=task, number=2, by=bruno)


def _cases(task: Task, people: People, at: At) -> None:
    """Delivered: the key of the public service is missing."""
    _begun(task)
    with pretend(at(-2, 11)):
        services.deliver(task=task, evidence=texts.CASES_EVIDENCE, links=[], files=(), by=people["gael"])
        services.result_accept(task=task, number=1, by=people["gael"])


def _kit(task: Task, people: People, at: At) -> None:
    """Blocked, and its date is over."""
    _begun(task)
    with pretend(at(-8, 11)):
        services.task_block(task=task, by=people["irene"], standstill=services.Standstill(
            WaitsFor.THIRD, texts.PRINTER, (now() - timedelta(days=2)).date(), texts.BLOCKED))  # fmt: skip


def _talks(task: Task, people: People, at: At) -> None:
    """In dispute: it goes to the next agenda."""
    _begun(task)
    with pretend(at(-4, 11)):
        services.task_dispute(task=task, reason=texts.DISPUTED, by=people["nadia"])
    with pretend(at(-3, 11)):
        services.dispute_settle(task=task, words=texts.SETTLEMENT, by=people["ximena"])
