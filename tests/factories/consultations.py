"""Consultations for tests, made by the real services: what a test starts from is what people would have made."""

from datetime import timedelta
from typing import Any

from consultations.call.services import call_publish, call_save, levels_save, requirements_save
from consultations.levels import Level
from consultations.members.applying import Asked, apply
from consultations.members.inviting import invitation_send
from consultations.members.kinds import Role, Side
from consultations.members.models import Application, Invitation, Membership
from consultations.models import Consultation
from consultations.services import consultation_found, operation_start
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Organization, Representation

TITLE = "Hacia el período extraordinario"
REQUIREMENTS = (
    "Experiencia de dos años en el tema.",
    "Carta de la organización que nombra a quien hablará por ella.",
)
LEVELS = (Level.INFORMATION, Level.OPINION, Level.DELIBERATION)


def whole_call(**changes: Any) -> dict[str, Any]:
    """Everything a call says but levels and requirements: open since now, for a month, working for a year."""
    begin = now() + timedelta(minutes=1)
    return {
        "type": "advice",
        "modality": "digital",
        "title_es": TITLE,
        "title_en": "Towards the special session",
        "purpose_es": "Construir juntos la posición que el país llevará a la Asamblea.",
        "call_es": "Se convoca a las organizaciones.\n\n- Una lista\n- de puntos",
        "profile_es": "Organizaciones y personas con experiencia.",
        "affected": "Quienes no encuentran medicamentos.",
        "absent": "Comunidades rurales.",
        "outreach": "Radio comunitaria.",
        "coverage": "national",
        "states": [],
        "legal_basis": "Artículo 28 de la ley orgánica.",
        "problem": "La posición se prepara sin quienes la viven.",
        "benefits": "Una posición con experiencia directa.",
        "human_rights": "Se atiende a quienes no han sido escuchados.",
        "gender": "Se procura paridad.",
        "applications_open_at": begin,
        "applications_close_at": begin + timedelta(days=30),
        "starts_at": begin + timedelta(days=40),
        "ends_at": begin + timedelta(days=400),
        **changes,
    }


def draft(agency: Agency, by: Person, title: str = TITLE) -> Consultation:
    """A file just opened: a title and nothing else."""
    return consultation_found(agency=agency, title_es=title, by=by)


def complete(agency: Agency, by: Person, *, levels: tuple[Level, ...] = LEVELS, **changes: Any) -> Consultation:
    """A draft whose call lacks nothing."""
    made = draft(agency, by, changes.get("title_es", TITLE))
    call_save(consultation=made, values=whole_call(**changes), by=by)
    chosen = {level: reasons(f"Porque {level.value} basta.") for level in levels}
    levels_save(consultation=made, chosen=chosen, by=by)
    requirements_save(
        consultation=made, texts=[{"text_es": text, "text_en": ""} for text in REQUIREMENTS], by=by
    )
    return fresh(made)


def published(agency: Agency, by: Person, *, opened: bool = True, **changes: Any) -> Consultation:
    """A published call; `opened`: applications are received already."""
    made = complete(agency, by, **changes)
    call_publish(consultation=made, by=by)
    if opened and "applications_open_at" not in changes:
        Consultation.objects.filter(pk=made.pk).update(applications_open_at=now() - timedelta(hours=1))
    return fresh(made)


def operating(agency: Agency, by: Person, *, civil: Person, official: Person, **changes: Any) -> Consultation:
    """A consultation in operation, with one member on each side."""
    made = published(agency, by, **changes)
    member(made, civil)
    member(made, official, side=Side.PUBLIC)
    return fresh(operation_start(consultation=made, by=by))


def reasons(reason: str, duty: str = "") -> dict[str, str]:
    """The texts of a level, in Spanish."""
    return {"reason_es": reason, "reason_en": "", "duty_es": duty, "duty_en": ""}


def fresh(consultation: Consultation) -> Consultation:
    """The consultation as the database has it."""
    return Consultation.objects.select_related("agency", "coordinator__person").get(pk=consultation.pk)


def member(
    of: Consultation,
    person: Person,
    *,
    side: str = Side.CIVIL,
    organization: Organization | None = None,
    role: Role = Role.MEMBER,
    **fields: Any,
) -> Membership:
    """Somebody who takes part, without the act by which they joined."""
    if side == Side.CIVIL:
        fields.setdefault("category", organization.category if organization else Category.CITIZEN)
    elif side == Side.PUBLIC:
        fields.setdefault("agency", of.agency)
        fields.setdefault("appointment", "Oficio 12/2026")
        fields.setdefault("powers", "Acordar en nombre de la dirección")
    return Membership.objects.create(
        consultation=of, person=person, side=side, organization=organization, voice=role.voice, vote=role.vote,
        admitted_by=of.coordinator.person, admitted_as="Dirección", **fields,
    )  # fmt: skip


def asked(of: Consultation, *, representation: Representation | None = None, **changes: Any) -> Asked:
    """What an applicant would say."""
    return Asked(
        **{
            "motivation": "Trabajamos en el tema desde hace diez años.",
            "answers": {row.pk: f"Lo cumplimos: {row.text_es}" for row in of.requirements.all()},
            "names_public": True,
            "representation": representation,
            **changes,
        }
    )


def application(of: Consultation, person: Person, **changes: Any) -> Application:
    """An application received."""
    return apply(consultation=of, by=person, asked=asked(of, **changes))


def invited(of: Consultation, email: str, *, side: str = Side.PUBLIC, **changes: Any) -> Invitation:
    """An invitation sent: to an official unless said otherwise."""
    values = invitation_values(of, email, side=side, **changes)
    return invitation_send(consultation=of, values=values, by=of.coordinator.person)


def invitation_values(of: Consultation, email: str, *, side: str = Side.PUBLIC, **changes: Any) -> dict[str, Any]:
    """What is written to invite somebody on a side."""
    by_side: dict[str, dict[str, Any]] = {
        Side.PUBLIC: {"agency": of.agency, "appointment": "Oficio 12/2026", "powers": "Acordar"},
        Side.CIVIL: {
            "category": Category.ACADEMIC,
            "why_direct": "Nadie del campo respondió.",
            "career": "Reconocida en el campo.",
            "experience": "Veinte años de práctica.",
        },
        Side.GUEST: {"body": "Senado de la República", "role": Role.OBSERVER},
    }
    return {
        "email": email,
        "name": "Persona Invitada",
        "language": "es-mx",
        "side": side,
        "role": Role.MEMBER,
        "capacity": "Dirección de área",
        "expires_at": now() + timedelta(days=10),
        **by_side[side],
        **changes,
    }
