"""Command → events, or a refusal. A table of rules; nothing is decided anywhere else."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules import (
    agenda,
    chat,
    decisions,
    floor,
    meeting,
    people,
    questions,
    quorum,
    record,
    statements,
    temperature,
    votes,
    who,
)
from sessions.core.state import Room
from sessions.core.terms import Role

Rule = Callable[[Room, Any, c.Act, Facts], tuple[e.Event, ...]]

RULES: dict[type, Rule] = {
    c.Convene: meeting.convene, c.Reschedule: meeting.reschedule, c.Cancel: meeting.cancel,
    c.TablePaper: meeting.table_paper, c.OpenLobby: meeting.open_lobby, c.OpenSession: meeting.open_session,
    c.RecordNotHeld: meeting.record_not_held, c.Suspend: meeting.suspend, c.Resume: meeting.resume,
    c.CloseSession: meeting.close, c.ReopenSession: meeting.reopen, c.HandOverChair: meeting.hand_over,
    c.TakeChair: meeting.take_chair, c.AskQuorum: quorum.ask, c.VerifyQuorum: quorum.verify,
    c.AskAdmission: people.ask, c.Admit: people.admit, c.RefuseAdmission: people.refuse, c.Leave: people.leave,
    c.Remove: people.remove,
    c.AddItem: agenda.add, c.OpenItem: agenda.open_item, c.ConcludeItem: agenda.conclude,
    c.DeferItem: agenda.defer, c.ReopenItem: agenda.reopen, c.SetItemTime: agenda.set_time,
    c.OpenList: floor.open_list, c.CloseList: floor.close_list, c.RequestFloor: floor.request,
    c.WithdrawRequest: floor.withdraw, c.GiveFloor: floor.give, c.SetAside: floor.set_aside,
    c.PauseSpeech: floor.pause, c.ResumeSpeech: floor.resume, c.ExtendSpeech: floor.extend,
    c.EndSpeech: floor.end, c.RecordTurn: floor.record_turn, c.NoteStatement: floor.note,
    c.RaisePointOfOrder: floor.raise_point, c.RulePointOfOrder: floor.rule_point,
    c.ProposeAdoption: decisions.propose, c.WithdrawProposal: decisions.withdraw, c.Object: decisions.object_,
    c.WithdrawObjection: decisions.withdraw_objection, c.StandAside: decisions.stand_aside,
    c.ObjectLate: decisions.object_late, c.EnterReservation: decisions.reserve, c.ReadAgreement: decisions.read,
    c.CorrectSlip: record.correct, c.Undo: record.undo,
    c.PutToVote: votes.put, c.CastVote: votes.cast, c.CountHall: votes.count_hall, c.CloseVote: votes.close,
    c.WithdrawVote: votes.withdraw, c.DeclareResult: votes.declare, c.ExplainVote: votes.explain,
    c.TakeTemperature: temperature.take, c.ShowTemperature: temperature.show, c.CloseTemperature: temperature.close,
    c.NoteTemperature: temperature.note,
    c.OpenQuestions: questions.open_, c.CloseQuestions: questions.close, c.AskQuestion: questions.ask,
    c.ApproveQuestion: questions.approve, c.MergeQuestion: questions.merge, c.DeclineQuestion: questions.decline,
    c.SupportQuestion: questions.support, c.WithdrawSupport: questions.withdraw_support,
    c.AnswerQuestion: questions.answer, c.NoteAnswered: questions.note_answered, c.OweAnswer: questions.owe,
    c.SubmitStatement: statements.submit, c.OpenChat: chat.open_, c.CloseChat: chat.close,
}  # fmt: skip

# What may be entered afterwards, with the time it happened beside the time it was written.
CATCH_UP = (c.RecordTurn, c.Admit, c.Leave, c.EnterReservation)


def decide(room: Room, act: c.Act, facts: Facts, role: Role) -> tuple[tuple[e.Event, ...], str]:
    """Judge an act against the present state.

    `role` is the role of the asker's accredited seat. Answers the events to append, in order, and the
    presiding seat by whose instruction the secretariat acted ("" otherwise). Raises Refused.
    """
    instructed_by = who.check(room, act, role)
    _refuse_bad_time(room, act, facts.now)
    return RULES[type(act.command)](room, act.command, act, facts), instructed_by


def _refuse_bad_time(room: Room, act: c.Act, now: datetime) -> None:
    if act.happened_at is None:
        return
    refuse_if(not isinstance(act.command, CATCH_UP), Code.NOT_CATCH_UP)
    refuse_if(act.happened_at > now, Code.IN_THE_FUTURE)
    earliest = room.opened_at or room.starts_at
    refuse_if(room.opened_at is not None and earliest is not None and act.happened_at < earliest, Code.TOO_LATE)
