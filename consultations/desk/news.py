"""What is new in somebody's processes: what the authority published or corrected since the last letter."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from consultations.members.models import Membership
from consultations.modes.information.queries import changed_since, of_members
from incidencia.accounts.models import Person
from incidencia.web.templatetags.ui import local

MOST = 12


@dataclass(frozen=True, slots=True)
class News:
    """One thing that was published or corrected."""

    title: str
    href: str
    where: str
    corrected: bool


def news_for(person: Person, since: datetime) -> list[News]:
    """Promise what appeared or changed in the person's processes after `since`, the newest first. One query."""
    mine = Membership.objects.in_force().filter(person=person).values("consultation")
    rows = changed_since(of_members(mine), since).select_related("item__activity__consultation")[:MOST]
    return [
        News(
            local(row, "title"), reverse("item_page", args=[row.item.reference]),
            local(row.item.activity.consultation, "title"), row.number > 1,
        )
        for row in rows
    ]  # fmt: skip
