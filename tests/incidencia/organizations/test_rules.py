"""Who may do what: each permission walks the whole cast. What is not granted is denied."""

from typing import Any

import pytest

from incidencia.organizations import queries
from incidencia.organizations.models import Agency, Organization
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
SIGNED_IN = {"alba", "bruno", "carmen", "dora", "elias", "fatima", "root"}


def allowed(cast: Cast, permission: str, on: Any = None) -> set[str]:
    """The names of those who hold the permission."""
    return {name for name, someone in cast.items() if someone.has_perm(permission, on)}


def test_organization_register(cast: Cast) -> None:
    assert allowed(cast, "organizations.organization_register") == SIGNED_IN


@pytest.mark.parametrize("act", ["organization_edit", "organization_speak", "representation_offer"])
def test_acts_of_representatives(cast: Cast, red_norte: Organization, act: str) -> None:
    assert allowed(cast, f"organizations.{act}", red_norte) == {"bruno"}


@pytest.mark.parametrize("act", ["organization_edit", "organization_speak"])
def test_acts_of_representatives_end_with_the_representation(cast: Cast, red_norte: Organization, act: str) -> None:
    queries.representatives_of(red_norte).get().cut_short()
    assert allowed(cast, f"organizations.{act}", red_norte) == set()


def test_representation_offer_falls_to_the_superuser_when_nobody_speaks(cast: Cast, red_norte: Organization) -> None:
    queries.representatives_of(red_norte).get().cut_short()
    assert allowed(cast, "organizations.representation_offer", red_norte) == {"root"}


def test_representation_end(cast: Cast, red_norte: Organization) -> None:
    mandate = queries.representatives_of(red_norte).get()
    assert allowed(cast, "organizations.representation_end", mandate) == {"bruno"}


def test_agency_found(cast: Cast) -> None:
    assert allowed(cast, "organizations.agency_found") == {"root"}


def test_coordinator_name(cast: Cast, agency: Agency) -> None:
    assert allowed(cast, "organizations.coordinator_name", agency) == {"root"}


@pytest.mark.guideline("G23")
def test_agency_convene(cast: Cast, agency: Agency) -> None:
    assert allowed(cast, "organizations.agency_convene", agency) == {"alba"}


@pytest.mark.parametrize(
    "permission", ["organization_edit", "organization_speak", "representation_offer", "agency_convene"]
)
def test_without_saying_on_what_nobody_may(cast: Cast, permission: str) -> None:
    assert allowed(cast, f"organizations.{permission}") == set()
