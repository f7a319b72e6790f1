"""Invited and called: who came how, in public, and as a file (G19)."""

import csv
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from consultations.members import joining
from consultations.members.deciding import application_admit
from consultations.members.inviting import invitation_accept
from consultations.members.kinds import Side
from consultations.members.models import Membership
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.consultations.conftest import queries_of, refused, warm
from tests.factories import consultations as make
from tests.factories.many import copies, crowd

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


@pytest.fixture
def both(called: Consultation, alba: Person, bruno: Person, carmen: Person) -> Consultation:
    """Bruno came by the call, carmen by direct invitation."""
    application_admit(application=make.application(called, bruno), by=alba)
    sent = make.invited(called, carmen.email, side=Side.CIVIL, other_aspects="Habla ikoots.")
    invitation_accept(invitation=sent, by=carmen)
    return called


@pytest.mark.guideline("G19")
def test_the_table_says_who_was_called_and_who_invited_why_and_how_assessed(
    client_of: Browser, both: Consultation, nobody: Person
) -> None:
    page = client_of(nobody).get(f"/en/procesos/{both.reference}/integrantes/llegada/").content.decode()
    for said in ("By the call", "By direct invitation", "Nadie del campo respondió.", "Reconocida en el campo.",
                 "Veinte años de práctica.", "Habla ikoots."):  # fmt: skip
        assert said in page
    assert joining.counted(both) == joining.Counted(1, 1, 2)


@pytest.mark.parametrize("missing", ["why_direct", "career", "experience"])
def test_a_direct_invitation_without_reason_or_assessment_is_refused(called: Consultation, missing: str) -> None:
    with refused("direct-without-why"):
        make.invited(called, "otra@example.org", side=Side.CIVIL, **{missing: " "})


def test_whoever_is_invited_reads_first_what_is_published_about_it(
    client_of: Browser, called: Consultation, carmen: Person
) -> None:
    sent = make.invited(called, carmen.email, side=Side.CIVIL)
    page = client_of(carmen).get(f"/en/procesos/invitacion/{sent.token}/").content.decode()
    assert "What is published about this invitation (G19)" in page
    assert "Veinte años de práctica." in page


def test_the_members_are_a_file_that_no_spreadsheet_runs(
    client_of: Browser, both: Consultation, carmen: Person, nobody: Person
) -> None:
    Membership.objects.filter(person=carmen).update(capacity="=1+1")
    answer = client_of(nobody).get(f"/procesos/{both.reference}/integrantes/integrantes.csv")
    body = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[arg-type]
    rows = {row["name"]: row for row in csv.DictReader(body.splitlines())}
    assert rows[carmen.name]["capacity"] == "'=1+1"
    assert rows[carmen.name]["way"] == "invitation"
    assert rows[carmen.name]["experience"] == "Veinte años de práctica."
    assert carmen.email not in body


def test_table_and_file_cost_the_same_for_three_and_for_thirty(
    client_of: Browser, both: Consultation, alba: Person, bruno: Person
) -> None:
    client = warm(client_of(alba))
    pages = [f"/en/procesos/{both.reference}/integrantes/{page}" for page in ("llegada/", "", "integrantes.csv")]

    def read(page: str) -> None:
        answer = client.get(page)
        if answer.streaming:
            list(answer.streaming_content)  # type: ignore[arg-type]

    few = [queries_of(lambda page=page: read(page)) for page in pages]  # type: ignore[misc]
    people = crowd(28)
    copies(Membership.objects.get(person=bruno), 28, person_id=lambda n: people[n].pk, application_id=lambda n: None)
    assert [queries_of(lambda page=page: read(page)) for page in pages] == few  # type: ignore[misc]
