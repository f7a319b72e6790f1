"""Words of rehearsals."""

from django.utils.translation import gettext_lazy as _

WATERMARK = _("REHEARSAL — nothing of this counts")

# What simulated participants can do, in the order of their buttons.
SIMULATED = {
    "come": _("Everybody who is not here comes in"),
    "floor": _("A member asks for the floor"),
    "point": _("A member raises a point of order"),
    "vote": _("A member votes or answers"),
    "votes": _("Everybody else votes or answers"),
    "object": _("A member objects"),
    "withdraw": _("The objection is withdrawn"),
    "leave": _("A member leaves"),
}
SAID = {
    "object": _("Rehearsed objection: the second paragraph goes too far."),
    "point": _("Rehearsed point of order: the text on screen is not the one that was circulated."),
}
