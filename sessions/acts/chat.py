"""Acts of the chat. What people write in it is no act of the room."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.core import commands as c

ACTS = (
    Spec("open_chat", _("Open the chat"), Part.SESSION, lambda a: c.OpenChat(), "desk", "door !chat", once=True),
    Spec("close_chat", _("Close the chat"), Part.SESSION, lambda a: c.CloseChat(), "desk", "door chat", once=True),
)  # fmt: skip
