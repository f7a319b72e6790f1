"""A contribution on the spine: received once, its steps by acts, its followers told once."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from consultations.models import Consultation
from consultations.spine.models import TrailStep
from consultations.spine.services import step_carry, step_take
from consultations.trail import OutOfOrder, Step
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from incidencia.references.format import contribution_reference, parse, response_reference
from tests.factories import consultations
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]


@pytest.mark.engine
def test_an_act_takes_a_step_once_and_tells_once(
    operating: Consultation, bruno: Person, alba: Person, django_capture_on_commit_callbacks: Callable
) -> None:
    issue = make.raised(operating, bruno).contribution
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            step_take([issue], Step.DELIBERATED, act=f"{operating.reference}-S1", by=alba, acted_as="Dirección")
    assert issue.steps.filter(kind="deliberated").count() == 1
    assert [letter.to for letter in mail.outbox] == [[bruno.email]]


def test_what_came_of_an_agreement_is_a_step_on_each_trail_that_led_to_it(
    operating: Consultation, bruno: Person, alba: Person
) -> None:
    agreed, debated = (make.raised(operating, bruno, title).contribution for title in ("Uno", "Dos"))
    session, told = f"{operating.reference}-S1", {"by": alba, "acted_as": "Dirección"}
    carried = {**told, "consultation": operating}
    step_take([agreed, debated], Step.DELIBERATED, act=session, **told)
    step_take([agreed], Step.AGREED, act=f"{session}-A1", **told)
    task = f"{operating.reference}-V-001"
    assert step_carry(f"{session}-A1", Step.VERIFIED, act=task, **carried) == []
    for _ in range(2):
        step_carry(f"{session}-A1", Step.IMPLEMENTED, act=task, **carried)
        step_carry(session, Step.IMPLEMENTED, act=task, **carried)
    assert step_carry(task, Step.VERIFIED, act=f"{operating.reference}-VI-001", **carried)
    assert [s.kind for s in agreed.steps.all()][-3:] == ["agreed", "implemented", "verified"]
    assert [s.kind for s in debated.steps.all()] == ["received", "deliberated"]


def test_no_step_is_carried_to_a_trail_of_another_process(
    operating: Consultation, agency: Agency, bruno: Person, alba: Person
) -> None:
    issue = make.raised(operating, bruno).contribution
    act, told = f"{operating.reference}-V-001", {"by": alba, "acted_as": "Dirección"}
    for step in (Step.DELIBERATED, Step.AGREED, Step.IMPLEMENTED):
        step_take([issue], step, act=act, **told)
    other = consultations.published(agency, alba)
    assert step_carry(act, Step.VERIFIED, consultation=other, act="X-VI-001", **told) == []
    assert step_carry(act, Step.VERIFIED, consultation=operating, act="X-VI-001", **told)


def test_a_step_out_of_order_is_not_taken_on_any(operating: Consultation, bruno: Person, alba: Person) -> None:
    issues = [make.raised(operating, bruno, title).contribution for title in ("Uno", "Dos")]
    with pytest.raises(OutOfOrder):
        step_take(issues, Step.AGREED, act=f"{operating.reference}-S1-A1", by=alba, acted_as="Dirección")
    assert TrailStep.objects.count() == 2


def test_the_database_keeps_one_receipt(operating: Consultation, bruno: Person) -> None:
    issue = make.raised(operating, bruno).contribution
    with pytest.raises(IntegrityError), transaction.atomic():
        TrailStep.objects.create(contribution=issue, kind="received", act="otro", by=bruno, acted_as="x")


def test_following_is_a_click_and_so_is_stopping(
    client_of: Browser, operating: Consultation, bruno: Person, carmen: Person
) -> None:
    path = f"/en/aportaciones/{make.raised(operating, bruno).contribution.reference}/"
    client = client_of(carmen)
    assert client.post(f"{path}seguir/").status_code == 303
    assert "You follow it" in client.get(path).content.decode()
    assert client.post(f"{path}dejar/").status_code == 303
    assert "You follow it" not in client.get(path).content.decode()


def test_a_reference_leads_to_the_page(client_of: Browser, operating: Consultation, bruno: Person) -> None:
    issue = make.raised(operating, bruno).contribution
    answer = client_of(bruno).get(f"/r/{issue.reference.lower()}")
    assert answer.headers["Location"].endswith(f"/aportaciones/{issue.reference}/")


@given(st.sampled_from(["I", "II", "III", "IV", "V", "VI", "P"]), st.integers(1, 999_999))
def test_references_are_read_as_they_are_written(level: str, number: int) -> None:
    for written in (
        contribution_reference("MEC-2026-014", level, number), response_reference("MEC-2026-014", number)
    ):  # fmt: skip
        assert str(parse(written)) == written
