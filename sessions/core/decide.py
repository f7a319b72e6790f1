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
    amending,
    amendments,
    brackets,
    budgets,
    captions,
    chat,
    credentials,
    decisions,
    experts,
    floor,
    meeting,
    motions,
    off_record,
    pacing,
    paper,
    people,
    positions,
    questions,
    quorum,
    record,
    replies,
    reserves,
    revising,
    statements,
    temperature,
    text,
    votes,
    waiving,
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
    c.PresentText: text.present, c.EditParagraph: text.edit, c.AgreeParagraph: text.agree,
    c.ReopenParagraph: text.reopen, c.SubmitAmendment: amendments.submit, c.ReviseAmendment: amendments.revise,
    c.CoSponsor: amendments.co_sponsor, c.WithdrawSponsor: amendments.withdraw_sponsor,
    c.RuleAdmissible: amendments.admit, c.RuleOutOfOrder: amendments.rule_out, c.OrderAmendments: amendments.order,
    c.MoveDivision: amendments.move_division, c.RuleDivision: amendments.rule_division,
    c.PlaceBracket: brackets.place, c.AddAlternative: brackets.add_alternative, c.MergeAlternatives: brackets.merge,
    c.ConsentToLift: brackets.consent, c.LiftBracket: brackets.lift,
    c.AdoptAgenda: amending.adopt, c.AmendAgenda: amending.amend, c.ExtendItem: amending.extend,
    c.RecordCredentials: credentials.record, c.WithdrawCredentials: credentials.withdraw,
    c.DeclareConflict: credentials.declare_conflict,
    c.ExplainPosition: positions.explain, c.Dissociate: positions.dissociate, c.HandInText: positions.hand_in,
    c.SetBudget: budgets.set_budget, c.AskReply: replies.ask, c.WithdrawReply: replies.withdraw,
    c.GrantReply: replies.grant, c.RefuseReply: replies.refuse, c.GiveReply: replies.give, c.AskExpert: experts.ask,
    c.InviteExpert: experts.invite, c.AppealRuling: motions.appeal, c.MoveProcedural: motions.move,
    c.MoveReconsider: motions.reconsider, c.SpeakOnMotion: motions.speak, c.HearOnMotion: motions.hear,
    c.WithdrawMotion: motions.withdraw, c.CarryMotion: motions.carry, c.LapseMotion: motions.lapse,
    c.SupersedeAgreement: revising.supersede, c.RequestRecount: revising.recount, c.MarkLanguage: captions.mark,
    c.RelayText: captions.relay,
    c.GoOffRecord: off_record.go, c.BackOnRecord: off_record.back, c.ClassifyItem: reserves.classify,
    c.ConfirmReserve: reserves.confirm, c.DeclassifyItem: reserves.declassify, c.ClearSeat: reserves.clear,
    c.UnclearSeat: reserves.unclear,
    c.ConfirmAccreditation: people.confirm,
    c.RecordPaperVote: paper.vote, c.RecordPaperAgreement: paper.agreement,
    c.SubmitStatement: statements.submit, c.OpenChat: chat.open_, c.CloseChat: chat.close,
    c.WithdrawFloor: floor.withdraw_floor,
    c.WaiveCirculation: waiving.waive_circulation, c.WaiveDeadline: waiving.waive_deadline,
    c.SetSpeakingTime: pacing.set_speaking_time,
}  # fmt: skip

# What may be entered afterwards, with the time it happened beside the time it was written.
CATCH_UP = (c.RecordTurn, c.Admit, c.Leave, c.EnterReservation, *paper.MOVES, *paper.ON_PAPER)


def decide(room: Room, act: c.Act, facts: Facts, role: Role) -> tuple[tuple[e.Event, ...], str]:
    """Judge an act against the present state.

    `role` is the role of the asker's accredited seat. Answers the events to append, in order, and the
    presiding seat by whose instruction the secretariat acted ("" otherwise). Raises Refused.
    """
    instructed_by = who.check(room, act, role, facts)
    _refuse_bad_time(room, act, facts.now)
    off_record.refuse_off_record(room, act.command)
    reserves.refuse_the_uncleared(room, act, role, facts)
    made = RULES[type(act.command)](room, act.command, act, facts)
    return (*off_record.brought_back(room, act.command), *made), instructed_by


def _refuse_bad_time(room: Room, act: c.Act, now: datetime) -> None:
    if act.happened_at is None:
        return
    refuse_if(not isinstance(act.command, CATCH_UP), Code.NOT_CATCH_UP)
    refuse_if(act.happened_at > now, Code.IN_THE_FUTURE)
    earliest = room.opened_at or room.starts_at
    refuse_if(room.opened_at is not None and earliest is not None and act.happened_at < earliest, Code.TOO_LATE)
    paper.refuse_out_of_order(room, act)
