"""Not admitted only for a published requirement: one appeal to another official, never out of the count."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk.sources import waiting_for
from consultations.models import Consultation
from consultations.modes.opinion.admitting import services
from consultations.modes.opinion.answering import services as answering
from consultations.modes.opinion.answering.queries import waiting_in
from consultations.modes.opinion.clock import deadline_of
from consultations.modes.opinion.models import Inadmission, Submission
from consultations.modes.opinion.reporting.matrix import matrix
from consultations.modes.opinion.terms import terms_of
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import opinion as make

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
ClientOf = Callable[..., Client]


@pytest.fixture
def sent(seated: Cast, asking: Activity) -> Submission:
    """What carmen sent."""
    return make.sent(make.where(asking), seated["carmen"])


def declared(sent: Submission, seated: Cast) -> Inadmission:
    """Not admitted by dora."""
    return services.inadmission_declare(
        submission=sent, rule="Requisito 2 de la convocatoria", reason="Trata de otro tratado.", by=seated["dora"]
    )


def again(sent: Submission) -> Submission:
    """As it is now."""
    return Submission.objects.select_related("contribution__consultation__agency").get(pk=sent.pk)


@pytest.mark.guideline("G8.I")
def test_it_stays_in_the_count_and_public(
    seated: Cast, operating: Consultation, sent: Submission, client_of: ClientOf
) -> None:
    declared(sent, seated)
    with time_machine.travel(now() + timedelta(days=60)):
        figures = matrix(operating, "", None)["figures"]
    assert (figures.counted, figures.inadmissible, figures.on_time) == (1, 1, 1)
    page = client_of(seated["nobody"]).get(f"/aportaciones/{sent.contribution.reference}/").content.decode()
    assert "Requisito 2 de la convocatoria" in page
    assert "No admitida" in page
    at = f"/procesos/{operating.reference}/respuestas"
    for shown, there in (("answered", False), ("owed", False), ("refused", True), ("", True)):
        listed = client_of(seated["nobody"]).get(f"{at}/", {"estado": shown}).content.decode()
        assert ("Requisito 2 de la convocatoria" in listed) is there
    table = b"".join(client_of(seated["nobody"]).get(f"{at}.csv").streaming_content).decode()
    assert "Trata de otro tratado." in table
    assert not waiting_in(operating).exists()
    with refused("inadmissible"):
        answering.response_draft(consultation=operating, submissions=[sent.pk], by=seated["dora"])


@pytest.mark.guideline("G8.II")
def test_its_author_appeals_once_and_somebody_else_decides(
    seated: Cast, sent: Submission, client_of: ClientOf, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        row = declared(sent, seated)
    assert "Trata de otro tratado." in mail.outbox[-1].body
    assert allowed(seated, "inadmission_appeal", row) == {"carmen"}
    assert allowed(seated, "inadmission_decide", row) == {"alba", "elias"}
    at = f"/aportaciones/{sent.contribution.reference}/inadmitida"
    assert client_of(seated["bruno"]).post(f"{at}/apelar/", {"text": "x"}).status_code == 403
    assert client_of(seated["carmen"]).post(f"{at}/apelar/", {"text": "El tratado es el mismo."}).status_code == 303
    assert client_of(seated["carmen"]).post(f"{at}/apelar/", {"text": "Otra vez."}).status_code == 422
    assert [row.href for row in waiting_for(seated["elias"])] == [f"{at}/resolver/"]
    assert waiting_for(seated["dora"]) == []
    decision = {"admit": "yes", "reason": "Es el mismo tratado."}
    assert client_of(seated["dora"]).post(f"{at}/resolver/", decision).status_code == 403
    assert client_of(seated["elias"]).post(f"{at}/resolver/", decision).status_code == 303
    assert waiting_in(sent.contribution.consultation).get() == sent
    with refused("declared"):
        declared(again(sent), seated)


@pytest.mark.guideline("G8.I")
def test_admitted_on_appeal_its_clock_loses_no_day_and_gains_only_those_it_stood(
    seated: Cast, operating: Consultation
) -> None:
    sent = make.raised(operating, seated["carmen"])
    instant, before = now(), deadline_of(again(sent)).due_on
    assert before is not None
    with time_machine.travel(instant + timedelta(days=1)):
        row = services.inadmission_appeal(inadmission=declared(sent, seated), text="Sí cumple.")
        assert deadline_of(again(sent)).state(now()) is State.MET
    with time_machine.travel(instant + timedelta(days=8)):
        services.inadmission_decide(inadmission=row, admit=True, reason="Cumple.", by=seated["elias"])
        term = deadline_of(again(sent))
        assert term.state(now()) is State.RUNNING
        assert term.due_on is not None
        assert before < term.due_on <= before + timedelta(days=11)
        (light,) = terms_of(Submission.objects.filter(pk=sent.pk))
        assert light.deadline.due_on == term.due_on
        assert not light.inadmissible


def test_a_refused_appeal_is_final(seated: Cast, sent: Submission) -> None:
    row = services.inadmission_appeal(inadmission=declared(sent, seated), text="Sí cumple.")
    with refused("own-act"):
        services.inadmission_decide(inadmission=row, admit=True, reason="x", by=seated["dora"])
    with refused("reason-needed"):
        services.inadmission_decide(inadmission=row, admit=True, reason=" ", by=seated["elias"])
    services.inadmission_decide(inadmission=row, admit=False, reason="No cumple.", by=seated["elias"])
    with refused("no-appeal"):
        services.inadmission_decide(inadmission=row, admit=True, reason="x", by=seated["alba"])


def test_it_needs_a_requirement_and_a_reason_and_no_answer_on_its_way(seated: Cast, sent: Submission) -> None:
    assert allowed(seated, "inadmission_declare", sent) == {"alba", "dora", "elias"}
    for rule, reason in ((" ", "x"), ("x", " ")):
        with refused("reason-needed"):
            services.inadmission_declare(submission=sent, rule=rule, reason=reason, by=seated["dora"])
    make.drafted([sent], seated["dora"])
    with refused("answered"):
        declared(sent, seated)
