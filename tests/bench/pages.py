"""The pages that are measured, one line each. A new main page is one more line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.dialogue.models import Thread
from incidencia.accounts.models import Person
from sessions.models import Session
from tests.factories import dialogue, information
from tests.factories.opinion import asked, sent, where
from tests.factories.sessions import agree, lively, session_open

# Accounts of the demonstration.
COORDINATOR = "alba@demo.example"
CHAIR = "dora@demo.example"
MEMBER = "bruno@demo.example"
# The demonstration has no session under way: this one is played for the bench, by the cast of the tests.
LIVE = "MEC-2026-914"
LIVE_MEMBER = "bruno.sosa@example.org"
LIVE_SECRETARIAT = "alba.ruiz@example.org"


@dataclass(frozen=True, slots=True)
class Page:
    """One page, who reads it, where it stands, and its targets on an idle machine.

    `ms` counts milliseconds of server time, `first_view` compressed bytes with styles and scripts.
    """

    name: str
    reader: str = MEMBER
    where: Callable[[], dict[str, object]] = dict
    queries: int = 15
    ms: int = 40
    first_view: int = 100_000


def consultation() -> dict[str, object]:
    """The consultation of the session about to open: the one with most on its page."""
    return {"reference": Consultation.objects.get(reference=_demonstrated().last().series).reference}


def session_ahead() -> dict[str, object]:
    """The session about to open."""
    return {"reference": _demonstrated().last().reference}


def session_past() -> dict[str, object]:
    """The session that was played, with its minutes."""
    return {"reference": _demonstrated().first().reference}


def session_live() -> dict[str, object]:
    """A session under way, with something in every region of its room."""
    session = Session.objects.filter(series=LIVE).first()
    if session is None:
        session = session_open(series=LIVE)
        agree(session, "Conservar la perspectiva de género en el párrafo 6.")
        lively(session)
    return {"reference": session.reference}


def proposals() -> dict[str, object]:
    """An activity with a thousand proposals, sent by the service that people use."""
    process = Consultation.objects.get(reference=_demonstrated().last().series)
    title = "Mil propuestas"
    made = process.activities.filter(title_es=title).first()
    if made is None:
        process = Consultation.objects.select_related("agency", "coordinator__person").get(pk=process.pk)
        made = asked(process, process.coordinator.person, title_es=title)
        here, author = where(made), Person.objects.get(email=MEMBER)
        with transaction.atomic():
            for n in range(1000):
                sent(here, author, title=f"Propuesta {n}", text=f"Pedimos {n} veces que se nombre la receta. " * 20)
    return {"reference": process.reference, "place": made.place}


def feed() -> dict[str, object]:
    """A feed with three hundred items."""
    process = Consultation.objects.get(reference=_demonstrated().last().series)
    activity = process.activities.get(level=Level.INFORMATION.value)
    if activity.items.count() < 300:
        named = Consultation.objects.select_related("agency", "coordinator__person")
        activity.consultation = named.get(pk=process.pk)
        with transaction.atomic():
            for n in range(300):
                information.published(activity, process.coordinator.person, title_es=f"Aviso {n}", kind="notice")
    return {"reference": process.reference, "place": activity.place}


def thread() -> dict[str, object]:
    """A thread of five hundred posts, written by the service that people use."""
    title = "Hilo de quinientas intervenciones"
    found = Thread.objects.filter(contribution__title=title).first()
    if found is None:
        activity = Activity.objects.select_related("consultation__agency", "consultation__coordinator__person").get(
            consultation__reference=_demonstrated().last().series, level=Level.DIALOGUE.value
        )
        civil, official = (Person.objects.get(email=email) for email in (MEMBER, CHAIR))
        with transaction.atomic():
            found = dialogue.long_thread(activity, civil, official, 500, title=title)
    return {"reference": found.contribution.reference}


def process() -> dict[str, object]:
    """The process with the thousand proposals, to be answered."""
    return {"reference": proposals()["reference"]}


def _demonstrated() -> Any:
    return Session.objects.exclude(series=LIVE).filter(convened_at__isnull=False).order_by("starts_at")


PAGES = (
    Page("home"),
    Page("consultation_page", where=consultation),
    Page("consultation_page", reader="", where=consultation),
    Page("session_page", where=session_ahead),
    Page("room", where=session_ahead),
    Page("room", reader=COORDINATOR, where=session_ahead),
    Page("room", reader=LIVE_MEMBER, where=session_live),
    Page("room", reader=LIVE_SECRETARIAT, where=session_live),
    Page("archive"),
    Page("minutes_page", where=session_past),
    Page("activity_page", where=proposals),
    Page("activity_page", where=feed),
    Page("contribution_page", where=thread, ms=50),
    Page("response_matrix", where=process, queries=25, ms=200),
    Page("answer_desk", reader=CHAIR, where=process, queries=30, ms=200),
    Page("desk", reader=CHAIR, queries=35, ms=100),
    Page("desk", queries=35, ms=100),
    Page("term_list", reader=COORDINATOR, where=process),
    Page("bylaws_page", where=process),
    Page("training_list", where=process),
)
