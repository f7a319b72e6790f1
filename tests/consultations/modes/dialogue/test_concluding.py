"""A thread is settled by both sides, or by the silence of the one that owed the word; never the other way round."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.test import Client

from consultations.modes.dialogue import services, turning
from consultations.modes.dialogue.models import Conclusion, End, Thread
from consultations.punctuality.queries import standings
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.consultations.conftest import refused
from tests.factories import consultations
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
LATER = timedelta(days=20)


def recounted(data: Any) -> str:
    """The SHA-256 an outsider computes."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("part", ["exchanged", "agreed", "pending"])
def test_a_conclusion_has_its_three_parts(thread: Thread, dora: Person, part: str) -> None:
    with refused("three-parts"):
        make.proposed(thread, dora, replace(make.PARTS, **{part: " \n"}))
    made = make.proposed(thread, dora)
    with pytest.raises(IntegrityError), transaction.atomic():
        Conclusion.objects.filter(pk=made.pk).update(**{part: ""})


@pytest.mark.engine
def test_the_other_side_assents_and_it_is_sealed_for_ever(thread: Thread, bruno: Person, dora: Person) -> None:
    made = make.proposed(thread, dora)
    with refused("own-proposal"):
        services.conclusion_assent(thread=thread, by=dora, number=made.number)
    with refused("conclusion-waits"):
        make.posted(thread, dora)
    with refused("proposed-already"):
        make.proposed(thread, bruno)
    sealed = services.conclusion_assent(thread=thread, by=bruno, number=made.number)
    assert services.conclusion_assent(thread=thread, by=bruno, number=made.number).hash == sealed.hash
    thread.refresh_from_db()
    assert (thread.end, sealed.assented) == (End.CONCLUDED, True)
    assert turning.running(thread) is None
    assert set(thread.turns.values_list("met", flat=True)) == {True}
    for act in (lambda: make.posted(thread, bruno), lambda: make.proposed(thread, dora)):
        with refused("settled"):
            act()
    with refused("settled"):
        services.post_correct(post=thread.posts.get(), base=1, text="x", questions={}, answers={}, by=bruno)


def test_a_reply_makes_the_proposal_fall(thread: Thread, bruno: Person, dora: Person) -> None:
    made = make.proposed(thread, dora)
    make.posted(thread, bruno, "Falta contestar.")
    made.refresh_from_db()
    assert made.fell_at
    with refused("no-conclusion"):
        services.conclusion_assent(thread=thread, by=bruno, number=made.number)
    assert make.proposed(thread, dora).number == 2
    with refused("no-conclusion"):
        services.conclusion_assent(thread=thread, by=bruno, number=1)


@pytest.mark.guideline("G8.I")
@pytest.mark.engine
def test_the_silence_of_the_authority_is_recorded_and_counts_as_overdue_for_ever(
    thread: Thread, bruno: Person, dora: Person
) -> None:
    with refused("too-early"):
        services.thread_close(thread=thread, by=bruno)
    with time_machine.travel(now() + LATER):
        with refused("owes-the-turn"):
            services.thread_close(thread=thread, by=dora)
        services.thread_close(thread=thread, by=bruno)
        assert services.thread_close(thread=thread, by=bruno).end == End.NO_ANSWER
    with time_machine.travel(now() + timedelta(days=300)):
        [agency] = standings()
        assert (agency.figures.counted, agency.figures.overdue, agency.figures.on_time) == (1, 1, 0)


@pytest.mark.guideline("G8.I")
def test_civil_society_never_closes_for_its_own_silence(thread: Thread, bruno: Person, dora: Person) -> None:
    make.posted(thread, dora, answers={1: "Doce mil.", 2: "La oficina."})
    with refused("too-early"):
        services.thread_close(thread=thread, by=dora)
    with time_machine.travel(now() + LATER):
        with refused("owes-the-turn"):
            services.thread_close(thread=thread, by=bruno)
        services.thread_close(thread=thread, by=dora)
    thread.refresh_from_db()
    assert thread.end == End.NO_REPLY
    [agency] = standings()
    assert (agency.figures.counted, agency.figures.on_time) == (1, 1)


def test_only_the_opener_closes_for_the_silence_of_the_authority(
    thread: Thread, operating: Any, carmen: Person
) -> None:
    consultations.member(operating, carmen)
    services.thread_join(thread=thread, by=carmen, speaking_as="")
    with time_machine.travel(now() + LATER), refused("not-the-opener"):
        services.thread_close(thread=thread, by=carmen)


def test_a_proposal_is_sealed_without_assent_after_its_own_term(thread: Thread, bruno: Person, dora: Person) -> None:
    with time_machine.travel(now() + LATER, tick=False):
        made = make.proposed(thread, bruno)  # the authority is overdue already: it has a whole term to assent
        for by, code in ((bruno, "too-early"), (dora, "not-yours-to-seal")):
            with refused(code):
                services.conclusion_seal(thread=thread, by=by, number=made.number)
        with refused("conclusion-waits"):
            services.thread_close(thread=thread, by=bruno)
    with time_machine.travel(now() + 2 * LATER):
        sealed = services.conclusion_seal(thread=thread, by=bruno, number=made.number)
    thread.refresh_from_db()
    assert (thread.end, sealed.assented) == (End.UNASSENTED, False)
    assert list(thread.turns.values_list("side", "met")) == [("public", False)]
    with time_machine.travel(now() + 3 * LATER):
        [agency] = standings()
        assert agency.figures.overdue == 1


@pytest.mark.guideline("G8.III")
def test_each_party_dissents_once_in_two_hundred_words_and_five_days(
    thread: Thread, bruno: Person, dora: Person
) -> None:
    told = {"thread": thread, "language": "es"}
    with refused("not-sealed"):
        services.dissent_attach(text="No.", by=bruno, **told)
    make.concluded(thread, dora, bruno)
    with refused("too-many-words"):
        services.dissent_attach(text="no " * 201, by=bruno, **told)
    made = services.dissent_attach(text="no " * 200, by=bruno, **told)
    assert services.dissent_attach(text="no " * 200, by=bruno, **told) == made
    with refused("dissented"):
        services.dissent_attach(text="Otra cosa.", by=bruno, **told)
    with time_machine.travel(now() + LATER), refused("late"):
        services.dissent_attach(text="Tarde.", by=dora, **told)
    services.dissent_attach(text="La autoridad tampoco.", by=dora, **told)


def test_an_outsider_recounts_the_seal_from_the_download(
    client_of: Browser, thread: Thread, bruno: Person, dora: Person, nobody: AnonymousUser
) -> None:
    make.posted(thread, dora, "Se contesta.", answers={1: "Doce mil."}, quotes=[(1, 0)])
    sealed = make.concluded(thread, dora, bruno)
    page = f"/en/aportaciones/{thread.contribution.reference}/"
    told = client_of(nobody).get(f"{page}hilo.json").json()
    assert recounted(told["sealed"]) == told["sha256"] == sealed.hash
    assert sealed.hash in client_of(nobody).get(page).content.decode()
    assert recounted(told["opening"]["sent"]) == told["opening"]["sha256"] == thread.contribution.hash
    for post, kept in zip(told["posts"], told["sealed"]["posts"], strict=True):
        assert recounted({name: what for name, what in post.items() if name != "sha256"}) == kept["sha256"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Conclusion.objects.filter(pk=sealed.pk).update(hash="")
