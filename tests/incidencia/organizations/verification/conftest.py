"""Organizations that ask, organizations that vouch, and a desk."""

from collections.abc import Callable
from typing import Any

import pytest

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Organization, Verification
from incidencia.organizations.verification import asking, deciding
from incidencia.organizations.verification.matters import Matter, Proof, Result
from incidencia.web.refusals import Refused
from tests.factories import incidencia as make

Asker = Callable[..., Verification]


@pytest.fixture
def ask(agency: Agency) -> Asker:
    """`ask(organization, by)`: a question to the desk of the agency, by a register unless said otherwise."""

    def asked(organization: Organization, by: Person, **terms: Any) -> Verification:
        known: dict[str, Any] = {"matter": Matter.EXISTENCE, "proof": Proof.REGISTER, "text": "Registro 123"}
        return asking.verification_ask(organization=organization, by=by, **{"agency": agency, **known, **terms})

    return asked


@pytest.fixture
def peers(carmen: Person) -> Organization:
    """A peer-support group for which carmen speaks."""
    return make.organization("Grupo de Pares", by=carmen, category=Category.PEER_SUPPORT)


@pytest.fixture
def community(carmen: Person) -> Organization:
    """An indigenous community for which carmen speaks."""
    return make.organization("Comunidad de la Sierra", by=carmen, category=Category.INDIGENOUS)


def verified(name: str, by: Person, agency: Agency, desk: Person, **fields: Any) -> Organization:
    """An organization that the desk verified."""
    made = make.organization(name, by=by, **fields)
    Verification.objects.create(
        organization=made, matter=Matter.EXISTENCE, agency=agency, proof=Proof.REGISTER, text="Registro 9",
        name_then=made.folded_name, category_then=made.category, asked_by=by, asked_as="x", ready_at=clock.now(),
        result=Result.VERIFIED, decided_by=desk, decided_as="x", decided_at=clock.now(),
    )  # fmt: skip
    return made


def refused(row: Verification, by: Person) -> Verification:
    """The same, refused by the desk."""
    return deciding.verification_decide(
        verification=row, by=by, result=Result.REFUSED, rule="G4", reason="No se encontró el registro."
    )


def refusal(act: Callable[..., Any], *args: Any, **terms: Any) -> str:
    """The code with which an act is refused, with words for people."""
    with pytest.raises(Refused) as caught:
        act(*args, **terms)
    assert caught.value.message
    assert caught.value.rule or caught.value.advice
    return caught.value.code
