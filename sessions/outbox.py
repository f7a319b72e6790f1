"""What must happen outside the room after a session: once by key, at once after commit, again at every start.

`settings.AFTER_SESSION` lists dotted paths of functions `f(session_id: int) -> None`. Each is run to its end for
each row; a function that fails leaves its row open for the next start, and must bear being run again.
"""

import logging

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from incidencia.clock import now
from sessions.models import Outbox

logger = logging.getLogger(__name__)


def run_pending() -> int:
    """Run what has not been done yet; answer how many rows are done now. Never fails: it writes down what did."""
    done = 0
    for key in Outbox.objects.filter(done_at=None).order_by("created_at", "id").values_list("key", flat=True):
        try:
            done += _run(key)
        except Exception:
            logger.exception("what follows a session failed and is kept for the next start: %s", key)
    return done


def _run(key: str) -> bool:
    """One row, under its lock, so that two processes do not both do its work."""
    with transaction.atomic():
        row = Outbox.objects.select_for_update().filter(key=key, done_at=None).first()
        if row is None:
            return False
        for path in settings.AFTER_SESSION:
            import_string(path)(row.session_id)
        row.done_at = now()
        row.save(update_fields=["done_at"])
    return True
