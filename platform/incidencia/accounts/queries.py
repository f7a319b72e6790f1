"""What is read about people."""

from django.db.models import Exists, OuterRef

from incidencia import clock
from incidencia.accounts.models import Acceptance, Person, PrivacyNotice


def has_accepted_current(person: Person) -> bool:
    """Promise whether `person` accepted the notice in force. One query."""
    mine = Acceptance.objects.filter(person=person, notice=OuterRef("pk"))
    newest = PrivacyNotice.objects.filter(published_at__lte=clock.now()).annotate(accepted=Exists(mine)).first()
    return newest is None or newest.accepted
