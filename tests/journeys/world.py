"""A world with something on every page: the demonstration, a room in the middle of its meeting, letters waiting."""

from collections.abc import Iterator
from dataclasses import dataclass

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.urls import URLResolver, get_resolver

from consultations.call import services as call
from consultations.demonstration import cast, load
from consultations.members.models import Application, Invitation
from consultations.models import Consultation
from consultations.services import consultation_found
from incidencia.accounts.models import Person
from incidencia.accounts.notices import ship_first
from incidencia.organizations.accrediting import representation_offer
from incidencia.organizations.models import Accreditation, Agency, Organization, Representation
from sessions.core import commands as c
from sessions.core.terms import Effect
from sessions.models import Paper, Session
from tests.factories import consultations as make_consultations
from tests.factories import incidencia as make
from tests.factories.minutes import minutes_in
from tests.factories.sessions import agree, play, session_drafted, session_open
from tests.journeys import world_ladder as ladder
from tests.journeys import world_room, world_surveillance, world_text

# Pages that answer no page to a GET, or that lead elsewhere at once.
NO_PAGE = {
    "account_email_verification_sent", "account_confirm_login_code", "account_set_password", "own_data_download",
    "accreditation_withdraw", "coordinator_end", "invitation_withdraw", "operation_start", "office_take",
    "members_accredit", "minutes_json", "session_calendar", "room_since", "room_ticket", "set_language", "reference",
    "privacy_accept", "account_reset_password_from_key", "verification_withdraw", "proof_download", "voucher_ask",
    "question_remove", "submission_draft", "issue_draft", "submission_data", "submission_file", "submission_proof",
    "submission_sign", "submission_unsign", "contribution_follow", "response_new", "response_read",
    "response_discard", "responses_act", "item_file", "item_mark", "item_discard", "item_feed", "item_feed_json",
    "consultation_calendar", "digest_choose", "response_matrix_data", "assignment_make",
    "leave_out", "response_leave_out", "activity_data",
    "task_data", "task_file", "programme_data", "programme_copy", "objective_remove", "line_remove",
    "member_table", "seats_release", "bylaws_draft", "bylaws_publish", "training_attend", "training_file",
    "group_join", "belonging_admit", "coordination_give", "group_note_file", "group_meeting_calendar",
    "minuta_confirm", "group_objection_lift", "group_report_publish", "share_forward", "share_accept",
    "share_checklist", "lesson_publish",
    "attendance_remind", "alternate_withdraw", "paper_objection_withdraw", "proposal_withdraw",
    "agreement_table",
    *world_surveillance.NO_PAGE,
    *world_room.NO_PAGE,
    "thread_proof", "thread_data", "post_page", "expert_file", "meeting_data",
    "group_report_forward",
}  # fmt: skip
ACTS = ("propose", "rule_point", "walk_in", "close_session", "correct", "record_turn", "give_floor_to", "undo")


@dataclass(frozen=True)
class World:
    """Rows that pages are asked for."""

    demo: Consultation
    oceans: Consultation
    draft: Consultation
    past: Session
    coming: Session
    live: Session
    drafted: Session
    circulated: Session
    written: Session
    root: Person
    offer: Accreditation
    invitation: Invitation


def world() -> World:
    """Make it. The people of the live room are the cast of the tests; those of the rest, of the demonstration."""
    ship_first()
    load.load()
    health, oceans = Consultation.objects.order_by("pk")
    past, coming, *_later = Session.objects.order_by("pk")
    alba, nadia = person("alba"), person("nadia")
    draft = consultation_found(agency=Agency.objects.get(), title_es="Salud en el barrio", title_en="", by=alba)
    call.requirements_save(consultation=draft, texts=[{"text_es": "Uno", "text_en": ""}], by=alba)
    invitation = make_consultations.invited(health, "nueva@example.org")
    offer = representation_offer(
        by=nadia, organization=Organization.objects.get(acronym="CAC"), email="rita@demo.example", scope="Todo",
        starts_on=make.day(), ends_on=None,
    )  # fmt: skip
    live = session_open(series="MEC-2026-114")
    _in_the_middle(live)
    written = minutes_in("draft", series="MEC-2026-214").session
    circulated = minutes_in("circulated", series="MEC-2026-314").session
    drafted = session_drafted(series="MEC-2026-414")
    world_room.prepare()
    return World(
        health, oceans, draft, past, coming, live, drafted, circulated, written, make.superuser(), offer, invitation
    )


def person(key: str) -> Person:
    """Somebody of the demonstration."""
    return Person.objects.get(email=f"{key}@demo.example")


def actor(name: str) -> Person:
    """Somebody of the cast."""
    return Person.objects.get(email__startswith=f"{name}.", email__endswith="@example.org")


def _in_the_middle(live: Session) -> None:
    """Something in every region: an agreement with a reservation, a turn, a point of order, words before the room."""
    agree(live, "Conservar la perspectiva de género en el párrafo 6.")
    play(live, "bruno", c.EnterReservation("A1", "Con un plazo de un año.", "es"))
    for name in ("bruno", "elias"):
        play(live, name, c.RequestFloor())
    play(live, "alba", c.ProposeAdoption("Publicar las cifras cada mes.", effect=Effect.RECOMMENDS))
    play(live, "bruno", c.Object("Falta nombrar a las personas cuidadoras."))
    play(live, "alba", c.GiveFloor())
    play(live, "elias", c.RaisePointOfOrder("El quórum no se ha leído."))


def pages(w: World) -> Iterator[tuple[Person | None, str]]:
    """Who asks for which page."""
    for path in _public(w):
        yield None, path
    for path in _outsider(w):
        yield person("carmen"), path
    for path in _root():
        yield w.root, path
    for who, path in _seated(w):
        yield who, path
    for path in _coordinator(w):
        yield person("alba"), path
    for path in _secretariat(w):
        yield actor("alba"), path
    yield from world_room.pages(w.live, w.drafted, w.written, w.past, w.demo, person("alba"))
    yield from world_text.pages()
    yield from ladder.pages(w.demo, {one.key: person(one.key) for one in cast.PEOPLE})


def _public(w: World) -> list[str]:
    rita = person("rita")
    return [
        "/", "/cuenta/login/", "/cuenta/signup/", "/cuenta/inactive/", "/cuenta/password/reset/",
        "/cuenta/password/reset/done/", "/cuenta/password/reset/key/done/", "/cuenta/aviso-de-privacidad/",
        f"/cuenta/confirm-email/{EmailConfirmationHMAC(EmailAddress.objects.get(user=rita)).key}/",
        f"/cuenta/password/reset/key/{user_pk_to_url_str(rita)}-{default_token_generator.make_token(rita)}/",
        "/organizaciones/", f"/organizaciones/{Organization.objects.order_by('pk')[0].pk}/",
        "/organizaciones/dependencias/", "/procesos/", "/procesos/?q=nada", f"/procesos/{w.demo.reference}/",
        f"/procesos/{w.demo.reference}/convocatoria/", f"/procesos/{w.demo.reference}/integrantes/",
        f"/procesos/{w.demo.reference}/sesiones/", f"/procesos/invitacion/{w.invitation.token}/", "/actas/",
        "/actas/?q=nada", f"/sesiones/{w.past.reference}/acta/", f"/sesiones/{w.past.reference}/acta/cambios/",
        f"/sesiones/{w.past.reference}/acta/registro/", "/sesiones/", f"/sesiones/{w.coming.reference}/",
        f"/sesiones/{w.past.reference}/", f"/sesiones/{w.past.reference}/sala/", "/no-hay/",
        f"/sesiones/{w.live.reference}/sala/", f"/sesiones/{w.circulated.reference}/acta/",
    ]  # fmt: skip


def _outsider(w: World) -> list[str]:
    return [
        "/", "/cuenta/perfil/", "/cuenta/mis-datos/", "/cuenta/email/", "/cuenta/password/change/",
        "/cuenta/reauthenticate/", "/cuenta/logout/", "/organizaciones/registrar/",
        f"/procesos/{w.oceans.reference}/", f"/procesos/{w.oceans.reference}/participar/",
    ]  # fmt: skip


def _root() -> list[str]:
    agency = Agency.objects.order_by("pk")[0].pk
    found = "/organizaciones/dependencias"
    return ["/", f"{found}/fundar/", f"{found}/{agency}/", f"{found}/{agency}/coordinacion/"]


def _seated(w: World) -> Iterator[tuple[Person, str]]:
    nadia, bruno, asked = person("nadia"), actor("bruno"), Application.objects.get(person=person("nadia"),
                                                                                  consultation=w.oceans)  # fmt: skip
    yield nadia, "/"
    yield nadia, f"/organizaciones/{w.offer.organization_id}/"
    yield nadia, f"/organizaciones/{w.offer.organization_id}/editar/"
    yield nadia, f"/organizaciones/{w.offer.organization_id}/acreditar/"
    yield nadia, f"/organizaciones/representaciones/{Representation.objects.filter(person=nadia)[0].pk}/terminar/"
    yield nadia, f"/procesos/{w.oceans.reference}/postulaciones/{asked.pk}/"
    yield person("rita"), f"/organizaciones/acreditaciones/{w.offer.token}/"
    yield person("gael"), f"/sesiones/{w.coming.reference}/sala/"
    room = f"/sesiones/{w.live.reference}"
    for path in ("", "sala/", "sala/lugar/", "sala/actos/", "sala/actos/object/", "sala/actos/enter_reservation/"):
        yield bruno, f"{room}/{path}"
    for path in ("", "respuesta/", "confirmar/t1/", "objetar/t1/"):
        yield bruno, f"/sesiones/{w.circulated.reference}/acta/{path}"
    yield actor("dora"), f"/sesiones/{w.circulated.reference}/acta/aprobar/"


def _coordinator(w: World) -> list[str]:
    at, waiting = f"/procesos/{w.oceans.reference}", Application.objects.get(person=person("nadia"),
                                                                            consultation=w.oceans)  # fmt: skip
    paper = Paper.objects.filter(session=w.coming)[0].pk
    return [
        "/", f"/procesos/nuevo/{w.demo.agency_id}/", f"/procesos/{w.demo.reference}/", f"{at}/postulaciones/",
        f"{at}/postulaciones/{waiting.pk}/", f"/procesos/{w.demo.reference}/invitaciones/",
        f"/procesos/{w.demo.reference}/invitaciones/nueva/", f"/procesos/{w.draft.reference}/editar/",
        f"/procesos/{w.draft.reference}/publicar/", f"/procesos/{w.draft.reference}/",
        f"/procesos/{w.demo.reference}/sesiones/nueva/", f"/sesiones/{w.coming.reference}/documentos/{paper}/",
        f"/sesiones/{w.coming.reference}/sala/", f"/sesiones/{w.coming.reference}/preparar/",
    ]  # fmt: skip


def _secretariat(w: World) -> list[str]:
    ahead, live = f"/sesiones/{w.drafted.reference}", f"/sesiones/{w.live.reference}"
    circulated, written = (f"/sesiones/{one.reference}/acta" for one in (w.circulated, w.written))
    return [
        f"{ahead}/preparar/", f"{ahead}/convocar/", f"{ahead}/mover/", f"{ahead}/cancelar/", f"{ahead}/",
        f"{live}/sala/", f"{live}/sala/actos/", *(f"{live}/sala/actos/{act}/" for act in ACTS),
        f"{live}/sala/actos/object/?others=1", f"{written}/", f"{written}/circular/", f"{circulated}/",
        f"{circulated}/redaccion/t1/", f"{circulated}/publicar/",
    ]  # fmt: skip


def names() -> set[str]:
    """The name of every address of the site."""

    def within(resolver: URLResolver) -> Iterator[str]:
        for one in resolver.url_patterns:
            if isinstance(one, URLResolver):
                yield from within(one)
            elif one.name:
                yield one.name

    return set(within(get_resolver()))
