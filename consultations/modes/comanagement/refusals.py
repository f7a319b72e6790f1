"""Why something can't be done to a task now, in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from consultations.modes.comanagement.states import Cannot
from incidencia.web.refusals import Refused

RULE = "G11.V"


def not_a_lead() -> Refused:
    """What is said to whoever does not lead the task, or is not a member any more."""
    return Refused(
        "not-a-lead", _("Only who leads this task for one of the two sides can do that."), rule=RULE,
        advice=_("Its page says who leads it; each side can name another lead."),
    )  # fmt: skip


def not_a_member() -> Refused:
    """What is said to whoever sits on neither side today."""
    return Refused(
        "not-a-member", _("Only members of this process can do that."), rule="G17",
        advice=_("Apply to its call, or raise an issue: it is answered with reasons."),
    )  # fmt: skip


@contextmanager
def told() -> Iterator[None]:
    """Let what the pure rules refuse be a refusal in words."""
    try:
        yield
    except Cannot as cannot:
        code = str(cannot)
        message, advice = _words()[code]
        raise Refused(code, message, rule=RULE, advice=advice) from cannot


def _words() -> dict[str, tuple[str, str]]:
    look = _("Look at its page: it says how it stands and who must act.")
    return {
        "over": (_("This task is over."), _("Propose another one.")),
        "not-in-progress": (_("The task is not in progress."), look),
        "not-delivered": (_("No result waits for its keys."), look),
        "not-blocked": (_("The task is not blocked."), look),
        "not-disputed": (_("The task is not in dispute."), look),
        "no-side": (_("A key belongs to one of the two sides."), look),
        "side-accepted": (
            _("Your side has accepted this result already."),
            _("The task is done when the other side accepts it too."),
        ),
        "same-person": (
            _("Both keys can't be turned by the same person."),
            _("The lead of the other side accepts the result."),
        ),
    }
