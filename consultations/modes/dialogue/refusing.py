"""What no act in a thread gets past."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.modes.dialogue.models import Thread, ThreadQuestion
from consultations.modes.dialogue.turn import Side
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import when


def refuse_closed(activity: Activity) -> None:
    """Raise Refused before the opening and after the close of the activity; it says when that was."""
    if activity.state is State.OPEN:
        return
    zone = activity.consultation.zone
    if activity.state is State.COMING:
        raise Refused(
            "not-open-yet", _("It opens on %(when)s.") % {"when": when(activity.opens_at, zone)}, rule="G27.III",
            advice=_("Keep your words and open the thread then."),
        )  # fmt: skip
    at = activity.cancelled_at or activity.closes_at
    raise Refused(
        "closed",
        _("It closed on %(when)s.") % {"when": when(at, zone)} if at else _("It is closed."), rule="G27.III",
        advice=_("Threads that were opened go on. You can raise an issue, which is owed an answer too (G8.I)."),
    )  # fmt: skip


def refuse_settled(thread: Thread) -> None:
    """Raise Refused once the thread is settled: nothing is added to what was sealed."""
    if thread.end:
        raise Refused(
            "settled", _("This thread is settled: nothing is written in it any more."), rule="G11.II",
            advice=_("Open another thread, and name this one by its reference."),
        )  # fmt: skip


def refuse_hidden(thread: Thread, side: Side) -> None:
    """Raise Refused to civil society while moderation hides the thread; the authority still owes its answer."""
    if side is Side.CIVIL and thread.contribution.hidden_at is not None:
        raise Refused(
            "hidden", _("It is hidden by moderation."), rule="G31",
            advice=_("Its author can appeal once; if the appeal is upheld it stands again."),
        )  # fmt: skip


def refuse_unanswered(thread: Thread, side: Side) -> None:
    """Raise Refused to the authority while it owes an answer: then the silence is not that of civil society."""
    if side is not Side.PUBLIC:
        return
    rows = ThreadQuestion.objects.filter(thread=thread, answer__isnull=True).order_by("number")
    if numbers := list(rows.values_list("number", flat=True)):
        which = ", ".join(str(number) for number in numbers)
        raise Refused(
            "unanswered",
            ngettext(
                "Question %(which)s has no answer yet: the authority can't settle the thread for the silence of "
                "others.",
                "Questions %(which)s have no answer yet: the authority can't settle the thread for the silence of "
                "others.",
                len(numbers),
            ) % {"which": which},
            rule="G8.I", advice=_(
                "Answer each one: civil society then has a whole term. Your own conclusion that waits falls with it."
            ),
        )  # fmt: skip
