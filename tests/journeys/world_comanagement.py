"""What the world holds at level V: every page of tasks and programmes, and who asks for it."""

from collections.abc import Iterator

from consultations.models import Consultation
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.models import Programme, Task
from consultations.modes.comanagement.programmes import services as programmes
from consultations.modes.comanagement.services import lead_name, shift_ask
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from tests.factories import comanagement as make

Asked = Iterator[tuple[Person | None, str]]


def pages(process: Consultation, people: dict[str, Person]) -> Asked:
    """Who asks for which page. The demonstration holds five tasks: done, delivered, blocked, disputed, proposed."""
    done, delivered, blocked, disputed, proposed = Task.objects.filter(contribution__consultation=process).order_by(
        "pk"
    )[:5]
    yield from _lists(process, people, done)
    yield from _acts(people, delivered, blocked, disputed, proposed)
    yield from _programmes(process, people)


def _lists(process: Consultation, people: dict[str, Person], done: Task) -> Asked:
    activity = done.contribution.activity
    assert activity is not None
    at = f"/procesos/{process.reference}/actividades/{activity.place}"
    yield None, f"{at}/"
    yield people["bruno"], f"{at}/?vista=tablero"
    yield None, f"{at}/?filtro=civil"
    yield people["bruno"], f"{at}/tareas/nueva/"
    yield people["elias"], "/procesos/mis-tareas/"
    yield people["carmen"], "/procesos/mis-tareas/"
    yield None, _page(done)


def _acts(people: dict[str, Person], delivered: Task, blocked: Task, disputed: Task, proposed: Task) -> Asked:
    gael, irene, nadia, dora, marta = (people[name] for name in ("gael", "irene", "nadia", "dora", "marta"))
    for who, task, acts in (
        (
            people["elias"],
            delivered,
            ("", "tarea/resultado/aceptar/", "tarea/resultado/devolver/", "tarea/desacuerdo/"),
        ),
        (irene, blocked, ("", "tarea/reanudar/", "tarea/fecha/", "tarea/cancelar/", "tarea/nota/")),
        (nadia, disputed, ("", "tarea/desacuerdo/resolver/", "tarea/responsable/")),
        (dora, proposed, ("", "tarea/aceptar/", "tarea/declinar/")),
        (marta, proposed, ("tarea/retirar/",)),
    ):
        for act in acts:
            yield who, _page(task, act)
    shift = shift_ask(task=blocked, after=today(), reason="La imprenta pide un día más.", by=irene)
    yield people["ximena"], _page(blocked, f"tarea/cambios/{shift.pk}/")
    yield gael, _page(delivered)
    seat = seats.seat_of(dora, proposed.contribution.consultation)
    assert seat is not None
    elias = seats.seat_of(people["elias"], proposed.contribution.consultation)
    assert elias is not None
    lead_name(task=proposed, member=elias, reason="Lleva el tema.", by=people["elias"])
    yield marta, _page(proposed, "tarea/entregar/")
    yield people["elias"], _page(proposed, "tarea/detener/")


def _programmes(process: Consultation, people: dict[str, Person]) -> Asked:
    alba, at = people["alba"], f"/procesos/{process.reference}/programas"
    draft = make.drafted(process, alba)
    yield None, f"{at}/"
    yield alba, f"{at}/"
    yield None, f"{at}/{Programme.objects.filter(consultation=process, kind='work').order_by('pk')[0].number}/"
    yield alba, f"{at}/nuevo/"
    for act in (
        "", "editar/", "presentar/", "objetivos/nuevo/", "objetivos/1/", "objetivos/1/lineas/nueva/",
        "objetivos/1/lineas/1/",
    ):  # fmt: skip
        yield alba, f"{at}/{draft.number}/{act}"
    programmes.programme_put(programme=draft, by=alba)
    yield people["bruno"], f"{at}/{draft.number}/"
    yield alba, f"{at}/{draft.number}/publicar/"
    yield alba, f"{at}/1/revision/"


def _page(task: Task, act: str = "") -> str:
    return f"/aportaciones/{task.contribution.reference}/{act}"
