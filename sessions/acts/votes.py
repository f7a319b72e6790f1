"""Acts of votes and temperature checks."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import UNASKED, Asked, Part, Spec
from sessions.core import commands as c
from sessions.core.terms import Choice, Stance
from sessions.forms import votes
from sessions.wording import voting


def _question(asked: Asked) -> str:
    """The question that was on the page of this act."""
    return asked.form.asked()  # type: ignore[attr-defined, no-any-return]


def _cast(asked: Asked) -> c.CastVote:
    return c.CastVote(Choice(asked.data["choice"]), _question(asked), first=True)


def _change(asked: Asked) -> c.CastVote:
    return c.CastVote(Choice(asked.data["choice"]), _question(asked))


ACTS = (
    Spec("cast_vote", _("Cast my vote"), Part.TEXT, _cast,
         "admitted votes elector !voted", "open voting !secret", form=votes.ChoiceForm, behalf=True,
         lead=_("Your vote is open: the log keeps it. The minutes name who voted what in roll calls only."),
         warns=voting.question,
         final=True),
    Spec("change_vote", _("Change my vote"), Part.TEXT, _change,
         "admitted votes elector voted", "open voting roll-call", form=votes.ChoiceForm, behalf=True,
         warns=voting.question,
         lead=_("Until the vote closes you may change it; the log keeps each change."),
         final=True),
    Spec("cast_ballot", _("Cast my ballot"), Part.TEXT, _cast,
         "admitted votes elector !voted", "open voting secret", form=votes.ChoiceForm, warns=voting.question,
         lead=_("Your ballot is secret: that you took part is known, what you choose is kept without your name. "
                "Once cast it can't be changed."),
         final=True),
    Spec("show_temperature", _("Answer the temperature check"), Part.TEXT,
         lambda a: c.ShowTemperature(Stance(a.data["stance"]), _question(a)), "admitted votes elector !answered",
         "open temperature", form=votes.StanceForm, behalf=True, warns=voting.question,
         lead=_("It is indicative: nothing is decided. Answers are added up without names; if only few answer, the "
                "counts may tell who answered what."),
         final=True),
    Spec("explain_vote", _("Explain my vote"), Part.TEXT,
         lambda a: c.ExplainVote(a.data["vote"], a.data["text"], a.data["language"]), "admitted votes explains",
         "sitting explainable !off-record", form=votes.ExplanationForm, behalf=True),
    Spec("count_hall", _("Enter the totals of the hall"), Part.TEXT,
         lambda a: c.CountHall(a.data["in_favour"], a.data["against"], a.data["abstain"], _question(a)), "scrutineer",
         "open voting hands", form=votes.HallForm, warns=voting.hall,
         lead=_("Count the raised hands of those who have not voted one by one. Two people count; their totals have "
                "to be the same."),
         final=True),
    Spec("put_to_vote", _("Put to the vote"), Part.TEXT, lambda a: a.form.command(),  # type: ignore[attr-defined]
         "chairs", f"open item-open !point quorum both-sides votable {UNASKED} !paper-late", form=votes.QuestionForm,
         warns=voting.electorate,
         lead=_("From then on the quorum and the list of those who may vote stay as they are until the result."),
         final=True),
    Spec("close_vote", _("Close the vote"), Part.TEXT, lambda a: c.CloseVote(_question(a)), "chairs",
         "open voting !point !hall-unsettled !few-ballots", form=votes.OnQuestion, warns=voting.turnout,
         lead=_("Nobody votes afterwards. The result is computed at once; the chair declares it."),
         final=True),
    Spec("declare_result", _("Declare the result"), Part.TEXT,
         lambda a: c.DeclareResult(a.data["carried"], a.data["reason"], _question(a)), "chairs",
         "open counted !point", form=votes.DeclarationForm, warns=voting.outcome,
         final=True),
    Spec("withdraw_vote", _("Withdraw the question"), Part.TEXT,
         lambda a: c.WithdrawVote(a.data["reason"], _question(a)), "chairs", "open voting", form=votes.WithdrawalForm,
         lead=_("The votes cast so far are not counted. The minutes say that the question was withdrawn, and why."),
         final=True),
    Spec("take_temperature", _("Take the temperature"), Part.TEXT,
         lambda a: c.TakeTemperature(a.data["question"], a.data["language"]), "chairs",
         f"open item-open !point {UNASKED}", form=votes.TemperatureForm,
         lead=_("An indicative question before deciding. Counts are shown once it is closed."),
         final=True),
    Spec("close_temperature", _("Close the temperature check"), Part.TEXT, lambda a: c.CloseTemperature(), "chairs",
         "open temperature", once=True,
         final=True),
    Spec("note_temperature", _("Let the minutes tell a temperature check"), Part.TEXT,
         lambda a: c.NoteTemperature(a.data["temperature"]), "chairs", "sitting temperatures",
         form=votes.TakenForm, lead=_("They will say that it was indicative.")),
)  # fmt: skip
