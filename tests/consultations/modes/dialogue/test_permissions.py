"""Who may open, join, write, settle, moderate and record: before, during and after the window, for everybody."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.dialogue import services
from consultations.modes.dialogue.models import Thread
from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.models import Organization, Verification
from incidencia.organizations.verification.matters import Matter, Proof, Result
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import consultations
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
OFFICIALS = {"alba", "dora", "elias"}


def verify(organization: Organization, of: Consultation, by: Person) -> None:
    """What the desk of verification decides."""
    Verification.objects.create(
        organization=organization, matter=Matter.EXISTENCE, agency=of.agency, proof=Proof.REGISTER, text="CLUNI 9",
        name_then=organization.folded_name, category_then=organization.category, asked_by=by, asked_as="x",
        ready_at=clock.now(), result=Result.VERIFIED, decided_by=by, decided_as="x", decided_at=clock.now(),
    )  # fmt: skip


@pytest.mark.guideline("A8")
def test_threads_are_opened_by_verified_organizations_and_members_of_civil_society(
    seated: Cast, talking: Activity, alba: Person, carmen: Person
) -> None:
    assert allowed(seated, "thread_open", talking) == {"bruno"}
    body = consultations_body(carmen)
    assert allowed(seated, "thread_open", talking) == {"bruno"}
    verify(body, talking.consultation, alba)
    assert allowed(seated, "thread_open", talking) == {"bruno", "carmen"}
    with refused("not-verified"):
        make.opened(talking, carmen, title="En mi nombre")
    made = make.opened(talking, carmen, speaking_as=str(body.pk))
    assert made.contribution.organization == body


def consultations_body(by: Person) -> Organization:
    """An organization that nobody verified."""
    from tests.factories import incidencia  # noqa: PLC0415

    return incidencia.organization("Vecinas del Río", by=by)


def test_a_draft_and_the_members_own_activity_are_opened_by_nobody_else(
    seated: Cast, operating: Consultation, alba: Person
) -> None:
    assert allowed(seated, "thread_open", make.dialogued(operating, alba, publish=False)) == set()
    closed = make.dialogued(operating, alba, visibility="members")
    thread = make.opened(closed, seated["bruno"])
    assert allowed(seated, "contribution_view", thread.contribution) == EVERYBODY - {"carmen", "root", "nobody"}
    assert allowed(seated, "thread_join", thread) == set()


@pytest.mark.parametrize(("days", "code"), [(1, "not-open-yet"), (11, "closed")])
def test_nothing_is_opened_before_and_after_the_window_and_what_is_open_goes_on(
    seated: Cast, operating: Consultation, days: int, code: str
) -> None:
    activity = make.dialogued(operating, seated["alba"], opens_at=now() + timedelta(days=2))
    with time_machine.travel(now() + timedelta(days=days)), refused(code):
        make.opened(activity, seated["bruno"])
    with time_machine.travel(now() + timedelta(days=3)):
        thread = make.opened(activity, seated["bruno"])
    with time_machine.travel(now() + timedelta(days=12)):
        make.posted(thread, seated["dora"])
        make.posted(thread, seated["bruno"])


def test_a_thread_is_offered_to_those_who_may_open_one_and_to_the_others_who_may(
    client_of: Browser, seated: Cast, talking: Activity, nobody: AnonymousUser
) -> None:
    page = f"/en/procesos/{talking.consultation.reference}/actividades/{talking.place}/"
    for who, offered in (("bruno", True), ("carmen", False), ("fatima", False), ("dora", False), ("", True)):
        shown = client_of(seated[who] if who else nobody).get(page).content.decode()
        assert ("/hilos/nuevo/" in shown) is offered, who
        assert "the members of civil society in this process open threads" in shown


def test_officials_neither_open_nor_join(seated: Cast, talking: Activity, thread: Thread) -> None:
    for name in OFFICIALS:
        with refused("official"):
            make.opened(talking, seated[name])
        with refused("official"):
            services.thread_join(thread=thread, by=seated[name], speaking_as="")


def test_who_writes_settles_names_and_asks(seated: Cast, thread: Thread, carmen: Person) -> None:
    assert allowed(seated, "thread_write", thread) == {*OFFICIALS, "bruno"}
    assert allowed(seated, "thread_close", thread) == {*OFFICIALS, "bruno"}
    assert allowed(seated, "thread_join", thread) == set()
    assert allowed(seated, "responsible_name", thread) == {"alba"}
    assert allowed(seated, "expert_ask", thread) == {*OFFICIALS, "bruno"}
    assert allowed(seated, "post_correct", thread.posts.get()) == {"bruno"}
    assert allowed(seated, "contribution_view", thread.contribution) == EVERYBODY
    consultations.member(thread.contribution.consultation, carmen)
    assert allowed(seated, "thread_join", thread) == {"carmen"}
    assert allowed(seated, "expert_ask", thread) == {*OFFICIALS, "bruno", "carmen"}
    services.thread_join(thread=thread, by=carmen, speaking_as="")
    assert allowed(seated, "thread_write", thread) == {*OFFICIALS, "bruno", "carmen"}
    assert allowed(seated, "thread_close", thread) == {*OFFICIALS, "bruno"}


def test_who_decides_on_an_opinion_and_records_it(seated: Cast, thread: Thread) -> None:
    opinion = services.expert_ask(
        thread=thread, of_whom="La academia", question="¿Cuántos?", days=5, language="es", by=seated["bruno"], key="k"
    )
    assert allowed(seated, "expert_decide", opinion) == {"alba"}
    assert allowed(seated, "expert_record", opinion) == OFFICIALS
    services.expert_forward(opinion=opinion, email=seated["carmen"].email, by=seated["alba"])
    opinion.refresh_from_db()
    assert allowed(seated, "expert_record", opinion) == {"carmen"}


def test_who_keeps_the_register_of_meetings(seated: Cast, operating: Consultation) -> None:
    assert allowed(seated, "meeting_record", operating) == {*OFFICIALS, "bruno"}
    of_office, of_civil = make.met(operating, seated["dora"]), make.met(operating, seated["bruno"])
    assert allowed(seated, "meeting_correct", of_office) == OFFICIALS
    assert allowed(seated, "meeting_remark", of_office) == {"bruno"}
    assert allowed(seated, "meeting_correct", of_civil) == {"bruno"}
    assert allowed(seated, "meeting_remark", of_civil) == OFFICIALS


def test_a_hidden_thread_is_read_and_written_by_its_author_and_the_officials(seated: Cast, thread: Thread) -> None:
    from consultations.moderation import services as moderation  # noqa: PLC0415
    from consultations.moderation.models import Rule  # noqa: PLC0415

    moderation.contribution_hide(
        contribution=thread.contribution, rule=Rule.ADVERT, reason="Anuncia.", by=seated["elias"]
    )
    thread.contribution.refresh_from_db()
    assert allowed(seated, "contribution_words", thread.contribution) == {*OFFICIALS, "bruno"}
    with refused("hidden"):
        make.posted(thread, seated["bruno"])
    make.posted(thread, seated["dora"])
    with time_machine.travel(now() + timedelta(days=20)), refused("hidden"):
        services.thread_close(thread=thread, by=seated["dora"])


def test_every_page_refuses_whoever_may_not(client_of: Browser, seated: Cast, thread: Thread) -> None:
    at, activity = f"/en/aportaciones/{thread.contribution.reference}", thread.activity
    process = f"/en/procesos/{activity.consultation.reference}"
    opinion = services.expert_ask(
        thread=thread, of_whom="La academia", question="¿Cuántos?", days=5, language="es", by=seated["bruno"], key="k"
    )
    meeting = make.met(activity.consultation, seated["dora"])
    writers = {*OFFICIALS, "bruno"}
    doors = {
        f"{process}/actividades/{activity.place}/hilos/nuevo/": {"bruno"},
        f"{at}/intervenciones/nueva/": writers,
        f"{at}/intervenciones/1/corregir/": {"bruno"},
        f"{at}/intervenciones/1/retirar/": OFFICIALS,
        f"{at}/sumarse/": set(),
        f"{at}/responsable/": {"alba"},
        f"{at}/cerrar/": writers,
        f"{at}/conclusion/proponer/": writers,
        f"{at}/conclusion/asentir/": writers,
        f"{at}/conclusion/sellar/": writers,
        f"{at}/conclusion/disenso/": writers,
        f"{at}/opiniones/nueva/": writers,
        f"{at}/opiniones/{opinion.pk}/enviar/": {"alba"},
        f"{at}/opiniones/{opinion.pk}/declinar/": {"alba"},
        f"{at}/opiniones/{opinion.pk}/registrar/": OFFICIALS,
        f"{process}/reuniones/nueva/": writers,
        f"{process}/reuniones/{meeting.number}/corregir/": OFFICIALS,
        f"{process}/reuniones/{meeting.number}/observar/": {"bruno"},
    }
    for path, may in doors.items():
        answers = {name: client_of(who).get(path).status_code for name, who in seated.items()}
        assert {name for name, status in answers.items() if status == 200} == may, path
        assert answers["nobody"] == 302, path
        assert {status for name, status in answers.items() if name not in {*may, "nobody"}} == {403}, path


def test_what_only_members_read_leaks_nowhere(client_of: Browser, operating: Consultation, seated: Cast) -> None:
    closed = make.dialogued(operating, seated["alba"], visibility="members")
    thread = make.opened(closed, seated["bruno"], title="Solo para integrantes", text="Solo para integrantes")
    at = f"/en/aportaciones/{thread.contribution.reference}"
    process = f"/en/procesos/{operating.reference}"
    doors = [
        f"{at}/", f"{at}/intervenciones/", f"{at}/intervenciones/1/", f"{at}/intervenciones/1/versiones/",
        f"{at}/hilo.json", f"{process}/actividades/{closed.place}/",
        f"{process}/actividades/{closed.place}/hilos.csv", f"{process}/", f"{process}/reuniones/",
    ]  # fmt: skip
    for name in ("carmen", "root", "nobody"):
        for door in doors:
            answer = client_of(seated[name]).get(door)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
            assert "Solo para integrantes" not in body.decode(), (name, door)
    assert "Solo para integrantes" in client_of(seated["dora"]).get(f"{at}/").content.decode()


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = (
        "thread_open", "thread_join", "thread_write", "thread_close", "responsible_name", "post_correct", "post_hide",
        "post_words", "expert_ask", "expert_decide", "expert_record", "meeting_record", "meeting_correct",
        "meeting_remark",
    )  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()
