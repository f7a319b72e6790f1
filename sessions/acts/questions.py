"""Acts of questions from the room."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.core import commands as c
from sessions.forms import questions

ACTS = (
    Spec("open_questions", _("Open questions"), Part.FLOOR, lambda a: c.OpenQuestions(), "chairs",
         "open item-open !questions-open", once=True),
    Spec("close_questions", _("Close questions"), Part.FLOOR, lambda a: c.CloseQuestions(), "chairs",
         "sitting questions-open", once=True),
    Spec("ask_question", _("Ask a question in writing"), Part.FLOOR,
         lambda a: c.AskQuestion(a.data["text"], a.data["language"]), "admitted", "sitting questions-open",
         form=questions.AskForm, behalf=True,
         lead=_("The desk reads it first. It then stands in the list, in the order of how many support each "
                "question.")),
    Spec("support_question", _("Support a question"), Part.FLOOR, lambda a: c.SupportQuestion(a.data["question"]),
         "admitted", "sitting questions-unanswered", form=questions.QuestionForm, behalf=True,
         lead=_("How many support it is shown, not who.")),
    Spec("withdraw_support", _("No longer support a question"), Part.FLOOR,
         lambda a: c.WithdrawSupport(a.data["question"]), "admitted backs", "sitting questions-unanswered",
         form=questions.QuestionForm, behalf=True),
    Spec("answer_question", _("Answer a question in writing"), Part.FLOOR,
         lambda a: c.AnswerQuestion(a.data["question"], a.data["text"], a.data["language"]), "admitted official",
         "sitting questions-unanswered", form=questions.AnswerForm, behalf=True),
    Spec("approve_question", _("Let a question through"), Part.FLOOR, lambda a: c.ApproveQuestion(a.data["question"]),
         "desk", "sitting questions-waiting", form=questions.WaitingForm,
         lead=_("Everybody reads it from then on, with the name of whoever asked."), final=True),
    Spec("merge_question", _("Merge two questions"), Part.FLOOR,
         lambda a: c.MergeQuestion(a.data["question"], a.data["into"]), "desk", "sitting questions-to-merge",
         form=questions.MergeForm,
         lead=_("Who asked and who supported it stand with the other one from then on, each person once.")),
    Spec("decline_question", _("Decline a question"), Part.FLOOR,
         lambda a: c.DeclineQuestion(a.data["question"], a.data["reason"]), "desk", "sitting questions-waiting",
         form=questions.DeclineForm),
    Spec("note_answered", _("Note that a question was answered aloud"), Part.FLOOR,
         lambda a: c.NoteAnswered(a.data["question"], a.data["turn"]), "desk", "sitting questions-unanswered turns",
         form=questions.AloudForm),
    Spec("owe_answer", _("Promise an answer in writing"), Part.FLOOR,
         lambda a: c.OweAnswer(a.data["question"], a.data["seat"], a.data["due"]), "chairs",
         "sitting questions-unanswered", form=questions.OweForm,
         lead=_("The room is told; it stands in the minutes and on the page of the session until it is answered.")),
)  # fmt: skip
