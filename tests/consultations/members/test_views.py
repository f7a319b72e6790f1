"""Pages of taking part."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from consultations.members.inviting import invitation_withdraw
from consultations.members.kinds import Side
from consultations.members.models import Application, Invitation, Membership
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency, Representation
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, warm
from tests.factories import consultations as make
from tests.factories.many import FEW, MANY, copies, crowd

pytestmark = pytest.mark.django_db
Browser = Callable[[Any], Client]


def at(consultation: Consultation, path: str = "") -> str:
    return f"/en/procesos/{consultation.reference}/{path}"


def filled(consultation: Consultation, **changes: str) -> dict[str, str]:
    answers = {f"requirement_{row.pk}": "Lo cumplo." for row in consultation.requirements.all()}
    said = {"speaks_for": "own", "category": "citizen", "motivation": "Porque sí.", "names_public": "on"}
    return {**said, **answers, **changes}


def test_who_has_not_signed_in_is_asked_to_and_comes_back(client: Client, called: Consultation) -> None:
    response = client.get(at(called, "participar/"))
    assert response.status_code == 302
    assert f"next={at(called, 'participar/')}" in response.url


def test_a_person_applies(client_of: Browser, called: Consultation, carmen: Person) -> None:
    response = client_of(carmen).post(at(called, "participar/"), filled(called))
    row = Application.objects.get()
    assert (response.status_code, response.url) == (303, at(called, f"postulaciones/{row.pk}/"))


def test_pressing_twice_applies_once_and_says_so(client_of: Browser, called: Consultation, carmen: Person) -> None:
    client = client_of(carmen)
    first, again = (client.post(at(called, "participar/"), filled(called)) for _ in range(2))
    assert first.url == again.url
    assert Application.objects.count() == 1
    assert "Nothing was sent twice" in client.get(again.url).content.decode()


def test_an_organization_is_chosen_among_those_one_speaks_for(
    client_of: Browser, called: Consultation, bruno: Person, voice: Representation
) -> None:
    client = client_of(bruno)
    assert "For Red Norte por la Salud" in client.get(at(called, "participar/")).content.decode()
    client.post(at(called, "participar/"), filled(called, speaks_for=str(voice.pk)))
    assert Application.objects.get().organization == voice.organization


def test_nobody_chooses_an_organization_they_do_not_speak_for(
    client_of: Browser, called: Consultation, carmen: Person, voice: Representation
) -> None:
    response = client_of(carmen).post(at(called, "participar/"), filled(called, speaks_for=str(voice.pk)))
    assert response.status_code == 422
    assert not Application.objects.exists()


@pytest.mark.guideline("G4")
def test_each_category_shows_its_definition(client_of: Browser, called: Consultation, carmen: Person) -> None:
    said = client_of(carmen).get(at(called, "participar/")).content.decode()
    assert "recognizes its own authorities" in said


def test_an_incomplete_application_keeps_what_was_typed(
    client_of: Browser, called: Consultation, carmen: Person
) -> None:
    sent = filled(called, names_public="", motivation="Mi razón")
    response = client_of(carmen).post(at(called, "participar/"), sent)
    assert response.status_code == 422
    assert "Mi razón" in response.content.decode()


def test_a_closed_call_says_when(client_of: Browser, agency: Agency, alba: Person, carmen: Person) -> None:
    made = make.published(agency, alba, opened=False)
    said = client_of(carmen).get(at(made, "participar/")).content.decode()
    assert "Applications are received from" in said
    assert "<textarea" not in said
    assert client_of(carmen).post(at(made, "participar/"), filled(made)).status_code == 422


def test_the_desk_asks_as_often_for_three_as_for_three_hundred(
    client_of: Browser, called: Consultation, alba: Person
) -> None:
    client = warm(client_of(alba))
    many = crowd(MANY)
    for one in many[:FEW]:
        row = make.application(called, one)
    few = queries_of(lambda: client.get(at(called, "postulaciones/")))
    more = copies(row, MANY - FEW, person=lambda n: many[FEW + n])
    for answer in row.answers.all():
        copies(answer, len(more), application=lambda n: more[n])
    assert queries_of(lambda: client.get(at(called, "postulaciones/"))) == few


def test_the_desk_shows_what_waits(client_of: Browser, called: Consultation, alba: Person, carmen: Person) -> None:
    client = client_of(alba)
    row = make.application(called, carmen)
    assert "Carmen Vela" in client.get(at(called, "postulaciones/")).content.decode()
    assert client.post(at(called, f"postulaciones/{row.pk}/"), {"act": "admit", "role": "member"}).status_code == 303
    client.get("/en/")  # the message that says so is shown once
    assert "Carmen Vela" not in client.get(at(called, "postulaciones/")).content.decode()
    assert "Carmen Vela" in client.get(at(called, "postulaciones/?show=all")).content.decode()
    assert Membership.objects.get().person == carmen


def test_an_application_is_read_by_two(client_of: Browser, cast: Cast, called: Consultation) -> None:
    row = make.application(called, cast["carmen"])
    for name, someone in cast.items():
        status = client_of(someone).get(at(called, f"postulaciones/{row.pk}/")).status_code
        assert status == {"alba": 200, "carmen": 200, "nobody": 302}.get(name, 404), name


@pytest.mark.parametrize("act", ["admit", "decline", "withdraw", "appeal"])
def test_acts_on_an_application_are_of_whom_they_are(
    client_of: Browser, called: Consultation, cast: Cast, act: str
) -> None:
    row = make.application(called, cast["carmen"])
    wrong = cast["carmen"] if act in ("admit", "decline") else cast["alba"]
    sent = {"act": act, "role": "member", "reason": "x", "text": "x", "requirement": called.requirements.first().pk}
    assert client_of(wrong).post(at(called, f"postulaciones/{row.pk}/"), sent).status_code == 403


def test_declining_without_requirement_keeps_the_reason(
    client_of: Browser, called: Consultation, alba: Person, carmen: Person
) -> None:
    row = make.application(called, carmen)
    response = client_of(alba).post(at(called, f"postulaciones/{row.pk}/"), {"act": "decline", "reason": "Mi razón"})
    assert response.status_code == 422
    assert "Mi razón" in response.content.decode()


def test_two_who_decide_at_once_are_told(
    client_of: Browser, called: Consultation, alba: Person, carmen: Person
) -> None:
    row = make.application(called, carmen)
    client = client_of(alba)
    client.post(at(called, f"postulaciones/{row.pk}/"), {"act": "admit", "role": "member"})
    again = client.post(at(called, f"postulaciones/{row.pk}/"), {"act": "admit", "role": "member"})
    assert again.status_code == 422
    assert "There is nothing to decide" in again.content.decode()


def test_the_applicant_appeals_and_withdraws(
    client_of: Browser, called: Consultation, alba: Person, carmen: Person
) -> None:
    row = make.application(called, carmen)
    path = at(called, f"postulaciones/{row.pk}/")
    requirement = called.requirements.first()
    client_of(alba).post(path, {"act": "decline", "requirement": requirement.pk, "reason": "Falta la carta."})
    said = client_of(carmen).get(path).content.decode()
    assert requirement.text_es in said
    assert "Falta la carta." in said
    assert client_of(carmen).post(path, {"act": "appeal", "text": "Iba adjunta."}).status_code == 303
    assert client_of(carmen).post(path, {"act": "withdraw"}).status_code == 303
    assert "Apply again" in client_of(carmen).get(path).content.decode()


def test_members_are_listed_with_how_they_joined(client: Client, called: Consultation, elias: Person) -> None:
    make.member(called, elias, side=Side.PUBLIC, appointment="Oficio 7")
    assert "Oficio 7" in client.get(at(called, "integrantes/")).content.decode()


def test_members_ask_as_often_for_three_as_for_three_hundred(client: Client, called: Consultation) -> None:
    many = crowd(MANY)
    for one in many[:FEW]:
        row = make.member(called, one)
    few = queries_of(lambda: client.get(at(called, "integrantes/")))
    copies(row, MANY - FEW, person=lambda n: many[FEW + n])
    assert queries_of(lambda: client.get(at(called, "integrantes/"))) == few


def test_inviting_from_the_page(client_of: Browser, called: Consultation, alba: Person) -> None:
    client = client_of(alba)
    sent = make.invitation_values(called, "elias@example.org")
    sent = {**sent, "agency": called.agency_id, "expires_at": f"{sent['expires_at']:%Y-%m-%dT%H:%M}"}
    assert client.post(at(called, "invitaciones/nueva/"), sent).status_code == 303
    token = Invitation.objects.get().token
    assert token in client.get(at(called, "invitaciones/")).content.decode()
    again = client.post(at(called, "invitaciones/nueva/"), sent)
    assert again.status_code == 422
    assert "already has an invitation" in again.content.decode()


@pytest.mark.guideline("G22")
def test_an_invitation_without_appointment_keeps_what_was_typed(
    client_of: Browser, called: Consultation, alba: Person
) -> None:
    sent = make.invitation_values(called, "elias@example.org", appointment="")
    sent = {**sent, "agency": called.agency_id, "expires_at": f"{sent['expires_at']:%Y-%m-%dT%H:%M}"}
    response = client_of(alba).post(at(called, "invitaciones/nueva/"), sent)
    assert response.status_code == 422
    assert "elias@example.org" in response.content.decode()


def test_invitations_ask_as_often_for_three_as_for_three_hundred(
    client_of: Browser, called: Consultation, alba: Person
) -> None:
    client = warm(client_of(alba))
    for number in range(FEW):
        row = make.invited(called, f"p{number}@example.org")
    few = queries_of(lambda: client.get(at(called, "invitaciones/")))
    copies(row, MANY - FEW, token=lambda n: f"token-{n}", email=lambda n: f"more{n}@example.org")
    assert queries_of(lambda: client.get(at(called, "invitaciones/"))) == few


def test_the_link_asks_to_sign_in_and_comes_back(client: Client, called: Consultation) -> None:
    path = f"/en/procesos/invitacion/{make.invited(called, 'elias@example.org').token}/"
    said = client.get(path).content.decode()
    assert f"?next={path}" in said
    assert client.post(path).status_code == 302
    assert not Membership.objects.exists()


def test_the_link_joins_whom_it_invites(
    client_of: Browser, called: Consultation, elias: Person, carmen: Person
) -> None:
    path = f"/en/procesos/invitacion/{make.invited(called, elias.email).token}/"
    stranger = client_of(carmen).get(path)
    assert stranger.status_code == 409
    assert "another e-mail" in stranger.content.decode()
    assert client_of(elias).post(path).status_code == 303
    assert client_of(elias).get(path).url == at(called)
    assert Membership.objects.get().person == elias


def test_a_dead_link_says_so_plainly(client: Client, called: Consultation, alba: Person) -> None:
    sent = invitation_withdraw(invitation=make.invited(called, "elias@example.org"), by=alba)
    response = client.get(f"/en/procesos/invitacion/{sent.token}/")
    assert response.status_code == 409
    assert "has been withdrawn" in response.content.decode()
    assert client.get("/en/procesos/invitacion/unknown/").status_code == 404
