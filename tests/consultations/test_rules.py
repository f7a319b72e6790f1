"""Who may do what: each permission walks the whole cast. What is not granted is denied."""

import pytest

from consultations.models import Consultation
from incidencia.organizations.models import Agency
from tests.conftest import Cast
from tests.consultations.conftest import allowed
from tests.factories import consultations as make
from tests.factories import incidencia as people

pytestmark = pytest.mark.django_db
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}
CONVENERS = [
    "consultation_edit", "call_publish", "operation_start", "application_list", "invitation_send", "session_draft",
    "members_accredit",
]  # fmt: skip


def test_consultation_found(cast: Cast, agency: Agency) -> None:
    assert allowed(cast, "consultation_found", agency) == {"alba"}


def test_consultation_view_of_a_published_call(seated: Cast, operating: Consultation) -> None:
    assert allowed(seated, "consultation_view", operating) == EVERYBODY


def test_consultation_view_of_a_draft(cast: Cast, drafted: Consultation) -> None:
    assert allowed(cast, "consultation_view", drafted) == {"alba"}


@pytest.mark.parametrize("act", CONVENERS)
def test_acts_of_who_convenes(seated: Cast, operating: Consultation, act: str) -> None:
    assert allowed(seated, act, operating) == {"alba"}


@pytest.mark.parametrize("act", CONVENERS)
def test_acts_of_who_convenes_pass_to_the_successor(
    seated: Cast, operating: Consultation, agency: Agency, act: str
) -> None:
    people.office(agency, seated["carmen"])
    assert allowed(seated, act, operating) == {"alba"}
    operating.coordinator.cut_short()
    assert allowed(seated, act, operating) == {"carmen"}


def test_office_take(seated: Cast, operating: Consultation, agency: Agency) -> None:
    people.office(agency, seated["carmen"])
    assert allowed(seated, "office_take", operating) == set()
    operating.coordinator.cut_short()
    assert allowed(seated, "office_take", operating) == {"carmen"}


def test_apply(cast: Cast, called: Consultation, drafted: Consultation) -> None:
    assert allowed(cast, "apply", called) == EVERYBODY - {"nobody"}
    assert allowed(cast, "apply", drafted) == set()


def test_an_application_is_seen_by_the_applicant_and_who_decides(cast: Cast, called: Consultation) -> None:
    row = make.application(called, cast["carmen"])
    assert allowed(cast, "application_view", row) == {"alba", "carmen"}
    assert allowed(cast, "application_decide", row) == {"alba"}
    assert allowed(cast, "application_withdraw", row) == {"carmen"}
    assert allowed(cast, "application_appeal", row) == {"carmen"}


def test_nothing_is_allowed_on_nothing(cast: Cast) -> None:
    for act in (*CONVENERS, "consultation_view", "apply", "application_view"):
        assert allowed(cast, act, None) == set()
