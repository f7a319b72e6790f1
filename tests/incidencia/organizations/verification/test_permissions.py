"""Who sees and does what at the desk: every page walks every role, with something that could leak."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency, Organization, Verification, Voucher
from incidencia.organizations.verification import asking, vouching
from incidencia.organizations.verification.matters import Matter, Proof
from tests.conftest import Cast
from tests.factories import incidencia as make
from tests.incidencia.organizations.verification.conftest import Asker, refused, verified

pytestmark = pytest.mark.django_db
SECRET = "Escritura 4711 de la notaría 9"


@pytest.fixture
def roles(cast: Cast, red_norte: Organization) -> Cast:
    """nobody, an outsider, a representative, one of another, a coordinator, one of another agency, a superuser."""
    make.organization("Colectivo", by=cast["dora"])  # type: ignore[arg-type]
    make.agency("OTRA", coordinator=cast["elias"])  # type: ignore[arg-type]
    told = {
        "nobody": "nobody", "outsider": "carmen", "representative": "bruno", "of another": "dora",
        "coordinator": "alba", "of another agency": "elias", "superuser": "root",
    }  # fmt: skip
    return {role: cast[name] for role, name in told.items()}


@pytest.fixture
def row(ask: Asker, red_norte: Organization, bruno: Person) -> Verification:
    """A question with a proof that must not leak."""
    return ask(red_norte, bruno, text=SECRET)


def opened(client_of: Callable[[Any], Client], roles: Cast, path: str) -> dict[str, int]:
    """The answer each role gets, and that none but those who may read it gets the proof."""
    answers = {}
    for role, person in roles.items():
        answer = client_of(person).get(path)
        answers[role] = answer.status_code
        if answer.status_code != 200 or role in ("nobody", "outsider", "of another", "of another agency"):
            assert SECRET not in answer.content.decode(), role
    return answers


def those(answers: dict[str, int], status: int = 200) -> set[str]:
    return {role for role, code in answers.items() if code == status}


def test_the_public_page_is_everybodys_and_never_shows_the_proof(
    client_of: Callable[[Any], Client], roles: Cast, row: Verification
) -> None:
    path = f"/organizaciones/{row.organization_id}/"
    for role, person in roles.items():
        page = client_of(person).get(path)
        assert page.status_code == 200
        assert SECRET not in page.content.decode()
        assert ("/verificar/" in page.content.decode()) is (role == "representative")


def test_the_desk(client_of: Callable[[Any], Client], roles: Cast, row: Verification) -> None:
    answers = opened(client_of, roles, "/organizaciones/verificaciones/")
    assert those(answers) == {"coordinator", "of another agency", "superuser"}
    assert those(answers, 302) == {"nobody"}
    other = client_of(roles["of another agency"]).get("/organizaciones/verificaciones/").content.decode()
    assert "Red Norte" not in other


def test_a_question_and_its_proof(client_of: Callable[[Any], Client], roles: Cast, row: Verification) -> None:
    path = f"/organizaciones/verificaciones/{row.pk}/"
    answers = opened(client_of, roles, path)
    assert those(answers) == {"representative", "coordinator", "superuser"}
    assert those(answers, 302) == {"nobody"}
    for role in ("nobody", "outsider", "representative", "of another", "of another agency"):
        status = client_of(roles[role]).post(path, {"result": "verified"}).status_code
        assert status == (302 if role == "nobody" else 403), role
    row.refresh_from_db()
    assert row.result == ""


@pytest.mark.parametrize("matter", list(Matter))
def test_asking(client_of: Callable[[Any], Client], roles: Cast, red_norte: Organization, matter: Matter) -> None:
    path = f"/organizaciones/{red_norte.pk}/verificar/{matter.value}/"
    assert those(opened(client_of, roles, path)) == {"representative"}
    for role, person in roles.items():
        if role != "representative":
            answer = client_of(person).post(path, {"proof": "register", "text": "x"})
            assert answer.status_code == (302 if role == "nobody" else 403)
    assert not Verification.objects.exists()
    assert client_of(roles["representative"]).get(f"/organizaciones/{red_norte.pk}/verificar/x/").status_code == 404


def test_withdrawing_and_appealing(
    client_of: Callable[[Any], Client], roles: Cast, row: Verification, alba: Person, bruno: Person, ask: Asker
) -> None:
    for role, person in roles.items():
        if role != "representative":
            answer = client_of(person).post(f"/organizaciones/verificaciones/{row.pk}/retirar/")
            assert answer.status_code == (302 if role == "nobody" else 403), role
    refused(row, alba)
    path = f"/organizaciones/verificaciones/{row.pk}/apelar/"
    assert those(opened(client_of, roles, path)) == {"representative"}
    assert client_of(bruno).post(path, {"text": ""}).status_code == 422
    assert client_of(bruno).post(path, {"text": "No es así"}).status_code == 303
    assert client_of(bruno).post(path, {"text": "Otra vez"}).status_code == 422
    appeal = Verification.objects.get(appeal_of=row)
    decide = f"/organizaciones/verificaciones/{appeal.pk}/"
    assert client_of(alba).post(decide, {"result": "verified"}).status_code == 403
    assert client_of(bruno).post(f"{decide}retirar/").status_code == 303
    assert client_of(bruno).get(f"{decide}retirar/").status_code == 405


def test_vouchers(
    client_of: Callable[[Any], Client], cast: Cast, roles: Cast, peers: Organization, carmen: Person, alba: Person,
    agency: Agency, ask: Asker, fatima: Person,
) -> None:  # fmt: skip
    """The group asks; only those who speak for the organization asked answer."""
    question = ask(peers, carmen, proof=Proof.VOUCHERS, text="")
    known = verified("Conocida", fatima, agency, alba)
    path = f"/organizaciones/verificaciones/{question.pk}/avales/"
    for name, person in cast.items():
        status = client_of(person).post(path, {"organization": known.pk}).status_code
        assert status == (303 if name == "carmen" else 302 if name == "nobody" else 403), name
    voucher = Voucher.objects.get()
    for page in (f"/organizaciones/avales/{voucher.pk}/", f"/organizaciones/avales/{voucher.pk}/declinar/"):
        for name, person in cast.items():
            expected = 200 if name == "fatima" else 302 if name == "nobody" else 403
            assert client_of(person).get(page).status_code == expected, (name, page)
            if name != "fatima":
                assert client_of(person).post(page, {"sentence": "Sí"}).status_code == (
                    302 if name == "nobody" else 403
                )
    voucher.refresh_from_db()
    assert voucher.given is None
    assert client_of(carmen).post(path, {"organization": "²"}).status_code == 404
    vouching.voucher_refuse(voucher=voucher, by=fatima)
    asking.verification_withdraw(verification=question, by=carmen)


def test_whoever_stopped_speaking_reads_nothing_more(
    client_of: Callable[[Any], Client], row: Verification, bruno: Person
) -> None:
    bruno.representations.get().cut_short()
    assert client_of(bruno).get(f"/organizaciones/verificaciones/{row.pk}/").status_code == 403
