"""What is read about people."""

from django.db.models import Exists, OuterRef, QuerySet

from incidencia import clock
from incidencia.accounts.models import Acceptance, Person, PrivacyNotice


def has_accepted_current(person: Person) -> bool:
    """Promise whether `person` accepted the notice in force. One query."""
    mine = Acceptance.objects.filter(person=person, notice=OuterRef("pk"))
    newest = versions_published().annotate(accepted=Exists(mine)).first()
    return newest is None or newest.accepted


def versions_published() -> QuerySet[PrivacyNotice]:
    """Promise the versions of the notice already in force at some time, newest first."""
    return PrivacyNotice.objects.filter(published_at__lte=clock.now())
