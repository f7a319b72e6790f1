"""Rules of going off the record: floor and turns go on, nothing is decided nor noted."""

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
    c.RecordTurn, c.RaisePointOfOrder, c.RulePointOfOrder, c.SetItemTime, c.Undo, c.ClearSeat, c.UnclearSeat,
    c.WithdrawFloor, c.SetSpeakingTime,
})  # fmt: skip


def refuse_off_record(room: Room, command: c.Command) -> None:
    """Raise Refused(OFF_RECORD) for an act that has no place off the record (A9: no decision is taken there)."""
    if room.off_record is None:
        return
    if isinstance(command, c.GoOffRecord):
        refuse_if(True, Code.ALREADY_OFF_RECORD)
    refuse_if(type(command) not in MEANWHILE, Code.OFF_RECORD)
    refuse_if(isinstance(command, c.RecordTurn) and bool(command.statement.strip()), Code.OFF_RECORD)


def go(room: Room, ask: c.GoOffRecord, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Not while a question is before the room: its window would run on unheard."""
    phase(room, Phase.OPEN)
    refuse_if(not room.rules.off_record, Code.NEVER_OFF_RECORD)
    refuse_while_deciding(room)
    return (e.WentOffRecord(limits.reason(ask.reason)),)


def back(room: Room, ask: c.BackOnRecord, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN, Phase.SUSPENDED)
    refuse_if(room.off_record is None, Code.ON_RECORD)
    return (e.CameOnRecord(),)
