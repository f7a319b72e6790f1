"""What mail holds about a person."""

from typing import Any

from django.utils.translation import gettext as _

from incidencia.mail.models import Outgoing
from incidencia.mail.services import Addressee


def collect(person: Addressee) -> dict[str, list[dict[str, Any]]]:
    """Promise every letter written to the person's present address."""
    letters = Outgoing.objects.filter(to__iexact=person.email)
    return {
        _("Letters sent to me"): [
            {_("Written"): letter.created, _("Subject"): letter.subject, _("Sent"): letter.sent_at}
            for letter in letters
        ]
    }
