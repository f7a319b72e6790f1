"""Loads the demonstration once: everything by the acts that anybody would use, on the days they would have."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress

from consultations import services
from consultations.call import services as call
from consultations.demonstration import (
    cast,
    comanagement,
    dialogue,
    feed,
    groups,
    ladder,
    membership,
    processes,
    surveillance,
)
from consultations.demonstration import deliberation as around
from consultations.kinds import Coverage, Modality, Type
from consultations.levels import Level
from consultations.members import applying, deciding, inviting
from consultations.members.kinds import Role, Side
from consultations.models import Consultation
from consultations.modes.deliberation import services as deliberation
from consultations.modes.deliberation.ratifying.services import agreement_ratify
from consultations.modes.deliberation.taking_up.services import steps_after, take_up
from consultations.sessionrules.services import sessionrules_publish
from incidencia.accounts.models import Person
from incidencia.accounts.notices import current
from incidencia.accounts.services import notice_accept
from incidencia.clock import now, pretend
from incidencia.organizations import founding
from incidencia.organizations import services as organizations
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Representation
from sessions import services as sessions
from sessions.core.ruleset import Rules
from sessions.core.terms import Purpose
from sessions.demonstration.aftermath import minutes_circulated, minutes_published
from sessions.demonstration.preparatory import preparatory_meeting
from sessions.demonstration.script import open_doors, past_meeting
from sessions.models import Agreement, Session

RATIFIED = (
    "Las cifras de abasto ya se reúnen por entidad y hay presupuesto para publicarlas; las organizaciones las necesitan "
    "para documentar los casos."
)
ZONE = ZoneInfo("America/Mexico_City")
People = dict[str, Person]
OFFICIALS = ("dora", "elias", "ximena", "teo")
APPLICANTS = ("bruno", "nadia", "gael", "irene", "marta", "juana")
PAPER = (
    "## Borrador de posición, revisión 1\n\n"
    "El país **promueve** el acceso a medicamentos controlados para el dolor y los cuidados paliativos.\n\n"
    "El país **reconoce** la reducción de riesgos y daños como parte de la salud pública."
)


def is_loaded() -> bool:
    """Whether the demonstration is already there."""
    return Agency.objects.filter(acronym=cast.AGENCY["acronym"]).exists()


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the demonstration, told from the day it is loaded: `days.at(-30)` is a weekday a month ago, at ten."""

    today: datetime

    def at(self, days: int, hour: int = 10) -> datetime:
        """That hour in the capital, so many days from today; Fridays stand for weekends."""
        day = self.today.astimezone(ZONE).replace(hour=hour, minute=0, second=0, microsecond=0)
        day += timedelta(days=days)
        return day - timedelta(days=max(0, day.weekday() - 4))


def load() -> None:
    """Load everything. Call once, on a database without the demonstration."""
    days = Days(now())
    people = _people(days.at(-120))
    health = _health(people, days)
    feed.feed(health, people, days.at)
    ladder.proposals(health, people, days.at)
    _rules(health, people, days)
    _past(health, people, days)
    _coming(health, people)
    surveillance.checklists(health, people, days.at)
    ladder.youth(health, people, days.at)
    dialogue.threads(health, people, days.at)
    comanagement.tasks(health, people, days.at)
    around.around_sessions(health, people, days.at)
    membership.life(health, people, days.at)
    groups.groups(health, people, days.at)
    groups.shared(health, _oceans(people, days), people, days.at)
    _preparatory(health, people, days)


def _people(born: datetime) -> People:
    with pretend(born):
        found = founding.agency_found(by=None, **cast.AGENCY)
        people = {}
        for one in cast.PEOPLE:
            person = Person.objects.create_user(one.email, cast.PASSWORD, name=one.name, language=one.language)
            EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
            people[one.key] = person
        founding.coordinator_name(agency=found, email=people["alba"].email, rank=cast.COORDINATOR_RANK, by=None)
        for body in cast.BODIES:
            speaker = next(p for p in cast.PEOPLE if p.body == body.key)
            organizations.organization_register(
                by=people[speaker.key], scope="Incidencia multilateral",
                description={
                    "name": body.name, "acronym": body.acronym, "category": body.category, "category_other": "",
                    "cluni": "", "state": body.state, "about": body.about, "is_network": body.is_network,
                },
            )  # fmt: skip
    for person in people.values():
        notice_accept(person=person, version=current().version)
    return people


def _consultation(people: People, texts: dict[str, str], levels: dict[str, tuple[str, str]], **values: Any) -> Consultation:
    """Found it, write the call, publish it. Call inside `pretend`."""
    alba = people["alba"]
    agency = Agency.objects.get(acronym=cast.AGENCY["acronym"])
    made = services.consultation_found(agency=agency, title_es=texts["title_es"], title_en=texts["title_en"], by=alba)
    call.call_save(consultation=made, values={**texts, "coverage": Coverage.NATIONAL, **values}, by=alba)
    chosen = {
        Level(number): {"reason_es": es, "reason_en": en, "duty_es": "", "duty_en": ""}
        for number, (es, en) in levels.items()
    }
    call.levels_save(consultation=made, chosen=chosen, by=alba)
    asked = [{"text_es": es, "text_en": en} for es, en in processes.REQUIREMENTS]
    call.requirements_save(consultation=made, texts=asked, by=alba)
    return call.call_publish(consultation=made, by=alba)


def _health(people: People, days: Days) -> Consultation:
    with pretend(days.at(-100)):
        made = _consultation(
            people, processes.HEALTH, processes.LEVELS_HEALTH, type=Type.ADVICE, modality=Modality.HYBRID,
            applications_open_at=days.at(-99, 12), applications_close_at=days.at(-80), starts_at=days.at(-76), ends_at=days.at(240),
        )  # fmt: skip
    with pretend(days.at(-98)):
        _invite(made, people)
    for n, key in enumerate(APPLICANTS):
        with pretend(days.at(-95 + n)):
            asked = applying.apply(consultation=made, by=people[key], asked=_asked(made, people[key]))
        with pretend(days.at(-88, 12)):
            deciding.application_admit(application=asked, by=people["alba"])
    with pretend(days.at(-76)):
        return services.operation_start(consultation=made, by=people["alba"])


def _asked(consultation: Consultation, person: Person) -> applying.Asked:
    of = Representation.objects.filter(person=person).first()
    told = {r.pk: "Sí, con las actividades de los últimos tres años." for r in consultation.requirements.all()}
    return applying.Asked(
        motivation="Queremos que la posición recoja lo que vivimos y poder seguir qué ocurre con ella.",
        answers=told, names_public=True, representation=of,
        category=of.organization.category if of else Category.CITIZEN,
    )  # fmt: skip


def _invite(consultation: Consultation, people: People) -> None:
    agency = consultation.agency
    for key in (*OFFICIALS, "fatima"):
        someone = next(p for p in cast.PEOPLE if p.key == key)
        official = key in OFFICIALS
        values: dict[str, Any] = {
            "email": someone.email, "name": someone.name, "language": "es-mx", "capacity": someone.capacity,
            "side": Side.PUBLIC if official else Side.GUEST, "role": Role.MEMBER if official else Role.OBSERVER,
            "expires_at": now() + timedelta(days=15), "agency": agency, "body": "Observatorio Ciudadano del Valle",
            "appointment": f"Oficio de designación {40 + len(key)}",
            "powers": "Acordar en nombre de la oficina en materia de salud" if key == "dora" else "",
        }  # fmt: skip
        sent = inviting.invitation_send(consultation=consultation, values=values, by=people["alba"])
        inviting.invitation_accept(invitation=sent, by=people[key])


def _session(consultation: Consultation, people: People, starts_at: datetime, titles: tuple[str, str]) -> Session:
    members = {m.person_id: m for m in consultation.memberships.in_force().select_related("person")}
    return deliberation.session_new(
        consultation=consultation, title_es=titles[0], title_en=titles[1], starts_at=starts_at,
        presides=members[people["dora"].pk], deputy=members[people["elias"].pk], by=people["alba"],
    )  # fmt: skip


def _agenda(session: Session, people: People, *subjects: tuple[str, str, int]) -> None:
    alba = people["alba"]
    first, *rest = subjects
    sessions.item_change(
        session.draft_items.get(kind="subject"), title_es=first[0], title_en=first[1], minutes=first[2], by=alba,
        decides=Purpose.DECISION,
    )
    for es, en, minutes in rest:
        sessions.item_add(session, title_es=es, title_en=en, minutes=minutes, by=alba)
    sessions.contact_change(
        session, by=alba, place="Salón Octavio Paz, planta baja", phone_number="55 0000 0000", phone_pin="4471",
        conference_url="https://video.example.org/seguimiento",
    )  # fmt: skip


def _rules(consultation: Consultation, people: People, days: Days) -> None:
    """The rules of its sessions, published before the first one is convened."""
    rules = Rules(papers_days=consultation.papers_days)
    with pretend(days.at(-50)):
        sessionrules_publish(consultation=consultation, rules=rules, reason="", by=people["alba"])


def _past(consultation: Consultation, people: People, days: Days) -> None:
    start = days.at(-30)
    with pretend(days.at(-44)):
        titles = ("Primera reunión de seguimiento", "First follow-up meeting")
        session = _session(consultation, people, start, titles)
        _agenda(session, people, ("Acceso a medicamentos para el dolor", "Access to pain medicines", 40),
                ("Cifras de abasto", "Supply figures", 25))  # fmt: skip
        sessions.paper_add(session, title="Borrador de posición, revisión 1", language="es", position=5, file=None,
                           text=PAPER, by=people["alba"])  # fmt: skip
    with pretend(days.at(-42)):
        sessions.convene(session, by=people["alba"], key=f"{session.reference}:convene")
    with pretend(days.at(-40)):
        # Supply figures: what came of the first proposal goes on to an agreement and to a joint task.
        first = consultation.contributions.order_by("at", "pk")[0]
        take_up(consultation=consultation, session=session, item="i6", reference=first.reference, by=people["alba"])
    past_meeting(session, people, start)
    session.refresh_from_db()
    assert session.closed_at is not None
    with pretend(session.closed_at + timedelta(minutes=1)):
        steps_after(session.pk)  # by itself it follows the commit, and loading is one
    minutes_published(session, people, session.closed_at)
    with pretend(session.closed_at + timedelta(days=1)):
        figures = Agreement.objects.get(session=session, ad_referendum=True)
        agreement_ratify(agreement=figures, granted=True, reasons=RATIFIED, by=people["dora"])


def _preparatory(consultation: Consultation, people: People, days: Days) -> None:
    """An extraordinary session on one text, held days ago; its minutes circulate."""
    start = days.at(-9)
    with pretend(days.at(-23)):
        titles = ("Reunión preparatoria del periodo extraordinario", "Preparatory meeting for the special session")
        session = _session(consultation, people, start, titles)
        _agenda(session, people, ("Texto para el periodo extraordinario de sesiones", "Text for the special session", 60))
    with pretend(days.at(-21)):
        sessions.convene(session, by=people["alba"], key=f"{session.reference}:convene")
    preparatory_meeting(session, people, start)
    session.refresh_from_db()
    assert session.closed_at is not None
    with pretend(session.closed_at + timedelta(minutes=1)):
        steps_after(session.pk)
    minutes_circulated(session, people, session.closed_at)


def _coming(consultation: Consultation, people: People) -> None:
    at = now()  # its hour has come: whoever tries it can open it at once
    start = at - timedelta(minutes=at.minute % 10, seconds=at.second, microseconds=at.microsecond)
    with pretend(start - timedelta(days=14)):
        titles = ("Segunda reunión de seguimiento", "Second follow-up meeting")
        session = _session(consultation, people, start, titles)
        sessions.contact_change(
            session, by=people["alba"],
            summary_es="Se revisa el párrafo sobre reducción de riesgos y daños, y se da seguimiento a los dos "
            "acuerdos de la primera reunión.",
            summary_en="The paragraph on the reduction of risks and harms is reviewed, and the two agreements of the "
            "first meeting are followed up.",
        )
        _agenda(session, people, ("Reducción de riesgos y daños, párrafo 6", "Reduction of risks and harms, paragraph 6", 45),
                ("Participación de juventudes", "Participation of young people", 20))  # fmt: skip
        sessions.paper_add(session, title="Borrador de posición, revisión 2", language="es", position=5, file=None,
                           text=PAPER.replace("revisión 1", "revisión 2"), by=people["alba"])  # fmt: skip
    with pretend(start - timedelta(days=12)):
        sessions.convene(session, by=people["alba"], key=f"{session.reference}:convene")
    open_doors(session, people, now())


def _oceans(people: People, days: Days) -> Consultation:
    with pretend(days.at(-6)):
        made = _consultation(
            people, processes.OCEANS, processes.LEVELS_OCEANS, type=Type.ADVICE, modality=Modality.DIGITAL,
            applications_open_at=days.at(-5, 12), applications_close_at=days.at(25, 18), starts_at=days.at(32), ends_at=days.at(300),
        )  # fmt: skip
    with pretend(days.at(-4, 13)):
        applying.apply(consultation=made, by=people["nadia"], asked=_asked(made, people["nadia"]))
        asked = applying.apply(consultation=made, by=people["juana"], asked=_asked(made, people["juana"]))
    with pretend(max(days.at(-2, 13), days.at(-4, 14))):
        deciding.application_admit(application=asked, by=people["alba"])
    return made
