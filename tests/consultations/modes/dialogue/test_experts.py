"""The opinion of officials or experts: asked through the officer in charge, with its own clock, in the thread."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.models import Consultation
from consultations.modes.dialogue import services, turning
from consultations.modes.dialogue.models import ExpertOpinion, Thread
from incidencia.accounts.models import Person
from incidencia.mail.models import Outgoing
from tests.consultations.conftest import refused
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def ask(thread: Thread, by: Person, key: str = "k") -> ExpertOpinion:
    """A request."""
    return services.expert_ask(
        thread=thread, of_whom="Quien lleva el registro", question="¿Cuántos frascos?", days=5, language="es", by=by,
        key=key,
    )  # fmt: skip


@pytest.mark.guideline("G28")
def test_it_is_asked_forwarded_given_by_the_invited_person_and_shown_in_the_thread(
    client_of: Browser, thread: Thread, alba: Person, bruno: Person, carmen: Person, nobody: AnonymousUser
) -> None:
    at = f"/en/aportaciones/{thread.contribution.reference}"
    asked = {
        "of_whom": "Carmen Vela, farmacia",
        "question": "¿Cuántos frascos?",
        "days": 5,
        "language": "es",
        "key": "a",
    }
    assert client_of(bruno).post(f"{at}/opiniones/nueva/", asked).status_code == 303
    assert client_of(bruno).post(f"{at}/opiniones/nueva/", asked).status_code == 303
    opinion, turn = ExpertOpinion.objects.get(), turning.running(thread)
    page = f"{at}/opiniones/{opinion.pk}"
    assert client_of(alba).post(f"{page}/enviar/", {"email": carmen.email}).status_code == 303
    assert "due on" in client_of(nobody).get(f"{at}/").content.decode()
    given = {
        "given_by": "Carmen Vela",
        "text": "Hay **doce mil**.",
        "attachments": SimpleUploadedFile("a.txt", b"12000"),
    }
    assert client_of(carmen).post(f"{page}/registrar/", given).status_code == 303
    shown = client_of(nobody).get(f"{at}/").content.decode()
    assert "<strong>doce mil</strong>" in shown
    file = opinion.attachments.get()
    assert b"".join(client_of(nobody).get(f"{at}/opiniones/archivos/{file.pk}/").streaming_content) == b"12000"  # type: ignore[arg-type]
    assert turning.running(thread) == turn
    assert Outgoing.objects.filter(to=bruno.email, name__contains="opinion_recorded").exists()


@pytest.mark.guideline("G28")
def test_declining_has_a_reason_and_is_the_end_of_it(
    thread: Thread, alba: Person, bruno: Person, dora: Person
) -> None:
    opinion = ask(thread, bruno)
    with refused("reason-needed"):
        services.expert_decline(opinion=opinion, reason=" ", by=alba)
    services.expert_decline(opinion=opinion, reason="Ya se publicó.", by=alba)
    with refused("decided"):
        services.expert_forward(opinion=opinion, email="", by=alba)
    with refused("not-forwarded"):
        services.expert_record(opinion=opinion, text="x", given_by="x", files=[], by=dora)


def test_an_official_records_what_came_from_outside_once(
    thread: Thread, alba: Person, bruno: Person, dora: Person
) -> None:
    opinion = ask(thread, bruno)
    with refused("no-account"):
        services.expert_forward(opinion=opinion, email="nadie@example.org", by=alba)
    services.expert_forward(opinion=opinion, email="", by=alba)
    services.expert_record(opinion=opinion, text="Son doce mil.", given_by="", files=[], by=dora)
    opinion.refresh_from_db()
    assert (opinion.given_by, opinion.recorded_by) == ("Quien lleva el registro", dora)
    with refused("recorded"):
        services.expert_record(opinion=opinion, text="Otra.", given_by="x", files=[], by=dora)


def test_only_whoever_was_invited_gives_the_opinion_and_nobody_once_the_thread_is_settled(
    client_of: Browser, thread: Thread, alba: Person, bruno: Person, carmen: Person, dora: Person
) -> None:
    mine, outside = ask(thread, bruno), ask(thread, bruno, "k2")
    services.expert_forward(opinion=mine, email=carmen.email, by=alba)
    services.expert_forward(opinion=outside, email="", by=alba)
    page = f"/en/aportaciones/{thread.contribution.reference}/opiniones"
    assert client_of(dora).get(f"{page}/{mine.pk}/registrar/").status_code == 403
    assert client_of(dora).get(f"{page}/{outside.pk}/registrar/").status_code == 200
    with refused("not-yours-to-give"):
        services.expert_record(opinion=mine, text="Todo está bien.", given_by="Carmen", files=[], by=dora)
    make.concluded(thread, dora, bruno)
    for opinion, by in ((mine, carmen), (outside, dora)):
        with refused("settled"):
            services.expert_record(opinion=opinion, text="Tarde.", given_by="x", files=[], by=by)


def test_nobody_asks_in_a_settled_thread_or_from_outside(
    thread: Thread, bruno: Person, carmen: Person, dora: Person
) -> None:
    with refused("no-party"):
        ask(thread, carmen)
    make.concluded(thread, dora, bruno)
    with refused("settled"):
        ask(thread, bruno)


def test_nobody_is_asked_who_may_not_read_the_thread(
    operating: Consultation, alba: Person, bruno: Person, carmen: Person
) -> None:
    thread = make.opened(make.dialogued(operating, alba, visibility="members"), bruno)
    opinion = ask(thread, bruno)
    with refused("reads-it-not"):
        services.expert_forward(opinion=opinion, email=carmen.email, by=alba)
    opinion.refresh_from_db()
    assert opinion.forwarded_at is None
