"""What the world holds on the ladder: verification, networks, closed days, activities, proposals and answers."""

from collections.abc import Iterator
from datetime import timedelta

from consultations.activities.services import activity_new
from consultations.desk.emails import token
from consultations.levels import Level
from consultations.models import Activity, Consultation
from consultations.moderation import services as moderation
from consultations.moderation.models import Rule
from consultations.modes.information.models import Item
from consultations.modes.opinion.admitting.services import inadmission_appeal, inadmission_declare
from consultations.modes.opinion.answering import services as answering
from consultations.modes.opinion.answering.queries import waiting_in
from consultations.modes.opinion.asking.services import question_add
from consultations.modes.opinion.concluding.services import outcome_tell
from consultations.modes.opinion.models import Response, ResponseTo
from consultations.modes.opinion.referring.services import submission_refer
from consultations.modes.opinion.sending.drafts import draft_save
from consultations.modes.opinion.sending.where import Where
from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.deadlines.services import close_days, today
from incidencia.organizations import affiliating
from incidencia.organizations.models import Agency, Organization, Verification
from incidencia.organizations.verification import asking, deciding, vouching
from incidencia.organizations.verification.matters import Matter, Proof, Result
from tests.factories import information
from tests.factories import opinion as make
from tests.journeys import world_comanagement as comanagement
from tests.journeys import world_deliberation, world_dialogue, world_groups, world_membership, world_surveillance
from tests.journeys import world_votes as votes

Asked = Iterator[tuple[Person | None, str]]
WRITTEN = {
    "title": "A medias", "text": "Lo que llevo escrito.", "position": "for", "language": "es", "speaking_as": "self",
}  # fmt: skip


def pages(process: Consultation, people: dict[str, Person]) -> Asked:
    """Who asks for which page."""
    process = Consultation.objects.select_related("agency", "coordinator__person").get(pk=process.pk)
    yield from _organizations(people)
    yield from _closed_days(people["alba"])
    yield from _activities(process, people["alba"])
    yield from _proposals(process, people)
    yield from _answers(process, people)
    yield from _feed(process, people)
    yield from _handled(process, people)
    yield from votes.pages(process, people)
    yield from _moderation(process, people)
    yield from world_dialogue.pages(process, people)
    yield from comanagement.pages(process, people)
    yield from world_membership.pages(process, people)
    yield from world_groups.pages(process, people)
    yield from world_deliberation.pages(process, people)
    yield from world_surveillance.pages(process, people)
    for who in ("alba", "bruno", "carmen"):
        yield people[who], "/pendientes/"
    yield None, f"/pendientes/silencio/{token(people['bruno'])}/"


def _organizations(people: dict[str, Person]) -> Asked:
    agency = Agency.objects.get(acronym="OEAM")
    gael, marta, irene, alba = (people[name] for name in ("gael", "marta", "irene", "alba"))
    of_gael, of_marta = Organization.objects.get(acronym="JVD"), Organization.objects.get(acronym="GAFN")
    reform, network = Organization.objects.get(acronym="RyS"), Organization.objects.get(acronym="RCV")
    told = {"matter": Matter.EXISTENCE, "agency": agency}
    waiting = asking.verification_ask(organization=of_gael, by=gael, proof=Proof.REGISTER, text="CLUNI 1", **told)
    Verification.objects.create(
        organization=reform, matter=Matter.EXISTENCE, agency=agency, proof=Proof.REGISTER, text="CLUNI 9",
        name_then=reform.folded_name, category_then=reform.category, asked_by=irene, asked_as="x",
        ready_at=clock.now(), result=Result.VERIFIED, decided_by=alba, decided_as="x", decided_at=clock.now(),
    )  # fmt: skip
    vouched = asking.verification_ask(organization=of_marta, by=marta, proof=Proof.VOUCHERS, text="", **told)
    voucher = vouching.voucher_ask(verification=vouched, organization=reform, by=marta)
    refused = asking.verification_ask(
        organization=reform, by=irene, matter=Matter.EXPERIENCE, agency=agency, proof=Proof.RECORD, text="Informe"
    )
    refused = deciding.verification_decide(
        verification=refused, by=alba, result=Result.REFUSED, rule="A8", reason="El informe no nombra actividades."
    )
    joined = affiliating.affiliation_propose(network=network, member=reform, by=people["bruno"])
    base = "/organizaciones"
    yield gael, f"{base}/{of_gael.pk}/verificar/experience/"
    yield gael, f"{base}/verificaciones/{waiting.pk}/"
    yield alba, f"{base}/verificaciones/"
    yield alba, f"{base}/verificaciones/{waiting.pk}/"
    yield irene, f"{base}/verificaciones/{refused.pk}/apelar/"
    yield irene, f"{base}/avales/{voucher.pk}/"
    yield irene, f"{base}/avales/{voucher.pk}/declinar/"
    yield irene, f"{base}/redes/{joined.pk}/"
    affiliating.affiliation_accept(affiliation=joined, by=irene)
    yield irene, f"{base}/redes/{joined.pk}/terminar/"
    yield people["bruno"], f"{base}/{network.pk}/red/"
    yield None, f"{base}/{network.pk}/"


def _closed_days(alba: Person) -> Asked:
    first = today() + timedelta(days=20)
    days = close_days(agency="OEAM", first=first, last=None, ground="Mudanza de la oficina", gazette="DOF", by=alba)
    yield None, "/dias-inhabiles/"
    yield None, "/dias-inhabiles/OEAM/"
    yield alba, "/dias-inhabiles/OEAM/publicar/"
    yield alba, f"/dias-inhabiles/{days[0].pk}/retirar/"


def _activities(process: Consultation, alba: Person) -> Asked:
    closes_at = clock.now() + timedelta(days=9)
    values = {"title_es": "Segunda ronda", "opens_at": clock.now(), "closes_at": closes_at, **make.PROMISE}
    draft = activity_new(consultation=process, level=Level.OPINION, values=values, by=alba)
    question_add(activity=draft, values=make.QUESTION, by=alba)
    at, opened = f"/procesos/{process.reference}/actividades", _open(process)
    for path in ("nueva/", f"{draft.place}/", f"{draft.place}/editar/", f"{draft.place}/publicar/",
                 f"{draft.place}/preguntas/", f"{draft.place}/preguntas/1/editar/", f"{opened.place}/prorrogar/",
                 f"{opened.place}/cancelar/"):  # fmt: skip
        yield alba, f"{at}/{path}"
    yield None, f"{at}/{opened.place}/"
    yield None, f"{at}/1/?q=nada"
    yield alba, f"/procesos/{process.reference}/sesiones/2/aportaciones/"


def _proposals(process: Consultation, people: dict[str, Person]) -> Asked:
    carmen, opened = people["carmen"], _open(process)
    question = opened.questions.get()
    for where in (Where(process, opened, question), Where(process)):
        draft_save(where=where, person=carmen, typed=WRITTEN)
        yield carmen, where.address("new")
        yield carmen, where.address("preview")
    yield None, f"/procesos/{process.reference}/planteamientos/"
    mine = opened.contributions.filter(author=people["gael"]).get()
    yield people["gael"], f"/aportaciones/{mine.reference}/"
    yield people["gael"], f"/aportaciones/{mine.reference}/corregir/"
    yield carmen, f"/aportaciones/{mine.reference}/"
    yield None, f"/aportaciones/{mine.reference}/versiones/"
    yield carmen, f"/aportaciones/{mine.reference}/dejar/"


def _answers(process: Consultation, people: dict[str, Person]) -> Asked:
    dora, alba = people["dora"], people["alba"]
    waiting = process.contributions.get(title="Indicadores por edad").submission
    written = make.drafted([waiting], people["elias"])
    yield dora, f"/aportaciones/respuestas/{written.reference}/escribir/"
    answering.response_read(response=written, well=True, remark="", by=dora)
    yield alba, f"/aportaciones/respuestas/{written.reference}/escribir/"
    yield alba, f"/procesos/{process.reference}/respuestas/mesa/"
    yield dora, f"/aportaciones/{process.contributions.get(title='Apoyo para viaje y cuidados').reference}/plazo/"
    out = Response.objects.filter(published_at__isnull=False).order_by("pk")[0]
    yield None, f"/aportaciones/respuestas/{out.reference}/"
    owed = ResponseTo.objects.get(submission__contribution__title="Nombrar el análisis de sustancias")
    yield people["gael"], f"/aportaciones/respuestas/opinion/{owed.pk}/"


def _feed(process: Consultation, people: dict[str, Person]) -> Asked:
    alba, bruno = people["alba"], people["bruno"]
    activity = process.activities.get(title_en="Information to prepare the position")
    draft = information.drafted(activity, alba)
    here = f"/procesos/{process.reference}/actividades/{activity.place}"
    yield alba, f"{here}/publicaciones/nueva/"
    yield bruno, f"{here}/"
    yield None, f"{here}/?q=nada"
    for act in ("", "editar/", "publicar/"):
        yield alba, f"/informacion/{draft.reference}/{act}"
    document = Item.objects.get(kind="document", current=2)
    yield alba, f"/informacion/{document.reference}/corregir/"
    yield bruno, f"/informacion/{document.reference}/"
    yield None, f"/informacion/{document.reference}/versiones/"
    yield None, f"/informacion/{Item.objects.get(reserved=True).reference}/"


def _handled(process: Consultation, people: dict[str, Person]) -> Asked:
    dora, elias = people["dora"], people["elias"]
    yield None, f"/procesos/{process.reference}/respuestas/"
    yield None, f"/procesos/{process.reference}/respuestas/?estado=owed"
    yield None, "/procesos/puntualidad/"
    waiting = list(waiting_in(process).order_by("pk")[:2])
    first, second = (one.contribution.reference for one in waiting)
    yield dora, f"/aportaciones/{first}/turnar/"
    referral = submission_refer(
        submission=waiting[0], agency=None, unit="Dirección de Reclusión", reason="Ahí se decide.", days=5, by=dora
    )
    yield dora, f"/aportaciones/turnos/{referral.pk}/devolver/"
    yield None, f"/aportaciones/{first}/"
    yield dora, f"/aportaciones/{second}/inadmitir/"
    row = inadmission_declare(submission=waiting[1], rule="Requisito 1", reason="Trata de otra cosa.", by=dora)
    yield waiting[1].contribution.author, f"/aportaciones/{second}/inadmitida/apelar/"
    inadmission_appeal(inadmission=row, text="Sí cumple.")
    yield elias, f"/aportaciones/{second}/inadmitida/resolver/"
    yield None, f"/aportaciones/{second}/"
    out = ResponseTo.objects.filter(response__published_at__isnull=False).order_by("pk")[0].submission
    yield dora, f"/aportaciones/{out.contribution.reference}/resultado/"
    outcome_tell(submission=out, by=dora, values={
        "meeting": "Período extraordinario", "result": "in_part", "asked": "La receta", "defended": "El párrafo 4",
        "obtained": "Medidas pertinentes", "language": "es",
    })  # fmt: skip
    yield None, f"/aportaciones/{out.contribution.reference}/"


def _moderation(process: Consultation, people: dict[str, Person]) -> Asked:
    contribution = process.contributions.exclude(author=people["gael"]).order_by("-at")[0]
    at = f"/aportaciones/{contribution.reference}"
    yield people["dora"], f"{at}/retirar/"
    hiding = moderation.contribution_hide(
        contribution=contribution, rule=Rule.ADVERT, reason="Anuncia un curso.", by=people["dora"]
    )
    yield contribution.author, f"/aportaciones/moderacion/{hiding.pk}/apelar/"
    yield people["dora"], f"/aportaciones/moderacion/{hiding.pk}/levantar/"
    moderation.hiding_appeal(hiding=hiding, text="No es un anuncio.")
    yield people["elias"], f"/aportaciones/moderacion/{hiding.pk}/resolver/"
    yield None, f"{at}/"
    yield contribution.author, f"{at}/"
    yield None, f"/procesos/{process.reference}/moderacion/"


def _open(process: Consultation) -> Activity:
    return process.activities.get(title_en="Young people in the delegation")
