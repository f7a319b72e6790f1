"""What an item needs to be public: a summary, a day that has not passed, an activity that is open (G27.II)."""

from datetime import datetime

from django.utils.translation import gettext as _

from consultations.activities.window import State as Window
from consultations.modes.information.models import Item, ItemVersion
from incidencia.clock import now
from incidencia.web.refusals import Refused

WORDS = 80  # of a summary (G27.II)


def is_mute(version: ItemVersion) -> bool:
    """Whether it says nothing in plain words, though nothing reserves it."""
    return not version.reserved and not (version.summary_es.strip() or version.summary_en.strip())


def lacking(item: Item, version: ItemVersion) -> list[str]:
    """What is missing before it can be published, in words; empty when nothing is. No query."""
    found = []
    if is_mute(version):
        found.append(_("a summary in plain words"))
    if item.activity.published_at is None:
        found.append(_("its activity is not published"))
    if item.read_by is not None and item.read_by <= now():
        found.append(_("the day to read it by has passed"))
    return found


def refuse_unready(item: Item, version: ItemVersion) -> None:
    """Raise Refused naming what is missing."""
    if missing := lacking(item, version):
        raise Refused(
            "item-unready", _("It can't be published yet: %(missing)s.") % {"missing": "; ".join(missing)},
            rule="G27.II", advice=_("Complete it and publish it then."),
        )  # fmt: skip


def refuse_outside(item: Item, at: datetime) -> None:
    """Raise Refused for an instant outside the window of its activity."""
    stands = item.activity.window.state(at)
    if stands is not Window.OPEN:
        said = {
            Window.COMING: _("The activity is not open at that instant."),
            Window.CANCELLED: _("The activity is cancelled."),
        }
        raise Refused(
            "outside-window", said.get(stands, _("The activity is closed at that instant.")), rule="G27.III",
            advice=_("Choose an instant within its window, or extend it."),
        )  # fmt: skip
