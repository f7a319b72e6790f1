"""Telling those accredited the date of a session that is still being prepared."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions.before import emails
from sessions.models import Session
from sessions.services.plan import refuse_convened


@transaction.atomic
def session_announce(session: Session, *, by: Person) -> Session:
    """Promise that everybody accredited knows the date: they propose items and answer whether they come.

    Announcing twice writes once. Raises Refused once it is convened, and for a date in the past.
    """
    row = Session.objects.select_for_update().get(pk=session.pk)
    refuse_convened(row)
    if row.announced_at is not None:
        return row
    if row.starts_at <= now():
        raise Refused("in_the_past", _("The date is in the past."), advice=_("Change day and hour first."))
    row.announced_at, row.announced_by = now(), by
    row.save(update_fields=["announced_at", "announced_by"])
    emails.announced(row)
    return row
