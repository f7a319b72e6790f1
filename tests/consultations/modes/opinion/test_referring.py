"""A contribution passes to who is competent: the holder is public, the wrong agency answers nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from consultations.activities.models import Activity
from consultations.desk.sources import waiting_for
from consultations.models import Consultation
from consultations.modes.opinion.answering import services as answering
from consultations.modes.opinion.clock import deadline_of
from consultations.modes.opinion.models import Referral, Submission
from consultations.modes.opinion.referring import services
from consultations.modes.opinion.referring.queries import clock_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from incidencia.organizations.models import Agency
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.day import local_day
from tests.factories import incidencia as people
from tests.factories import opinion as make

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
ClientOf = Callable[..., Client]
TO = {"unit": "Dirección de Reclusión", "reason": "Ahí se decide el abasto.", "days": 5}


@pytest.fixture
def other(root: Person) -> Agency:
    """Another agency, coordinated by hector."""
    return people.agency("OTRA", coordinator=people.person("Héctor Luna"))


@pytest.fixture
def hector(other: Agency) -> Person:
    """Who coordinates the other agency."""
    return other.coordinators.get().person


@pytest.fixture
def sent(seated: Cast, asking: Activity) -> Submission:
    """What carmen sent."""
    return make.sent(make.where(asking), seated["carmen"])


def referred(sent: Submission, seated: Cast, agency: Agency | None) -> Referral:
    """Passed on by dora."""
    return services.submission_refer(submission=sent, agency=agency, by=seated["dora"], **TO)


@pytest.mark.guideline("G8.IV")
def test_everybody_sees_who_holds_it_since_when_and_until_when(
    seated: Cast, sent: Submission, other: Agency, client_of: ClientOf
) -> None:
    referral = referred(sent, seated, other)
    page = client_of(seated["nobody"]).get(f"/aportaciones/{sent.contribution.reference}/").content.decode()
    assert "Dirección de Reclusión" in page
    assert "Ahí se decide el abasto." in page
    assert clock_of(referral).first_due_on > local_day()
    matrix = client_of(seated["nobody"]).get(f"/procesos/{sent.contribution.consultation.reference}/respuestas/")
    assert "la tiene Dirección de Reclusión" in matrix.content.decode()


def test_nobody_holds_it_for_longer_than_its_answer_takes(seated: Cast, sent: Submission) -> None:
    with refused("beyond-the-answer") as caught:
        services.submission_refer(submission=sent, agency=None, by=seated["dora"], **{**TO, "days": 60})
    assert caught.value.advice
    with time_machine.travel(now() + timedelta(days=90)):
        assert services.submission_refer(submission=sent, agency=None, by=seated["dora"], **{**TO, "days": 60})


def test_what_was_given_back_is_with_the_convening_agency_again(
    seated: Cast, sent: Submission, client_of: ClientOf
) -> None:
    referral = referred(sent, seated, None)
    services.referral_return(referral=referral, reason="No nos toca.", by=seated["dora"])
    page = client_of(seated["nobody"]).get(f"/aportaciones/{sent.contribution.reference}/").content.decode()
    assert page.index("La dependencia convocante") < page.index("Dirección de Reclusión")


@pytest.mark.guideline("G8.IV")
def test_the_wrong_agency_gives_no_answer(
    seated: Cast, operating: Consultation, asking: Activity, sent: Submission, other: Agency, hector: Person
) -> None:
    mine = make.sent(make.where(asking), seated["bruno"], title="Otra cosa")
    with refused("wrong-agency"):
        answering.response_draft(consultation=operating, submissions=[sent.pk], by=hector)
    referred(sent, seated, other)
    for who in ("alba", "dora"):
        with refused("wrong-agency"):
            answering.response_draft(consultation=operating, submissions=[sent.pk], by=seated[who])
    with refused("several-holders"):
        answering.response_draft(consultation=operating, submissions=[sent.pk, mine.pk], by=hector)
    with refused("wrong-agency"):
        answering.response_draft(consultation=operating, submissions=[mine.pk], by=hector)
    assert not sent.responses.exists()
    made = answering.response_draft(consultation=operating, submissions=[sent.pk], by=hector)
    assert made.agency == other


@pytest.mark.guideline("G8.IV")
def test_what_another_agency_answers_is_read_here_and_written_there(
    seated: Cast, operating: Consultation, sent: Submission, other: Agency, hector: Person, client_of: ClientOf
) -> None:
    referred(sent, seated, other)
    response = make.drafted([sent], hector)
    everybody = {**seated, "hector": hector}
    assert allowed(everybody, "response_write", response) == {"hector"}
    assert allowed(everybody, "response_edit", response) == {"alba", "dora", "elias", "hector"}
    page = f"/aportaciones/respuestas/{response.reference}/escribir/"
    shown = client_of(seated["dora"]).get(page)
    assert shown.context["writes"] is False
    assert 'name="reasons"' not in shown.content.decode()
    typed = {"disposition": "rejected", "reasons": "Otra cosa que la dependencia no dijo nunca.", "base": "1"}
    assert client_of(seated["dora"]).post(page, typed).status_code == 403
    with refused("wrong-agency"):
        answering.response_write(
            response=response, base=response.base, disposition="rejected", reasons=make.REASONS, changed="",
            language="es", paragraphs={}, by=seated["dora"],
        )  # fmt: skip
    with refused("wrong-agency"):
        answering.response_discard(response=response, by=seated["alba"])


def test_the_agency_that_holds_it_answers_and_signs_in_its_own_name(
    seated: Cast, operating: Consultation, sent: Submission, other: Agency, hector: Person, client_of: ClientOf
) -> None:
    referred(sent, seated, other)
    desk = f"/procesos/{operating.reference}/respuestas/mesa/"
    assert sent.contribution.reference in client_of(hector).get(desk).content.decode()
    assert [row.title for row in waiting_for(hector)] == [f"Turnada a su dependencia: {sent.contribution.reference}"]
    response = make.drafted([sent], hector)
    assert allowed({**seated, "hector": hector}, "response_sign", response) == {"hector"}
    answering.response_read(response=response, well=True, remark="", by=seated["elias"])
    sign = f"Firmar {response.reference}"
    assert [row.title for row in waiting_for(hector)] == [sign]
    assert sign not in [row.title for row in waiting_for(seated["alba"])]
    act = f"/procesos/{operating.reference}/respuestas/actos/"
    ticked = {"act": "sign", "response": response.reference}
    assert client_of(seated["alba"]).post(act, ticked).status_code == 403
    assert client_of(hector).post(act, ticked).status_code == 303
    response.refresh_from_db()
    assert response.signed_by == hector
    assert response.signed_as
    assert response.agency == other
    client_of(hector).post(act, {**ticked, "act": "publish"})
    response.refresh_from_db()
    assert response.published_at is not None
    with time_machine.travel(now() + timedelta(days=30)):
        assert clock_of(Referral.objects.get()).state(now()) is State.MET


def test_who_holds_one_sees_no_other_on_the_desk_and_moves_no_clock(
    seated: Cast, operating: Consultation, asking: Activity, sent: Submission, other: Agency, hector: Person,
    client_of: ClientOf,
) -> None:  # fmt: skip
    mine = make.sent(make.where(asking), seated["bruno"], title="Otra cosa")
    desk = f"/procesos/{operating.reference}/respuestas/mesa/"
    assert client_of(hector).get(desk).status_code == 403
    referred(sent, seated, other)
    assert mine.contribution.reference not in client_of(hector).get(desk).content.decode()
    assert client_of(hector).get(f"/aportaciones/{mine.contribution.reference}/plazo/").status_code == 403
    draft = make.drafted([mine], seated["dora"])
    with refused("wrong-agency"):
        answering.response_draft(consultation=operating, submissions=[mine.pk], by=hector)
    assert client_of(hector).get(f"/aportaciones/respuestas/{draft.reference}/escribir/").status_code == 404


@pytest.mark.guideline("G8.IV")
def test_it_comes_back_only_with_reasons_and_the_clock_ran_on(
    seated: Cast, sent: Submission, other: Agency, hector: Person, client_of: ClientOf
) -> None:
    before = deadline_of(sent).due_on
    referral = referred(sent, seated, other)
    assert allowed({**seated, "hector": hector}, "referral_return", referral) == {"hector"}
    page = f"/aportaciones/turnos/{referral.pk}/devolver/"
    assert client_of(seated["dora"]).post(page, {"reason": "x"}).status_code == 403
    assert client_of(hector).post(page, {"reason": " "}).status_code == 422
    with time_machine.travel(now() + timedelta(days=2)):
        assert client_of(hector).post(page, {"reason": "No es de nuestra competencia."}).status_code == 303
        assert deadline_of(Submission.objects.get(pk=sent.pk)).due_on == before
        seen = client_of(seated["nobody"]).get(f"/aportaciones/{sent.contribution.reference}/").content.decode()
    assert "No es de nuestra competencia." in seen
    with refused("returned"):
        services.referral_return(referral=referral, reason="Otra vez.", by=hector)
    referred(sent, seated, None)
    assert sent.referrals.count() == 2


def test_only_officials_refer_and_one_holds_it_at_a_time(
    seated: Cast, sent: Submission, other: Agency, agency: Agency
) -> None:
    assert allowed(seated, "submission_refer", sent) == {"alba", "dora", "elias"}
    with refused("own-agency"):
        referred(sent, seated, agency)
    referred(sent, seated, other)
    with refused("held"):
        referred(sent, seated, None)
    for act in ("submission_refer", "referral_return", "clock_change"):
        assert allowed(seated, act, None) == set()


def test_what_only_members_read_is_not_referred_to_another_agency(
    seated: Cast, operating: Consultation, other: Agency
) -> None:
    closed = make.asked(operating, seated["alba"], visibility="members")
    sent = make.sent(make.where(closed), seated["bruno"])
    with refused("not-public"):
        referred(sent, seated, other)
    assert referred(sent, seated, None).agency is None


def test_a_unit_works_on_it_and_the_convening_agency_answers(
    seated: Cast, operating: Consultation, sent: Submission
) -> None:
    referred(sent, seated, None)
    made = make.drafted([sent], seated["dora"])
    assert made.agency == operating.agency
    with refused("answered"):
        services.referral_return(referral=Referral.objects.get(), reason="Tarde.", by=seated["elias"])
