"""What waits for whom, what is held about somebody, and how punctual the authority is with its turns."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.desk.row import Act
from consultations.desk.sources import waiting_for
from consultations.levels import Level
from consultations.modes.dialogue import own_data, services
from consultations.modes.dialogue.models import Thread
from consultations.modes.table import MODES
from consultations.punctuality.queries import standings
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from incidencia.organizations.speaking import Voice
from incidencia.web.refusals import Refused
from tests.conftest import Cast
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


def waits(person: Person, thread: Thread) -> list[Act]:
    """What waits for the person about a thread."""
    return [row.act for row in waiting_for(person) if thread.contribution.reference in row.href and row.due]


def test_the_turn_waits_for_the_side_that_owes_it(seated: Cast, thread: Thread) -> None:
    people = {name: seated[name] for name in ("alba", "bruno", "carmen", "dora", "elias")}

    def waiting() -> dict[str, list[Act]]:
        return {name: acts for name, one in people.items() if (acts := waits(one, thread))}

    officials = {"alba", "dora", "elias"}
    assert waiting() == {name: [Act.ANSWER] for name in officials}
    services.responsible_name(thread=thread, person=seated["elias"], by=seated["alba"])
    assert waiting() == {name: [Act.ANSWER] for name in ("alba", "elias")}
    make.posted(thread, seated["elias"], "", answers={1: "Doce mil."})
    assert waiting() == {"bruno": [Act.ANSWER]}
    made = make.proposed(thread, seated["elias"])
    assert waiting() == {"bruno": [Act.CONFIRM]}
    services.conclusion_assent(thread=thread, by=seated["bruno"], number=made.number)
    assert waiting() == {}


def test_an_opinion_waits_to_be_forwarded_and_given(seated: Cast, thread: Thread) -> None:
    told = {"of_whom": "Carmen", "question": "¿Cuántos?", "days": 5, "language": "es"}
    opinion = services.expert_ask(thread=thread, by=seated["bruno"], key="k", **told)
    assert [row.act for row in waiting_for(seated["alba"])].count(Act.DECIDE) == 1
    services.expert_forward(opinion=opinion, email=seated["carmen"].email, by=seated["alba"])
    assert waits(seated["carmen"], thread) == [Act.SEND]
    assert Act.DECIDE not in [row.act for row in waiting_for(seated["alba"])]


def test_an_opinion_from_outside_waits_for_who_convenes_and_who_is_named(seated: Cast, thread: Thread) -> None:
    services.responsible_name(thread=thread, person=seated["elias"], by=seated["alba"])
    told = {"of_whom": "Una experta", "question": "¿Cuántos?", "days": 5, "language": "es"}
    opinion = services.expert_ask(thread=thread, by=seated["bruno"], key="k", **told)
    services.expert_forward(opinion=opinion, email="", by=seated["alba"])
    waiting = {name: waits(seated[name], thread).count(Act.SEND) for name in ("alba", "bruno", "dora", "elias")}
    assert waiting == {"alba": 1, "bruno": 0, "dora": 0, "elias": 1}
    services.expert_record(opinion=opinion, text="Doce mil.", given_by="", files=[], by=seated["elias"])
    assert Act.SEND not in waits(seated["alba"], thread)


def test_letters_say_whose_turn_it_is(thread: Thread, seated: Cast) -> None:
    Outgoing.objects.all().delete()
    make.posted(thread, seated["dora"], "", answers={1: "Doce mil."})
    [letter] = Outgoing.objects.filter(to=seated["bruno"].email)
    assert thread.contribution.reference in letter.subject
    assert "1" in letter.text
    make.concluded(thread, seated["dora"], seated["bruno"])
    named = list(Outgoing.objects.filter(to=seated["bruno"].email).order_by("pk").values_list("name", flat=True))
    assert [name.rsplit("/", 1)[-1] for name in named] == ["thread_posted", "conclusion_proposed", "thread_settled"]
    assert Outgoing.objects.filter(to=seated["alba"].email, name__contains="thread_settled").count() == 1


@pytest.mark.guideline("G8.I")
def test_turns_count_in_the_public_figures_of_the_agency(
    client_of: Browser, thread: Thread, seated: Cast, nobody: AnonymousUser
) -> None:
    make.posted(thread, seated["dora"])
    make.opened(thread.activity, seated["bruno"], title="Otro hilo")
    with time_machine.travel(now() + timedelta(days=20)):
        [agency] = standings()
        assert (agency.figures.on_time, agency.figures.overdue) == (1, 1)
        page = client_of(nobody).get("/en/procesos/puntualidad/").content.decode()
        assert "1 of 2" in page


def test_the_page_of_own_data_holds_what_somebody_did(seated: Cast, thread: Thread) -> None:
    make.posted(thread, seated["dora"], "", answers={1: "Doce mil."})
    make.concluded(thread, seated["dora"], seated["bruno"])
    services.dissent_attach(thread=thread, text="No lo comparto.", language="es", by=seated["bruno"])
    make.met(thread.contribution.consultation, seated["bruno"])
    mine = {title: rows for title, rows in own_data.collect(seated["bruno"]).items() if rows}
    assert len(mine) == 6
    assert "¿Cuántos frascos hay?" in str(mine)
    assert "No lo comparto." in str(mine)
    assert "Doce mil." in str(own_data.collect(seated["dora"]))
    assert not any(own_data.collect(seated["carmen"]).values())


def test_the_mode_opens_a_thread_and_tells_its_data(thread: Thread, bruno: Person, dora: Person) -> None:
    mode, activity = MODES[Level.DIALOGUE], thread.activity
    data = {"title": "Sin página", "text": "Va.", "language": "es", "question_1": "¿Y?"}
    made = mode.contribute(Voice(bruno), activity, data)
    assert made.thread.last == 1
    with pytest.raises(Refused) as caught:
        mode.contribute(Voice(bruno), activity, {**data, "question_1": ""})
    assert caught.value.code == "incomplete"
    make.posted(thread, dora, "", answers={2: "La oficina."}, quotes=[(1, 0)])
    rows = list(mode.records(activity))
    assert [(row["post"], row["side"]) for row in rows] == [(1, "civil"), (1, "civil"), (2, "public")]
    assert rows[2]["answers"] == "2. La oficina."
    assert [figure.number for figure in mode.results(activity)] == [2, 0, 0]
