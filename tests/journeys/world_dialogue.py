"""What the world holds at level II: threads in every state, opinions, meetings, a hidden post."""

from collections.abc import Iterator

from consultations.models import Consultation
from consultations.moderation import services as moderation
from consultations.moderation.models import Rule
from consultations.modes.dialogue import services
from consultations.modes.dialogue.models import Thread
from incidencia.accounts.models import Person
from tests.factories import dialogue as make

SEALED = "Qué se dirá sobre cuidados paliativos"
Asked = Iterator[tuple[Person | None, str]]


def pages(process: Consultation, people: dict[str, Person]) -> Asked:
    """Who asks for which page."""
    alba, bruno, elias, gael = (people[name] for name in ("alba", "bruno", "elias", "gael"))
    activity = process.activities.get(title_en="Dialogue with those who negotiate")
    here = f"/procesos/{process.reference}/actividades/{activity.place}"
    yield None, f"{here}/"
    yield elias, f"{here}/?columna=authority"
    yield None, f"{here}/?q=nada"
    yield gael, f"{here}/hilos/nuevo/"
    yield from _settled(process)
    yield bruno, f"/aportaciones/{_reference(process, SEALED)}/conclusion/disenso/"
    fresh = Thread.objects.get(contribution__title="Horarios de las reuniones previas")
    at = f"/aportaciones/{fresh.contribution.reference}"
    yield elias, f"{at}/intervenciones/nueva/?cita=1"
    yield gael, f"{at}/intervenciones/nueva/"
    yield gael, f"{at}/intervenciones/1/corregir/"
    yield alba, f"{at}/intervenciones/1/retirar/"
    yield bruno, f"{at}/sumarse/"
    yield alba, f"{at}/responsable/"
    yield gael, f"{at}/conclusion/proponer/"
    yield bruno, f"{at}/opiniones/nueva/"
    opinion = fresh.opinions.get()
    yield alba, f"{at}/opiniones/{opinion.pk}/enviar/"
    yield alba, f"{at}/opiniones/{opinion.pk}/declinar/"
    services.expert_forward(opinion=opinion, email="", by=alba)
    yield elias, f"{at}/opiniones/{opinion.pk}/registrar/"
    make.posted(fresh, gael, "Se sabe quién decide.")
    moderation.contribution_hide(
        contribution=fresh.contribution,
        rule=Rule.PERSONAL,
        reason="Da un domicilio.",
        by=elias,
        part=2,
        part_author=gael,
    )
    yield None, f"{at}/"
    yield gael, f"{at}/"
    make.proposed(fresh, elias)
    yield gael, f"{at}/"
    yield gael, f"{at}/conclusion/asentir/"
    yield elias, f"{at}/conclusion/sellar/"
    overdue = Thread.objects.get(contribution__title="Criterios para integrar la delegación")
    yield people["nadia"], f"/aportaciones/{overdue.contribution.reference}/"
    yield people["nadia"], f"/aportaciones/{overdue.contribution.reference}/cerrar/"
    yield None, "/procesos/puntualidad/"
    yield from _meetings(process, elias, bruno)


def _settled(process: Consultation) -> Asked:
    sealed, closed = _reference(process, SEALED), _reference(process, "Análisis de sustancias: en qué quedó")
    yield None, f"/aportaciones/{sealed}/"
    yield None, f"/aportaciones/{sealed}/intervenciones/"
    yield None, f"/aportaciones/{sealed}/intervenciones/1/versiones/"
    yield None, f"/aportaciones/{closed}/"


def _reference(process: Consultation, title: str) -> str:
    return process.contributions.get(title=title).reference


def _meetings(process: Consultation, elias: Person, bruno: Person) -> Asked:
    base = f"/procesos/{process.reference}/reuniones"
    yield elias, f"{base}/"
    yield elias, f"{base}/nueva/"
    yield None, f"{base}/1/"
    yield elias, f"{base}/1/corregir/"
    yield bruno, f"{base}/1/observar/"
