"""A silence that held becomes an agreement: found by whoever reads after its hour, written once."""

from django.db import transaction

from incidencia.references.format import agreement_reference
from incidencia.text.fold import fold
from sessions import log, outbox
from sessions.models import Agreement, Outbox, Session, Silence
from sessions.projections import AFTER
from sessions.silence import emails
from sessions.silence.queries import unsettled


def settle_due() -> None:
    """Promise that every silence whose hour has passed unbroken has its agreement, stamped with that hour.

    Asked before pages that tell of agreements. One query while nothing is due.
    """
    for pk, session_id in list(unsettled().order_by("until", "pk").values_list("pk", "session")):
        _settle(pk, session_id)


@transaction.atomic
def _settle(pk: int, session_id: int) -> None:
    """Under the session's lock, so that two readers write one agreement."""
    session = log.lock(session_id)
    row = unsettled().filter(pk=pk).first()
    if row is None:
        return
    row.agreement = _agreement(session, row)
    row.save(update_fields=["agreement"])
    key = f"{session.reference}:silence:{row.number}"
    Outbox.objects.create(session=session, key=key, kind=AFTER, created_at=row.until)
    emails.silence_held(row)
    transaction.on_commit(outbox.run_pending, robust=True)


def _agreement(session: Session, row: Silence) -> Agreement:
    """Its number follows those of the session's log, which is sealed, and of earlier silences."""
    keys = Agreement.objects.filter(session=session).values_list("key", flat=True)
    number = max([log.load(session).made.get("A", 0), *(int(key[1:]) for key in keys)]) + 1
    return Agreement.objects.create(
        session=session, key=f"A{number}", reference=agreement_reference(session.reference, number), item=row.item,
        text=row.words, language=row.language, effect=row.effect, ad_referendum=row.ad_referendum,
        adopted_at=row.until, search=fold(row.words),
    )  # fmt: skip
