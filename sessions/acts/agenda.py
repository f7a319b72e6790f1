"""Acts of the agenda, and corrections of the record."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import FREE, Part, Spec
from sessions.before.late import told_objected
from sessions.before.shown import objected_papers
from sessions.core import commands as c
from sessions.core.state import Room
from sessions.core.terms import Purpose
from sessions.forms import agenda, record
from sessions.models import Session
from sessions.wording import leaving
from sessions.wording.undecidable import undecidable


def _objected(session: Session, room: Room) -> list[str]:
    """What the open item leaves behind, and what members objected to, said before an item is opened (G27.I)."""
    left = leaving.warned(session, room)
    return [*left, *(told_objected(paper, len(rows)) for paper, rows in objected_papers(session, room))]


def _before(session: Session, room: Room) -> list[str]:
    """What to know before an item is opened."""
    return [*_objected(session, room), *undecidable(room)]


ACTS = (
    Spec("open_item", _("Open an item"), Part.TEXT, lambda a: c.OpenItem(a.data["item"]),
         "chairs", f"open items-left {FREE}", form=agenda.ItemForm, warns=_before, late=True),
    Spec("conclude_item", _("Conclude the item"), Part.TEXT, lambda a: c.ConcludeItem(a.data["outcome"]),
         "chairs", f"open item-open {FREE}", form=agenda.OutcomeForm, warns=leaving.warned,
         late=True),
    Spec("defer_item", _("Defer an item"), Part.TEXT,
         lambda a: c.DeferItem(a.data["item"], a.data["reason"], a.data["to"]),
         "chairs", "open items-to-defer", form=agenda.DeferForm),
    Spec("reopen_item", _("Reopen an item"), Part.TEXT, lambda a: c.ReopenItem(a.data["item"], a.data["reason"]),
         "chairs", f"open items-concluded {FREE}", form=agenda.ReopenForm, warns=leaving.warned),
    Spec("add_item", _("Add an item"), Part.TEXT,
         lambda a: c.AddItem(a.data["title_es"], a.data["title_en"], a.data["minutes"], a.data["reason"],
                             Purpose(a.data["decides"])),
         "chairs", "plan-open", form=agenda.NewItemForm),
    Spec("set_item_time", _("Change the time of an item"), Part.TEXT,
         lambda a: c.SetItemTime(a.data["item"], a.data["minutes"], a.data["reason"]),
         "chairs", "plan-open", form=agenda.ItemTimeForm),
    Spec("correct", _("Correct a slip"), Part.TEXT, lambda a: c.CorrectSlip(*a.form.slip(), a.data["reason"]),  # type: ignore[attr-defined, call-arg]
         "desk", "record-open", form=record.CorrectionForm,
         lead=_("The slip stays in the record; what it should say stands beside it.")),
)  # fmt: skip
