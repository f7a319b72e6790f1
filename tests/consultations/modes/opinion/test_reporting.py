"""The matrix of answers, what is owed, how punctual agencies are, and what came of a proposal."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.opinion.concluding import services
from consultations.modes.opinion.models import Outcome, Submission
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed, queries_of, refused, warm
from tests.factories import opinion as make

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
ClientOf = Callable[..., Client]
TOLD = {
    "meeting": "Período extraordinario", "result": "in_part", "asked": "Nombrar la receta", "language": "es",
    "defended": "El párrafo 4 con la receta", "obtained": "«medidas pertinentes», párrafo 4",
}  # fmt: skip


@pytest.fixture
def sent(seated: Cast, asking: Activity) -> Submission:
    """What carmen sent."""
    return make.sent(make.where(asking), seated["carmen"])


def answered(sent: Submission, seated: Cast) -> None:
    """Adopted in part, published."""
    make.answered([sent], drafter=seated["dora"], reader=seated["elias"], signer=seated["alba"])


@pytest.mark.guideline("G8.I")
def test_the_matrix_has_every_proposal_with_its_reasons_or_its_clock(
    seated: Cast, operating: Consultation, asking: Activity, sent: Submission, client: Client
) -> None:
    owed = make.raised(operating, seated["bruno"])
    answered(sent, seated)
    page = f"/procesos/{operating.reference}/respuestas/"
    whole = client.get(page).content.decode()
    assert sent.contribution.reference in whole
    assert owed.contribution.reference in whole
    assert make.REASONS in whole
    for shown, here, not_here in (("owed", owed, sent), ("answered", sent, owed)):
        part = client.get(page, {"estado": shown}).content.decode()
        assert here.contribution.reference in part
        assert not_here.contribution.reference not in part
    assert client.get(page, {"estado": "otra", "page": "z"}).status_code == 200
    assert owed.contribution.reference not in client.get(page, {"estado": "overdue"}).content.decode()
    with time_machine.travel(now() + timedelta(days=60)):
        assert owed.contribution.reference in client.get(page, {"estado": "overdue"}).content.decode()


def test_the_csv_has_all_that_is_public_and_nothing_else(
    seated: Cast, operating: Consultation, sent: Submission, client: Client
) -> None:
    raised = make.raised(operating, seated["bruno"])
    closed = make.asked(operating, seated["alba"], visibility="members")
    secret = make.sent(make.where(closed), seated["bruno"], title="Solo integrantes")
    answered(sent, seated)
    answer = client.get(f"/procesos/{operating.reference}/respuestas.csv")
    body = b"".join(answer.streaming_content).decode()
    assert sent.contribution.reference in body
    assert raised.contribution.reference in body
    assert "in_part" in body
    assert secret.contribution.reference not in body
    assert "Solo integrantes" not in client.get(f"/procesos/{operating.reference}/respuestas/").content.decode()


def test_the_matrix_asks_as_often_for_forty_as_for_two(
    seated: Cast, asking: Activity, client_of: ClientOf
) -> None:
    client = warm(client_of(seated["bruno"]))
    page = f"/procesos/{asking.consultation.reference}/respuestas/"
    rows = [make.sent(make.where(asking), seated["carmen"], title=f"{n}") for n in range(2)]
    answered(rows[0], seated)
    few = queries_of(lambda: client.get(page))
    for n in range(38):
        one = make.sent(make.where(asking), seated["carmen"], title=f"otra {n}")
        if n % 4 == 0:
            answered(one, seated)
    assert queries_of(lambda: client.get(page)) == few


@pytest.mark.guideline("G8.I")
def test_how_punctual_an_agency_is_is_counted_and_public(
    seated: Cast, operating: Consultation, sent: Submission, client: Client
) -> None:
    make.raised(operating, seated["bruno"])
    answered(sent, seated)
    with time_machine.travel(now() + timedelta(days=60)):
        page = client.get("/procesos/puntualidad/").content.decode()
    assert "50 %" in page, page[page.index("<main"):]
    assert operating.reference in page


@pytest.mark.guideline("A6")
def test_once_the_meeting_is_over_it_is_told_what_was_asked_defended_and_obtained(
    seated: Cast, sent: Submission, client_of: ClientOf, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with refused("unanswered"):
        services.outcome_tell(submission=sent, values=TOLD, by=seated["alba"])
    answered(sent, seated)
    assert allowed(seated, "outcome_tell", sent) == {"alba", "dora", "elias"}
    page = f"/aportaciones/{sent.contribution.reference}/resultado/"
    assert client_of(seated["carmen"]).post(page, TOLD).status_code == 403
    assert client_of(seated["dora"]).post(page, {**TOLD, "defended": ""}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        assert client_of(seated["dora"]).post(page, TOLD).status_code == 303
    assert mail.outbox[-1].to == [seated["carmen"].email]
    assert "medidas pertinentes" in mail.outbox[-1].body
    seen = client_of(seated["nobody"]).get(f"/aportaciones/{sent.contribution.reference}/").content.decode()
    assert "Período extraordinario" in seen
    assert "medidas pertinentes" in seen
    assert client_of(seated["dora"]).post(page, TOLD).status_code == 422
    assert Outcome.objects.count() == 1
    assert allowed(seated, "outcome_tell", None) == set()
