"""Log → minutes. Pure: the same log gives the same bytes (`sessions.wire.canonical(plain(minutes))`)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sessions.core import events as e
from sessions.core.evolve import evolve, replay, undone
from sessions.core.state import Item as RoomItem
from sessions.core.terms import ItemState, QuestionState, Via
from sessions.core.veil import heard
from sessions.minutes.document import (
    Agenda,
    Attendance,
    Colophon,
    Identity,
    Item,
    Minutes,
    NotReached,
    Point,
    Proposal,
    Span,
    Stay,
    Times,
    Turn,
)
from sessions.minutes.readings import (
    agenda,
    amending,
    credentials,
    decisions,
    floor,
    meeting,
    motions,
    people,
    positions,
    questions,
    record,
    reserves,
    speaking,
    statements,
    text,
    votes,
    waiving,
)
from sessions.minutes.readings.draft import Draft, Reader

# Absences shorter than this are not told: a bad line is nobody's business.
GAP = timedelta(minutes=10)

READERS: dict[type, Reader] = {**meeting.READERS, **people.READERS, **agenda.READERS, **floor.READERS,
                               **decisions.READERS, **votes.READERS, **record.READERS, **questions.READERS,
                               **text.READERS, **amending.READERS,
                               **credentials.READERS, **positions.READERS, **motions.READERS,
                               **speaking.READERS,
                               **reserves.READERS,
                               **statements.READERS,
                               **waiving.READERS}  # fmt: skip

# Entries that leave no trace of their own: the door and the list concern the room alone, clocks are summed up
# in the seconds used, a cancelled session has no minutes, what was taken back does not appear, and of secret ballots
# and temperature checks the sums alone are told.
UNTOLD: frozenset[type] = frozenset({
    e.SessionCancelled, e.LobbyOpened, e.AdmissionAsked, e.AdmissionRefused, e.ListOpened, e.ListClosing,
    e.ListClosed, e.RequestWithdrawn, e.SpeechPaused, e.SpeechResumed, e.SpeechExtended, e.ActUndone,
    e.BallotCast, e.TemperatureShown, e.TemperatureClosed,
    e.QuestionsOpened, e.QuestionsClosed, e.QuestionDeclined, e.ChatOpened,
    e.ChatClosed,
})  # fmt: skip


def build(
    entries: Iterable[e.Entry], *, agreement_reference: Callable[[int], str], head: str = "",
    hidden: frozenset[str] = frozenset(),
) -> Minutes:  # fmt: skip
    """Promise the minutes of a whole log, from its first entry.

    `agreement_reference`: the permanent reference of the n-th agreement; `head`: the chained head of the last
    entry, printed in the colophon; `hidden`: the reserves whose entries are left out, as if they had not been heard.
    Raises ValueError for a log that convenes nothing.
    """
    log = list(entries)
    gone, whole = undone(log), replay(log)
    draft = Draft(agreement_reference)
    for entry in heard(log, whole, hidden):
        if entry.seq not in gone:
            draft.before, draft.room = draft.room, evolve(draft.room, entry)
            draft.on_paper += [entry.seq] if entry.via is Via.PAPER else []
            reader = READERS.get(type(entry.event))
            if reader:
                reader(draft, entry.event, entry)
    last = log[-1] if log else None
    colophon = Colophon(len(log), len(gone), last.seq if last else 0, head)
    draft.reserves = {r.id: replace(draft.reserves[r.id], act=r) for r in whole.reserves}
    return _assemble(draft, colophon, max((x.at for x in log), default=None))


def _assemble(draft: Draft, colophon: Colophon, end: datetime | None) -> Minutes:
    convened = draft.convened
    if convened is None or end is None:
        raise ValueError("a log without a convening has no minutes")
    passed_by = [(n, i) for n, i in enumerate(draft.room.items, 1) if i.state is ItemState.PENDING]
    asked = draft.room.questions
    taken_up = [
        (n, i) for n, i in enumerate(draft.room.items, 1)
        if i.state is not ItemState.PENDING and (i.state is not ItemState.WITHDRAWN or i.plan.id in draft.started)
    ]  # fmt: skip
    return Minutes(
        _identity(draft, convened), _times(draft, convened), tuple(draft.presiding), tuple(draft.quorum),
        tuple(_attendance(a) for a in draft.attendance.values()), tuple(draft.papers),
        tuple(_item(draft, n, i, end) for n, i in taken_up), _points(draft, ""),
        tuple(draft.agreements.values()), tuple(_not_reached(draft, n, i) for n, i in passed_by),
        tuple(draft.corrections), colophon,
        questions_declined=len(asked.those(QuestionState.DECLINED)),
        questions_unseen=len(asked.those(QuestionState.WAITING)),
        agenda=_agenda(draft),
        credentials=tuple(draft.credentials),
        off_record=tuple(draft.off_record),
        reserves=tuple(draft.reserves.values()),
        clearances=tuple(draft.clearances),
        on_paper=tuple(draft.on_paper),
        statements=tuple(draft.statements),
    )  # fmt: skip


def _identity(draft: Draft, convened: e.Entry) -> Identity:
    room, not_held = draft.room, draft.not_held
    rests = (convened.seq, not_held.seq) if not_held else (convened.seq,)
    return Identity(
        room.reference, room.title_es, room.title_en, room.host_es, room.host_en, room.zone, not_held is None,
        room.reason if not_held else "", room.rules, rests,
    )  # fmt: skip


def _times(draft: Draft, convened: e.Entry) -> Times:
    ends = draft.closed or draft.not_held
    told = [x for x in (convened, draft.opened, ends, draft.sealed) if x]
    return Times(
        convened.at, draft.room.starts_at or convened.at, tuple(draft.moves),
        draft.opened.at if draft.opened else None, tuple(draft.breaks), tuple(draft.reopenings),
        ends.at if ends else None, draft.sealed.at if draft.sealed else None, tuple(x.seq for x in told),
        tuple(Span(s.began, s.ended) for s in draft.room.sittings),
    )  # fmt: skip


def _agenda(draft: Draft) -> Agenda | None:
    """As adopted and as it changed; None where nobody adopted nor changed it."""
    if draft.agenda is None and not draft.alterations:
        return None
    known = draft.agenda or Agenda(None, None, False, (), False, (), ())
    return replace(known, changes=tuple(draft.alterations))


def _attendance(known: Attendance) -> Attendance:
    stays: list[Stay] = []
    for one in sorted(known.stays, key=lambda s: s.arrived):
        before = stays[-1].left if stays else None
        if stays and before is not None and one.arrived - before < GAP:
            stays[-1] = Stay(stays[-1].arrived, one.left)
        else:
            stays.append(one)
    return replace(known, stays=tuple(stays))


def _item(draft: Draft, number: int, item: RoomItem, end: datetime) -> Item:
    plan, made = item.plan, draft.place
    turns = sorted((t for t in draft.turns.values() if made[t.id] == plan.id), key=_turn_order)
    return Item(
        plan.id, number, plan.kind, plan.title_es, plan.title_en, draft.added.get(plan.id, ""), item.state,
        draft.started.get(plan.id), draft.ended.get(plan.id), plan.minutes,
        item.watch.elapsed(end) // timedelta(seconds=1), item.outcome, tuple(draft.changes.get(plan.id, ())),
        item.pending, tuple(turns), _points(draft, plan.id), _proposals(draft, plan.id),
        tuple(a.id for a in draft.agreements.values() if a.item == plan.id),
        tuple(draft.item_rests.get(plan.id, ())),
        tuple(sorted((v for v in draft.votes.values() if made[v.id] == plan.id), key=lambda v: v.at)),
        tuple(t for t in draft.temperatures.values() if made[t.id] == plan.id),
        questions=tuple(q for q in draft.questions.values() if made[q.id] == plan.id),
        conflicts=tuple(draft.conflicts.get(plan.id, ())),
        motions=tuple(m for m in draft.motions.values() if made[m.id] == plan.id),
        replies=tuple(r for r in draft.replies.values() if made[r.id] == plan.id),
        experts=tuple(x for x in draft.experts.values() if made[x.id] == plan.id),
        budgets=tuple(draft.budgets.get(plan.id, ())),
        texts=text.texts(draft, plan.id),
        decides=plan.decides,
        deferred_to=item.deferred_to,
        speaking_times=tuple(draft.speaking_times.get(plan.id, ())),
    )  # fmt: skip


def _turn_order(turn: Turn) -> tuple[datetime, int]:
    """By the time people spoke: a turn entered afterwards takes its place."""
    return (turn.started, int(turn.id[1:]))


def _points(draft: Draft, item: str) -> tuple[Point, ...]:
    return tuple(p for p in draft.points.values() if draft.place[p.id] == item)


def _proposals(draft: Draft, item: str) -> tuple[Proposal, ...]:
    """By the time words were put: what was entered afterwards takes its place."""
    return tuple(sorted((p for p in draft.proposals.values() if draft.place[p.id] == item), key=lambda p: p.at))


def _not_reached(draft: Draft, number: int, item: RoomItem) -> NotReached:
    plan = item.plan
    rests = tuple(draft.item_rests.get(plan.id, ())) or ((draft.convened.seq,) if draft.convened else ())
    return NotReached(plan.id, number, plan.kind, plan.title_es, plan.title_en, plan.minutes, rests,
                      tuple(draft.conflicts.get(plan.id, ())))  # fmt: skip
