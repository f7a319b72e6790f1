"""Writes of minutes: the draft after a session, and the acts of the work on it. One door: `handle_work`."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from incidencia.clock import now
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import closed_days
from incidencia.references.format import agreement_reference
from sessions import desk, log, wire
from sessions.core.terms import Phase, Role
from sessions.minutes import emails, stream
from sessions.minutes.build import build
from sessions.minutes.document import Minutes as Document
from sessions.minutes.projections import project
from sessions.minutes.queries import Record
from sessions.minutes.veiled import veiled
from sessions.minutes.work import Act, Circulate, Entry, Known, PublishMinutes, State, Work, decide, evolve, replay
from sessions.minutes.work.refusals import Code, refuse_if
from sessions.models import Minutes, Seat, Session

OVER = (Phase.CLOSED, Phase.SEALED, Phase.NOT_HELD)
FINAL = (Phase.SEALED, Phase.NOT_HELD)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an act. `entry` is None when the same key had done its work before."""

    minutes: Minutes
    work: Work
    entry: Entry | None


def draft_after(session_id: int) -> None:
    """Promise that a session that is over has its draft, read from the whole log. Asked again, it does no more.

    A session reopened before sealing is drafted again at its next closing; minutes that circulate stay as they are.
    """
    with transaction.atomic():
        session = Session.every.select_for_update().get(pk=session_id)
        if session.phase in OVER:
            _draft(session, Minutes.objects.select_for_update().filter(session=session).first())


def drafted(session: Session) -> Minutes | None:
    """The minutes of a session, brought to the present log while they are a draft; None before it is over.

    Asked before every page of minutes, as `desk.settle` is: no state waits for a timer.
    """
    row = Minutes.objects.select_related("session").filter(session=session).first()
    if row is not None and row.state != State.DRAFT:
        return row
    seq = desk.settle(session.pk).seq
    if row is None or row.log_seq != seq:
        draft_after(session.pk)
        row = Minutes.objects.select_related("session").filter(session=session).first()
    return row


def handle_work(minutes_id: int, act: Act) -> Done:
    """Promise that the act is judged against the present state and, if accepted, is in the stream, once by key.

    Raises `work.Refused`; then nothing was written.
    """
    drafted(Session.every.get(minutes=minutes_id))
    with transaction.atomic():
        row = Minutes.objects.select_for_update().get(pk=minutes_id)
        refuse_if(row.session.rehearsal, Code.REHEARSAL)
        document, work = stream.document_of(row), stream.work_of(row)
        if row.entries.filter(act=act.key).exists():
            return Done(row, work, None)
        event = decide(document, work, act, _known(row.session, act.by, document))
        entry = stream.append(row, work, event, at=now(), by=act.by, key=act.key)
        work = evolve(work, entry)
        project(row, *_public(row, document))
        _tell(row, document, work, act)
    return Done(row, work, entry)


def _draft(session: Session, row: Minutes | None) -> None:
    """Under the session's lock: nothing is appended to its log meanwhile."""
    if row is not None and (row.state != State.DRAFT or row.log_seq == session.seq):
        return
    document = build(
        log.entries(session),
        agreement_reference=lambda n: _agreement(session, n),
        head=session.head,
    )
    row = row or Minutes(session=session)
    row.document, row.log_seq, row.log_head = wire.plain(document), session.seq, session.head
    project(row, *_public(row, document))


def _public(row: Minutes, document: Document) -> tuple[Document, Work]:
    """What the public reads of them, which is what is searched: the document and the work on it as written now."""
    entries = tuple(stream.entries_of(row)) if row.pk else ()
    record = veiled(Record(row, document, entries, replay(entries), {}), None)
    return record.document, record.work


def _agreement(session: Session, number: int) -> str:
    """Agreements of a rehearsal bear no reference that could be looked up."""
    if session.rehearsal:
        return f"{session.reference}-A{number}"
    return agreement_reference(session.reference, number)


def _known(session: Session, seat: str, document: Document) -> Known:
    role = Seat.objects.filter(session=session, key=seat).values_list("role", flat=True).first()
    days = document.identity.rules.review_days
    return Known(now(), Role(role) if role else None, session.phase in FINAL, _until(session, days), days)


def _until(session: Session, days: int) -> datetime:
    """The end of a term that begins now: the last second of its last business day, in the session's zone."""
    begins = now()
    due = Deadline(begins, days=days, closed=closed_days(), zone=session.zone).due_at if days else None
    return due.astimezone(UTC) if due else begins


def _tell(row: Minutes, document: Document, work: Work, act: Act) -> None:
    if isinstance(act.command, Circulate):
        emails.circulated_to_all(row, document, work)
    elif isinstance(act.command, PublishMinutes):
        emails.published_to_all(row, document)
