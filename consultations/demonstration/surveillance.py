"""Surveillance in the demonstration: a checklist with two published rounds, one silence, and one round under reply."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.queries import found
from consultations.activities.services import activity_new, activity_publish
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.surveillance import services
from consultations.modes.surveillance.designing.decisions import decision_address
from consultations.modes.surveillance.models import Checklist, CheckRound
from consultations.spine.services import follow_from_now
from incidencia.accounts.models import Person
from incidencia.clock import pretend
from incidencia.organizations.speaking import voices

People = dict[str, Person]
At = Callable[..., datetime]

ACTIVITY = {
    "title_es": "Vigilancia del abasto de medicamentos para el dolor",
    "title_en": "Surveillance of the supply of pain medicines",
    "about_es": "Las organizaciones comprueban, con evidencia, si se cumple lo que la autoridad decidió y lo que se acordó.",
    "about_en": "Organizations check, with evidence, whether what the authority decided and what was agreed is being done.",
    "promise_es": "Cada hallazgo recibe respuesta por escrito dentro del plazo de su ronda.",
    "promise_en": "Each finding gets a written reply within the term of its round.",
    "promised_by": "Dirección General, Alba Ruiz Tovar",
}
TITLE = "¿Llegan los medicamentos para el dolor?"
ABOUT = (
    "Comprobamos tres decisiones públicas sobre el abasto de medicamentos controlados y un acuerdo de la primera "
    "reunión. Elegimos las que una persona que cuida puede comprobar sin permiso de nadie."
)
SOURCE = "Programa anual de abasto, apartado 4, publicado en enero"
ITEMS = (
    ("Publicar cada mes las existencias por entidad", "¿Están publicadas las existencias del último mes?", "document", 3, True),
    ("Surtir la receta en 72 horas", "¿Se surtió en 72 horas la receta en las farmacias visitadas?", "visit", 5, True),
    ("Atender por teléfono a quien no encuentra el medicamento", "¿Contesta el teléfono de orientación?", "interview", 2, False),
    ("Capacitar al personal de las farmacias", "¿Se capacitó al personal de las farmacias?", "request", 2, False),
)  # fmt: skip
AGREED = "¿Se cumple lo acordado en la primera reunión?"
HEARD = (
    ("Reservar dos lugares para juventudes en la delegación", "¿Nombra la convocatoria dos lugares para juventudes?"),
    ("Publicar en lenguaje claro cada documento", "¿Tiene cada documento un resumen en lenguaje claro?"),
    ("Pagar traslados de quienes viajan", "¿Hay una regla publicada para cubrir traslados?"),
)
FOUND: dict[str, tuple[tuple[str, str], ...]] = {
    "first": (
        ("partly", "Se publicaron las existencias de 19 de 32 entidades; faltan las del sureste."),
        ("partly", "De diez recetas llevadas a farmacias, seis se surtieron a tiempo."),
        ("yes", "Contestaron ocho de ocho llamadas, en menos de cinco minutos."),
        ("unknown", "La solicitud de información no se ha contestado todavía."),
    ),
    "second": (
        ("yes", "Están las 32 entidades, con fecha de corte."),
        ("no", "De doce recetas, dos se surtieron a tiempo; en tres farmacias no había producto."),
        ("yes", "Contestaron siete de ocho llamadas."),
        ("partly", "La respuesta dice que se capacitó a la mitad del personal, sin lista de asistencia."),
    ),
    "third": (
        ("yes", "Siguen publicadas, con un mes de retraso."),
        ("partly", "De diez recetas, cinco se surtieron a tiempo."),
        ("yes", "Contestaron seis de ocho llamadas."),
        ("partly", "Sin cambios desde la ronda anterior."),
        ("not_due", "El plazo acordado termina el mes próximo."),
    ),
}


def checklists(consultation: Consultation, people: People, at: At) -> None:
    """Play the checklist from its first item to the round that waits for its reply."""
    irene, rita = people["irene"], people["rita"]
    activity = _opened(consultation, people, at)
    checklist = _designed(activity, irene, at)
    with pretend(at(-73, 12)):
        invited = services.monitor_invite(checklist=checklist, email=rita.email, by=irene)
        services.monitor_accept(monitor=invited, by=rita, speaking_as=voices(rita)[-1].choice, shielded=True)
        follow_from_now(contribution=checklist.contribution, person=people["nadia"])
    first = _checked(checklist, people, at, "first", announced=-72, sent=-63)
    with pretend(at(-60, 13)):
        _claims(first, people, ((1, "partly", "El sureste se integra el mes próximo."),
                                (2, "under_way", "Se licita el transporte de última milla.")))  # fmt: skip
        services.reply_complete(row=first, by=people["dora"])
    with pretend(at(-59, 10)):
        services.round_publish(row=first, by=irene)
        services.template_save(
            checklist=checklist, name="Abasto de un medicamento, desde quien lo busca", by=irene,
            about="Cuatro preguntas que cualquier organización puede comprobar sin permiso.",
        )  # fmt: skip
    second = _checked(checklist, people, at, "second", announced=-56, sent=-46)
    with pretend(at(-36, 10)):
        services.round_publish(row=second, by=irene)
    agreement = f"{consultation.reference}-S1-A1"
    if decision_address(agreement):
        with pretend(at(-29, 12)):
            services.item_add(checklist=checklist, by=irene, values=_item(AGREED, "document", 4, reference=agreement))
    third = _checked(checklist, people, at, "third", announced=-28, sent=-6, days=10)
    with pretend(at(-3, 13)):
        _claims(third, people, ((2, "under_way", "El nuevo transporte empezó en cinco entidades."),))
    _collecting(activity, people, at)


def _collecting(activity: Activity, people: People, at: At) -> None:
    """A second checklist, whose team is collecting: one finding is written, the rest is to be looked at."""
    gael = people["gael"]
    with pretend(at(-20, 12)):
        made = services.checklist_design(
            activity=activity, title="¿Se escucha a las juventudes?", language="es", by=gael, key="demo:listening",
            speaking_as=voices(gael)[-1].choice,
            about="Comprobamos tres compromisos públicos de la oficina con las juventudes. Los eligió nuestra asamblea.",
        )  # fmt: skip
        source = "Compromisos con las juventudes, publicados en marzo"
        items = [_item(question, "document", 1, decision=decision, source=source) for decision, question in HEARD]
        services.items_import(checklist=made, items=items, by=gael)
        planned = services.round_plan(checklist=made, notice_days=5, reply_days=10, by=gael)
        row = services.round_announce(row=planned, by=gael)
        services.monitor_invite(checklist=made, email=people["bruno"].email, by=gael)
    with pretend(at(-4, 12)):
        services.finding_write(
            row=row, number=1, base=0, keep=set(), files=(), by=gael,
            values={"answer": "yes", "found": "La convocatoria nombra dos lugares para menores de 29 años.", "link": "",
                    "place": "", "on": at(-4).date()},
        )  # fmt: skip


def _opened(consultation: Consultation, people: People, at: At) -> Activity:
    with pretend(at(-75)):
        values = {**ACTIVITY, "opens_at": at(-75), "closes_at": at(200)}
        made = activity_new(consultation=consultation, level=Level.SURVEILLANCE, values=values, by=people["alba"])
        activity_publish(activity=made, by=people["alba"])
    return found().get(pk=made.pk)


def _designed(activity: Activity, irene: Person, at: At) -> Checklist:
    with pretend(at(-74, 12)):
        made = services.checklist_design(
            activity=activity, title=TITLE, about=ABOUT, language="es", by=irene, key="demo:surveillance",
            speaking_as=voices(irene)[-1].choice,
        )  # fmt: skip
        items = [
            _item(question, method, weight, decision=decision, source=SOURCE, evidence=evidence)
            for decision, question, method, weight, evidence in ITEMS
        ]
        services.items_import(checklist=made, items=items, by=irene)
    return made


def _item(question: str, method: str, weight: int, **told: Any) -> dict[str, Any]:
    plain = {"reference": "", "decision": "", "source": "", "evidence": False, "months": 6}
    return {**plain, "question": question, "method": method, "weight": weight, **told}


def _checked(
    checklist: Checklist, people: People, at: At, which: str, *, announced: int, sent: int, days: int = 5
) -> CheckRound:
    """A round from its plan to the letter that asks for the reply."""
    irene, rita = people["irene"], people["rita"]
    with pretend(at(announced, 11)):
        planned = services.round_plan(checklist=checklist, notice_days=days, reply_days=days, by=irene)
        row = services.round_announce(row=planned, by=irene)
    with pretend(at(sent, 9)):
        numbers = row.items.values_list("number", flat=True)
        for number, (answer, words) in zip(numbers, FOUND[which], strict=False):
            visit = number == 2
            services.finding_write(
                row=row, number=number, base=0, keep=set(), files=(), by=rita if visit else irene,
                values={"answer": answer, "found": words, "link": "" if number > 2 else f"https://abasto.example.org/{which}",
                        "place": "Región de la Montaña" if visit else "", "on": at(sent).date()},
            )  # fmt: skip
    with pretend(at(sent, 13)):
        return services.round_send(row=row, by=irene)


def _claims(row: CheckRound, people: People, said: tuple[tuple[int, str, str], ...]) -> None:
    for number, status, text in said:
        services.claim_write(
            row=row, number=number, status=status, text=text, base=0, keep=set(), files=(), by=people["dora"]
        )
