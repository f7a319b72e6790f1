"""What the world holds around sessions: proposals, answers, alternates, late papers, the register, ratifying."""

from collections.abc import Iterator

from consultations.models import Consultation
from consultations.modes.deliberation.models import Fate
from consultations.modes.deliberation.ratifying.services import agreement_ratify
from incidencia.accounts.models import Person
from sessions.before.alternates import alternate_name
from sessions.models import Agreement, Session

Asked = Iterator[tuple[Person | None, str]]


def pages(process: Consultation, people: dict[str, Person]) -> Asked:
    """Who asks for which page: the third session is convened, the fourth announced."""
    third, fourth = Session.objects.filter(series=process.reference, number__in=(3, 4)).order_by("number")
    yield from _before(third, fourth, people)
    yield from _proposals(process, fourth, people)
    yield from _register(process, people)


def _before(third: Session, fourth: Session, people: dict[str, Person]) -> Asked:
    alba, dora, bruno, gael = (people[name] for name in ("alba", "dora", "bruno", "gael"))
    for who in (None, alba, dora, bruno, gael):
        yield who, f"/sesiones/{third.reference}/"
    yield gael, f"/sesiones/{fourth.reference}/"
    yield alba, f"/sesiones/{third.reference}/preparar/"
    yield alba, f"/sesiones/{fourth.reference}/preparar/"
    yield alba, f"/sesiones/{fourth.reference}/convocar/"
    yield alba, f"/sesiones/{fourth.reference}/anunciar/"
    yield gael, f"/sesiones/{third.reference}/asistencia/"
    yield dora, f"/sesiones/{third.reference}/asistencia/lista/"
    yield alba, f"/sesiones/{third.reference}/asistencia/lista/"
    yield gael, f"/sesiones/{third.reference}/suplente/"
    seat = third.seats.get(person=gael)
    waiting = alternate_name(third, seat=seat, person=None, name="Luz Mora", capacity="Suplente", by=gael)
    yield alba, f"/sesiones/{third.reference}/suplente/{waiting.pk}/resolver/"
    late = third.papers.exclude(objections=None).get()
    yield bruno, f"/sesiones/{third.reference}/documentos/{late.pk}/objetar/"


def _proposals(process: Consultation, fourth: Session, people: dict[str, Person]) -> Asked:
    at = f"/procesos/{process.reference}/sesiones/{fourth.number}/propuestas"
    one = next(p for p in fourth.item_proposals.all() if p.fate is Fate.WAITING)
    yield people["gael"], f"{at}/nueva/"
    yield people["alba"], f"{at}/{one.pk}/"
    yield people["gael"], f"/procesos/{process.reference}/sesiones/"


def _register(process: Consultation, people: dict[str, Person]) -> Asked:
    dora, here = people["dora"], f"/procesos/{process.reference}/acuerdos/"
    agreed = Agreement.objects.get(session__series=process.reference, ad_referendum=True)
    yield None, here
    yield None, f"{here}?q=nada"
    agreed.ratification.delete()  # as before the demonstration had it ratified: the page with its form
    yield dora, f"{here}?state=awaits"
    yield dora, f"{here}{agreed.reference}/ratificar/"
    agreement_ratify(agreement=agreed, granted=True, reasons="Hay presupuesto para publicarlas.", by=dora)
    yield None, here
    yield dora, f"{here}{agreed.reference}/ratificar/"
