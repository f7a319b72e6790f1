"""Acts of the text on the table."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import UNASKED, Asked, Part, Spec
from sessions.core import commands as c
from sessions.core.distance import ordered
from sessions.core.rules.table import on_table
from sessions.core.state import Room
from sessions.forms import amendments, brackets, text
from sessions.models import Session
from sessions.wording import text as wording
from sessions.wording import voting

OPEN = "open item-open text text-open"
DECIDES = f"open item-open !point quorum both-sides {UNASKED} text text-open !paper-late"


def _command(asked: Asked) -> c.Command:
    return asked.form.command()  # type: ignore[attr-defined, no-any-return]


def _order(session: Session, room: Room) -> list[str]:
    """The computed order and how it comes about."""
    table = on_table(room)
    if table is None:
        return []
    return [f"{wording.amendment(table, r.amendment)}: {wording.distance(r.distance)}." for r in ordered(table)]


def _edit(asked: Asked) -> c.EditParagraph:
    name, base = asked.form.at()  # type: ignore[attr-defined, call-arg]
    return c.EditParagraph(name, base, asked.data["words"])


ACTS = (
    Spec("submit_amendment", _("Propose an amendment"), Part.TEXT, _command, "admitted !role-secretariat",
         f"{OPEN} amendable", form=amendments.AmendmentForm, behalf=True,
         lead=_("It is numbered and everybody reads it. The chair rules whether it is in order.")),
    Spec("co_sponsor", _("Sponsor an amendment"), Part.TEXT, lambda a: c.CoSponsor(a.data["amendment"]),
         "admitted votes may-sponsor", "open item-open text", form=amendments.CoSponsorForm, behalf=True),
    Spec("withdraw_sponsor", _("Sponsor it no longer"), Part.TEXT, lambda a: c.WithdrawSponsor(a.data["amendment"]),
         "admitted sponsors", "open item-open text", form=amendments.OwnForm, behalf=True,
         lead=_("If nobody else sponsors it, the amendment is withdrawn.")),
    Spec("revise_amendment", _("Revise my amendment"), Part.TEXT,
         lambda a: c.ReviseAmendment(a.data["amendment"], a.data["base"] or 0, a.data["words"], a.data["rationale"]),
         "admitted revises", OPEN, form=amendments.ReviseForm, behalf=True,
         lead=_("The chair rules on it again.")),
    Spec("place_bracket", _("Put words in brackets"), Part.TEXT, _command, "drafts", f"{OPEN} editable",
         form=brackets.BracketForm, lead=_("Brackets say that these words are not agreed, and by whom.")),
    Spec("add_alternative", _("Add an alternative"), Part.TEXT,
         lambda a: c.AddAlternative(a.data["bracket"], a.data["words"]), "drafts", f"{OPEN} brackets",
         form=brackets.AlternativeForm),
    Spec("consent_to_lift", _("Consent to lift my brackets"), Part.TEXT,
         lambda a: c.ConsentToLift(*a.form.ending()), "admitted votes placed", OPEN, form=brackets.EndForm,  # type: ignore[attr-defined]
         behalf=True, lead=_("To this way of ending them, and no other.")),
    Spec("lift_bracket", _("Lift brackets"), Part.TEXT, lambda a: c.LiftBracket(*a.form.ending()), "drafts",  # type: ignore[attr-defined]
         f"{OPEN} brackets", form=brackets.EndForm,
         lead=_("With the consent of everybody who placed them; otherwise the room decides.")),
    Spec("move_division", _("Ask that parts be put separately"), Part.TEXT, _command, "admitted votes",
         f"{OPEN} divisible", form=amendments.DivisionForm, behalf=True,
         lead=_("The chair rules. Parts are then put one after another, and what is carried is put as a whole.")),
    Spec("edit_paragraph", _("Edit the paragraph"), Part.TEXT, _edit, "desk", f"{OPEN} editable", form=text.EditForm,
         lead=_("The drafter's hand. Every version stays in the record.")),
    Spec("agree_paragraph", _("Agree provisionally"), Part.TEXT,
         lambda a: c.AgreeParagraph(*a.form.at()), "chairs", f"{OPEN} agreeable", form=text.OnParagraph,  # type: ignore[attr-defined]
         lead=_("Nothing is agreed until everything is agreed: it is provisional until the whole text is adopted.")),
    Spec("reopen_paragraph", _("Reopen the paragraph"), Part.TEXT,
         lambda a: c.ReopenParagraph(a.form.at()[0], a.data["reason"]), "chairs", f"{OPEN} paragraphs-agreed",  # type: ignore[attr-defined]
         form=text.ReopenForm),
    Spec("merge_alternatives", _("Merge two alternatives"), Part.TEXT, _command, "desk", f"{OPEN} mergeable",
         form=brackets.MergeForm),
    Spec("present_text", _("Put a text on the table"), Part.TEXT, _command, "desk",
         "open item-open !text-deciding !off-record !paper-late", form=text.PresentForm,
         lead=_("It takes the place of the text that is on the table of this item, if any.")),
    Spec("rule_admissible", _("Rule an amendment admissible"), Part.TEXT,
         lambda a: c.RuleAdmissible(a.data["amendment"]), "chairs", f"{OPEN} to-rule", form=amendments.ToRuleForm),
    Spec("rule_out_of_order", _("Rule an amendment out of order"), Part.TEXT,
         lambda a: c.RuleOutOfOrder(a.data["amendment"], a.data["reason"]), "chairs", f"{OPEN} to-rule-out",
         form=amendments.RuleOutForm, final=True),
    Spec("order_amendments", _("Set the order of amendments"), Part.TEXT, _command, "chairs", f"{OPEN} to-order",
         form=amendments.OrderForm, warns=_order,
         lead=_("Furthest from the text first. The order and how it is computed are published.")),
    Spec("rule_division", _("Rule on a division"), Part.TEXT,
         lambda a: c.RuleDivision(a.data["division"], a.data["granted"], a.data["reason"]), "chairs",
         f"{OPEN} division-moved", form=amendments.DivisionRulingForm, final=True),
    Spec("decide_amendment", _("Put an amendment to the room"), Part.TEXT, _command, "chairs",
         f"{DECIDES} decidable", form=amendments.DecideForm, warns=voting.electorate,
         lead=_("If it is carried, the words of the paragraph change at once; they are agreed with the whole text.")),
    Spec("decide_bracket", _("Put brackets to the room"), Part.TEXT, _command, "chairs", f"{DECIDES} brackets",
         form=brackets.DecideBracketForm, warns=voting.electorate),
    Spec("adopt_text", _("Put the whole text to the room"), Part.TEXT, _command, "chairs",
         f"{DECIDES} text-adoptable", form=text.AdoptForm, warns=voting.electorate,
         lead=_("If it is adopted, its words are an agreement. Reservations come afterwards.")),
)  # fmt: skip
