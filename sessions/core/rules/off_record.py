"""Rules of going off the record: floor and turns go on, nothing is decided nor noted, nothing is ruled upon."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.state import Room
from sessions.core.terms import Phase

# What goes on off the record. Whatever is not here waits: what decides, what notes words, what ends an item.
MEANWHILE: frozenset[type] = frozenset({
    c.BackOnRecord, c.AskAdmission, c.Admit, c.RefuseAdmission, c.Leave, c.Remove, c.Suspend, c.Resume,
    c.HandOverChair, c.TakeChair, c.AskQuorum, c.VerifyQuorum, c.OpenList, c.CloseList, c.RequestFloor,
    c.WithdrawRequest, c.GiveFloor, c.SetAside, c.PauseSpeech, c.ResumeSpeech, c.ExtendSpeech, c.EndSpeech,
    c.RecordTurn, c.RaisePointOfOrder, c.AppealRuling, c.SetItemTime, c.Undo, c.ClearSeat, c.UnclearSeat,
    c.WithdrawFloor, c.SetSpeakingTime,
})  # fmt: skip

# What brings the room back by itself: a ruling is made, and appealed, on record alone.
BRINGS_BACK = (c.RaisePointOfOrder, c.AppealRuling)


def refuse_off_record(room: Room, command: c.Command) -> None:
    """Raise Refused(OFF_RECORD) for an act that has no place off the record (A9: no decision is taken there)."""
    if room.off_record is None:
        return
    if isinstance(command, c.GoOffRecord):
        refuse_if(True, Code.ALREADY_OFF_RECORD)
    refuse_if(type(command) not in MEANWHILE, Code.OFF_RECORD)
    refuse_if(isinstance(command, c.RecordTurn) and bool(command.statement.strip()), Code.OFF_RECORD)


def brought_back(room: Room, command: c.Command) -> tuple[e.Event, ...]:
    """What comes before the events of this command: the room is back on record, if the command brings it back."""
    off = room.off_record is not None and isinstance(command, BRINGS_BACK)
    return (e.CameOnRecord(),) if off else ()


def go(room: Room, ask: c.GoOffRecord, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Not while a question is before the room, whose window would run on unheard, nor before a ruling."""
    phase(room, Phase.OPEN)
    refuse_if(not room.rules.off_record, Code.NEVER_OFF_RECORD)
    refuse_while_deciding(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    return (e.WentOffRecord(limits.reason(ask.reason)),)


def back(room: Room, ask: c.BackOnRecord, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN, Phase.SUSPENDED)
    refuse_if(room.off_record is None, Code.ON_RECORD)
    return (e.CameOnRecord(),)
