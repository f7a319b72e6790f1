"""Acts that were done on paper and are entered afterwards, marked as such."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from sessions.acting import UNASKED, Asked, Part, Spec
from sessions.core.terms import Via
from sessions.desk import Done
from sessions.forms import paper


def _vote(asked: Asked) -> Done:
    return replace(asked, via=Via.PAPER).do(asked.form.paper_vote())  # type: ignore[attr-defined]


def _agreement(asked: Asked) -> Done:
    return replace(asked, via=Via.PAPER).do(asked.form.paper_agreement())  # type: ignore[attr-defined]


WHEN = f"open item-open !point quorum both-sides {UNASKED} !paper-late"
ACTS = (
    Spec("paper_vote", _("Enter a vote taken on paper"), Part.TEXT, None, "chairs", f"{WHEN} votable",
         form=paper.PaperVoteForm, run=_vote, late=True, final=True,
         lead=_("As the sheet says. The result is computed by the rules of the session; those count who were in the "
                "room at that hour. The record says that it was on paper.")),
    Spec("paper_agreement", _("Enter an agreement adopted on paper"), Part.TEXT, None, "chairs", WHEN,
         form=paper.PaperAgreementForm, run=_agreement, late=True, final=True,
         lead=_("As the signed slip says: read aloud, and nobody objected. It is still read back before closing.")),
)  # fmt: skip
