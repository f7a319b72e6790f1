"""Who may change terms, leave, give notice, reply and decide: everybody of the cast, before, during and after."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from consultations.members.kinds import Side
from consultations.members.leaving.noticing import notice_reply, separation_decide
from consultations.models import Consultation
from tests.conftest import Cast
from tests.consultations.conftest import allowed
from tests.factories import consultations as make
from tests.factories import incidencia
from tests.factories import membership as life

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def test_terms_notices_and_conclusions_are_of_who_convenes(seated: Cast, operating: Consultation) -> None:
    member = life.membership(operating, seated["bruno"])
    for act in ("term_change", "notice_give", "membership_conclude"):
        assert allowed(seated, act, member) == {"alba"}
    assert allowed(seated, "resign", member) == {"bruno"}
    assert allowed(seated, "seats_release", operating) == {"alba"}
    assert allowed(seated, "notice_list", operating) == {"alba"}


def test_nobody_who_convenes_acts_on_their_own_place(seated: Cast, operating: Consultation) -> None:
    make.member(operating, seated["alba"], side=Side.PUBLIC)
    member = life.membership(operating, seated["alba"])
    for act in ("term_change", "notice_give", "membership_conclude"):
        assert allowed(seated, act, member) == set()
    assert allowed(seated, "resign", member) == {"alba"}


def test_nothing_is_done_with_a_membership_that_is_over(seated: Cast, operating: Consultation) -> None:
    life.membership(operating, seated["bruno"]).cut_short()
    member = life.membership(operating, seated["bruno"])
    for act in ("notice_give", "membership_conclude", "resign"):
        assert allowed(seated, act, member) == set()


@pytest.mark.guideline("G21")
def test_a_notice_is_read_by_the_member_who_convenes_and_who_decides(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    readers = {"alba", "bruno", "dora"}
    assert allowed(seated, "notice_view", notice) == readers
    assert allowed(seated, "notice_reply", notice) == {"bruno"}
    assert allowed(seated, "separation_decide", notice) == {"dora"}
    notice_reply(notice=notice, text="SECRETO", by=seated["bruno"])
    separation_decide(notice=notice, separates=True, reasons="x", public_words="y", by=seated["dora"])
    notice.refresh_from_db()
    notice.membership = life.membership(operating, seated["bruno"])
    assert allowed(seated, "notice_view", notice) == readers
    assert allowed(seated, "notice_reply", notice) == {"bruno"}


def test_a_notice_to_an_official_is_not_decided_by_that_official(seated: Cast, operating: Consultation) -> None:
    notice = life.notice(operating, seated["elias"], decider=seated["dora"])
    assert allowed(seated, "separation_decide", notice) == {"dora"}
    life.membership(operating, seated["dora"]).cut_short()
    assert allowed(seated, "separation_decide", notice) == {"alba"}  # nobody else is left
    incidencia.office(operating.agency, seated["carmen"])
    assert allowed(seated, "separation_decide", notice) == {"carmen"}


def test_the_pages_of_a_notice_do_not_exist_for_others(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    notice = life.notice(operating, seated["bruno"], decider=seated["dora"])
    base = f"/en/procesos/{operating.reference}/integrantes/avisos/{notice.pk}/"
    for who in ("carmen", "elias", "fatima", "root"):
        for page in ("", "responder/", "decidir/"):
            answer = client_of(seated[who]).get(base + page)
            assert answer.status_code == 404
            assert life.FACTS not in answer.content.decode()
    assert client_of(seated["nobody"]).get(base).status_code == 302
    assert client_of(seated["alba"]).get(f"{base}responder/").status_code == 403
    assert client_of(seated["alba"]).get(f"{base}decidir/").status_code == 403
    assert client_of(seated["bruno"]).get(f"{base}decidir/").status_code == 403


@pytest.mark.parametrize("page", ["periodo", "concluir", "avisar"])
def test_the_forms_of_who_convenes_are_refused_to_others(
    client_of: Browser, seated: Cast, operating: Consultation, page: str
) -> None:
    member = life.membership(operating, seated["bruno"])
    where = f"/en/procesos/{operating.reference}/integrantes/{member.pk}/{page}/"
    assert client_of(seated["alba"]).get(where).status_code == 200
    for who in ("bruno", "carmen", "dora", "elias", "fatima", "root"):
        assert client_of(seated[who]).post(where).status_code == 403
    assert client_of(seated["nobody"]).get(where).status_code == 302
    assert client_of(seated["carmen"]).post(
        f"/en/procesos/{operating.reference}/integrantes/periodos/lugares/"
    ).status_code == 403  # fmt: skip


@pytest.mark.parametrize("page", ["", "llegada/", "periodos/", "salidas/", "integrantes.csv"])
def test_what_is_public_of_members_is_public_before_during_and_after_the_process(
    client_of: Browser, seated: Cast, operating: Consultation, drafted: Consultation, page: str
) -> None:
    where = f"/en/procesos/{operating.reference}/integrantes/{page}"
    for who in seated:
        assert client_of(seated[who]).get(where).status_code == 200
    assert operating.ends_at
    with time_machine.travel(operating.ends_at + life.LONGER):
        assert client_of(seated["nobody"]).get(where).status_code == 200
    hidden = f"/en/procesos/{drafted.reference}/integrantes/{page}"
    assert client_of(seated["carmen"]).get(hidden).status_code == 404
    assert client_of(seated["alba"]).get(hidden).status_code == 200


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = (
        "term_change", "resign", "membership_conclude", "notice_give", "notice_list", "notice_view", "notice_reply",
        "separation_decide", "seats_release",
    )  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()
