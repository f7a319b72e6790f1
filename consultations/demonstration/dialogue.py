"""The dialogue of the demonstration: a thread that was sealed, one overdue, one that waits for a reply, one new."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.queries import found
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.dialogue import services
from consultations.modes.dialogue.concluding.services import Parts
from consultations.modes.dialogue.models import Thread
from consultations.modes.dialogue.posting.writing import Words
from incidencia.accounts.models import Person
from incidencia.clock import pretend
from incidencia.organizations.speaking import voices

People = dict[str, Person]
At = Callable[..., datetime]

ACTIVITY = {
    "title_es": "Diálogo con quienes negocian",
    "title_en": "Dialogue with those who negotiate",
    "about_es": "Pregunte a quienes llevan la negociación. Cada pregunta recibe su propia respuesta, en público.",
    "about_en": "Ask those who carry the negotiation. Each question gets its own answer, in public.",
    "promise_es": "Cada pregunta se contesta por una persona del servicio público con nombre y cargo. El hilo termina "
    "con una conclusión escrita que ambas partes leen.",
    "promise_en": "Each question is answered by a public official, by name and office. The thread ends with a written "
    "conclusion that both sides read.",
    "promised_by": "Dirección General de Asuntos Multilaterales, Elías Montes Roa",
}
SEALED = (
    "Qué se dirá sobre cuidados paliativos",
    "En la reunión de marzo se dijo que el párrafo sobre cuidados paliativos «está asegurado». Las organizaciones que "
    "acompañamos a pacientes no conocemos su texto.\n\nPedimos saber qué se lleva y con quién se ha hablado.",
    ("¿Cuál es el texto que llevará el país?", "¿Qué delegaciones lo apoyan hoy?"),
)
ANSWERS = {
    1: "El texto vigente es el del párrafo 4 de la revisión 2: «medidas para el acceso oportuno a medicamentos sujetos "
    "a fiscalización, incluidos los cuidados paliativos en el domicilio».",
    2: "Tres delegaciones lo apoyan por escrito y otras cinco de palabra. La lista se publica cuando cierre la ronda.",
}
PARTS = Parts(
    "Se preguntó por el texto del párrafo 4 y por sus apoyos. La autoridad publicó el texto y el número de apoyos.",
    "La lista de delegaciones que apoyan el párrafo se publica al cierre de cada ronda.",
    "Si el párrafo nombrará a quienes cuidan en el domicilio.",
    "es",
)
DISSENT = (
    "No compartimos que el número de apoyos baste: sin los nombres no podemos pedir a nuestras contrapartes que hablen "
    "con sus gobiernos. La publicación al cierre llega cuando ya no se puede hacer nada."
)
UNANSWERED = (
    "Análisis de sustancias: en qué quedó",
    "La propuesta se discutió en la primera reunión y no volvió a mencionarse.",
    ("¿Se retiró del borrador?", "¿Quién lo decidió y con qué razones?"),
)
OVERDUE = (
    "Criterios para integrar la delegación",
    "Varias organizaciones preguntan con qué criterios se invita a la delegación.",
    ("¿Qué criterios se aplicarán?", "¿Cuándo se publica la invitación?"),
)
ANSWERED = (
    "Participación de grupos de apoyo entre pares",
    "Los grupos de apoyo no tienen acta constitutiva y aun así trabajan todos los días.",
    ("¿Pueden participar con una carta de su comunidad?",),
)
FRESH = (
    "Horarios de las reuniones previas",
    "Las reuniones caen en horas de escuela y de trabajo, y quienes somos jóvenes no llegamos.",
    ("¿Puede haber una sesión por la tarde?", "¿Se puede participar por teléfono desde la escuela?"),
)
MEETING = {
    "place": "Videollamada", "officials": "Elías Montes Roa, enlace de salud global",
    "others": "Bruno Luna Cota, Red Cuidar del Valle\nRita Bravo Salas, Red Cuidar del Valle",
    "subject": "Texto del párrafo 4 antes de la segunda reunión",
    "said": "Se leyó el párrafo 4. La organización pidió nombrar los cuidados en el domicilio; la autoridad ofreció "
    "llevarlo a la siguiente revisión, sin compromiso de lograrlo.",
    "language": "es",
}  # fmt: skip
REMARK = "También se pidió la lista de delegaciones que apoyan el párrafo, y se contestó que se publicaría."


def threads(consultation: Consultation, people: People, at: At) -> None:
    """Play five threads and a meeting on the days they would have had."""
    activity = _opened(consultation, people, at)
    sealed = _thread(activity, people["bruno"], at(-46, 12), SEALED)
    _sealed(sealed, people, at)
    unanswered = _thread(activity, people["irene"], at(-45, 13), UNANSWERED)
    with pretend(at(-24, 11)):
        services.thread_close(thread=unanswered, by=people["irene"], speaking_as=_voice(people["irene"]))
    overdue = _thread(activity, people["nadia"], at(-21, 12), OVERDUE)
    with pretend(at(-20, 11)):
        services.responsible_name(thread=overdue, person=people["elias"], by=people["alba"])
    answered = _thread(activity, people["marta"], at(-11, 12), ANSWERED)
    with pretend(at(-6, 12)):
        said = "Sí: la carta de la comunidad basta, y así lo dice ya la convocatoria."
        services.post_write(
            thread=answered, words=Words("", "es", answers={1: said}), by=people["dora"], key="demo:dialogue:answered"
        )
    fresh = _thread(activity, people["gael"], at(-3, 12), FRESH)
    with pretend(at(-2, 12)):
        services.expert_ask(
            thread=fresh, of_whom="Quien administra la sala de videoconferencias", days=5, language="es",
            question="¿Cuántas personas pueden conectarse por teléfono a la vez?", by=people["gael"],
            key="demo:dialogue:expert",
        )  # fmt: skip
    with pretend(at(-30, 17)):
        told = {**MEETING, "held_on": at(-31).date(), "reference": sealed.contribution.reference}
        met = services.meeting_record(consultation=consultation, values=told, by=people["elias"], key="demo:meeting")
    with pretend(at(-29, 12)):
        services.meeting_remark(meeting=met, text=REMARK, language="es", by=people["bruno"], key="demo:remark")


def _opened(consultation: Consultation, people: People, at: At) -> Activity:
    values: dict[str, Any] = {**ACTIVITY, "opens_at": at(-50), "answer_days": 10}
    with pretend(at(-51)):
        made = activity_new(consultation=consultation, level=Level.DIALOGUE, values=values, by=people["alba"])
        activity_publish(activity=made, by=people["alba"])
    return found().get(pk=made.pk)


def _thread(activity: Activity, person: Person, when: datetime, told: tuple[str, str, tuple[str, ...]]) -> Thread:
    title, text, questions = told
    with pretend(when):
        return services.thread_open(
            activity=activity, title=title, words=Words(text, "es", questions=questions), by=person,
            speaking_as=_voice(person), key=f"demo:{title}"[:64],
        )  # fmt: skip


def _sealed(thread: Thread, people: People, at: At) -> None:
    elias, bruno = people["elias"], people["bruno"]
    with pretend(at(-39, 12)):
        said = "Con gusto. Se contesta por separado cada pregunta."
        words = Words(said, "es", answers=ANSWERS, quotes=[(1, 1)])
        services.post_write(thread=thread, words=words, by=elias, key="demo:dialogue:2")
    with pretend(at(-36, 12)):
        words = Words("Gracias. Falta saber de quienes cuidan.", "es", ["¿Se nombrará a quienes cuidan en casa?"])
        services.post_write(thread=thread, words=words, by=bruno, key="demo:dialogue:3")
    with pretend(at(-32, 12)):
        words = Words("", "es", answers={3: "Se propondrá en la siguiente ronda; hoy no está en el texto."})
        services.post_write(thread=thread, words=words, by=elias, key="demo:dialogue:4")
    with pretend(at(-31, 12)):
        services.post_write(
            thread=thread, words=Words("De acuerdo con cerrar por escrito.", "es"), by=bruno, key="demo:dialogue:5"
        )
    with pretend(at(-30, 12)):
        made = services.conclusion_propose(thread=thread, parts=PARTS, by=elias, key="demo:dialogue:conclusion")
    with pretend(at(-28, 12)):
        services.conclusion_assent(thread=thread, by=bruno, number=made.number)
    with pretend(at(-26, 12)):
        services.dissent_attach(thread=thread, text=DISSENT, language="es", by=bruno)


def _voice(person: Person) -> str:
    return voices(person)[-1].choice
