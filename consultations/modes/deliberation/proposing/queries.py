"""What is read of proposals for agendas."""

from django.db.models import QuerySet

from consultations.modes.deliberation.models import ItemProposal
from incidencia.accounts.models import Person
from sessions.before.holding import BEFORE
from sessions.core.terms import Role
from sessions.models import Session


def proposals_of(session: Session) -> list[ItemProposal]:
    """Promise every proposal for the agenda of a session, the first one first. One query."""
    return list(session.item_proposals.select_related("by", "contribution", "draft_item"))


def found() -> QuerySet[ItemProposal]:
    """Promise proposals with all that the page of one names."""
    return ItemProposal.objects.select_related("session", "by", "contribution", "decided_by", "draft_item")


def waiting_for(person: Person) -> QuerySet[ItemProposal]:
    """Promise the proposals that wait for the secretariat `person` keeps. One query."""
    kept = Session.objects.filter(seats__person=person, seats__role=Role.SECRETARIAT, phase__in=BEFORE)
    rows = ItemProposal.objects.filter(
        session__in=kept, withdrawn_at=None, declined_because="", item="", draft_item__isnull=True
    )
    return rows.select_related("session")
