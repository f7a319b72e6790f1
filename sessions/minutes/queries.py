"""Reads of minutes, each with a constant number of queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from incidencia.accounts.models import Person
from incidencia.text.fold import fold
from sessions.minutes import stream
from sessions.minutes.document import Minutes as Document
from sessions.minutes.work import Entry, State, Status, Work, replay
from sessions.models import Agreement, Minutes, Seat, Session, Silence

IN_ROOM = Q(session__agreements__silence=None)  # what was agreed in silence afterwards is in no minutes


@dataclass(frozen=True, slots=True)
class Record:
    """Everything about the minutes of one session: the row, the document, the stream and where it stands.

    `names` tells who sits on each seat, for the authors of the stream. `hidden`: the reserves whose matter was left
    out of the document and the stream for this reader (`veiled.py`).
    """

    row: Minutes
    document: Document
    entries: tuple[Entry, ...]
    work: Work
    names: dict[str, str]
    hidden: frozenset[str] = frozenset()

    @property
    def session(self) -> Session:
        return self.row.session


def record_of(row: Minutes) -> Record:
    """The whole record. Two queries, remembered with the row."""
    known: Record | None = row.__dict__.get("_record")
    if known is not None:
        return known
    entries = tuple(stream.entries_of(row))
    names = dict(Seat.objects.filter(session_id=row.session_id).values_list("key", "name"))
    record = row.__dict__["_record"] = Record(row, stream.document_of(row), entries, replay(entries), names)
    return record


def record_again(row: Minutes) -> Record:
    """The record as it is now, forgetting what was read before."""
    row.refresh_from_db()
    row.__dict__.pop("_record", None)
    return record_of(row)


def circulated_to(person: Person) -> QuerySet[Seat]:
    """Promise the seats of `person` in sessions whose minutes circulate among those admitted. One query."""
    seats = Seat.objects.filter(person=person, session__minutes__state=State.CIRCULATED)
    return seats.select_related("session__minutes").order_by("session__starts_at")


def left_to_confirm(seats: Iterable[Seat]) -> Iterator[tuple[Session, int, datetime | None]]:
    """Promise, of the sessions of those seats, where something is left to say of the minutes: how many statements
    of that seat are not spoken for, and until when. One query for any number.
    """
    found = list(seats)
    streams = stream.streams_of([seat.session.minutes for seat in found])
    for seat in found:
        work, document = replay(streams[seat.session.minutes.pk]), stream.document_of(seat.session.minutes)
        if document.admitted(seat.key):
            said = [turn for item in document.items for turn in item.turns if turn.statement]
            turns = [turn.id for turn in said if turn.who.seat == seat.key]
            left = sum(work.standing(turn).status is Status.NOT_CONFIRMED for turn in turns)
            if left or seat.key not in work.replies:
                yield seat.session, left, work.until


def leaves(row: Minutes) -> list[dict[str, Any]]:
    """Number, leaf and head of every entry of the log the minutes were read from. One query."""
    lines = row.session.entries.filter(seq__lte=row.log_seq).order_by("seq")
    return [dict(one) for one in lines.values("seq", "leaf", "head")]


def archive(words: str = "", series: str = "", year: int | None = None) -> QuerySet[Minutes]:
    """Published minutes, the newest session first, with their number of agreements.

    Every one of `words` has to occur, with or without accents; `series` is a reference such as `MEC-2026-014`.
    """
    found = published().select_related("session").annotate(agreed=Count("session__agreements", filter=IN_ROOM))
    if series:
        found = found.filter(session__series=series)
    if year:
        found = found.filter(session__starts_at__year=year)
    for word in fold(words).split():
        found = found.filter(search__contains=word)
    return found.order_by("-session__starts_at", "-pk")


def published() -> QuerySet[Minutes]:
    """Minutes everybody may read."""
    return Minutes.objects.filter(state=State.PUBLISHED)


def archive_series() -> list[str]:
    """The series that have published minutes. One query."""
    return list(published().order_by("session__series").values_list("session__series", flat=True).distinct())


def archive_years() -> list[int]:
    """The years of sessions with published minutes, the newest first. One query."""
    return [d.year for d in published().dates("session__starts_at", "year", order="DESC")]


def session_address(reference: str) -> str | None:
    """The page of a session by its permanent reference, or None."""
    known = Session.objects.filter(reference=reference, convened_at__isnull=False).exists()
    return reverse("session_page", args=[reference]) if known else None


def agreement_address(reference: str) -> str | None:
    """The one entry of an agreement: in the published minutes, before that the page of its session; of one agreed
    in silence, the page of the silence.
    """
    found = Agreement.objects.filter(reference=reference).select_related("session").first()
    if found is None:
        return None
    if silence := Silence.objects.filter(agreement=found).first():  # agreed after the session: not in its minutes
        return reverse("silence_page", args=[found.session.reference, silence.number])
    row = Minutes.objects.filter(session_id=found.session_id).first()
    if row is None or row.state != State.PUBLISHED:
        return session_address(found.session.reference)
    return reverse("minutes_page", args=[found.session.reference]) + f"#{found.key}"
