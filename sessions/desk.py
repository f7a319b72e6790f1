"""The one door of a room: settle what time decided, judge the command, write, announce after commit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from sessions import ballots, facts, log, outbox, projections, remembered
from sessions.core.commands import Act
from sessions.core.decide import decide
from sessions.core.due import due
from sessions.core.events import Entry
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.state import Room
from sessions.core.terms import Role, Via
from sessions.doorbell import ring
from sessions.models import ActDone, LogEntry, Seat, Session


@dataclass(frozen=True, slots=True)
class Sheet:
    """What became of a sheet. `refused`: by the seat a row was for, why the room did not take it."""

    room: Room
    entries: tuple[Entry, ...]
    refused: dict[str, Refused]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an act. `again`: the same key had done its work before, nothing was written now."""

    room: Room
    entries: tuple[Entry, ...]
    again: bool = False


def handle(session_id: int, act: Act) -> Done:
    """Promise that the act is judged against the present state and, if accepted, is in the log.

    Raises `core.refusals.Refused`; then nothing of the act was written, though what time had decided was.
    """
    refusal: Refused | None = None
    with transaction.atomic():
        session = log.lock(session_id)
        room = log.load(session)
        key = f"{act.by}:{act.key}"  # a key is one's own: nobody can use up another's
        if known := ActDone.objects.filter(session=session, key=key).first():
            refuse_if(known.command != type(act.command).__name__, Code.KEY_USED)
            return Done(room, (), again=True)
        facts_then = facts.gather(session, room, act.command)
        room, timed = _write_due(session, room)
        try:
            room, made = _judged(session, room, act, facts_then, key)
        except Refused as found:
            refusal, made = found, []
        room, followed = _write_due(session, room)  # who leaves may take the quorum along: the window waits from then
        if written := [*timed, *made, *followed]:
            _finish(session, room, written)
    if refusal:
        raise refusal
    return Done(room, tuple(made))


def _judged(session: Session, room: Room, act: Act, known: Facts, key: str) -> tuple[Room, list[Entry]]:
    """Judge and write, and remember the key. Raises `core.refusals.Refused` before anything is written."""
    room, made = _taken(session, room, act, known, _role(session, act.by))
    ActDone.objects.create(
        session=session, key=key, command=type(act.command).__name__, first=made[0].seq, last=made[-1].seq
    )
    return room, made


def _taken(session: Session, room: Room, act: Act, known: Facts, role: Role) -> tuple[Room, list[Entry]]:
    """The entries of an act that the room takes. Raises `core.refusals.Refused` before anything is written."""
    events, instructed_by = decide(room, act, known, role)
    ballots.keep(session, room, act.command, events)
    return log.append(
        session, room, events, at=act.happened_at or known.now, act=act.key, by=act.by,
        instructed_by=instructed_by, on_behalf_of=act.on_behalf_of, via=act.via,
    )  # fmt: skip


def handle_sheet(session_id: int, acts: Sequence[Act]) -> Sheet:
    """Promise that those of these acts that the room takes are in the log, all at once, each with entries of its own.

    They are of one asker, of one kind, with one key, and each on behalf of somebody else. The others are answered
    with why not. Sent again, the key completes what was left and repeats nothing. Raises nothing of a row.
    """
    with transaction.atomic():
        session = log.lock(session_id)
        room, timed = _write_due(session, log.load(session))
        by, key, kind = acts[0].by, acts[0].key, type(acts[0].command)
        assert all((a.by, a.key, type(a.command)) == (by, key, kind) for a in acts)
        done = ActDone.objects.filter(session=session, key=f"{by}:{key}").first()
        refuse_if(done is not None and done.command != kind.__name__, Code.KEY_USED)
        written = LogEntry.objects.filter(session=session, act=key, by=by) if done else LogEntry.objects.none()
        before = set(written.values_list("on_behalf_of", flat=True))
        known, role = facts.gather(session, room, acts[0].command), _role(session, by)
        refused, made = dict[str, Refused](), list[Entry]()
        for act in (a for a in acts if a.on_behalf_of not in before):
            try:
                room, more = _taken(session, room, act, known, role)
            except Refused as refusal:
                refused[act.on_behalf_of] = refusal
            else:
                made += more
        if made:
            span = {"command": kind.__name__, "first": made[0].seq, "last": made[-1].seq}
            ActDone.objects.update_or_create(
                session=session, key=f"{by}:{key}", defaults={"last": made[-1].seq}, create_defaults=span
            )
        room, followed = _write_due(session, room)
        if everything := [*timed, *made, *followed]:
            _finish(session, room, everything)
    return Sheet(room, tuple(made), refused)


def settle(session_id: int) -> Room:
    """As `settled`, by the session's row id."""
    return settled(Session.every.get(pk=session_id))


def settled(session: Session) -> Room:
    """Write what time has decided, if anything, and answer the present room. Asked before every page.

    `session` is a row just read; its `seq` is older than the room where time has decided something.
    """
    room = log.load(session)
    if due(room, facts.gather(session, room)) is None:
        return room
    with transaction.atomic():
        held = log.lock(session.pk)
        room, made = _write_due(held, log.load(held))
        if made:
            _finish(held, room, made)
    return room


def _write_due(session: Session, room: Room) -> tuple[Room, list[Entry]]:
    made: list[Entry] = []
    while (timed := due(room, facts.gather(session, room))) is not None:
        room, more = log.append(
            session, room, timed.events, at=timed.at, act=f"time:{session.seq + 1}", by="", instructed_by="",
            on_behalf_of="", via=Via.WEB,
        )  # fmt: skip
        made += more
    return room, made


def _finish(session: Session, room: Room, made: list[Entry]) -> None:
    left_behind = projections.project(session, room, made)
    # Robust: the act is done; what fails from here on is written down and made up for later.
    transaction.on_commit(lambda: remembered.keep(session, room), robust=True)
    transaction.on_commit(lambda: ring(session.pk, room.seq), robust=True)
    if left_behind:
        transaction.on_commit(outbox.run_pending, robust=True)


def _role(session: Session, seat: str) -> Role:
    """The role of an accredited seat; whoever has none is judged as an observer that is not admitted."""
    role = Seat.objects.filter(session=session, key=seat).values_list("role", flat=True).first()
    return Role(role) if role else Role.OBSERVER
