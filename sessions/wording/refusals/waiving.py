"""Why a room says no upon a late paper and to amendments after their term."""

from django.utils.translation import gettext_lazy as _

from sessions.core.refusals import Code
from sessions.wording.refusals.words import RELOAD, Words

_TERM = _("Nothing is decided upon a paper that came after its term, unless the chair waives it (G27.I).")
_DEADLINE = _("Amendments are taken within the term the rules give from the moment a text is presented.")

WORDS: dict[Code, Words] = {
    Code.PAPER_LATE: Words(
        _("The paper “%(title)s” of this item came late."), _TERM,
        _("Let the chair waive its term with a reason, or defer the item."),
    ),
    Code.UNKNOWN_PAPER: Words(_("The open item has no such paper."), _TERM, RELOAD),
    Code.PAPER_NOT_LATE: Words(
        _("This paper came in time, or its term was waived already."), _TERM, _("Go on: nothing keeps it back.")
    ),
    Code.AMENDMENTS_CLOSED: Words(
        _("The term for amendments to this text has ended."), _DEADLINE,
        _("Ask the chair to waive it; what you typed is kept on this page."),
    ),
    Code.TERM_RUNS: Words(
        _("Amendments to this text are still taken."), _DEADLINE,
        _("Wait until the term ends, or waive it with a reason."),
    ),
    Code.NO_DEADLINE: Words(
        _("Amendments to this text have no term, or it was waived already."), _DEADLINE,
        _("Propose the amendment: nothing keeps it back."),
    ),
}  # fmt: skip
