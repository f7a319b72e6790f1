"""What the world holds of members' life: terms, notices, operating rules, training."""

from collections.abc import Iterator
from datetime import timedelta

from consultations.bylaws import approving, considering, services
from consultations.bylaws.parts import Part
from consultations.members.leaving.noticing import notice_reply
from consultations.members.renewal.services import term_give
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.terms import today
from tests.factories import membership as make

Asked = Iterator[tuple[Person | None, str]]


def pages(process: Consultation, people: dict[str, Person]) -> Asked:
    """Who asks for which page."""
    base = f"/procesos/{process.reference}"
    yield from _members(process, people, f"{base}/integrantes")
    yield from _rules(process, people, f"{base}/reglas")
    yield from _training(process, people, f"{base}/capacitacion")


def _members(process: Consultation, people: dict[str, Person], base: str) -> Asked:
    alba, bruno, gael = people["alba"], people["bruno"], people["gael"]
    official = process.memberships.in_force().filter(side="public").select_related("person").first().person
    for key in ("bruno", "gael"):
        member = make.membership(process, people[key])
        if member.ends_on is None:
            term_give(membership=member, ends_on=today() + timedelta(days=90), reason="Un año.", by=alba)
    known = process.memberships.filter(notices__isnull=False).values_list("person", flat=True)
    someone = gael if gael.pk not in known else bruno
    notice = make.notice(process, someone, decider=official)
    yield None, f"{base}/llegada/"
    for who in (None, alba):
        yield who, f"{base}/periodos/"
        yield who, f"{base}/salidas/"
    yield alba, f"{base}/"
    for page in ("periodo", "concluir", "avisar"):
        yield alba, f"{base}/{make.membership(process, bruno).pk}/{page}/"
    yield bruno, f"{base}/{make.membership(process, bruno).pk}/renunciar/"
    yield someone, f"{base}/avisos/{notice.pk}/"
    yield someone, f"{base}/avisos/{notice.pk}/responder/"
    notice_reply(notice=notice, text="Avisé cada vez.", by=someone)
    yield official, f"{base}/avisos/{notice.pk}/"
    yield official, f"{base}/avisos/{notice.pk}/decidir/"


def _rules(process: Consultation, people: dict[str, Person], base: str) -> Asked:
    alba, bruno = people["alba"], people["bruno"]
    yield None, f"{base}/"
    if making := process.bylaws.filter(published_at__isnull=True, withdrawn_at__isnull=True).first():
        making.consultation = process
        services.bylaws_withdraw(version=making, reason="Se redacta otra.", by=alba)
    version = make.drafted(process, empty=(Part.STRUCTURE,))
    where = f"{base}/{version.number}"
    for page in ("", "redactar/", "someter/"):
        yield alba, f"{where}/{page}"
    version = make.submitted(process)
    comment = considering.bylaws_comment(version=version, part="sessions", text="Cada mes.", language="es", by=bruno)
    considering.bylaws_consider(version=version, agrees=False, reason="Falta el quórum.", by=bruno)
    for page in ("", "considerar/", "partes/sessions/comentar/"):
        yield bruno, f"{where}/{page}"
    for page in ("", f"comentarios/{comment.pk}/responder/", "retirar/", "aprobar/"):
        yield alba, f"{where}/{page}"
    considering.comment_answer(comment=comment, answer="Se recoge.", by=alba)
    for member in process.memberships.in_force().filter(vote=True).select_related("person"):
        considering.bylaws_consider(version=version, agrees=True, reason="", by=member.person)
    version = approving.approve_by_assents(version=version, by=alba)
    services.bylaws_publish(version=version, by=alba)
    services.bylaws_draft(consultation=process, by=alba)
    make.submitted(process, sessions="Las sesiones son mensuales.")
    yield None, f"{base}/"
    yield bruno, f"{base}/{version.number + 1}/cambios/"


def _training(process: Consultation, people: dict[str, Person], base: str) -> Asked:
    alba, bruno = people["alba"], people["bruno"]
    held = make.training(process)
    coming = make.training(process, title_es="Por venir", starts_at=now() + timedelta(days=5))
    yield None, f"{base}/"
    yield alba, f"{base}/nueva/"
    yield bruno, f"{base}/{held.place}/"
    yield bruno, f"{base}/{coming.place}/"
    yield alba, f"{base}/{held.place}/cambiar/"
    yield alba, f"{base}/{held.place}/asistencia/registrar/"
    yield alba, f"{base}/{coming.place}/cancelar/"
