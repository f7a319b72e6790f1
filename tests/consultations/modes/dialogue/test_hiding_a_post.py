"""One post of a thread is hidden under the rules of moderation, and every quote of it with it."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.moderation import services as moderation
from consultations.moderation.models import Hiding, Rule
from consultations.modes.dialogue.models import Thread
from incidencia.accounts.models import Person
from incidencia.mail.models import Outgoing
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import dialogue as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
SECRET = "el domicilio de Juana"
ASKED = "¿Vive Juana ahí?"


@pytest.fixture
def gossip(talking: Any, bruno: Person, dora: Person, elias: Person) -> Thread:
    """A thread whose second post gives something away; the third quotes it and answers its question."""
    thread = make.opened(talking, bruno)
    make.posted(thread, bruno, f"Se sabe {SECRET}.", questions=(ASKED,))
    make.posted(thread, dora, "Sobre eso.", quotes=[(2, 0)], answers={3: "No se dice."})
    return thread


def hide(thread: Thread, by: Person) -> Hiding:
    """Hide the second post."""
    post = thread.posts.get(number=2)
    return moderation.contribution_hide(
        contribution=thread.contribution, rule=Rule.PERSONAL, reason="Da un domicilio.", by=by, part=2,
        part_author=post.author,
    )  # fmt: skip


def pages_of(thread: Thread) -> list[str]:
    """Every place where the words could leak."""
    at, activity = f"/en/aportaciones/{thread.contribution.reference}", thread.activity
    process = f"/en/procesos/{activity.consultation.reference}"
    return [
        f"{at}/", f"{at}/intervenciones/", f"{at}/hilo.json", f"{at}/intervenciones/2/versiones/",
        f"{process}/actividades/{activity.place}/hilos.csv", f"{process}/moderacion/",
        f"{process}/actividades/{activity.place}/?q=domicilio",
    ]  # fmt: skip


def test_its_words_and_every_quote_of_them_vanish_and_a_tombstone_stays(
    client_of: Browser, gossip: Thread, seated: Cast
) -> None:
    hide(gossip, seated["elias"])
    for name in ("carmen", "fatima", "nobody"):
        client = client_of(seated[name])
        for door in pages_of(gossip):
            answer = client.get(door)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
            assert SECRET not in body.decode(), (name, door)
            assert ASKED not in body.decode(), (name, door)
    shown = client_of(seated["nobody"]).get(pages_of(gossip)[0]).content.decode()
    assert shown.count("Hidden by moderation") >= 3
    assert "No se dice." in shown
    assert gossip.contribution.title in shown
    found = client_of(seated["nobody"]).get(pages_of(gossip)[-1]).content.decode()
    assert gossip.contribution.reference not in found
    for name in ("bruno", "dora", "elias"):
        assert SECRET in client_of(seated[name]).get(pages_of(gossip)[0]).content.decode()


def test_its_author_has_a_letter_appeals_once_and_another_official_decides(gossip: Thread, seated: Cast) -> None:
    hiding = hide(gossip, seated["elias"])
    assert Outgoing.objects.filter(to=seated["bruno"].email, name__contains="contribution_hidden").exists()
    assert allowed(seated, "hiding_appeal", hiding) == {"bruno"}
    assert allowed(seated, "hiding_decide", hiding) == {"alba", "dora"}
    moderation.hiding_appeal(hiding=hiding, text="No es ningún domicilio.")
    moderation.hiding_decide(hiding=hiding, stands_again=True, reason="No lo es.", by=seated["dora"])
    hiding.refresh_from_db()
    assert hiding.lifted_at
    gossip.contribution.refresh_from_db()
    assert gossip.contribution.hidden_at is None


def test_parts_are_hidden_apart_from_each_other_and_from_the_whole(gossip: Thread, seated: Cast) -> None:
    hide(gossip, seated["elias"])
    with refused("hidden-already"):
        hide(gossip, seated["elias"])
    moderation.contribution_hide(
        contribution=gossip.contribution, rule=Rule.ADVERT, reason="Anuncia un curso.", by=seated["elias"]
    )
    assert Hiding.objects.count() == 2


def test_what_is_hidden_is_neither_quoted_nor_corrected(gossip: Thread, seated: Cast) -> None:
    hide(gossip, seated["elias"])
    with refused("nothing-to-quote"):
        make.posted(gossip, seated["bruno"], "De nuevo.", quotes=[(2, 0)])


def test_the_seal_is_recounted_while_a_post_is_hidden(
    client_of: Browser, gossip: Thread, seated: Cast, bruno: Person, dora: Person
) -> None:
    sealed = make.concluded(gossip, dora, bruno)
    hide(gossip, seated["elias"])
    told = client_of(seated["nobody"]).get(pages_of(gossip)[2]).json()
    text = json.dumps(told["sealed"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(text.encode()).hexdigest() == told["sha256"] == sealed.hash
    assert [sorted(post) == ["number", "sha256"] for post in told["posts"]] == [False, True, False]


def test_who_may_hide_a_post(client_of: Browser, gossip: Thread, seated: Cast) -> None:
    assert allowed(seated, "post_hide", gossip.posts.get(number=2)) == {"alba", "dora", "elias"}
    assert allowed(seated, "post_hide", gossip.posts.get(number=3)) == {"alba", "elias"}
    path = f"/en/aportaciones/{gossip.contribution.reference}/intervenciones/2/retirar/"
    answer = client_of(seated["elias"]).post(path, {"rule": "personal", "reason": "Da un domicilio."})
    assert answer.status_code == 303
    log = client_of(seated["nobody"]).get(pages_of(gossip)[5]).content.decode()
    assert "post 2" in log
    assert "Da un domicilio." in log
