"""Acts of going off the record and of reserving items."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import UNASKED, Asked, Part, Spec
from sessions.core import commands as c
from sessions.forms import reserves
from sessions.forms.room import ActForm


def _clear(asked: Asked) -> c.ClearSeat:
    seat = asked.data["seat"]
    return c.ClearSeat(seat, asked.form.names[seat], asked.data["undertaking"])  # type: ignore[attr-defined]


ACTS = (
    Spec("go_off_record", _("Go off the record"), Part.TEXT, lambda a: c.GoOffRecord(a.data["reason"]),
         "chairs", f"open may-go-off !point {UNASKED}", form=reserves.OffRecordForm,
         lead=_("Every screen says so. Turns go on; nothing is decided nor noted, and no item ends, until the room "
                "is back on record. The minutes tell the reason and how long it was."),
         final=True),
    Spec("back_on_record", _("Back on record"), Part.TEXT, lambda a: c.BackOnRecord(), "chairs", "sitting off-record",
         form=ActForm, once=True, final=True),
    Spec("classify_item", _("Reserve an item"), Part.TEXT, lambda a: a.form.command(),  # type: ignore[attr-defined]
         "desk", "plan-open reservable !off-record", form=reserves.ClassifyForm,
         lead=_("From this act on, what is said and decided in the item is kept from whoever may not hear it, until "
                "the day it ends. What was heard before stays as it was. That the item was dealt with, when, and how "
                "many agreements came of it stays public. The list of speakers of an open item begins anew."),
         final=True),
    Spec("confirm_reserve", _("The reserve was confirmed"), Part.TEXT,
         lambda a: c.ConfirmReserve(a.data["item"], a.data["decision"], a.data["decided_on"]),
         "desk", "reserve-pending record-or-plan !off-record", form=reserves.ConfirmForm,
         lead=_("The Transparency Committee has decided on it."),
         final=True),
    Spec("declassify_item", _("Lift a reserve"), Part.TEXT,
         lambda a: c.DeclassifyItem(a.data["item"], a.data["reason"]), "desk", "reserved record-or-plan !off-record",
         form=reserves.DeclassifyForm,
         lead=_("Everything it kept opens at once to everybody who may hear or read the session. It can't be taken "
                "back."),
         final=True),
    Spec("clear_seat", _("Clear somebody for closed items"), Part.DOOR, _clear, "desk", "plan-open",
         form=reserves.ClearForm, final=True),
    Spec("unclear_seat", _("Take a clearance back"), Part.DOOR,
         lambda a: c.UnclearSeat(a.data["seat"], a.data["reason"]), "desk",
         "plan-open somebody-cleared", form=reserves.UnclearForm, final=True),
)  # fmt: skip
