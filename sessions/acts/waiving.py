"""Acts by which the chair waives a term that was not met."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.acts.text import OPEN
from sessions.before.late import told_objected
from sessions.before.shown import objected_papers
from sessions.core import commands as c
from sessions.core.rules.waiving import late_papers
from sessions.core.state import Room
from sessions.forms.room import ReasonForm
from sessions.forms.waiving import LatePaperForm
from sessions.models import Session


def _objected(session: Session, room: Room) -> list[str]:
    """Who objected to the late papers of the open item (G27.I)."""
    late = {p.id for p in late_papers(room)}
    found = objected_papers(session, room)
    return [told_objected(paper, len(rows)) for paper, rows in found if str(paper.pk) in late]


ACTS = (
    Spec("waive_circulation", _("Waive the term of a late paper"), Part.TEXT,
         lambda a: c.WaiveCirculation(a.data["paper"], a.data["reason"]), "chairs",
         "open item-open paper-late !off-record", form=LatePaperForm, warns=_objected,
         lead=_("Until then no text is presented and nothing decided on this item. The reason is in the minutes.")),
    Spec("waive_deadline", _("Waive the term for amendments"), Part.TEXT,
         lambda a: c.WaiveDeadline(a.data["reason"]), "chairs", f"{OPEN} amendment-term !off-record", form=ReasonForm,
         lead=_("From then on amendments to this text are taken at any time. The reason is in the minutes.")),
)  # fmt: skip
