"""Until when something can be sent, corrected, signed."""

from django.utils.translation import gettext as _

from consultations.activities.window import State
from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.sending.where import Where
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import when


def refuse_closed(where: Where) -> None:
    """Raise Refused before the opening and after the close; it says when that was. What was typed stays a draft."""
    if where.stands_open:
        return
    zone = where.consultation.zone
    if where.activity is not None and where.activity.state is State.COMING:
        raise Refused(
            "not-open-yet",
            _("It opens on %(when)s.") % {"when": when(where.activity.opens_at, zone)},
            rule="G27.III",
            advice=_("Your words are kept as a draft that only you see: send them then."),
        )
    closed = _("It closed on %(when)s.") % {"when": when(where.closed_at, zone)}
    advice = _("Your words are kept as a draft. You can raise them as an issue, which is owed an answer too (G8.I).")
    if where.activity is None:
        advice = _("The process has ended. Your words are kept as a draft.")
    raise Refused("closed", closed if where.closed_at else _("It is closed."), rule="G27.III", advice=advice)


def refuse_hidden(submission: Submission) -> None:
    """Raise Refused while moderation hides it."""
    if submission.contribution.hidden_at is not None:
        raise Refused(
            "hidden", _("It is hidden by moderation."), rule="G31",
            advice=_("Its author can appeal once; if the appeal is upheld it stands again."),
        )  # fmt: skip


def is_answered(submission: Submission) -> bool:
    """Promise whether a response to it is drafted, signed or published. One query."""
    return submission.responses.exists()


def refuse_answered(submission: Submission) -> None:
    """Raise Refused once its answer is being written: what is answered can't change under the answer."""
    if is_answered(submission):
        raise Refused(
            "answered",
            _("It can't be corrected any more: its answer is being written or was published."),
            rule="G8.I",
            advice=_("If the answer does not meet your point, say so below it: it returns to the desk once."),
        )
