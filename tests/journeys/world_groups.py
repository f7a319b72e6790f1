"""What the world holds of groups and of the exchange between processes: every page, by who may see it."""

from collections.abc import Iterator
from datetime import timedelta

from consultations.exchange import services as exchange
from consultations.exchange.models import Lesson, Share
from consultations.groups.models import Belonging, Group
from consultations.groups.services import group_join
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.factories import exchange as share
from tests.factories import groups as make

Asked = Iterator[tuple[Person | None, str]]


def pages(process: Consultation, people: dict[str, Person]) -> Asked:
    """Who asks for which page."""
    yield from _groups(process, people)
    yield from _exchange(process, people)


def _groups(process: Consultation, people: dict[str, Person]) -> Asked:
    bruno, irene, dora, gael = (people[name] for name in ("bruno", "irene", "dora", "gael"))
    at = f"/procesos/{process.reference}/grupos"
    caucus = Group.objects.get(consultation=process, kind="caucus")
    working = Group.objects.get(consultation=process, kind="working")
    for who in (None, bruno, dora):
        yield who, f"{at}/"
    yield bruno, f"{at}/nuevo/"
    asked = group_join(group=caucus, words="Quiero preparar la próxima reunión.", by=gael)
    belongs = Belonging.objects.get(group=caucus, person=irene)
    for path in ("", "integrantes/", "notas/", "invitar/", "salir/", "cerrar/", "reuniones/nueva/", "informes/nuevo/",
                 f"integrantes/{asked.pk}/declinar/", f"integrantes/{belongs.pk}/retirar/"):  # fmt: skip
        yield bruno, f"{at}/{caucus.place}/{path}"
    yield dora, f"{at}/{caucus.place}/"
    yield gael, f"{at}/{caucus.place}/"
    yield None, f"{at}/{working.place}/"
    past = caucus.meetings.get(number=1)
    make.minuta(past, bruno, [bruno, irene], base=1, text="Se corrigió quién presenta el punto.")
    for path in ("", "minuta/", "minuta/1/"):
        yield irene, f"{at}/{caucus.place}/reuniones/1/{path}"
    yield bruno, f"{at}/{caucus.place}/reuniones/2/cancelar/"
    shared = make.meeting(
        caucus, bruno, officials=[dora], title="Con la dependencia", starts_at=now() + timedelta(days=5),
        agenda="- Cifras", place="Salón 2", link="",
    )  # fmt: skip
    yield dora, f"{at}/{caucus.place}/reuniones/{shared.number}/"
    yield None, f"{at}/{caucus.place}/informes/1/"
    yield irene, f"{at}/{caucus.place}/informes/2/objetar/"
    for path in ("", "escribir/", "dejar/"):
        yield bruno, f"{at}/{caucus.place}/informes/2/{path}"


def _exchange(process: Consultation, people: dict[str, Person]) -> Asked:
    alba, bruno = people["alba"], people["bruno"]
    other = Share.objects.filter(source=process).first()
    assert other is not None
    to = other.to
    waiting, accepted = Share.objects.get(kind="document"), Share.objects.get(kind="lesson")
    copied = share.checklist(process, to, alba)
    exchange.share_accept(share=copied, by=alba)
    at = f"/procesos/{process.reference}"
    for who in (None, alba):
        yield who, f"{at}/intercambio/"
    yield bruno, f"{at}/intercambio/nuevo/"
    yield bruno, f"{at}/lecciones/nueva/"
    yield None, f"/procesos/{to.reference}/"
    yield None, f"/procesos/intercambio/{accepted.pk}/"
    yield None, f"/procesos/intercambio/{copied.pk}/"
    for path in ("", "declinar/"):
        yield alba, f"/procesos/intercambio/{waiting.pk}/{path}"
    mine = share.lesson(process, bruno, title="Llevar las cifras impresas")
    yield None, "/procesos/lecciones/"
    yield None, "/procesos/lecciones/?q=nada"
    yield None, f"/procesos/lecciones/{Lesson.objects.filter(published_at__isnull=False).first().pk}/"  # type: ignore[union-attr]
    for path in ("", "declinar/"):
        yield alba, f"/procesos/lecciones/{mine.pk}/{path}"
