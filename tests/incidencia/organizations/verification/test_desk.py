"""The desk: asked with proof, decided with reasons, appealed once; both eligibilities shown apart (A8, G4, G8.II)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.deadlines.deadline import State as Clock
from incidencia.mail.models import Outgoing
from incidencia.organizations import services, speaking
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Organization, ProofFile, Verification
from incidencia.organizations.verification import asking, deciding, queries
from incidencia.organizations.verification.matters import CRITERIA, Matter, Proof, Result, proofs_for
from incidencia.organizations.verification.standing import State
from tests.factories import incidencia as make
from tests.incidencia.organizations.verification.conftest import Asker, refusal, refused, verified

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]
VERIFY = deciding.verification_decide


def state(organization: Organization, matter: Matter = Matter.EXISTENCE) -> State:
    """How a matter stands."""
    return next(one.state for one in queries.standings_of(organization) if one.matter == matter)


@pytest.mark.django_db(transaction=True)
@pytest.mark.guideline("A8")
def test_an_organization_asks_the_desk_verifies_and_the_public_page_says_so(
    client_of: Opener, alba: Person, bruno: Person, red_norte: Organization, agency: Agency,
    mailoutbox: list[EmailMessage],
) -> None:  # fmt: skip
    page = f"/en/organizaciones/{red_norte.pk}/"
    assert "not asked" in Client().get(page).content.decode()
    typed = {"proof": "register", "text": "CLUNI ABC secreta", "agency": agency.pk}
    browser = client_of(bruno)
    assert browser.get(f"{page}verificar/existence/").status_code == 200
    assert browser.post(f"{page}verificar/existence/", typed).status_code == 303
    row = Verification.objects.get()
    assert row.asked_as == "representante de Red Norte por la Salud, alcance: En todo"
    assert "being looked at" in Client().get(page).content.decode()

    desk = client_of(alba)
    assert "Red Norte por la Salud" in desk.get("/en/organizaciones/verificaciones/").content.decode()
    path = f"/en/organizaciones/verificaciones/{row.pk}/"
    assert "CLUNI ABC secreta" in desk.get(path).content.decode()
    assert desk.post(path, {"result": "verified"}).status_code == 303
    row.refresh_from_db()
    assert row.decided_by == alba
    assert row.decided_as == "Dirección de área, Dirección General de Asuntos Globales"
    assert [letter.to for letter in mailoutbox] == [[bruno.email]]
    assert f"/organizaciones/verificaciones/{row.pk}/" in str(mailoutbox[0].body)
    public = Client().get(page).content.decode()
    assert "by DGAG" in public
    assert "CLUNI ABC secreta" not in public
    assert speaking.voice_of(bruno, str(red_norte.pk)).is_verified


@pytest.mark.guideline("A8")
def test_each_criterion_of_the_delegation_has_its_own_proof_and_answer(
    alba: Person, bruno: Person, red_norte: Organization, ask: Asker
) -> None:
    VERIFY(verification=ask(red_norte, bruno), by=alba, result=Result.VERIFIED)
    refused(ask(red_norte, bruno, matter=Matter.EXPERIENCE, proof=Proof.RECORD), alba)
    ask(red_norte, bruno, matter=Matter.OTHER, proof=Proof.RECORD, which="Dos años en el tema")
    told = [(one.label, one.state) for one in queries.standings_of(red_norte)]
    assert [state for _label, state in told] == [
        State.VERIFIED, State.NOT_ASKED, State.NOT_ASKED, State.REFUSED, State.WAITING,
    ]  # fmt: skip
    assert told[-1][0] == "Dos años en el tema"
    assert queries.is_verified(red_norte)
    assert not queries.meets(red_norte, Matter.EXPERIENCE)


@pytest.mark.guideline("A8")
def test_the_page_says_that_information_and_dialogue_are_open_to_all(client: Client, red_norte: Organization) -> None:
    page = client.get(f"/en/organizaciones/{red_norte.pk}/").content.decode()
    assert "Information and dialogue are open to every organization, verified or not (A8)." in page
    assert "They gate the delegation only (A8)." in page


@pytest.mark.guideline("G4")
@pytest.mark.parametrize("matter", [Matter.EXISTENCE, *CRITERIA])
def test_a_community_is_never_asked_for_a_deed(
    client_of: Opener, carmen: Person, community: Organization, ask: Asker, matter: Matter
) -> None:
    assert not {Proof.DEED, Proof.REGISTER} & set(proofs_for(matter, Category.INDIGENOUS))
    page = client_of(carmen).get(f"/en/organizaciones/{community.pk}/verificar/{matter.value}/").content.decode()
    assert "Letter of the authority" in page
    assert "Deed" not in page
    assert refusal(ask, community, carmen, matter=matter, proof=Proof.DEED) == "proof-not-of-the-category"
    ask(community, carmen, matter=matter, proof=Proof.LETTER, which="Uno", text="Acta de asamblea, 3 de mayo")


@pytest.mark.guideline("G4")
@pytest.mark.parametrize("category", [one for one in Category if one is not Category.CITIZEN])
def test_every_category_has_a_proof_of_its_own(category: Category) -> None:
    proofs = proofs_for(Matter.EXISTENCE, category)
    assert proofs
    assert (Proof.VOUCHERS in proofs) is (category in {Category.SOCIAL, Category.PEER_SUPPORT, Category.OTHER})


@pytest.mark.guideline("G8.II")
def test_a_refusal_names_the_requirement_and_is_appealed_once_before_somebody_else(
    alba: Person, bruno: Person, dora: Person, red_norte: Organization, agency: Agency, ask: Asker
) -> None:
    row = ask(red_norte, bruno)
    for missing in ({"rule": "", "reason": "No"}, {"rule": "G4", "reason": "  "}):
        code = refusal(VERIFY, verification=row, by=alba, result=Result.REFUSED, **missing)
        assert code == "refusal-without-reason"
    refused(row, alba)
    assert state(red_norte) is State.REFUSED
    appeal = asking.verification_appeal(verification=row, by=bruno, text="Sí está en el registro.")
    assert state(red_norte) is State.WAITING
    assert refusal(VERIFY, verification=appeal, by=alba, result=Result.VERIFIED) == "decides-own-appeal"
    assert refusal(asking.verification_appeal, verification=row, by=bruno, text="Otra") == "appealed-already"
    make.office(agency, dora)
    refused(appeal, dora)
    assert refusal(asking.verification_appeal, verification=appeal, by=bruno, text="Otra") == "appealed-already"
    assert state(red_norte) is State.REFUSED
    again = ask(red_norte, bruno, text="Registro 456")
    VERIFY(verification=again, by=alba, result=Result.VERIFIED)
    assert state(red_norte) is State.VERIFIED


def test_the_letter_of_a_refusal_says_what_why_and_what_to_do(
    client_of: Opener, alba: Person, bruno: Person, red_norte: Organization, ask: Asker
) -> None:
    bruno.language = "en"
    bruno.save()
    row = refused(ask(red_norte, bruno), alba)
    letter = Outgoing.objects.get()
    for said in ("Requirement not met: G4.", "No se encontró el registro.", "appeal once", "dialogue stay open"):
        assert said in letter.text
    page = client_of(bruno).get(f"/en/organizaciones/verificaciones/{row.pk}/").content.decode()
    assert "Appeal it" in page
    assert "No se encontró el registro." not in Client().get(f"/en/organizaciones/{red_norte.pk}/").content.decode()


def test_a_refusal_without_reason_keeps_what_was_typed(
    client_of: Opener, alba: Person, bruno: Person, red_norte: Organization, ask: Asker
) -> None:
    path = f"/en/organizaciones/verificaciones/{ask(red_norte, bruno).pk}/"
    answer = client_of(alba).post(path, {"result": "refused", "rule": "G17", "reason": ""})
    assert answer.status_code == 422
    assert '<option value="G17" selected>' in answer.content.decode()
    assert client_of(alba).post(path, {"result": "refused", "rule": "inventada", "reason": "x"}).status_code == 422


def test_nobody_decides_on_their_own_organization(
    client_of: Opener, alba: Person, bruno: Person, root: Person, red_norte: Organization, ask: Asker
) -> None:
    row = ask(red_norte, bruno)
    for person in (alba, root):
        make.representation(red_norte, person)
        assert refusal(VERIFY, verification=row, by=person, result=Result.VERIFIED) == "decides-on-its-own"
    path = f"/organizaciones/verificaciones/{row.pk}/"
    assert client_of(alba).post(path, {"result": "verified"}).status_code == 403


def test_only_the_desk_that_was_asked_decides(
    bruno: Person, carmen: Person, dora: Person, root: Person, red_norte: Organization, ask: Asker
) -> None:
    row = ask(red_norte, bruno)
    make.agency("OTRA", coordinator=dora)
    for person in (carmen, dora, bruno):
        assert refusal(VERIFY, verification=row, by=person, result=Result.VERIFIED) == "not-at-the-desk"
    assert VERIFY(verification=row, by=root, result=Result.VERIFIED).decided_as == "administración de la plataforma"


def test_what_waits_or_is_verified_is_not_asked_twice(
    alba: Person, bruno: Person, red_norte: Organization, ask: Asker
) -> None:
    row = ask(red_norte, bruno)
    assert refusal(ask, red_norte, bruno) == "verification-waits"
    asking.verification_withdraw(verification=row, by=bruno)
    assert state(red_norte) is State.NOT_ASKED
    assert refusal(VERIFY, verification=row, by=alba, result=Result.VERIFIED) == "verification-over"
    VERIFY(verification=ask(red_norte, bruno), by=alba, result=Result.VERIFIED)
    assert refusal(ask, red_norte, bruno) == "verified-already"


def test_what_says_nothing_is_refused(
    bruno: Person, carmen: Person, red_norte: Organization, agency: Agency, ask: Asker
) -> None:
    assert refusal(ask, red_norte, bruno, text="  ") == "proof-says-nothing"
    assert refusal(ask, red_norte, bruno, matter=Matter.OTHER, proof=Proof.RECORD) == "criterion-without-name"
    assert refusal(ask, red_norte, carmen) == "speaks-not-for-it"
    agency.coordinators.get().cut_short()
    assert refusal(ask, red_norte, bruno) == "desk-without-people"


@pytest.mark.guideline("A8")
def test_another_name_or_category_is_verified_anew(
    alba: Person, bruno: Person, agency: Agency, red_norte: Organization
) -> None:
    other = verified("Colectivo", bruno, agency, alba)
    described: Any = {
        "name": "Consejo Nacional", "acronym": "", "category": "cso", "category_other": "", "cluni": "", "state": "",
        "about": "", "is_network": False,
    }  # fmt: skip
    changed = services.organization_edit(organization=other, description=described)
    assert state(changed) is State.CHANGED
    assert not queries.is_verified(changed)
    assert not speaking.voice_of(bruno, str(other.pk)).is_verified


def test_the_clock_counts_business_days_and_says_when_it_is_overdue(
    alba: Person, bruno: Person, red_norte: Organization, ask: Asker, settings: Any
) -> None:
    settings.VERIFICATION_DAYS = 10
    row = ask(red_norte, bruno)
    (waiting,) = queries.desk_of(alba)
    assert waiting.state in (Clock.RUNNING, Clock.NEAR)
    assert waiting.left is not None
    Verification.objects.filter(pk=row.pk).update(ready_at=clock.now() - timedelta(days=40))
    (waiting,) = queries.desk_of(alba)
    assert waiting.state is Clock.OVERDUE
    VERIFY(verification=row, by=alba, result=Result.VERIFIED)
    assert queries.desk_of(alba) == []
    assert list(queries.decided_by_desk(alba)) == [row]


@pytest.mark.parametrize("rows", [3, 30])
def test_the_desk_costs_the_same_for_few_and_many(
    client_of: Opener, alba: Person, bruno: Person, ask: Asker, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        ask(make.organization(f"Organización {number}", by=bruno), bruno)
    with django_assert_num_queries(3):  # what waits, vouchers, closed days
        assert len([(one.left, one.given) for one in queries.desk_of(alba)]) == rows


def test_a_proof_can_be_a_file_that_only_the_two_sides_get(
    client_of: Opener, alba: Person, bruno: Person, carmen: Person, red_norte: Organization, agency: Agency,
    settings: Any, tmp_path: Any,
) -> None:  # fmt: skip
    settings.MEDIA_ROOT = tmp_path
    sent = SimpleUploadedFile("acta.txt", b"Acta constitutiva n\xc3\xbamero 7", "text/plain")
    path = f"/en/organizaciones/{red_norte.pk}/verificar/existence/"
    typed = {"proof": "deed", "agency": agency.pk, "attachments": sent}
    assert client_of(bruno).post(path, typed).status_code == 303
    file = ProofFile.objects.get()
    got = f"/organizaciones/pruebas/{file.pk}/"
    for person in (alba, bruno):
        answer = client_of(person).get(got)
        assert answer.status_code == 200
        assert "attachment" in answer["Content-Disposition"]
    assert client_of(carmen).get(got).status_code == 403
    assert Client().get(got).status_code == 302
    liar = SimpleUploadedFile("acta.pdf", b"MZ no es un PDF", "application/pdf")
    again = client_of(bruno).post(
        f"/en/organizaciones/{red_norte.pk}/verificar/constituted/", {**typed, "attachments": liar, "text": "Queda"}
    )
    assert again.status_code == 422
    assert "Queda" in again.content.decode()
    assert ProofFile.objects.count() == 1


@pytest.mark.engine
@pytest.mark.parametrize(
    "wrong",
    [
        {"result": "verified"},  # by nobody
        {"result": "refused", "rule": "G4", "reason": ""},
        {"result": "refused", "rule": "", "reason": "No"},
        {"result": "verified", "ready_at": None},
        {"matter": "other", "which": ""},
        {"category_then": "indigenous", "proof": "deed"},
    ],
)
def test_the_database_refuses_what_must_never_be(
    alba: Person, bruno: Person, red_norte: Organization, ask: Asker, wrong: dict[str, Any]
) -> None:
    row = ask(red_norte, bruno)
    if wrong.get("result") and len(wrong) > 1:
        wrong |= {"decided_by": alba, "decided_as": "x", "decided_at": clock.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Verification.objects.filter(pk=row.pk).update(**wrong)


@pytest.mark.engine
def test_the_database_refuses_the_same_question_waiting_twice(
    bruno: Person, red_norte: Organization, ask: Asker
) -> None:
    row = ask(red_norte, bruno)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
