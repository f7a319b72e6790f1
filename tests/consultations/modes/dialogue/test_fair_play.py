"""What one side can't do to the other: change what is assented to, conclude for the opener, win by hiding."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.test import Client

from consultations.desk.row import Act
from consultations.desk.sources import waiting_for
from consultations.members.leaving.ending import resign
from consultations.models import Consultation
from consultations.moderation import services as moderation
from consultations.moderation.models import Hiding, Rule
from consultations.modes.dialogue import services
from consultations.modes.dialogue.models import Thread
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.consultations.conftest import refused
from tests.factories import consultations
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
LATER = timedelta(days=20)
ANSWERS = {1: "Doce mil.", 2: "La oficina."}


def hide(thread: Thread, by: Person) -> Hiding:
    """Hide the whole thread."""
    return moderation.contribution_hide(
        contribution=thread.contribution, rule=Rule.ADVERT, reason="Fuera de tema.", by=by
    )


@pytest.fixture
def joined(thread: Thread, operating: Consultation, carmen: Person) -> Thread:
    """Carmen joined the thread of Bruno."""
    consultations.member(operating, carmen)
    services.thread_join(thread=thread, by=carmen, speaking_as="self")
    return thread


def test_nothing_is_corrected_while_ones_own_conclusion_waits(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person
) -> None:
    post = make.posted(thread, dora, "Se entregan 100.", answers=ANSWERS)
    page = f"/en/aportaciones/{thread.contribution.reference}/"
    link = f"{page}intervenciones/{post.number}/corregir/"
    assert link in client_of(dora).get(page).content.decode()
    make.proposed(thread, dora)
    assert link not in client_of(dora).get(page).content.decode()
    with refused("conclusion-waits"):
        services.post_correct(post=post, base=1, text="Se entregan 10.", questions={}, answers={}, by=dora)
    make.posted(thread, bruno, "Falta.")
    with refused("answered"):
        services.post_correct(post=post, base=1, text="Se entregan 10.", questions={}, answers={}, by=dora)


def test_only_the_opener_concludes_for_civil_society_and_the_others_write(
    client_of: Browser, joined: Thread, bruno: Person, carmen: Person, dora: Person
) -> None:
    with refused("not-the-opener"):
        make.proposed(joined, carmen)
    made = make.proposed(joined, dora)
    with refused("not-the-opener"):
        services.conclusion_assent(thread=joined, by=carmen, number=made.number)
    page = f"/en/aportaciones/{joined.contribution.reference}/"
    assert "conclusion/asentir" in client_of(bruno).get(page).content.decode()
    assert "conclusion/asentir" not in client_of(carmen).get(page).content.decode()
    assert client_of(carmen).get(f"{page}conclusion/asentir/").status_code == 403
    acts = {one.name: [row.act for row in waiting_for(one) if page[3:] in row.href] for one in (bruno, carmen)}
    assert [Act.CONFIRM in acts[one.name] for one in (bruno, carmen)] == [True, False]
    make.posted(joined, carmen, "No está contestado.")
    assert "conclusion/proponer" not in client_of(carmen).get(page).content.decode()
    made = make.proposed(joined, bruno)
    with time_machine.travel(now() + LATER), refused("not-the-opener"):
        services.conclusion_seal(thread=joined, by=carmen, number=made.number)
    make.posted(joined, dora, "Sigue abierto.")
    make.concluded(joined, bruno, dora)
    services.dissent_attach(thread=joined, text="No lo comparto.", language="es", by=carmen)


@pytest.mark.guideline("G8.I")
def test_the_days_a_thread_is_hidden_never_count_for_civil_society(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person
) -> None:
    make.posted(thread, dora, answers=ANSWERS)
    hiding = hide(thread, dora)
    assert client_of(bruno).get(f"/en/aportaciones/{thread.contribution.reference}/").status_code == 200
    with time_machine.travel(now() + LATER):
        moderation.hiding_lift(hiding=hiding, reason="Fue un error.", by=dora)
        with refused("too-early"):
            services.thread_close(thread=thread, by=dora)
        assert client_of(bruno).get(f"/en/aportaciones/{thread.contribution.reference}/").status_code == 200
        assert all(row.due > now() for row in waiting_for(bruno) if row.due)
    with time_machine.travel(now() + 2 * LATER):
        services.thread_close(thread=thread, by=dora)


def test_a_day_on_which_it_was_hidden_for_an_hour_does_not_count(thread: Thread, dora: Person) -> None:
    make.posted(thread, dora, answers=ANSWERS)
    for day in range(1, 20):
        with time_machine.travel(now() + timedelta(days=day), tick=False):
            hiding = hide(thread, dora)
        with time_machine.travel(now() + timedelta(days=day, minutes=1), tick=False):
            moderation.hiding_lift(hiding=hiding, reason="Fue un error.", by=dora)
    with time_machine.travel(now() + LATER), refused("too-early"):
        services.thread_close(thread=thread, by=dora)


def test_hidden_days_stop_the_terms_of_assent_and_of_dissent(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person
) -> None:
    make.posted(thread, dora, answers=ANSWERS)
    made, hiding = make.proposed(thread, dora), hide(thread, dora)
    with time_machine.travel(now() + LATER):
        moderation.hiding_lift(hiding=hiding, reason="Fue un error.", by=dora)
        with refused("too-early"):
            services.conclusion_seal(thread=thread, by=dora, number=made.number)
        services.conclusion_assent(thread=thread, by=bruno, number=made.number)
        hiding = hide(thread, dora)
        assert client_of(bruno).get(f"/en/aportaciones/{thread.contribution.reference}/").status_code == 200
    with time_machine.travel(now() + 2 * LATER):
        moderation.hiding_lift(hiding=hiding, reason="Fue un error.", by=dora)
        services.dissent_attach(thread=thread, text="No lo comparto.", language="es", by=bruno)


def test_the_authority_owes_its_answer_while_it_hides_the_thread(thread: Thread, bruno: Person, dora: Person) -> None:
    hiding = hide(thread, dora)
    with time_machine.travel(now() + LATER):
        moderation.hiding_lift(hiding=hiding, reason="Fue un error.", by=dora)
        services.thread_close(thread=thread, by=bruno)
    thread.refresh_from_db()
    assert thread.end == "no_answer"


@pytest.mark.guideline("G8.I")
def test_an_official_settles_nothing_for_silence_while_a_question_has_no_answer(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person
) -> None:
    make.posted(thread, dora, "Se toma nota.", answers={1: "Doce mil."})
    page = f"/en/aportaciones/{thread.contribution.reference}/"
    with time_machine.travel(now() + LATER):
        with refused("unanswered"):
            services.thread_close(thread=thread, by=dora)
        assert "cerrar/" not in client_of(dora).get(page).content.decode()
        made = make.proposed(thread, dora)
        shown = client_of(bruno).get(f"{page}conclusion/asentir/").content.decode()
        assert "1 question has no answer yet" in shown
    with time_machine.travel(now() + 2 * LATER):
        with refused("unanswered"):
            services.conclusion_seal(thread=thread, by=dora, number=made.number)
        make.posted(thread, dora, "", answers={2: "La oficina."})
        made.refresh_from_db()
        assert made.fell_at
        with refused("too-early"):
            services.thread_close(thread=thread, by=dora)
    with time_machine.travel(now() + 3 * LATER):
        services.thread_close(thread=thread, by=dora)


def test_before_its_time_the_page_to_seal_says_so_instead_of_asking(
    client_of: Browser, thread: Thread, dora: Person
) -> None:
    make.posted(thread, dora, answers=ANSWERS)
    make.proposed(thread, dora)
    answer = client_of(dora).get(f"/en/aportaciones/{thread.contribution.reference}/conclusion/sellar/")
    assert "The term of the other side runs until" in answer.content.decode()
    assert "Seal it</button>" not in answer.content.decode()
    with time_machine.travel(now() + LATER):
        answer = client_of(dora).get(f"/en/aportaciones/{thread.contribution.reference}/conclusion/sellar/")
        assert "Seal it</button>" in answer.content.decode()


def test_who_left_the_process_neither_writes_nor_concludes_nor_dissents_in_what_only_members_read(
    client_of: Browser, operating: Consultation, alba: Person, carmen: Person, dora: Person
) -> None:
    seat = consultations.member(operating, carmen, side="civil")
    thread = make.opened(make.dialogued(operating, alba, visibility="members"), carmen, speaking_as="self")
    resign(membership=seat, words="", by=carmen)
    made, page = make.proposed(thread, dora), f"/en/aportaciones/{thread.contribution.reference}/"
    for act in (
        lambda: make.posted(thread, carmen),
        lambda: services.conclusion_assent(thread=thread, by=carmen, number=made.number),
        lambda: services.dissent_attach(thread=thread, text="No.", language="es", by=carmen),
    ):
        with refused("no-party"):
            act()
    with refused("members-only"):
        services.thread_join(thread=thread, by=carmen, speaking_as="self")
    assert client_of(carmen).post(f"{page}intervenciones/nueva/", {"text": "x", "language": "es"}).status_code == 403
    assert not [row for row in waiting_for(carmen) if page[3:] in row.href]


def test_who_left_reads_no_word_of_the_members_thread_they_opened_and_gets_no_letter_of_it(
    client_of: Browser, operating: Consultation, alba: Person, carmen: Person, dora: Person,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    seat = consultations.member(operating, carmen, side="civil")
    thread = make.opened(make.dialogued(operating, alba, visibility="members"), carmen, speaking_as="self")
    page, client = f"/en/aportaciones/{thread.contribution.reference}/", client_of(carmen)
    assert 'id="i1"' in client.get(page).content.decode()
    resign(membership=seat, words="", by=carmen)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        make.posted(thread, dora, "Lo que ya no es suyo.")
    assert not [letter for letter in mail.outbox if letter.to == [carmen.email]]
    shown = client.get(page).content.decode()
    assert "you are no member any more" in shown
    assert "Lo que ya no es suyo" not in shown
    assert client.get(f"{page}intervenciones/2/").status_code == 404
    assert client.get(f"{page}intervenciones/").status_code == 404
    proof = client.get(f"{page}hilo.json")
    assert "Lo que ya no es suyo" not in proof.content.decode()
    assert "Lo que ya no es suyo" in client_of(dora).get(page).content.decode()


def test_a_dissent_is_offered_until_one_was_attached(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person
) -> None:
    make.concluded(thread, dora, bruno)
    page, link = f"/en/aportaciones/{thread.contribution.reference}/", "conclusion/disenso"
    for one in (bruno, dora):
        assert link in client_of(one).get(page).content.decode()
        services.dissent_attach(thread=thread, text="No.", language="es", by=one)
        assert link not in client_of(one).get(page).content.decode()
