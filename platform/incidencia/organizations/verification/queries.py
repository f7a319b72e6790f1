"""What is read about verifications. Pages that show people what they may not see elsewhere ask `rules` first."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from incidencia.organizations.models import Organization
from incidencia.organizations.verification.matters import Matter, Result
from incidencia.organizations.verification.models import UNCHANGED, Verification

_HOLDING = Verification.objects.filter(UNCHANGED, result=Result.VERIFIED)


def with_verified(rows: QuerySet[Any], path: str = "pk") -> QuerySet[Any]:
    """Promise `rows` with `.is_verified`: whether the desk verified the organization at `path`. No further query.

    `path` is `pk` for organizations, else the field that leads to one.
    """
    holding = _HOLDING.filter(organization=OuterRef(path), matter=Matter.EXISTENCE)
    return rows.annotate(is_verified=Exists(holding))


def is_verified(organization: Organization) -> bool:
    """Promise whether the desk verified that it exists and who speaks for it (A8)."""
    return _HOLDING.filter(organization=organization, matter=Matter.EXISTENCE).exists()
