"""Acts of the agenda as a whole."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import UNASKED, Part, Spec
from sessions.core import commands as c
from sessions.core.terms import AgendaChange
from sessions.forms import amending

ACTS = (
    Spec("adopt_agenda", _("Adopt the agenda"), Part.TEXT, lambda a: c.AdoptAgenda(), "chairs",
         f"open adoptable !point quorum both-sides {UNASKED}", warns=amending.as_it_stands,
         lead=_("Ask aloud whether anybody objects to the agenda as it stands. From then on each change needs a "
                "reason, and the minutes show it.")),
    Spec("move_item", _("Move an item"), Part.TEXT,
         lambda a: c.AmendAgenda(AgendaChange.MOVED, a.data["item"], a.data["before"], reason=a.data["reason"]),
         "chairs", "plan-open items-loose", form=amending.MoveForm),
    Spec("withdraw_item", _("Withdraw an item"), Part.TEXT,
         lambda a: c.AmendAgenda(AgendaChange.WITHDRAWN, a.data["item"], reason=a.data["reason"]),
         "chairs", "plan-open items-loose", form=amending.WithdrawForm,
         lead=_("It leaves the agenda of this session. To deal with it at another session, defer it instead.")),
    Spec("retitle_item", _("Change the words of an item"), Part.TEXT,
         lambda a: c.AmendAgenda(AgendaChange.RETITLED, a.data["item"], title_es=a.data["title_es"],
                                 title_en=a.data["title_en"], reason=a.data["reason"]),
         "chairs", "plan-open items-left", form=amending.RetitleForm),
    Spec("extend_item", _("More time for this item"), Part.TEXT,
         lambda a: c.ExtendItem(a.data["minutes"], a.data["reason"]), "chairs", "open item-open",
         form=amending.ExtendForm, lead=_("The minutes say that it was extended, and why.")),
)  # fmt: skip
