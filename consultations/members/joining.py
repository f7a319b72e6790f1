"""How members came: by the call, by direct invitation and why, by appointment; in public (G19)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from consultations.members.kinds import Side
from consultations.members.models import Invitation, Membership
from consultations.members.queries import members_of
from consultations.models import Consultation

COLUMNS = (
    "name", "side", "speaks_for", "category", "capacity", "takes_part_as", "appointment", "powers", "from", "to",
    "way", "why_direct", "career", "experience", "other_aspects",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Counted:
    """How many came each way, of those who take part or took part."""

    called: int = 0
    invited: int = 0
    total: int = 0


def joined(consultation: Consultation) -> QuerySet[Membership]:
    """Promise all who joined civil society's side, also those who left, in the order they joined. One query.

    A renewed term is no second joining.
    """
    rows = consultation.memberships.filter(side=Side.CIVIL, renews__isnull=True)
    return rows.select_related("person", "organization", "application", "invitation").order_by("joined_at", "pk")


def counted(consultation: Consultation) -> Counted:
    """Promise how many came by the call and how many by direct invitation. One query."""
    rows = joined(consultation).values_list("application", "invitation")
    found = [(application is not None, invitation is not None) for application, invitation in rows]
    return Counted(sum(a for a, _i in found), sum(i for _a, i in found), len(found))


def way_of(membership: Membership) -> str:
    """Promise how somebody joined, as data: `call`, `invitation`, or empty where no act is on record."""
    first = membership.first
    return "call" if first.application_id else "invitation" if first.invitation_id else ""


def lines(consultation: Consultation) -> Iterator[str]:
    """Promise the members of today as lines of CSV: what their page says, in columns that no spreadsheet runs."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for row in members_of(consultation):
        yield writer.writerow([_cell(value) for value in _row(row)])


class _Line:
    def write(self, line: str) -> str:
        """Hand the line on."""
        return line


def _row(row: Membership) -> tuple[Any, ...]:
    first = row.first
    of = first.invitation if first.invitation_id and row.side == Side.CIVIL else Invitation()
    assert of is not None
    return (
        row.person.name, row.side, row.speaks_for, row.category_other or row.category, row.capacity, row.role.value,
        row.appointment, row.powers, row.starts_on, row.ends_on or "", way_of(row), of.why_direct, of.career,
        of.experience, of.other_aspects,
    )  # fmt: skip


def _cell(value: Any) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return "'" + text if text.startswith(RISKY) else text
