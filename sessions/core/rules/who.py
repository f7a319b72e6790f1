"""Who may ask for what. Deny by default: a command that is not in the table is nobody's."""

from enum import StrEnum

from sessions.core import commands as c
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.state import Room, Seat
from sessions.core.terms import Phase, Points, Role, Via


class May(StrEnum):
    """Words of the table. Each names the seats it lets through."""

    CHAIR = "chair"  # who presides, or the secretariat on the chair's instruction
    DESK = "desk"  # the chair or the secretariat, in their own name
    STAND_IN = "stand_in"  # vice-chair or secretariat, when the chair is lost
    VOTER = "voter"  # present members with a vote
    VOICE = "voice"  # present members and advisers; observers if the rules say so
    PRESENT = "present"  # anybody in the room
    ACCREDITED = "accredited"  # anybody with a seat, before the door too
    SCRUTINEER = "scrutineer"  # present members with a vote and the secretariat, each in their own name
    DRAFTER = "drafter"  # present members with a vote, the chair and the secretariat, each in their own name
    SPEAKER = "speaker"  # who has the floor, or the chair
    SECRETARIAT = "secretariat"  # the secretariat alone, in its own name
    RELAY = "relay"  # interpreters and the secretariat
    TONGUE = "tongue"  # who has the floor, interpreters and the secretariat


TABLE: dict[type, May] = {
    c.Convene: May.DESK, c.Reschedule: May.DESK, c.Cancel: May.DESK, c.TablePaper: May.DESK,
    c.OpenLobby: May.DESK, c.AskAdmission: May.ACCREDITED, c.Admit: May.DESK, c.RefuseAdmission: May.DESK,
    c.OpenSession: May.CHAIR, c.RecordNotHeld: May.CHAIR, c.Suspend: May.CHAIR, c.Resume: May.CHAIR,
    c.CloseSession: May.CHAIR, c.ReopenSession: May.CHAIR, c.HandOverChair: May.CHAIR,
    c.TakeChair: May.STAND_IN, c.AskQuorum: May.VOTER, c.VerifyQuorum: May.CHAIR,
    c.Leave: May.PRESENT, c.Remove: May.CHAIR,
    c.AddItem: May.CHAIR, c.OpenItem: May.CHAIR, c.ConcludeItem: May.CHAIR, c.DeferItem: May.CHAIR,
    c.ReopenItem: May.CHAIR, c.SetItemTime: May.CHAIR,
    c.OpenList: May.CHAIR, c.CloseList: May.CHAIR, c.RequestFloor: May.VOICE, c.WithdrawRequest: May.VOICE,
    c.GiveFloor: May.CHAIR, c.SetAside: May.CHAIR, c.PauseSpeech: May.CHAIR, c.ResumeSpeech: May.CHAIR,
    c.ExtendSpeech: May.CHAIR, c.EndSpeech: May.SPEAKER, c.RecordTurn: May.DESK, c.NoteStatement: May.DESK,
    c.RaisePointOfOrder: May.VOICE, c.RulePointOfOrder: May.CHAIR,
    c.ProposeAdoption: May.CHAIR, c.WithdrawProposal: May.CHAIR, c.Object: May.VOTER,
    c.WithdrawObjection: May.VOTER, c.StandAside: May.VOTER, c.ObjectLate: May.VOTER,
    c.EnterReservation: May.VOTER, c.ReadAgreement: May.CHAIR, c.CorrectSlip: May.DESK, c.Undo: May.PRESENT,
    c.PutToVote: May.CHAIR, c.CastVote: May.VOTER, c.CountHall: May.SCRUTINEER, c.CloseVote: May.CHAIR,
    c.WithdrawVote: May.CHAIR, c.DeclareResult: May.CHAIR, c.ExplainVote: May.VOTER,
    c.TakeTemperature: May.CHAIR, c.ShowTemperature: May.VOTER, c.CloseTemperature: May.CHAIR,
    c.NoteTemperature: May.CHAIR,
    c.OpenQuestions: May.CHAIR, c.CloseQuestions: May.CHAIR, c.AskQuestion: May.PRESENT, c.ApproveQuestion: May.DESK,
    c.MergeQuestion: May.DESK, c.DeclineQuestion: May.DESK, c.SupportQuestion: May.PRESENT,
    c.WithdrawSupport: May.PRESENT, c.AnswerQuestion: May.PRESENT, c.NoteAnswered: May.DESK, c.OweAnswer: May.CHAIR,
    c.PresentText: May.DESK, c.EditParagraph: May.DESK, c.MergeAlternatives: May.DESK,
    c.AgreeParagraph: May.CHAIR, c.ReopenParagraph: May.CHAIR, c.RuleAdmissible: May.CHAIR,
    c.RuleOutOfOrder: May.CHAIR, c.OrderAmendments: May.CHAIR, c.RuleDivision: May.CHAIR,
    c.SubmitAmendment: May.PRESENT, c.ReviseAmendment: May.PRESENT, c.WithdrawSponsor: May.PRESENT,
    c.CoSponsor: May.VOTER, c.MoveDivision: May.VOTER, c.ConsentToLift: May.VOTER,
    c.PlaceBracket: May.DRAFTER, c.AddAlternative: May.DRAFTER, c.LiftBracket: May.DRAFTER,
    c.AdoptAgenda: May.CHAIR, c.AmendAgenda: May.CHAIR, c.ExtendItem: May.CHAIR,
    c.RecordCredentials: May.SECRETARIAT, c.WithdrawCredentials: May.SECRETARIAT, c.DeclareConflict: May.VOICE,
    c.ExplainPosition: May.VOTER, c.Dissociate: May.VOTER, c.HandInText: May.VOTER,
    c.SetBudget: May.CHAIR, c.AskReply: May.VOTER, c.WithdrawReply: May.VOTER, c.GrantReply: May.CHAIR,
    c.RefuseReply: May.CHAIR, c.GiveReply: May.CHAIR, c.AskExpert: May.VOTER, c.InviteExpert: May.CHAIR,
    c.AppealRuling: May.VOTER, c.MoveProcedural: May.VOTER, c.MoveReconsider: May.VOTER, c.SpeakOnMotion: May.VOTER,
    c.HearOnMotion: May.CHAIR, c.WithdrawMotion: May.VOTER, c.CarryMotion: May.CHAIR, c.LapseMotion: May.CHAIR,
    c.SupersedeAgreement: May.CHAIR, c.RequestRecount: May.VOTER, c.MarkLanguage: May.TONGUE, c.RelayText: May.RELAY,
    c.GoOffRecord: May.CHAIR, c.BackOnRecord: May.CHAIR, c.ClassifyItem: May.DESK, c.ConfirmReserve: May.DESK,
    c.DeclassifyItem: May.DESK, c.ClearSeat: May.DESK, c.UnclearSeat: May.DESK,
    c.ConfirmAccreditation: May.DESK, c.RecordPaperVote: May.CHAIR, c.RecordPaperAgreement: May.CHAIR,
    c.SubmitStatement: May.PRESENT, c.OpenChat: May.DESK, c.CloseChat: May.DESK,
    c.WithdrawFloor: May.CHAIR, c.WaiveCirculation: May.CHAIR, c.WaiveDeadline: May.CHAIR,
    c.SetSpeakingTime: May.CHAIR,
}  # fmt: skip


class Reach(StrEnum):
    """How somebody takes part for whom the secretariat does it: whoever has a device of their own uses it."""

    APART = "apart"  # admitted by telephone, in the hall or on paper
    CUT_OFF = "cut_off"  # as APART; or on line, and the line is lost now


TOLD = (Via.PHONE, Via.HALL, Via.PAPER)  # how their word reaches the secretariat

# What the secretariat does on behalf of somebody; nothing else. What gives up something of theirs, or changes their
# words, it never does for somebody on line: a line that is lost for a minute has consented to nothing.
FOR_OTHERS: dict[type, Reach] = {
    **dict.fromkeys((
        c.WithdrawRequest, c.EndSpeech, c.WithdrawObjection, c.StandAside, c.ConsentToLift, c.WithdrawSponsor,
        c.ReviseAmendment, c.WithdrawSupport, c.WithdrawReply, c.WithdrawMotion, c.ShowTemperature, c.AppealRuling,
        c.MoveProcedural, c.MoveReconsider,
    ), Reach.APART),
    **dict.fromkeys((
        c.Leave, c.AskQuorum, c.RequestFloor, c.RaisePointOfOrder, c.Object, c.ObjectLate, c.EnterReservation,
        c.CastVote, c.ExplainVote, c.RequestRecount, c.AskQuestion, c.SupportQuestion,
        c.AnswerQuestion, c.SubmitAmendment, c.CoSponsor, c.MoveDivision, c.DeclareConflict, c.ExplainPosition,
        c.Dissociate, c.HandInText, c.AskReply, c.AskExpert,
        c.SpeakOnMotion, c.SubmitStatement,
    ), Reach.CUT_OFF),
}  # fmt: skip

# What a personal link never does, whatever its seat may become in the course of a session.
LEADING = (May.CHAIR, May.DESK, May.STAND_IN)

# What the secretariat may ask for in its own name.
SECRETARIATS = (May.DESK, May.STAND_IN, May.SPEAKER, May.SCRUTINEER, May.DRAFTER, May.SECRETARIAT, May.RELAY,
                May.TONGUE)  # fmt: skip
# Before anybody is admitted, the secretariat alone prepares the room.
PREPARATION = (c.Convene, c.Reschedule, c.Cancel, c.TablePaper, c.OpenLobby, c.Admit, c.RefuseAdmission,
               c.ClassifyItem, c.ConfirmReserve, c.DeclassifyItem, c.ClearSeat, c.UnclearSeat,
               c.OpenChat, c.CloseChat,
               c.ConfirmAccreditation)  # fmt: skip


def check(room: Room, act: c.Act, role: Role, facts: Facts) -> str:
    """Promise that this seat may ask for this; answer the presiding seat that instructs, or "".

    `role` is the role of the asker's accredited seat, which counts before admission.
    Raises Refused(NOT_YOURS | NOT_ADMITTED | UNKNOWN_SEAT | OWN_DEVICE | HOW_TOLD).
    """
    may = TABLE.get(type(act.command))
    refuse_if(act.via is Via.LINK and not _by_link(room, act, may, role), Code.NOT_YOURS)
    secretariat = role is Role.SECRETARIAT and at_the_desk(room, act.by)
    if may is May.ACCREDITED and act.by and not act.on_behalf_of:
        return ""
    if act.on_behalf_of:
        refuse_if(not secretariat or type(act.command) not in FOR_OTHERS, Code.NOT_YOURS)
        _through(room, room.seats.get(act.on_behalf_of), may, act.on_behalf_of)
        reach, own = FOR_OTHERS[type(act.command)], on_line(room.seats[act.on_behalf_of])
        reached = reach is Reach.APART or act.on_behalf_of in facts.connected
        refuse_if(own and reached, Code.OWN_DEVICE)
        refuse_if(act.via not in TOLD, Code.HOW_TOLD)
        return ""
    if isinstance(act.command, PREPARATION):
        first = role is Role.CHAIR and room.phase in (Phase.PLANNED, Phase.LOBBY)
        refuse_if(not (secretariat or first or act.by == room.presiding), Code.NOT_YOURS)
        return ""
    if may is May.CHAIR and act.by != room.presiding and secretariat:
        refuse_if(not room.rules.chair_instructs, Code.NOT_YOURS)
        return room.presiding or _who_will_preside(room)
    if may in SECRETARIATS and secretariat:
        refuse_if(may is May.SPEAKER and not room.rules.chair_instructs, Code.NOT_YOURS)
        return room.presiding if may is May.SPEAKER else ""
    if may is May.CHAIR and isinstance(act.command, c.OpenSession | c.RecordNotHeld):
        refuse_if(role not in (Role.CHAIR, Role.VICE_CHAIR), Code.NOT_YOURS)
        return _through(room, room.seats.get(act.by), May.PRESENT, act.by)
    return _through(room, room.seats.get(act.by), may, act.by)


def _by_link(room: Room, act: c.Act, may: May | None, role: Role) -> bool:
    """A personal link serves a seat that leads nothing, for itself: no desk, no chair, nobody else's act."""
    if act.on_behalf_of or may in LEADING or role in (Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR):
        return False
    speech = room.floor.speech
    return may is not May.SPEAKER or (speech is not None and speech.seat == act.by)


def _through(room: Room, seat: Seat | None, may: May | None, seat_id: str) -> str:
    if seat is None or not seat.present:
        raise Refused(Code.NOT_ADMITTED, seat=seat_id)
    presides = seat.id == room.presiding
    speaking = room.floor.speech is not None and room.floor.speech.seat == seat.id
    allowed = {
        May.CHAIR: presides,
        May.DESK: presides,
        May.STAND_IN: seat.role is Role.VICE_CHAIR,
        May.VOTER: seat.votes,
        May.VOICE: has_voice(room, seat),
        May.SCRUTINEER: seat.votes,
        May.DRAFTER: presides or seat.votes,
        May.PRESENT: True,
        May.SECRETARIAT: False,
        May.SPEAKER: presides or speaking,
        May.RELAY: seat.role is Role.INTERPRETER,
        May.TONGUE: speaking or seat.role is Role.INTERPRETER,
    }
    refuse_if(may is None or not allowed[may], Code.NOT_YOURS)
    return ""


def on_line(seat: Seat) -> bool:
    """Whether this person takes part from a device of their own."""
    return seat.via not in TOLD


def at_the_desk(room: Room, seat_id: str) -> bool:
    """Whether a seat of the secretariat serves: from the start, until it leaves a sitting or is removed."""
    seat = room.seats.get(seat_id)
    if seat is None or seat.present:
        return True
    return not seat.removed and room.phase not in (Phase.OPEN, Phase.SUSPENDED)


def has_voice(room: Room, seat: Seat) -> bool:
    """Whether this person may speak: observers only where the rules say so, experts where they were invited to."""
    if seat.role is Role.EXPERT:
        return room.experts.heard(seat.id, room.current)
    if seat.role is Role.OBSERVER:
        return room.rules.observers_speak
    return seat.role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER)


def raises_points(room: Room, seat: Seat) -> bool:
    """Whether this person may raise a point of order: with a voice, and a member where the rules say so (GA 71)."""
    leads = seat.role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)
    return has_voice(room, seat) and (room.rules.points is Points.VOICE or leads or seat.votes)


def _who_will_preside(room: Room) -> str:
    """Before the opening the chair in the room presides, else the vice-chair."""
    if room.phase not in (Phase.PLANNED, Phase.LOBBY):
        return ""
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        for seat in room.present():
            if seat.role is role:
                return seat.id
    return ""
