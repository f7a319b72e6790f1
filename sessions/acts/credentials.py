"""Acts of powers and conflicts of interest."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.core import commands as c
from sessions.forms import credentials

ACTS = (
    Spec("record_credentials", _("Record an official's powers"), Part.DOOR,
         lambda a: c.RecordCredentials(a.data["seat"], a.data["shown"] == "powers", a.data["powers"],
                                       a.data["document"]),
         "role-secretariat", "door officials", form=credentials.CredentialsForm, final=True,
         lead=_("They count from now on. What was agreed before stays ad referendum (G22).")),
    Spec("withdraw_credentials", _("Powers no longer count"), Part.DOOR,
         lambda a: c.WithdrawCredentials(a.data["seat"], a.data["reason"]), "role-secretariat", "door empowered",
         form=credentials.EmpoweredForm, final=True,
         lead=_("What was agreed with them stands as it was recorded.")),
    Spec("declare_conflict", _("Declare a conflict of interest"), Part.TEXT,
         lambda a: c.DeclareConflict(a.data["item"], a.data["text"], a.data["language"]), "admitted voice",
         "sitting", form=credentials.ConflictForm, behalf=True,
         lead=_("It stands beside your name while the item is open, and under the item in the minutes (G21). You "
                "keep your voice and your vote.")),
)  # fmt: skip
