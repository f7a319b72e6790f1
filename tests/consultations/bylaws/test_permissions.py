"""Who drafts, reads, considers, comments and approves the operating rules: before, during and after the term."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from consultations.bylaws import considering
from consultations.members.kinds import Role
from consultations.models import Consultation
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed
from tests.factories import consultations as make
from tests.factories import membership as life

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
TAKE_PART = {"alba", "bruno", "dora", "elias", "fatima"}
ACTS = (
    "bylaws_view", "bylaws_keep", "bylaws_comments_view", "bylaws_consider", "bylaws_comment", "bylaws_draft",
    "bylaws_answer",
)  # fmt: skip


def test_a_draft_is_of_who_convenes(seated: Cast, operating: Consultation) -> None:
    version = life.drafted(operating)
    assert allowed(seated, "bylaws_draft", operating) == {"alba"}
    assert allowed(seated, "bylaws_view", version) == {"alba"}
    assert allowed(seated, "bylaws_keep", version) == {"alba"}
    for act in ("bylaws_consider", "bylaws_comment", "bylaws_comments_view"):
        assert allowed(seated, act, version) == set()


@pytest.mark.guideline("G25")
def test_while_it_is_before_the_members_those_with_a_vote_are_asked(seated: Cast, operating: Consultation) -> None:
    make.member(operating, seated["carmen"], role=Role.ADVISER)
    version = life.submitted(operating)
    assert allowed(seated, "bylaws_view", version) == TAKE_PART | {"carmen"}
    assert allowed(seated, "bylaws_consider", version) == {"bruno", "dora", "elias"}
    assert allowed(seated, "bylaws_comment", version) == {"bruno", "dora", "elias", "carmen"}
    assert allowed(seated, "bylaws_keep", version) == {"alba"}
    comment = considering.bylaws_comment(
        version=version, part="general", text="SECRETO", language="es-mx", by=seated["carmen"]
    )
    assert allowed(seated, "bylaws_answer", comment) == {"alba"}


def test_once_the_term_is_over_nobody_says_anything_more(seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating)
    with time_machine.travel(now() + life.LONGER):
        assert allowed(seated, "bylaws_consider", version) == set()
        assert allowed(seated, "bylaws_comment", version) == set()
        assert allowed(seated, "bylaws_view", version) == TAKE_PART


def test_in_force_everybody_reads_the_words_and_the_members_the_comments(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    version = life.published(operating, *(seated[who] for who in ("bruno", "dora", "elias")))
    assert allowed(seated, "bylaws_view", version) == EVERYBODY
    assert allowed(seated, "bylaws_comments_view", version) == TAKE_PART


def test_what_is_before_the_members_does_not_leak(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating, general="SECRETO de la parte uno")
    considering.bylaws_comment(
        version=version, part="general", text="SECRETO dos", language="es-mx", by=seated["bruno"]
    )
    base = f"/en/procesos/{operating.reference}/reglas/"
    for who in ("carmen", "nobody", "root"):
        client = client_of(seated[who])
        assert "SECRETO" not in client.get(base).content.decode()
        for page in ("", "cambios/"):
            assert client.get(f"{base}{version.number}/{page}").status_code == 404
    for page in ("redactar/", "someter/", "retirar/", "aprobar/"):
        for who in ("bruno", "dora", "fatima"):
            assert client_of(seated[who]).get(f"{base}{version.number}/{page}").status_code == 403
        assert client_of(seated["carmen"]).get(f"{base}{version.number}/{page}").status_code == 404
    assert client_of(seated["bruno"]).post(f"{base}{version.number}/publicar/").status_code == 403
    assert client_of(seated["bruno"]).post(f"{base}nueva/").status_code == 403
    assert client_of(seated["fatima"]).get(f"{base}{version.number}/considerar/").status_code == 403
    pk = version.comments.get().pk
    assert client_of(seated["bruno"]).get(f"{base}{version.number}/comentarios/{pk}/responder/").status_code == 403
    assert "SECRETO dos" in client_of(seated["dora"]).get(f"{base}{version.number}/").content.decode()


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    for act in ACTS:
        assert allowed(seated, act, None) == set()
