"""Checklists, rounds, findings and replies for tests, made by the real services."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.surveillance import services
from consultations.modes.surveillance.clock import timed_one
from consultations.modes.surveillance.models import (
    AgencyClaim,
    Checklist,
    ChecklistItem,
    CheckRound,
    Finding,
    Monitor,
)
from consultations.modes.surveillance.queries import checklist_of, round_of
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from incidencia.ids import new_token
from tests.day import local_day

PROMISE = {"promise_es": "Se contesta cada hallazgo.", "promised_by": "Dirección General, Dora Ibarra"}
ITEM: dict[str, Any] = {
    "reference": "", "decision": "Publicar la lista de medicamentos", "source": "Acta de la tercera sesión, p. 4",
    "question": "¿Se publicó la lista?", "method": "document", "weight": 1, "evidence": False, "months": 12,
}  # fmt: skip


def watched(of: Consultation, by: Person, *, publish: bool = True, **values: Any) -> Activity:
    """An activity of level VI, open since a year for two more; the members have sat as long."""
    values = {
        "title_es": "Vigilancia de lo acordado", "opens_at": now() - timedelta(days=365),
        "closes_at": now() + timedelta(days=730), **PROMISE, **values,
    }  # fmt: skip
    of.memberships.update(starts_on=local_day() - timedelta(days=366))
    with pretend(now() - timedelta(days=366)):
        made = activity_new(consultation=of, level=Level.SURVEILLANCE, values=values, by=by)
        if publish:
            made = activity_publish(activity=made, by=by)
    rows = Activity.objects.select_related("consultation__agency", "consultation__coordinator__person")
    return rows.get(pk=made.pk)


def begun(
    activity: Activity, by: Person, *, items: int = 2, title: str = "Lo acordado sobre medicamentos", **changes: Any
) -> Checklist:
    """A checklist that `by` leads, with items numbered from 1; the second one asks for evidence."""
    values = {
        "title": title, "about": "Los acuerdos de la tercera sesión.", "language": "es", "speaking_as": "",
        "key": new_token(), **changes,
    }  # fmt: skip
    made = services.checklist_design(activity=activity, by=by, **values)
    for n in range(1, items + 1):
        item(made, by, question=f"¿Se cumplió el punto {n}?", evidence=n == 2)
    return fresh(made)


def item(of: Checklist, by: Person, **changes: Any) -> ChecklistItem:
    """One more item."""
    return services.item_add(checklist=of, values={**ITEM, **changes}, by=by)


def monitor(of: Checklist, lead: Person, person: Person, *, shielded: bool = False, speaking_as: str = "") -> Monitor:
    """A person who joined the team."""
    made = services.monitor_invite(checklist=of, email=person.email, by=lead)
    return services.monitor_accept(monitor=made, by=person, speaking_as=speaking_as, shielded=shielded)


def announced(of: Checklist, lead: Person, **terms: int) -> CheckRound:
    """A round whose notice runs."""
    planned = services.round_plan(checklist=of, by=lead, **{"notice_days": 10, "reply_days": 10, **terms})
    return services.round_announce(row=planned, by=lead)


@contextmanager
def after_notice(row: CheckRound) -> Iterator[None]:
    """Within, the notice is just over."""
    begins = timed_one(again(row)).instants.collects_from
    assert begins
    with pretend(begins + timedelta(hours=9)):
        yield


@contextmanager
def after_reply(row: CheckRound) -> Iterator[None]:
    """Within, the term of the reply is just over."""
    ends = timed_one(again(row)).instants.replies_until
    assert ends
    with pretend(ends + timedelta(hours=9)):
        yield


def found(row: CheckRound, by: Person, answers: str | list[str] = "yes", **changes: Any) -> list[Finding]:
    """A finding of each item; the evidence is an address. Call it once the notice is over."""
    items = [one for one in row.items.select_related("item").all() if one.item.dropped_at is None]
    said = [answers] * len(items) if isinstance(answers, str) else answers
    return [
        services.finding_write(
            row=row, number=one.number, base=0, keep=set(), files=(), by=by,
            values={"answer": answer, "found": "Se leyó la página.", "link": "https://example.org/lista", "place": "",
                    "on": local_day(), **changes},
        )
        for one, answer in zip(items, said, strict=True)
    ]  # fmt: skip


def sent(row: CheckRound, by: Person, answers: str | list[str] = "yes") -> CheckRound:
    """Findings of every item, sent for reply. Call it once the notice is over."""
    found(row, by, answers)
    return services.round_send(row=row, by=by)


def claimed(row: CheckRound, by: Person, number: int = 0, text: str = "Se publicó el lunes.") -> AgencyClaim:
    """What the authority says of one item; of the first one unless said otherwise."""
    number = number or min(row.items.values_list("number", flat=True))
    return services.claim_write(
        row=row, number=number, status="done", text=text, base=0, keep=set(), files=(), by=by
    )  # fmt: skip


def published(
    of: Checklist, lead: Person, official: Person, answers: str | list[str] = "yes", *, ago: int = 40
) -> CheckRound:
    """A whole round, announced so many days ago, replied to at once and published."""
    with pretend(now() - timedelta(days=ago)):
        row = announced(of, lead)
    with after_notice(row):
        row = sent(row, lead, answers)
        claimed(row, official)
        services.reply_complete(row=row, by=official)
        return services.round_publish(row=row, by=lead)


def fresh(checklist: Checklist) -> Checklist:
    """The checklist as pages read it."""
    found = checklist_of(checklist.contribution.reference)
    assert found
    return found


def again(row: CheckRound) -> CheckRound:
    """The round as pages read it."""
    found = round_of(fresh(row.checklist), row.number)
    assert found
    return found


