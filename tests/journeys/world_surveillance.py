"""What the world holds at level VI: a checklist in every state of its rounds, its team, the library."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from consultations.models import Consultation
from consultations.modes.surveillance import services
from consultations.modes.surveillance.models import Checklist
from incidencia.accounts.models import Person
from incidencia.clock import now, pretend
from tests.day import local_day
from tests.factories import surveillance as make

NO_PAGE = {
    "checklist_data", "checklist_json", "template_data", "template_json", "round_frozen", "round_data", "round_json",
    "finding_draft", "finding_file", "claim_file", "monitor_end",
}  # fmt: skip
Asked = Iterator[tuple[Person | None, str]]


def pages(process: Consultation, people: dict[str, Any]) -> Asked:
    """Who asks for which page. `people` has alba and dora, officials; bruno and carmen, of civil society."""
    bruno, carmen = people["bruno"], people["carmen"]
    activity = make.watched(process, people["alba"])
    here = f"/procesos/{process.reference}/actividades/{activity.place}"
    yield None, f"{here}/"
    yield bruno, f"{here}/"
    yield bruno, f"{here}/listas/nueva/"
    yield None, "/aportaciones/plantillas/"
    checklist = make.begun(activity, bruno, items=3, title="Lo acordado sobre cuidados")
    at = f"/aportaciones/{checklist.contribution.reference}"
    for path in (
        "", "puntos/nuevo/", "puntos/1/", "puntos/1/editar/", "puntos/3/quitar/", "puntos/importar/",
        "equipo/invitar/", "rondas/nueva/", "plantilla/",
    ):  # fmt: skip
        yield bruno, f"{at}/{path}"
    kept = services.template_save(checklist=checklist, name="Seguimiento de acuerdos", about="Actas.", by=bruno)
    yield None, "/aportaciones/plantillas/"
    yield None, f"/aportaciones/plantillas/{kept.pk}/"
    monitor = services.monitor_invite(checklist=checklist, email=carmen.email, by=bruno)
    yield carmen, f"{at}/equipo/{monitor.pk}/"
    services.monitor_accept(monitor=monitor, by=carmen, speaking_as="", shielded=True)
    yield carmen, f"{at}/equipo/{monitor.pk}/nombre/"
    yield from _rounds(checklist, people, at)


def _rounds(checklist: Checklist, people: dict[str, Any], at: str) -> Asked:
    bruno, dora = people["bruno"], people["dora"]
    make.published(checklist, bruno, dora, ["yes", "partly", "no"], ago=150)
    yield None, f"{at}/rondas/1/"
    yield None, f"{at}/comparacion/"
    yield None, f"{at}/puntos/1/"
    make.published(checklist, bruno, dora, ["partly", "yes", "unknown"], ago=100)
    services.item_drop(item=checklist.items.get(number=3), reason="Ya no hace falta.", by=bruno)
    yield None, f"{at}/rondas/2/"
    yield None, f"{at}/comparacion/"
    yield from _under_way(checklist, people, f"{at}/rondas/3")
    yield None, f"{at}/"


def _under_way(checklist: Checklist, people: dict[str, Any], at: str) -> Asked:
    bruno, dora = people["bruno"], people["dora"]
    planned = services.round_plan(checklist=checklist, notice_days=10, reply_days=10, by=bruno)
    yield bruno, f"{at}/"
    yield bruno, f"{at}/anunciar/"
    with pretend(now() - timedelta(days=40)):
        row = services.round_announce(row=planned, by=bruno)
    yield None, f"{at}/"
    yield bruno, f"{at}/campo/"
    yield bruno, f"{at}/campo/1/"
    make.found(row, bruno, ["yes", "not_due"])
    yield bruno, f"{at}/campo/"
    yield bruno, f"{at}/campo/2/?guardado=1"
    yield bruno, f"{at}/enviar/"
    services.round_send(row=row, by=bruno)
    yield dora, f"{at}/respuesta/"
    yield dora, f"{at}/respuesta/1/"
    make.claimed(row, dora)
    yield bruno, f"{at}/puntos/1/corregir/"
    services.finding_correct(
        row=row, number=1, base=1, files=(), by=bruno, reason="La autoridad mostró la página.",
        values={"answer": "no", "found": "La página ya no está.", "link": "https://example.org/lista", "place": "",
                "on": local_day()},
    )  # fmt: skip
    yield None, f"{at}/"
    yield dora, f"{at}/respuesta/completa/"
    services.reply_complete(row=row, by=dora)
    yield dora, f"{at}/respuesta/"
    yield bruno, f"{at}/publicar/"
    yield bruno, f"{at}/"
