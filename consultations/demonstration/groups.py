"""Groups and the exchange in the demonstration: a caucus on its own, a working group of both sides, a lesson shared."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from consultations.demonstration.groups_texts import (
    CAUCUS,
    LESSON,
    MEETINGS,
    MINUTA,
    NOTE,
    REPORTS,
    SHARED_WHY,
    WORKING,
)
from consultations.exchange import services as exchange
from consultations.exchange.models import Lesson
from consultations.groups import services
from consultations.groups.models import Group, GroupMeeting
from consultations.models import Consultation
from consultations.modes.information.models import Item
from incidencia.accounts.models import Person
from incidencia.clock import pretend

People = dict[str, Person]
At = Callable[..., datetime]


def groups(consultation: Consultation, people: People, at: At) -> None:
    """Convene both groups, let them meet, write and tell, on the days they would have."""
    _caucus(consultation, people, at)
    _working(consultation, people, at)


def shared(consultation: Consultation, other: Consultation, people: People, at: At) -> None:
    """A lesson of one process in the library, and offered to another; a document that waits to be decided on."""
    bruno, alba = people["bruno"], people["alba"]
    with pretend(at(-3, 9)):
        lesson = exchange.lesson_write(
            consultation=consultation, words=LESSON, by=bruno, speaking_as="", key="demonstration-lesson"
        )
    with pretend(at(-3, 12)):
        lesson = exchange.lesson_publish(lesson=lesson, by=alba)
        _accepted(lesson, other, people)
    document = Item.objects.filter(activity__consultation=consultation, kind="document").order_by("pk").first()
    assert document is not None
    with pretend(at(-2, 12)):
        exchange.document_offer(source=consultation, to=other, item=document, why=SHARED_WHY[1], by=people["irene"])


def _accepted(lesson: Lesson, other: Consultation, people: People) -> None:
    offer = exchange.lesson_offer(lesson=lesson, to=other, why=SHARED_WHY[0], by=people["bruno"])
    exchange.share_forward(share=offer, by=people["alba"])
    exchange.share_accept(share=offer, by=people["alba"])


def _caucus(consultation: Consultation, people: People, at: At) -> Group:
    bruno, irene, nadia = people["bruno"], people["irene"], people["nadia"]
    with pretend(at(-60, 9)):
        group = services.group_convene(consultation=consultation, values=CAUCUS, by=bruno, key="demonstration-caucus")
    with pretend(at(-59, 10)):
        asked = services.group_join(group=group, words="Queremos preparar juntas la primera reunión.", by=irene)
        services.group_admit(belonging=asked, by=bruno)
        membership = consultation.memberships.in_force().get(person=nadia)
        services.group_invite(group=group, membership=membership, words="Contamos con tu experiencia.", by=bruno)
        services.group_join(group=group, words="", by=nadia)
    with pretend(at(-40, 9)):
        held = _called(group, MEETINGS[0], at(-36, 17), bruno)
    with pretend(at(-35, 10)):
        minuta = services.minuta_write(
            meeting=held, text=MINUTA, language="es", present=[bruno, irene, nadia], base=0, by=irene
        )
        services.minuta_confirm(minuta=minuta, by=irene)
        services.minuta_confirm(minuta=minuta, by=bruno)
        services.note_write(group=group, text=NOTE, files=[], by=nadia, key="demonstration-note")
    with pretend(at(-34, 9)):
        told = services.group_report_propose(
            group=group, values={**REPORTS[0], "meeting": held}, by=bruno, key="demonstration-report"
        )
    with pretend(at(-26, 9)):
        services.group_report_publish(report=told, by=bruno)
    with pretend(at(-1, 8)):
        _called(group, MEETINGS[1], at(7, 17), irene)
        values = {**REPORTS[1], "meeting": None}
        services.group_report_propose(group=group, values=values, by=bruno, key="demonstration-report-2")
    return group


def _working(consultation: Consultation, people: People, at: At) -> Group:
    irene, dora, gael = people["irene"], people["dora"], people["gael"]
    with pretend(at(-50, 9)):
        group = services.group_convene(
            consultation=consultation, values=WORKING, by=irene, key="demonstration-working"
        )
        for who in (dora, gael):
            services.group_join(group=group, words="", by=who)
    with pretend(at(-1, 9)):
        _called(group, MEETINGS[2], at(10, 11), dora)
    return group


def _called(group: Group, texts: dict[str, Any], starts_at: datetime, by: Person) -> GroupMeeting:
    values = {**texts, "starts_at": starts_at}
    return services.group_meeting_call(
        group=group, values=values, officials=[], by=by, key=f"demonstration-{texts['title']}"
    )
