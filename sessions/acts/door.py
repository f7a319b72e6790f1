"""Acts of the door."""

from django.utils.translation import gettext_lazy as _

from sessions import acting
from sessions.acting import Part, Spec
from sessions.core import commands as c
from sessions.forms import people

ACTS = (
    Spec("leave", _("Leave the session"), Part.DOOR, lambda a: c.Leave(), "admitted !presiding", "door",
         behalf=True, late=True, lead=_("The record says that you left. You can ask to come back.")),
    Spec("ask_admission", _("Ask to be admitted"), Part.DOOR,
         lambda a: c.AskAdmission(a.seat.name, a.seat.organization), "!admitted !knocked", "door", once=True,
         final=True),
    Spec("admit_waiting", _("Admit everybody who waits"), Part.DOOR, None, "desk", "door knocking", once=True,
         run=acting.admit_waiting,
         final=True),
    Spec("admit", _("Admit somebody accredited"), Part.DOOR, None, "desk", "door", form=people.AccreditedForm,
         late=True, run=acting.admit),
    Spec("walk_in", _("Admit somebody by name"), Part.DOOR, None, "role-secretariat", "door", form=people.WalkInForm,
         run=acting.walk_in, lead=_("For whoever came without being on the list; the letter can follow.")),
    Spec("refuse_admission", _("Don't admit"), Part.DOOR,
         lambda a: c.RefuseAdmission(a.data["seat"], a.form.name_of(a.data["seat"]), a.data["reason"]),  # type: ignore[attr-defined]
         "desk", "door knocking", form=people.KnockForm,
         final=True),
    Spec("remove", _("Remove somebody"), Part.DOOR, lambda a: c.Remove(a.data["seat"], a.data["reason"]),
         "chairs", "door removable", form=people.RemoveForm),
    Spec("confirm_accreditation", _("The letter of somebody came"), Part.DOOR,
         lambda a: c.ConfirmAccreditation(a.data["seat"], a.data["document"]), "desk", "provisional",
         form=people.ConfirmForm, final=True),
)  # fmt: skip
