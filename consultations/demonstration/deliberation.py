"""Sessions to come of the demonstration: one convened, with answers and a late paper; one announced, open to items."""

from collections.abc import Callable
from datetime import datetime, timedelta

from consultations.models import Consultation
from consultations.modes.deliberation import services as deliberation
from consultations.modes.deliberation.models import ItemProposal
from consultations.modes.deliberation.proposing.placing import proposal_decline, proposal_place
from consultations.modes.deliberation.proposing.services import item_propose
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from sessions import services as sessions
from sessions.before.alternates import alternate_accept, alternate_name
from sessions.before.announcing import session_announce
from sessions.before.attending import attendance_answer
from sessions.before.objecting import paper_object
from sessions.core.forecast import Answer
from sessions.models import Session

People = dict[str, Person]
At = Callable[..., datetime]

THIRD = ("Tercera reunión de seguimiento", "Third follow-up meeting")
FOURTH = ("Cuarta reunión de seguimiento", "Fourth follow-up meeting")
PRISON = (
    "Atención del dolor en reclusión",
    "Las personas privadas de la libertad no aparecen en el borrador. Proponemos escuchar lo que documentaron tres "
    "organizaciones y acordar cómo se nombra en el párrafo 4.",
)
PRISON_PAPER = (
    "Lo que documentamos en tres centros",
    "En los tres centros visitados no hubo medicamentos controlados disponibles durante el último trimestre.\n\n"
    "Pedimos que la posición lo nombre y que las cifras de abasto incluyan a los centros de reclusión.",
)
LAGOONS = (
    "Lagunas costeras",
    "Quisiéramos presentar el proceso sobre océanos y costas a quienes participan aquí.",
)
DECLINED = "Corresponde a otro proceso, que está abierto: se invita a quienes quieran a postularse en él."
YOUNG = (
    "Cómo se eligen las juventudes de la delegación",
    "El procedimiento se publica en unas semanas; conviene conversarlo antes de que se fije.",
)
NOTE = (
    "Nota de la secretaría sobre las cifras de abasto",
    "Las cifras por entidad quedaron listas hoy. Se circulan aunque el plazo venció, para que se conozcan antes de la "
    "reunión.",
)
OBJECTION = "No hay tiempo de revisarla con las organizaciones de la red antes de la reunión."


def around_sessions(consultation: Consultation, people: People, at: At) -> None:
    """Two sessions to come, a week and some weeks from today."""
    third = _drafted(consultation, people, at(7, 11), THIRD, at(-16))
    _proposals(consultation, third, people, at)
    _convened(third, people, at)
    _answers(third, people)
    fourth = _drafted(consultation, people, at(40, 11), FOURTH, at(-3))
    _propose(consultation, fourth, people["gael"], YOUNG, at(-1, 12), purpose="discuss")


def _drafted(
    consultation: Consultation, people: People, starts_at: datetime, titles: tuple[str, str], announced: datetime
) -> Session:
    members = {m.person_id: m for m in consultation.memberships.in_force().select_related("person")}
    with pretend(announced):
        session = deliberation.session_new(
            consultation=consultation, title_es=titles[0], title_en=titles[1], starts_at=starts_at,
            presides=members[people["dora"].pk], deputy=members[people["elias"].pk], by=people["alba"],
        )  # fmt: skip
        return session_announce(session, by=people["alba"])


def _propose(
    consultation: Consultation, session: Session, by: Person, words: tuple[str, str], when: datetime, *,
    purpose: str, paper: tuple[str, str] = ("", ""),
) -> ItemProposal:  # fmt: skip
    with pretend(when):
        return item_propose(
            consultation=consultation, session=session, by=by, title=words[0], why=words[1], purpose=purpose,
            minutes=20, language="es", paper_title=paper[0], paper_text=paper[1], key=f"demo:{words[0]}"[:64],
        )  # fmt: skip


def _proposals(consultation: Consultation, session: Session, people: People, at: At) -> None:
    alba = people["alba"]
    prison = _propose(
        consultation, session, people["bruno"], PRISON, at(-14, 12), purpose="decide", paper=PRISON_PAPER
    )
    lagoons = _propose(consultation, session, people["nadia"], LAGOONS, at(-14, 13), purpose="inform")
    with pretend(at(-9, 12)):
        proposal_place(
            proposal=prison, title_es=PRISON[0], title_en="Pain care in prisons", minutes=20, by=alba,
            consultation=consultation,
        )  # fmt: skip
        proposal_decline(proposal=lagoons, reason=DECLINED, by=alba, consultation=consultation)


def _convened(session: Session, people: People, at: At) -> None:
    alba = people["alba"]
    with pretend(at(-8, 13)):
        sessions.item_change(
            session.draft_items.filter(kind="subject").order_by("position")[0],
            title_es="Texto final del párrafo 6", title_en="Final text of paragraph 6", minutes=40, by=alba,
        )  # fmt: skip
        sessions.contact_change(
            session, by=alba, place="Salón Octavio Paz, planta baja", phone_number="55 0000 0000", phone_pin="4471",
            conference_url="https://video.example.org/seguimiento",
        )  # fmt: skip
        sessions.convene(session, by=alba, key=f"{session.reference}:convene")
    with pretend(now() - timedelta(minutes=40)):
        late = sessions.paper_add(session, title=NOTE[0], language="es", position=5, file=None, text=NOTE[1], by=alba)
    with pretend(now() - timedelta(minutes=20)):
        gael = session.seats.get(person=people["gael"])
        paper_object(late, seat=gael, reason=OBJECTION, by=people["gael"])


def _answers(session: Session, people: People) -> None:
    said = {
        "dora": Answer.HALL, "elias": Answer.HALL, "ximena": Answer.UNSURE, "gael": Answer.VIDEO,
        "marta": Answer.PHONE, "irene": Answer.NO,
    }  # fmt: skip
    with pretend(now() - timedelta(hours=3)):
        for name, answer in said.items():
            seat = session.seats.get(person=people[name])
            attendance_answer(session, seat=seat, answer=answer, by=people[name])
        seat = session.seats.get(person=people["bruno"])
        alternate = alternate_name(
            session, seat=seat, person=people["rita"], name=people["rita"].name, capacity="Suplente",
            by=people["bruno"],
        )  # fmt: skip
        alternate_accept(alternate, powers="", by=people["alba"])
