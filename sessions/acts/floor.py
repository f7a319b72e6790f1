"""Acts of the floor: the list of speakers, turns, points of order."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.core import commands as c
from sessions.forms import floor
from sessions.forms.room import ReasonForm

ACTS = (
    Spec("request_floor", _("Ask for the floor"), Part.FLOOR, lambda a: c.RequestFloor(item=a.data["item"]),
         "admitted voice !waiting !speaking", "open item-open list-open", once=True, shortcut="r", behalf=True,
         form=floor.OnItemForm),
    Spec("withdraw_request", _("Give my place back"), Part.FLOOR, lambda a: c.WithdrawRequest(),
         "admitted voice waiting", "sitting listed", once=True, behalf=True),
    Spec("end_speech", _("End the turn"), Part.FLOOR, lambda a: c.EndSpeech(),
         "admitted speaking", "open speech !point", once=True),
    Spec("raise_point", _("Point of order"), Part.FLOOR,
         lambda a: c.RaisePointOfOrder(a.data["text"], a.data["kind"]),
         "admitted raises-points", "open !point", form=floor.PointForm, behalf=True,
         lead=_("The clocks stop and the chair rules before anything else goes on. Off the record, it brings the "
                "room back on record."),
         final=True),
    Spec("give_floor", _("Give the floor to the next person"), Part.FLOOR,
         lambda a: c.GiveFloor(), "chairs",
         "open item-open listed !speech !point !motion !over-budget !reply-due", once=True, shortcut="n"),
    Spec("set_aside", _("Doesn't answer: waits"), Part.FLOOR, lambda a: c.SetAside(),
         "chairs", "open called !point", once=True, shortcut="s"),
    Spec("pause_speech", _("Pause the clock"), Part.FLOOR, lambda a: c.PauseSpeech(),
         "chairs", "open speech !paused", once=True, shortcut="p",
         final=True),
    Spec("resume_speech", _("Let the clock run"), Part.FLOOR, lambda a: c.ResumeSpeech(),
         "chairs", "open speech paused", once=True, shortcut="p"),
    Spec("extend_speech", _("One minute more"), Part.FLOOR, lambda a: c.ExtendSpeech(60),
         "chairs", "open speech", once=True, shortcut="m"),
    Spec("stop_speech", _("End the turn"), Part.FLOOR, lambda a: c.EndSpeech(),
         "chairs", "open speech !point", once=True, shortcut="t"),
    Spec("withdraw_floor", _("Withdraw the floor"), Part.FLOOR, lambda a: c.WithdrawFloor(a.data["reason"]),
         "chairs", "open speech !point", form=ReasonForm,
         lead=_("For a speaker who goes on beyond the time, or about something else. An ordinary turn just ends; "
                "this one the minutes tell, with the reason.")),
    Spec("rule_point", _("Rule on the point of order"), Part.FLOOR,
         lambda a: c.RulePointOfOrder(a.data["upheld"], a.data["ruling"]), "chairs", "open point",
         form=floor.RulingForm),
    Spec("open_list", _("Open the list of speakers"), Part.FLOOR, lambda a: c.OpenList(),
         "chairs", "open item-open !list-firm !debate-closed", once=True),
    Spec("close_list", _("Close the list"), Part.FLOOR,
         lambda a: c.CloseList(a.data["seconds"], a.data["reason"]),
         "chairs", "open item-open list-open", form=floor.CloseListForm),
    Spec("give_floor_to", _("Give the floor out of turn"), Part.FLOOR,
         lambda a: c.GiveFloor(a.data["request"], a.data["reason"]), "chairs",
         "open item-open listed !speech !point !motion", form=floor.GiveFloorForm),
    Spec("note_statement", _("Note what was said"), Part.FLOOR,
         lambda a: c.NoteStatement(a.data["turn"], a.data["statement"], a.data["language"]), "desk",
         "sitting turns !off-record", form=floor.StatementForm),
    Spec("record_turn", _("Enter a turn off the list"), Part.FLOOR,
         lambda a: c.RecordTurn(a.data["seat"], a.data["minutes"] * 60 + a.data["seconds"], a.data["statement"],
                                a.data["language"]),
         "desk", "open item-open", form=floor.SpokenForm, late=True),
)  # fmt: skip
