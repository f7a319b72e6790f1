"""Two independent vouchers of verified organizations stand for a group without register (G4)."""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.organizations import affiliating
from incidencia.organizations.models import Agency, Organization, Verification, Voucher
from incidencia.organizations.verification import deciding, vouching
from incidencia.organizations.verification.matters import Proof, Result
from tests.factories import incidencia as make
from tests.incidencia.organizations.verification.conftest import Asker, refusal, verified

pytestmark = [pytest.mark.django_db, pytest.mark.guideline("G4")]
Opener = Callable[[Person], Client]


@pytest.fixture
def asked(ask: Asker, peers: Organization, carmen: Person) -> Verification:
    """The peer-support group asks, with vouchers as proof."""
    return ask(peers, carmen, proof=Proof.VOUCHERS, text="")


def give(row: Verification, organization: Organization, asker: Person, giver: Person) -> Voucher:
    """A voucher asked and given."""
    voucher = vouching.voucher_ask(verification=row, organization=organization, by=asker)
    return vouching.voucher_give(voucher=voucher, by=giver, sentence="Trabajamos con el grupo desde 2019.")


@pytest.mark.django_db(transaction=True)
def test_two_verified_organizations_vouch_and_the_clock_starts_with_the_second(
    client_of: Opener, alba: Person, bruno: Person, carmen: Person, dora: Person, agency: Agency,
    asked: Verification, mailoutbox: list[EmailMessage],
) -> None:  # fmt: skip
    first, second = verified("Uno", bruno, agency, alba), verified("Dos", dora, agency, alba)
    page = f"/en/organizaciones/verificaciones/{asked.pk}/"
    assert "Uno" in client_of(carmen).get(page, {"q": "uno"}).content.decode()
    for organization in (first, second):
        assert client_of(carmen).post(f"{page}avales/", {"organization": organization.pk}).status_code == 303
    assert [letter.to for letter in mailoutbox] == [[bruno.email], [dora.email]]
    assert client_of(alba).post(page, {"result": "verified"}).status_code == 422
    for person, voucher in zip((bruno, dora), asked.vouchers.all(), strict=True):
        asked.refresh_from_db()
        assert asked.ready_at is None
        path = f"/en/organizaciones/avales/{voucher.pk}/"
        assert f"organizaciones/avales/{voucher.pk}/" in client_of(person).get("/organizaciones/").content.decode()
        assert client_of(person).post(path, {"sentence": ""}).status_code == 422
        assert client_of(person).post(path, {"sentence": "Los conozco."}).status_code == 303
        assert client_of(person).get(path).status_code == 200
    asked.refresh_from_db()
    assert asked.ready_at is not None
    assert client_of(alba).post(page, {"result": "verified"}).status_code == 303
    public = Client().get(f"/en/organizaciones/{asked.organization_id}/").content.decode()
    assert "verified" in public
    assert "Los conozco." not in public


def test_the_same_person_does_not_vouch_twice(
    alba: Person, bruno: Person, carmen: Person, agency: Agency, asked: Verification
) -> None:
    give(asked, verified("Uno", bruno, agency, alba), carmen, bruno)
    again = vouching.voucher_ask(verification=asked, organization=verified("Dos", bruno, agency, alba), by=carmen)
    assert refusal(vouching.voucher_give, voucher=again, by=bruno, sentence="Sí") == "voucher-same-person"


@pytest.mark.guideline("A8")
@pytest.mark.parametrize("second", ["the network", "another member"])
def test_two_vouchers_from_one_network_count_once(
    alba: Person, bruno: Person, carmen: Person, dora: Person, elias: Person, agency: Agency, asked: Verification,
    second: str,
) -> None:  # fmt: skip
    network = verified("Red", dora, agency, alba, is_network=True)
    members = [verified("Uno", bruno, agency, alba), verified("Dos", elias, agency, alba)]
    for member, speaker in zip(members, (bruno, elias), strict=True):
        proposed = affiliating.affiliation_propose(network=network, member=member, by=dora)
        affiliating.affiliation_accept(affiliation=proposed, by=speaker)
    give(asked, members[0], carmen, bruno)
    give(asked, *((network, carmen, dora) if second == "the network" else (members[1], carmen, elias)))
    asked.refresh_from_db()
    assert vouching.counted(asked.vouchers.all()) == 1
    assert asked.ready_at is None
    code = refusal(deciding.verification_decide, verification=asked, by=alba, result=Result.VERIFIED)
    assert code == "proof-incomplete"
    outside = make.person("Flor Nava")
    give(asked, verified("Tres", outside, agency, alba), carmen, outside)
    asked.refresh_from_db()
    assert vouching.counted(asked.vouchers.all()) == 2
    assert asked.ready_at is not None


def test_only_verified_organizations_vouch(
    alba: Person, bruno: Person, carmen: Person, agency: Agency, red_norte: Organization, asked: Verification
) -> None:
    known = verified("Uno", bruno, agency, alba)
    voucher = vouching.voucher_ask(verification=asked, organization=known, by=carmen)
    known.verifications.update(name_then="otro nombre")
    refused = [
        refusal(vouching.voucher_ask, verification=asked, organization=red_norte, by=carmen),
        refusal(vouching.voucher_give, voucher=voucher, by=bruno, sentence="Sí"),
    ]
    assert refused == ["voucher-not-verified"] * 2


def test_who_may_not_vouch(
    alba: Person, bruno: Person, carmen: Person, dora: Person, agency: Agency, peers: Organization,
    asked: Verification,
) -> None:  # fmt: skip
    known = verified("Uno", bruno, agency, alba)
    voucher = vouching.voucher_ask(verification=asked, organization=known, by=carmen)
    ask, say = vouching.voucher_ask, vouching.voucher_give
    assert refusal(ask, verification=asked, organization=known, by=carmen) == "voucher-asked"
    assert refusal(ask, verification=asked, organization=peers, by=carmen) == "voucher-of-its-own"
    assert refusal(ask, verification=asked, organization=known, by=bruno) == "speaks-not-for-it"
    assert refusal(say, voucher=voucher, by=dora, sentence="Sí") == "speaks-not-for-it"
    make.representation(peers, bruno)
    assert refusal(say, voucher=voucher, by=bruno, sentence="Sí") == "voucher-of-its-own"
    assert refusal(say, voucher=voucher, by=bruno, sentence=" ") == "voucher-says-nothing"


def test_whoever_declines_can_be_replaced_by_another(
    client_of: Opener, alba: Person, bruno: Person, carmen: Person, agency: Agency, asked: Verification
) -> None:
    voucher = vouching.voucher_ask(verification=asked, organization=verified("Uno", bruno, agency, alba), by=carmen)
    path = f"/en/organizaciones/avales/{voucher.pk}/declinar/"
    assert client_of(bruno).get(path).status_code == 200
    assert client_of(bruno).post(path).status_code == 303
    assert refusal(vouching.voucher_give, voucher=voucher, by=bruno, sentence="Sí") == "voucher-answered"
    assert "declined" in client_of(carmen).get(f"/en/organizaciones/verificaciones/{asked.pk}/").content.decode()


def test_a_register_is_not_proved_by_vouchers(
    alba: Person, bruno: Person, dora: Person, agency: Agency, red_norte: Organization, ask: Asker
) -> None:
    row = ask(red_norte, bruno)
    other = verified("Uno", dora, agency, alba)
    assert refusal(vouching.voucher_ask, verification=row, organization=other, by=bruno) == "proof-is-another"
    assert refusal(ask, other, dora, proof=Proof.VOUCHERS, text="") == "proof-not-of-the-category"


@pytest.mark.engine
def test_the_database_refuses_two_vouchers_of_one_person_or_one_organization(
    alba: Person, bruno: Person, carmen: Person, agency: Agency, asked: Verification
) -> None:
    first, second = verified("Uno", bruno, agency, alba), verified("Dos", bruno, agency, alba)
    give(asked, first, carmen, bruno)
    answered = {"person": bruno, "answered_as": "x", "answered_at": clock.now()}
    for wrong in (
        {"organization": second, "given": True, "sentence": "Sí", **answered},  # the same person
        {"organization": first},  # the same organization
        {"organization": second, "given": True, "sentence": "", **answered},
        {"organization": second, "given": False},  # by nobody
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Voucher.objects.create(verification=asked, **wrong)
