"""Members' life in the demonstration: terms, an invitation with its assessment, a resignation, a notice, rules, training."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from consultations.bylaws import approving, considering
from consultations.bylaws import services as bylaws
from consultations.bylaws.models import BylawsVersion
from consultations.bylaws.parts import Part
from consultations.demonstration import cast
from consultations.members import inviting
from consultations.members.kinds import Role, Side
from consultations.members.leaving import ending, noticing
from consultations.members.models import Membership
from consultations.members.renewal import services as renewal
from consultations.models import Consultation
from consultations.training import services as training
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from incidencia.organizations.categories import Category

People = dict[str, Person]
At = Callable[..., datetime]

TERMS = (("bruno", 100), ("nadia", 110), ("gael", 125), ("irene", 230), ("dora", 180), ("elias", 200))
RULES = {
    Part.GENERAL: "Estas reglas ordenan el trabajo del mecanismo que prepara, con la sociedad civil, la posición del país.\n\nSe aplican a quienes lo integran, a quien lo coordina y a quien es invitado.",
    Part.INTEGRATION: "1. Participan la sociedad civil, por convocatoria pública, y el personal del servicio público, por nombramiento.\n2. Los periodos duran un año y terminan en fechas distintas.\n3. Se deja de participar por conclusión, renuncia, incumplimiento o conflicto de interés; en los dos últimos casos hay aviso, plazo para responder y resolución razonada.",
    Part.STRUCTURE: "Hay una presidencia, una vicepresidencia y una secretaría técnica. Quienes integran forman los grupos que consideren necesarios.",
    Part.FUNCTIONS: "- Opinar sobre los borradores de posición.\n- Formular planteamientos, que se contestan con razones.\n- Dar seguimiento a los acuerdos.",
    Part.RESPONSIBILITIES: "Cada integrante lee los documentos, asiste o avisa, y declara sus conflictos de interés. La presidencia conduce. La secretaría técnica convoca, circula los documentos y levanta el acta.",
    Part.SESSIONS: "Se sesiona **cada dos meses**. La convocatoria se envía con diez días hábiles. Hay quórum con más de la mitad de cada lado.",
    Part.PROGRAMME: "El programa de trabajo se somete a quienes integran en la primera sesión del año y se publica.",
    Part.EVALUATION: "Cada seis meses se revisa el avance de los acuerdos; al cierre del año se evalúa el trabajo y se publica el resultado.",
    Part.TRANSPARENCY: "Son públicos la convocatoria, quién participa, las sesiones, las actas y las respuestas. Los datos personales se protegen conforme a la ley.",
}
OFTEN = "Se sesiona **cada mes**, y de manera extraordinaria cuando lo pida la tercera parte de un lado. La convocatoria se envía con diez días hábiles. Hay quórum con más de la mitad de cada lado."
TRAINING: tuple[tuple[int, str, str, str, str, str, str, tuple[str, ...]], ...] = (
    (-60, "I", "Cómo se hace un presupuesto público", "How a public budget is made", "Unidad de Planeación", "society", "members", ("bruno", "nadia", "gael", "irene", "dora")),
    (-48, "II", "Niveles de incidencia: qué se puede pedir en cada uno", "Levels of incidence: what can be asked at each", "Oficina de Enlace para Asuntos Multilaterales", "society", "everybody", ("bruno", "marta", "juana", "teo")),
    (-27, "III", "Lo que vemos desde los cuidados paliativos", "What we see from palliative care", "Red Cuidar del Valle, A. C.", "officials", "members", ("dora", "elias", "ximena", "bruno")),
    (-9, "VI", "Archivos y datos personales en un mecanismo", "Files and personal data in a mechanism", "Unidad de Transparencia", "society", "members", ("irene", "gael", "ximena")),
    (12, "VII", "Medicamentos controlados: qué dicen los tratados", "Controlled medicines: what the treaties say", "Centro de Estudios del Valle", "both", "everybody", ()),
)  # fmt: skip


def life(consultation: Consultation, people: People, at: At) -> None:
    """Play it all, after the sessions: whoever joins here has no seat in them."""
    _joined(consultation, people, at)
    _terms(consultation, people, at)
    _rules(consultation, people, at)
    _training(consultation, people, at)


def _member(consultation: Consultation, person: Person) -> Membership:
    rows = consultation.memberships.select_related(
        "consultation__agency", "consultation__coordinator__person", "person"
    )
    return rows.select_related("organization", "agency").get(person=person)


def _joined(consultation: Consultation, people: People, at: At) -> None:
    with pretend(at(-26)):
        _invite(consultation, people, "rita", "Acompañamiento a familias", Category.CITIZEN, Role.ADVISER)
    with pretend(at(-25)):
        _invite(consultation, people, "pablo", "Académico invitado", Category.ACADEMIC, Role.ADVISER)
    with pretend(at(-12)):
        ending.resign(
            membership=_member(consultation, people["rita"]), words="Cambio de ciudad. Gracias.", by=people["rita"]
        )
    with pretend(at(-4)):
        noticing.notice_give(
            membership=_member(consultation, people["pablo"]), cause="conflict", by=people["alba"], decider=people["dora"],
            facts="El instituto en que trabaja firmó el mes pasado un contrato de asesoría con un laboratorio que vende el medicamento del que trata el párrafo 6, y no lo declaró.",
            ground="Reglas de operación, parte 5: cada integrante declara sus conflictos de interés.",
        )  # fmt: skip


def _invite(
    consultation: Consultation, people: People, key: str, capacity: str, category: Category, role: Role
) -> None:
    someone = next(p for p in cast.PEOPLE if p.key == key)
    values: dict[str, Any] = {
        "email": someone.email, "name": someone.name, "language": "es-mx", "capacity": capacity, "side": Side.CIVIL,
        "role": role, "category": category, "expires_at": now() + timedelta(days=15),
        "why_direct": "A la convocatoria no llegó nadie con esta experiencia, y dos propuestas la requieren.",
        "career": "Quince años de trabajo reconocido en el campo; tres publicaciones arbitradas.",
        "experience": "Ha acompañado a familias y equipos de salud en cuatro estados.",
        "other_aspects": "Participa a título personal, sin relación laboral con la dependencia.",
    }  # fmt: skip
    sent = inviting.invitation_send(consultation=consultation, values=values, by=people["alba"])
    inviting.invitation_accept(invitation=sent, by=people[key])


def _terms(consultation: Consultation, people: People, at: At) -> None:
    with pretend(at(-20, 12)):
        for key, days in TERMS:
            renewal.term_give(
                membership=_member(consultation, people[key]), ends_on=_day(at, days), by=people["alba"],
                reason="Un año desde su integración, como dicen las reglas de operación.",
            )  # fmt: skip
    with pretend(at(-6, 12)):
        renewal.term_prolong(
            membership=_member(consultation, people["elias"]), ends_on=_day(at, 215), by=people["alba"],
            reason="Concluye el programa de trabajo que tiene a su cargo.",
        )  # fmt: skip


def _day(at: At, days: int) -> date:
    return at(days).date()


def _rules(consultation: Consultation, people: People, at: At) -> None:
    alba = people["alba"]
    with pretend(at(-72)):
        first = _written(consultation, alba, RULES)
        first = bylaws.bylaws_submit(version=first, closes_at=at(-58, 18), criterion="majority", by=alba)
    for n, key in enumerate(("bruno", "nadia", "irene", "juana", "dora", "elias", "ximena")):
        with pretend(at(-71, 11) + timedelta(hours=n)):
            considering.bylaws_consider(version=first, agrees=True, reason="", by=people[key])
    with pretend(at(-70, 11)):
        considering.bylaws_consider(
            version=first, agrees=False, by=people["gael"],
            reason="Parte 6: cada dos meses es poco; entre una sesión y otra se negocia sin que sepamos.",
        )  # fmt: skip
    with pretend(at(-57)):
        first = approving.approve_by_assents(version=first, by=alba)
        bylaws.bylaws_publish(version=first, by=alba)
    with pretend(at(-8)):
        second = _written(consultation, alba, {**RULES, Part.SESSIONS: OFTEN})
        second = bylaws.bylaws_submit(version=second, closes_at=at(9, 18), criterion="consensus", by=alba)
    with pretend(at(-7, 12)):
        comment = considering.bylaws_comment(
            version=second, part=Part.SESSIONS, language="es-mx", by=people["nadia"],
            text="¿La sesión extraordinaria también puede ser a distancia? Quienes vivimos en la costa no podemos viajar cada mes.",
        )  # fmt: skip
        considering.bylaws_consider(version=second, agrees=True, reason="", by=people["gael"])
        considering.bylaws_consider(version=second, agrees=True, reason="", by=people["elias"])
    with pretend(at(-6, 12)):
        considering.comment_answer(
            comment=comment, by=alba,
            answer="Sí: toda sesión tiene enlace y teléfono, con los mismos derechos. Si hace falta decirlo aquí, se agrega en la versión que se apruebe.",
        )  # fmt: skip
        considering.bylaws_comment(
            version=second, part=Part.INTEGRATION, language="es-mx", by=people["irene"],
            text="Falta decir quién suple a una persona integrante que no puede asistir.",
        )  # fmt: skip


def _written(consultation: Consultation, alba: Person, texts: dict[Part, str]) -> BylawsVersion:
    version = bylaws.bylaws_draft(consultation=consultation, by=alba)
    return bylaws.bylaws_write(version=version, language="es-mx", texts=texts, before={}, by=alba)


def _training(consultation: Consultation, people: People, at: At) -> None:
    for days, topic, title_es, title_en, giver, direction, audience, came in TRAINING:
        with pretend(at(min(days, 0) - 6)):
            made = training.training_plan(
                consultation=consultation, by=people["alba"],
                values={
                    "topic": topic, "title_es": title_es, "title_en": title_en, "starts_at": at(days, 16),
                    "given_by": giver, "direction": direction, "audience": audience, "where": "https://video.example.org/aula",
                    "about_es": "Dos horas, con ejemplos y preguntas.", "about_en": "Two hours, with examples and questions.",
                    "links": "https://capacitacion.example.org/materiales",
                },
            )  # fmt: skip
        for key in came:
            with pretend(at(days, 19)):
                training.training_attend(training=made, by=people[key])
