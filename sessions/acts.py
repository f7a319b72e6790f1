"""The table of acts: all that can be done in a room, with the words, the form and the moment of each."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sessions import acting
from sessions.acting import Asked, Part, Spec
from sessions.before.late import told_objected
from sessions.before.shown import objected_papers
from sessions.core import commands as c
from sessions.core.rules.meeting import pending_items
from sessions.core.state import Room
from sessions.core.terms import Choice, Effect, Stance
from sessions.forms import agenda, decisions, floor, people, record, votes
from sessions.forms.room import ActForm, OptionalReasonForm, ReasonForm, SuspendForm
from sessions.models import Session
from sessions.wording import voting
from sessions.wording.words import titled

UNASKED = "!proposal !vote !temperature"  # no question is before the room
FREE = f"!speech !point {UNASKED}"


def _unreached(session: Session, room: Room) -> list[str]:
    """What nobody reached yet, said before closing."""
    left = [titled(item.plan) for item in room.items if item.plan.id in pending_items(room)]
    if not left:
        return [gettext("Every item was dealt with.")]
    many = ngettext("%(n)d item was never reached:", "%(n)d items were never reached:", len(left)) % {"n": len(left)}
    return [f"{many} {'; '.join(left)}."]


def _objected(session: Session, room: Room) -> list[str]:
    """What members objected to, said before an item is opened (G27.I)."""
    return [told_objected(paper, len(rows)) for paper, rows in objected_papers(session, room)]


def _opening(session: Session, room: Room) -> list[str]:
    voters = len(room.voters())
    return [ngettext("%(n)d person with a vote is in the room.", "%(n)d people with a vote are in the room.", voters)
            % {"n": voters}]  # fmt: skip


def _question(asked: Asked) -> str:
    """The question that was on the page of this act."""
    return asked.form.asked()  # type: ignore[attr-defined, no-any-return]


def _cast(asked: Asked) -> c.CastVote:
    return c.CastVote(Choice(asked.data["choice"]), _question(asked))


_ALL = (
    # --- Members -------------------------------------------------------------------------------------
    Spec("request_floor", _("Ask for the floor"), Part.FLOOR, lambda a: c.RequestFloor(),
         "admitted voice !waiting !speaking", "open item-open list-open", once=True, shortcut="r", behalf=True),
    Spec("withdraw_request", _("Give my place back"), Part.FLOOR, lambda a: c.WithdrawRequest(),
         "admitted voice waiting", "sitting listed", once=True, behalf=True),
    Spec("end_speech", _("End the turn"), Part.FLOOR, lambda a: c.EndSpeech(),
         "admitted speaking", "open speech !point", once=True),
    Spec("object", _("Object, with a reason"), Part.TEXT, lambda a: c.Object(a.data["reason"]),
         "admitted votes !objected", "open proposal", form=ReasonForm, behalf=True,
         lead=_("The window stops and nothing is adopted until you withdraw the objection or the proposal changes.")),
    Spec("withdraw_objection", _("Withdraw my objection"), Part.TEXT, lambda a: c.WithdrawObjection(),
         "admitted votes objected", "open proposal", once=True, behalf=True),
    Spec("stand_aside", _("I stand aside, I don't block"), Part.TEXT, lambda a: c.StandAside(a.data["reason"]),
         "admitted votes !aside", "open proposal", form=OptionalReasonForm, behalf=True,
         lead=_("You don't join, and you don't keep the others from agreeing. The minutes say so.")),
    Spec("object_late", _("Object late"), Part.TEXT, lambda a: c.ObjectLate(a.data["agreement"], a.data["reason"]),
         "admitted votes cut-off", "record-open agreements", form=decisions.LateObjectionForm,
         lead=_("You were cut off while this was adopted: the agreement will stand subject to your objection.")),
    Spec("enter_reservation", _("Enter a reservation"), Part.TEXT,
         lambda a: c.EnterReservation(a.data["agreement"], a.data["text"], a.data["language"]),
         "admitted votes", "sitting agreements", form=decisions.ReservationForm, behalf=True, late=True),
    Spec("cast_vote", _("Cast my vote"), Part.TEXT, _cast,
         "admitted votes elector !voted", "open voting !secret", form=votes.ChoiceForm, behalf=True,
         lead=_("Your vote is open: the log keeps it. The minutes name who voted what in roll calls only."),
         warns=voting.question),
    Spec("change_vote", _("Change my vote"), Part.TEXT, _cast,
         "admitted votes elector voted", "open voting roll-call", form=votes.ChoiceForm, warns=voting.question,
         lead=_("Until the vote closes you may change it; the log keeps each change.")),
    Spec("cast_ballot", _("Cast my ballot"), Part.TEXT, _cast,
         "admitted votes elector !voted", "open voting secret", form=votes.ChoiceForm, warns=voting.question,
         lead=_("Your ballot is secret: that you took part is known, what you choose is kept without your name. "
                "Once cast it can't be changed.")),
    Spec("show_temperature", _("Answer the temperature check"), Part.TEXT,
         lambda a: c.ShowTemperature(Stance(a.data["stance"]), _question(a)), "admitted votes elector !answered",
         "open temperature", form=votes.StanceForm, behalf=True, warns=voting.question,
         lead=_("It is indicative: nothing is decided. Answers are added up without names; if only few answer, the "
                "counts may tell who answered what.")),
    Spec("explain_vote", _("Explain my vote"), Part.TEXT,
         lambda a: c.ExplainVote(a.data["vote"], a.data["text"], a.data["language"]), "admitted votes explains",
         "sitting declared", form=votes.ExplanationForm, behalf=True),
    Spec("count_hall", _("Enter the totals of the hall"), Part.TEXT,
         lambda a: c.CountHall(a.data["in_favour"], a.data["against"], a.data["abstain"], _question(a)), "scrutineer",
         "open voting hands", form=votes.HallForm, warns=voting.hall,
         lead=_("Count the raised hands of those who have not voted one by one. Two people count; their totals have "
                "to be the same.")),
    Spec("raise_point", _("Point of order"), Part.FLOOR, lambda a: c.RaisePointOfOrder(a.data["text"]),
         "admitted voice", "open !point", form=floor.TextForm, behalf=True,
         lead=_("The clocks stop and the chair rules before anything else goes on.")),
    Spec("ask_quorum", _("Ask to verify the quorum"), Part.SESSION, lambda a: c.AskQuorum(),
         "admitted votes", "open !quorum-asked !vote", once=True, behalf=True),
    Spec("leave", _("Leave the session"), Part.DOOR, lambda a: c.Leave(), "admitted !presiding", "door",
         behalf=True, late=True, lead=_("The record says that you left. You can ask to come back.")),
    Spec("ask_admission", _("Ask to be admitted"), Part.DOOR,
         lambda a: c.AskAdmission(a.seat.name, a.seat.organization), "!admitted !knocked", "door", once=True),
    # --- The floor -----------------------------------------------------------------------------------
    Spec("give_floor", _("Give the floor to the next person"), Part.FLOOR,
         lambda a: c.GiveFloor(), "chairs", "open item-open listed !speech !point", once=True, shortcut="n"),
    Spec("set_aside", _("Doesn't answer: waits"), Part.FLOOR, lambda a: c.SetAside(),
         "chairs", "open called !point", once=True, shortcut="s"),
    Spec("pause_speech", _("Pause the clock"), Part.FLOOR, lambda a: c.PauseSpeech(),
         "chairs", "open speech !paused", once=True, shortcut="p"),
    Spec("resume_speech", _("Let the clock run"), Part.FLOOR, lambda a: c.ResumeSpeech(),
         "chairs", "open speech paused", once=True, shortcut="p"),
    Spec("extend_speech", _("One minute more"), Part.FLOOR, lambda a: c.ExtendSpeech(60),
         "chairs", "open speech", once=True, shortcut="m"),
    Spec("stop_speech", _("End the turn"), Part.FLOOR, lambda a: c.EndSpeech(),
         "chairs", "open speech !point", once=True, shortcut="t"),
    Spec("rule_point", _("Rule on the point of order"), Part.FLOOR,
         lambda a: c.RulePointOfOrder(a.data["upheld"], a.data["ruling"]), "chairs", "open point",
         form=floor.RulingForm),
    Spec("open_list", _("Open the list of speakers"), Part.FLOOR, lambda a: c.OpenList(),
         "chairs", "open item-open !list-firm", once=True),
    Spec("close_list", _("Close the list"), Part.FLOOR, lambda a: c.CloseList(a.data["seconds"]),
         "chairs", "open item-open list-open", form=floor.CloseListForm),
    Spec("give_floor_to", _("Give the floor out of turn"), Part.FLOOR,
         lambda a: c.GiveFloor(a.data["request"], a.data["reason"]), "chairs", "open item-open listed !speech !point",
         form=floor.GiveFloorForm),
    Spec("note_statement", _("Note what was said"), Part.FLOOR,
         lambda a: c.NoteStatement(a.data["turn"], a.data["statement"], a.data["language"]), "desk", "sitting turns",
         form=floor.StatementForm),
    Spec("record_turn", _("Enter a turn off the list"), Part.FLOOR,
         lambda a: c.RecordTurn(a.data["seat"], a.data["minutes"] * 60 + a.data["seconds"], a.data["statement"],
                                a.data["language"]),
         "desk", "open item-open", form=floor.SpokenForm, late=True),
    # --- Text and decisions --------------------------------------------------------------------------
    Spec("open_item", _("Open an item"), Part.TEXT, lambda a: c.OpenItem(a.data["item"]),
         "chairs", f"open items-left {FREE}", form=agenda.ItemForm, warns=_objected),
    Spec("conclude_item", _("Conclude the item"), Part.TEXT, lambda a: c.ConcludeItem(a.data["outcome"]),
         "chairs", f"open item-open {FREE}", form=agenda.OutcomeForm),
    Spec("propose", _("Propose for adoption"), Part.TEXT,
         lambda a: c.ProposeAdoption(a.data["text"], Effect(a.data["effect"]), a.form.parts(), a.data["power"],  # type: ignore[attr-defined]
                                     a.data["language"], a.data["ad_referendum"]),
         "chairs", f"open item-open !point quorum both-sides {UNASKED}", form=decisions.ProposalForm,
         lead=_("If nobody objects until the window ends, these words are agreed.")),
    Spec("withdraw_proposal", _("Withdraw the proposal"), Part.TEXT, lambda a: c.WithdrawProposal(a.data["reason"]),
         "chairs", "open proposal", form=ReasonForm),
    Spec("put_to_vote", _("Put to the vote"), Part.TEXT, lambda a: a.form.command(),  # type: ignore[attr-defined]
         "chairs", f"open item-open !point quorum both-sides {UNASKED}", form=votes.QuestionForm,
         warns=voting.electorate,
         lead=_("From then on the quorum and the list of those who may vote stay as they are until the result.")),
    Spec("close_vote", _("Close the vote"), Part.TEXT, lambda a: c.CloseVote(_question(a)), "chairs",
         "open voting !point !hall-unsettled !few-ballots", form=votes.OnQuestion, warns=voting.turnout,
         lead=_("Nobody votes afterwards. The result is computed at once; the chair declares it.")),
    Spec("declare_result", _("Declare the result"), Part.TEXT,
         lambda a: c.DeclareResult(a.data["carried"], a.data["reason"], _question(a)), "chairs", "open counted",
         form=votes.DeclarationForm, warns=voting.outcome),
    Spec("withdraw_vote", _("Withdraw the question"), Part.TEXT,
         lambda a: c.WithdrawVote(a.data["reason"], _question(a)), "chairs", "open voting", form=votes.WithdrawalForm,
         lead=_("The votes cast so far are not counted. The minutes say that the question was withdrawn, and why.")),
    Spec("take_temperature", _("Take the temperature"), Part.TEXT,
         lambda a: c.TakeTemperature(a.data["question"], a.data["language"]), "chairs",
         f"open item-open !point {UNASKED}", form=votes.TemperatureForm,
         lead=_("An indicative question before deciding. Counts are shown once it is closed.")),
    Spec("close_temperature", _("Close the temperature check"), Part.TEXT, lambda a: c.CloseTemperature(), "chairs",
         "open temperature", once=True),
    Spec("note_temperature", _("Let the minutes tell a temperature check"), Part.TEXT,
         lambda a: c.NoteTemperature(a.data["temperature"]), "chairs", "sitting temperatures",
         form=votes.TakenForm, lead=_("They will say that it was indicative.")),
    Spec("read_agreement", _("Read an agreement back"), Part.TEXT, lambda a: c.ReadAgreement(a.data["agreement"]),
         "chairs", "open unread", form=decisions.UnreadForm,
         lead=_("Read it aloud as it stands; ask whether it says what was agreed.")),
    Spec("defer_item", _("Defer an item"), Part.TEXT, lambda a: c.DeferItem(a.data["item"], a.data["reason"]),
         "chairs", "open items-to-defer", form=agenda.DeferForm),
    Spec("reopen_item", _("Reopen an item"), Part.TEXT, lambda a: c.ReopenItem(a.data["item"], a.data["reason"]),
         "chairs", f"open items-concluded {FREE}", form=agenda.ReopenForm),
    Spec("add_item", _("Add an item"), Part.TEXT,
         lambda a: c.AddItem(a.data["title_es"], a.data["title_en"], a.data["minutes"], a.data["reason"]),
         "chairs", "plan-open", form=agenda.NewItemForm),
    Spec("set_item_time", _("Change the time of an item"), Part.TEXT,
         lambda a: c.SetItemTime(a.data["item"], a.data["minutes"], a.data["reason"]),
         "chairs", "plan-open", form=agenda.ItemTimeForm),
    Spec("correct", _("Correct a slip"), Part.TEXT, lambda a: c.CorrectSlip(*a.form.slip(), a.data["reason"]),  # type: ignore[attr-defined, call-arg]
         "desk", "record-open", form=record.CorrectionForm,
         lead=_("The slip stays in the record; what it should say stands beside it.")),
    # --- The door ------------------------------------------------------------------------------------
    Spec("admit_waiting", _("Admit everybody who waits"), Part.DOOR, None, "desk", "door knocking", once=True,
         run=acting.admit_waiting),
    Spec("admit", _("Admit somebody accredited"), Part.DOOR, None, "desk", "door", form=people.AccreditedForm,
         late=True, run=acting.admit),
    Spec("walk_in", _("Admit somebody by name"), Part.DOOR, None, "role-secretariat", "door", form=people.WalkInForm,
         run=acting.walk_in, lead=_("For whoever came without being on the list; the letter can follow.")),
    Spec("refuse_admission", _("Don't admit"), Part.DOOR,
         lambda a: c.RefuseAdmission(a.data["seat"], a.form.name_of(a.data["seat"]), a.data["reason"]),  # type: ignore[attr-defined]
         "desk", "door knocking", form=people.KnockForm),
    Spec("remove", _("Remove somebody"), Part.DOOR, lambda a: c.Remove(a.data["seat"], a.data["reason"]),
         "chairs", "door others", form=people.SeatReasonForm),
    # --- The session ---------------------------------------------------------------------------------
    Spec("open_lobby", _("Open the lobby"), Part.SESSION, None, "desk", "planned", once=True, run=acting.open_lobby),
    Spec("open_session", _("Open the session"), Part.SESSION, lambda a: c.OpenSession(), "opens",
         "lobby chair-there both-sides", warns=_opening),
    Spec("verify_quorum", _("Verify the quorum"), Part.SESSION, lambda a: c.VerifyQuorum(), "chairs", "open !vote",
         once=True),
    Spec("suspend", _("Suspend the session"), Part.SESSION, lambda a: c.Suspend(a.data["reason"], a.data["until"]),
         "chairs", "open", form=SuspendForm),
    Spec("resume", _("Resume the session"), Part.SESSION, lambda a: c.Resume(), "chairs", "suspended", once=True),
    Spec("hand_over", _("Hand the chair over"), Part.SESSION, lambda a: c.HandOverChair(a.data["seat"]), "chairs",
         "sitting others", form=people.ChairForm),
    Spec("take_chair", _("Take the chair"), Part.SESSION, lambda a: c.TakeChair(a.data["reason"]), "stands-in",
         "sitting", form=ReasonForm,
         lead=_("Only when whoever presides has left or lost the connection: the vice-chair takes it, or a member.")),
    Spec("record_not_held", _("Record that it was not held"), Part.SESSION,
         lambda a: c.RecordNotHeld(a.data["reason"]), "opens", "lobby", form=ReasonForm),
    Spec("close_session", _("Close the session"), Part.SESSION, lambda a: c.CloseSession(), "chairs",
         f"open {FREE} !unread", warns=_unreached,
         lead=_("The minutes are written from the record at once.")),
    Spec("reopen_session", _("Reopen the session"), Part.SESSION, lambda a: c.ReopenSession(a.data["reason"]),
         "chairs", "closed", form=ReasonForm),
    Spec("undo", _("Undo"), Part.SESSION, lambda a: c.Undo(), "admitted", "convened", form=ActForm, once=True,
         lead=_("Your last act is taken back, if nobody has built upon it.")),
)  # fmt: skip

ACTS: dict[str, Spec] = {spec.name: spec for spec in _ALL}

# The acts of a seat, in the order of the dock; the first that fits is its large button.
MINE = ("ask_admission", "cast_vote", "cast_ballot", "show_temperature", "request_floor", "withdraw_request",
        "end_speech", "raise_point", "count_hall", "object_late", "enter_reservation", "ask_quorum",
        "leave")  # fmt: skip
MINE_LARGE = MINE[: MINE.index("raise_point")]
DECIDING = ("object", "withdraw_objection", "stand_aside", "change_vote", "explain_vote")
APART = {*MINE, *DECIDING, "undo"}


def console() -> dict[Part, list[Spec]]:
    """The acts of the desk, by part, in the order of the table."""
    return {part: [s for s in _ALL if s.part is part and s.name not in APART] for part in Part}


def shortcuts() -> list[Spec]:
    """The acts that have a key."""
    return [s for s in _ALL if s.shortcut]


def for_others() -> list[Spec]:
    """What the secretariat may do on behalf of somebody on the telephone, in the hall or on paper."""
    return [s for s in _ALL if s.behalf]
