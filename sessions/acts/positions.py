"""Acts of positions beside an agreement."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Asked, Part, Spec
from sessions.core import commands as c
from sessions.forms import positions


def _position(kind: type[c.ExplainPosition] | type[c.Dissociate], asked: Asked) -> c.Command:
    d = asked.data
    return kind(d["agreement"], d["text"], d["language"], d["follows"])


ACTS = (
    Spec("explain_position", _("Explain my position"), Part.TEXT, lambda a: _position(c.ExplainPosition, a),
         "admitted votes", "sitting agreements", form=positions.PositionForm, behalf=True,
         lead=_("You join the agreement; the minutes keep beside it how you understand it, word for word.")),
    Spec("dissociate", _("Dissociate from an agreement"), Part.TEXT, lambda a: _position(c.Dissociate, a),
         "admitted votes", "sitting agreements", form=positions.PositionForm, behalf=True,
         lead=_("The agreement stands for the others; the minutes say that you stay apart from it, and why.")),
    Spec("hand_in_text", _("Hand in the announced text"), Part.TEXT,
         lambda a: c.HandInText(a.data["agreement"], a.data["text"], a.data["language"]), "admitted votes awaited",
         "record-open texts-awaited", form=positions.TextForm, behalf=True,
         lead=_("It joins your position in the minutes. The log is sealed once every announced text is in, or its "
                "hours are over.")),
)  # fmt: skip
