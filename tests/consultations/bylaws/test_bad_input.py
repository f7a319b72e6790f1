"""What people should not write in the operating rules and in training: kept as typed and shown safe, or refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from consultations.bylaws import considering, queries, services
from consultations.bylaws.forms import AnswerForm, ApproveForm, CommentForm, ConsiderForm, WithdrawForm, WriteForm
from consultations.bylaws.parts import Part
from consultations.models import Consultation
from consultations.training.forms import TrainingForm
from tests.conftest import Cast
from tests.factories import membership as life

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]
STRINGS: list[str] = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))


@pytest.mark.engine
def test_every_naughty_string_of_a_part_is_kept_as_typed_and_shown_safe(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    version, alba, kept = life.drafted(operating), seated["alba"], 0
    client, where = client_of(alba), f"/en/procesos/{operating.reference}/reglas/{version.number}/"
    for n, string in enumerate(STRINGS):
        typed = {"language": "es-mx", **{part.value: string for part in Part}}
        form = WriteForm(typed, texts=life.texts())
        if not form.is_valid():
            assert all(str(one) for mistakes in form.errors.values() for one in mistakes)
            continue
        services.bylaws_write(version=version, language="es-mx", texts=form.texts(), before={}, by=alba)
        assert queries.texts_of(version)[Part.EVALUATION] == string.replace("\r\n", "\n").strip()
        if n % 20 == 0:
            page = client.get(where).content.decode()
            assert "<script>alert" not in page
            assert "<img" not in page
        kept += 1
    assert kept > 300


def test_every_naughty_string_of_a_comment_is_kept_as_typed_and_shown_safe(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    version, kept = life.submitted(operating), 0
    for string in STRINGS:
        form = CommentForm({"text": string, "language": "es-mx"})
        if form.is_valid():
            said = {"part": "general", "by": seated["bruno"], **form.cleaned_data}
            assert considering.bylaws_comment(version=version, **said).text == string.strip()
            kept += 1
    page = (
        client_of(seated["bruno"])
        .get(f"/en/procesos/{operating.reference}/reglas/{version.number}/")
        .content.decode()
    )
    assert "<script>alert" not in page
    assert kept > 60


@pytest.mark.parametrize("string", STRINGS[::3])
def test_the_other_fields_take_a_string_or_say_what_is_wrong(string: str) -> None:
    words = string[:200]
    forms = (
        AnswerForm({"answer": string}), WithdrawForm({"reason": words}),
        ConsiderForm({"agrees": "no", "reason": string}), ApproveForm({"way": "session", "agreement": string[:48]}),
        TrainingForm(
            {"topic": "I", "title_es": words, "given_by": words, "direction": "society", "audience": "members",
             "where": words, "about_es": string, "links": words, "starts_at": "2026-01-10T10:00"}, {}, zone="UTC",
        ),
    )  # fmt: skip
    for form in forms:
        assert form.is_valid() or all(str(one) for mistakes in form.errors.values() for one in mistakes)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/a", "nada"]
)
def test_a_link_that_is_no_web_address_is_refused(address: str) -> None:
    form = TrainingForm({"links": f"https://example.org\n{address}"}, {}, zone="UTC")
    assert "links" in form.errors


def test_a_part_that_does_not_exist_is_not_found(client_of: Browser, seated: Cast, operating: Consultation) -> None:
    version = life.submitted(operating)
    base = f"/en/procesos/{operating.reference}/reglas/{version.number}"
    for part in ("decima", "GENERAL", "general%00"):
        assert client_of(seated["bruno"]).get(f"{base}/partes/{part}/comentar/").status_code in (400, 404)
    assert client_of(seated["bruno"]).get(f"/en/procesos/{operating.reference}/reglas/99/").status_code == 404


def test_a_text_above_the_limit_is_refused_and_kept(
    client_of: Browser, seated: Cast, operating: Consultation
) -> None:
    version = life.drafted(operating)
    typed = {"language": "es-mx", "general": "ñ" * 60_001}
    answer = client_of(seated["alba"]).post(
        f"/en/procesos/{operating.reference}/reglas/{version.number}/redactar/", typed
    )
    assert answer.status_code == 422
    assert "ñ" * 100 in answer.content.decode()
