"""Entry → next room. Pure folds, one per event; `replay` folds a whole log, undone acts left out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sessions.core import events as e
from sessions.core.folds import (
    agenda,
    amending,
    budgets,
    captions,
    chat,
    credentials,
    decisions,
    experts,
    floor,
    meeting,
    motions,
    pacing,
    people,
    positions,
    questions,
    record,
    replies,
    reserves,
    statements,
    text,
    votes,
    waiving,
)
from sessions.core.folds.fold import Fold
from sessions.core.reserves import keep
from sessions.core.state import RecentAct, Room
from sessions.core.touches import touches

FOLDS: dict[type, Fold] = {**meeting.FOLDS, **people.FOLDS, **agenda.FOLDS, **floor.FOLDS, **decisions.FOLDS,
                           **record.FOLDS, **votes.FOLDS, **questions.FOLDS, **text.FOLDS,
                           **amending.FOLDS, **credentials.FOLDS, **positions.FOLDS, **budgets.FOLDS,
                           **replies.FOLDS, **experts.FOLDS,
                           **motions.FOLDS, **captions.FOLDS, **reserves.FOLDS,
                           **statements.FOLDS, **chat.FOLDS,
                           **waiving.FOLDS, **pacing.FOLDS}  # fmt: skip

# What stops a clock stays: taken back, the clock would have run while everybody saw it stand.
STOPS = (e.ObjectionRaised, e.PointOfOrderRaised, e.QuorumAsked, e.QuorumVerified, e.SessionSuspended, e.SpeechPaused,
         e.ProposalWithdrawn, e.RulingAppealed, e.FloorWithdrawn)  # fmt: skip
# So do votes: a question is withdrawn in everybody's sight, and whoever voted is not asked again.
VOTES = (e.VotePut, e.VoteCast, e.BallotCast, e.HallCounted, e.VoteClosed, e.VoteWithdrawn, e.ResultDeclared,
         e.TemperatureTaken, e.TemperatureShown, e.TemperatureClosed, e.RecountAsked, e.MotionCarried)  # fmt: skip
# What the room decided about a text, and what it is deciding, stays: others vote and speak upon it at once.
TEXTS = (e.AmendmentCarried, e.AmendmentLost, e.PortionDecided, e.TextAdopted, e.DivisionRuled, e.AmendmentRuledOut)
# So does who may hear what: heard is heard.
HEARING = (e.WentOffRecord, e.CameOnRecord, e.ItemClassified, e.ReserveConfirmed, e.ItemDeclassified, e.SeatCleared,
           e.SeatUncleared)  # fmt: skip
# So do powers and letters: others agree and vote upon them at once.
POWERS = (e.CredentialsRecorded, e.CredentialsWithdrawn, e.AccreditationConfirmed)
# So does what opens a session or ends it: people outside the room act upon it at once.
FINAL = (*STOPS, *VOTES, *TEXTS, *HEARING, *POWERS, e.SessionConvened, e.LobbyOpened, e.SessionOpened,
         e.SessionCancelled, e.SessionNotHeld, e.SessionClosed, e.SessionReopened, e.LogSealed, e.ActUndone,
         e.AdmissionAsked, e.AdmissionRefused, e.QuestionApproved, e.AdoptedWithoutVote,
         e.CirculationWaived, e.DeadlineWaived)  # fmt: skip


def evolve(room: Room, entry: e.Entry) -> Room:
    """Fold one entry. Never fails on an entry that `decide` or `due` made for this room."""
    kept = replace(room, reserves=keep(room, entry)) if room.reserves else room
    folded = FOLDS[type(entry.event)](kept, entry.event, entry)
    at = max(room.at, entry.at) if room.at else entry.at
    return replace(folded, recent=_recent(room, entry), seq=entry.seq, at=at)


def replay(entries: Iterable[e.Entry], start: Room | None = None) -> Room:
    """Fold a log, or the tail after `start`. Entries that were undone do not count.

    `start` must be older than any entry undone in the tail: see `reaches_before`.
    """
    entries = list(entries)
    gone = undone(entries)
    room = start or Room()
    for entry in entries:
        if entry.seq in gone:
            room = replace(room, seq=entry.seq, reserves=keep(room, entry))  # taken back, it stays reserved
        else:
            room = evolve(room, entry)
    return room


def undone(entries: Iterable[e.Entry]) -> frozenset[int]:
    """The numbers of the entries that were taken back."""
    return frozenset(n for x in entries if isinstance(x.event, e.ActUndone) for n in x.event.entries)


def reaches_before(seq: int, tail: Iterable[e.Entry]) -> bool:
    """Whether something in the tail takes back an entry up to `seq`: then fold from further back."""
    return any(n <= seq for n in undone(tail))


def _recent(room: Room, entry: e.Entry) -> tuple[RecentAct, ...]:
    """The acts that may still be taken back, the newest last, entries of one act together."""
    horizon = entry.written - timedelta(seconds=room.rules.undo_seconds * 2)
    over = next((n for n, r in enumerate(room.recent) if r.written >= horizon), len(room.recent))
    kept = room.recent[over:]
    last = kept[-1] if kept and kept[-1].act == entry.act else None
    act = RecentAct(
        entry.act, entry.by, entry.written,
        (*(last.entries if last else ()), entry.seq),
        (last.regions if last else frozenset()) | touches(entry.event),
        (last.seats if last else frozenset()) | _seats(entry),
        bool(entry.by) and not isinstance(entry.event, FINAL) and (last.undoable if last else True),
    )  # fmt: skip
    return (*(kept[:-1] if last else kept), act)


def _seats(entry: e.Entry) -> frozenset[str]:
    """The people an entry is about: an act is not taken back once one of them has acted upon it."""
    named = {getattr(entry.event, "seat", ""), entry.on_behalf_of}
    own = isinstance(entry.event, e.FloorRequested | e.ObjectionRaised | e.PersonAdmitted)
    return frozenset(n for n in (named | {entry.by} if own else named) if n)
