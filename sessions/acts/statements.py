"""Acts of written statements."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.core import commands as c
from sessions.forms import statements

ACTS = (
    Spec("submit_statement", _("Hand in a written statement"), Part.FLOOR,
         lambda a: c.SubmitStatement(a.data["title"], a.data["text"], a.data["language"], a.data["item"]),
         "admitted submits", "sitting", form=statements.StatementForm, behalf=True,
         lead=_("The record keeps when it was received, from whom, and the hash of its words. After the session "
                "closes there are still some hours for it, on the page of the session.")),
)  # fmt: skip
