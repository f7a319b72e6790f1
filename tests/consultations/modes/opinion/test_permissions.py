"""Who may send, sign, correct, answer and judge: before, during and after the window, for everybody."""

from datetime import timedelta

import pytest
import time_machine

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.opinion.models import ResponseTo
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import allowed, refused
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
SENDERS = {"bruno", "carmen", "fatima", "root"}
EVERYBODY = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root", "nobody"}


def test_questions_are_written_while_the_activity_is_a_draft(seated: Cast, operating: Consultation) -> None:
    draft = make.asked(operating, seated["alba"], publish=False)
    assert allowed(seated, "question_write", draft) == {"alba"}
    assert allowed(seated, "submission_send", draft) == set()
    assert allowed(seated, "question_write", make.asked(operating, seated["alba"])) == set()


def test_anybody_with_an_account_sends_but_those_who_answer(seated: Cast, asking: Activity) -> None:
    assert allowed(seated, "submission_send", asking) == SENDERS


def test_where_only_members_read_only_members_send(seated: Cast, operating: Consultation) -> None:
    closed = make.asked(operating, seated["alba"], visibility="members")
    assert allowed(seated, "submission_send", closed) == {"bruno", "fatima"}
    assert allowed(seated, "activity_read_sent", closed) == {"alba", "bruno", "dora", "elias", "fatima"}
    sent = make.sent(make.where(closed), seated["bruno"])
    assert allowed(seated, "contribution_view", sent.contribution) == {"alba", "bruno", "dora", "elias", "fatima"}
    assert allowed(seated, "submission_sign", sent) == {"fatima"}


@pytest.mark.parametrize(("days", "code"), [(1, "not-open-yet"), (11, "closed")])
def test_nothing_is_sent_before_and_after_the_window(
    seated: Cast, operating: Consultation, days: int, code: str
) -> None:
    activity = make.asked(operating, seated["alba"], opens_at=now() + timedelta(days=2))
    with time_machine.travel(now() + timedelta(days=days)), refused(code):
        make.sent(make.where(activity), seated["carmen"])
    assert not activity.contributions.exists()


def test_issues_are_raised_by_anybody_at_any_time_but_by_those_who_answer(
    seated: Cast, operating: Consultation
) -> None:
    assert allowed(seated, "issue_raise", operating) == SENDERS
    assert operating.ends_at
    with time_machine.travel(operating.ends_at + timedelta(days=1)):
        assert allowed(seated, "issue_raise", operating) == set()


def test_what_was_sent_is_corrected_and_proved_by_its_author(seated: Cast, asking: Activity) -> None:
    sent = make.sent(make.where(asking), seated["carmen"])
    for act in ("submission_correct", "submission_receipt"):
        assert allowed(seated, act, sent) == {"carmen"}
    assert allowed(seated, "submission_sign", sent) == SENDERS - {"carmen"}
    assert allowed(seated, "contribution_view", sent.contribution) == EVERYBODY


def test_officials_answer_and_who_convenes_signs(seated: Cast, operating: Consultation, asking: Activity) -> None:
    response = make.drafted([make.sent(make.where(asking), seated["carmen"])], seated["dora"])
    assert allowed(seated, "answer_desk", operating) == {"alba", "dora", "elias"}
    assert allowed(seated, "response_edit", response) == {"alba", "dora", "elias"}
    assert allowed(seated, "response_write", response) == {"alba", "dora", "elias"}
    assert allowed(seated, "response_view", response) == {"alba", "dora", "elias"}
    assert allowed(seated, "response_sign", response) == {"alba"}


def test_a_published_response_is_read_by_everybody_and_judged_by_the_author(seated: Cast, asking: Activity) -> None:
    sent = make.sent(make.where(asking), seated["carmen"])
    out = make.answered([sent], drafter=seated["dora"], reader=seated["elias"], signer=seated["alba"])
    assert allowed(seated, "response_view", out) == EVERYBODY
    assert allowed(seated, "verdict_give", ResponseTo.objects.get()) == {"carmen"}


def test_nothing_is_allowed_on_nothing(seated: Cast) -> None:
    acts = (
        "question_write", "submission_send", "issue_raise", "submission_sign", "answer_desk", "response_view",
        "response_write",
    )  # fmt: skip
    for act in acts:
        assert allowed(seated, act, None) == set()
