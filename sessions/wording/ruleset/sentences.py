"""A sentence for each rule of quorum, list, decisions, papers and minutes."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core.majorities import counted_of
from sessions.core.ruleset import Rules
from sessions.core.terms import Majority, QuorumBase
from sessions.wording.words import word


def length(seconds: int) -> str:
    if seconds % 60:
        return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    return ngettext("%(n)d minute", "%(n)d minutes", seconds // 60) % {"n": seconds // 60}


def share(r: Rules) -> str:
    said = _("There is quorum with more than %(n)s %% of those entitled to vote.")
    if r.quorum_base is QuorumBase.ADMITTED:
        said = _("There is quorum with more than %(n)s %% of those admitted with a vote.")
    return said % {"n": r.quorum_over_percent}


def least(r: Rules) -> str:
    if not r.quorum_least:
        return _("The quorum has no fixed number: the share alone decides.")
    said = ngettext(
        "There is no quorum with fewer than %(n)s voting member, whatever the share says.",
        "There is no quorum with fewer than %(n)s voting members, whatever the share says.",
        r.quorum_least,
    )
    return said % {"n": r.quorum_least}


def speech(r: Rules) -> str:
    return _("A turn lasts %(length)s; the chair may give more.") % {"length": length(r.speech_seconds)}


def window(r: Rules) -> str:
    said = _("Words put to the room are adopted without a vote when nobody objects within %(length)s.")
    return said % {"length": length(r.objection_seconds)}


def cut_off(r: Rules) -> str:
    said = _("That window waits while more than %(n)s %% of the voting members are cut off.")
    return said % {"n": r.cut_off_percent}


def late(r: Rules) -> str:
    if not r.late_objection_hours:
        return _("Whoever was cut off meanwhile may object until the session closes.")
    return ngettext(
        "Whoever was cut off meanwhile may object within %(n)s hour.",
        "Whoever was cut off meanwhile may object within %(n)s hours.",
        r.late_objection_hours,
    ) % {"n": r.late_objection_hours}


def undo(r: Rules) -> str:
    said = _("An act is taken back within %(length)s, if nobody has built upon it; afterwards it is corrected.")
    return said % {"length": length(r.undo_seconds)}


def seal(r: Rules) -> str:
    said = _("A session may be reopened within %(length)s of its closing; then its log is sealed.")
    return said % {"length": length(r.seal_seconds)}


def balance(r: Rules) -> str:
    return _("List of speakers. %(rule)s.") % {"rule": word(r.balance)}


def frozen(r: Rules) -> str:
    return ngettext(
        "The next %(n)s place of the list does not change.",
        "The next %(n)s places of the list do not change.",
        r.frozen,
    ) % {"n": r.frozen}


def overtakes(r: Rules) -> str:
    return ngettext(
        "Nobody is overtaken more than %(n)s time in an item.",
        "Nobody is overtaken more than %(n)s times in an item.",
        r.overtakes,
    ) % {"n": r.overtakes}


def observers(r: Rules) -> str:
    if r.observers_speak:
        return _("Observers may ask for the floor.")
    return _("Members and advisers speak; observers listen.")


def instructs(r: Rules) -> str:
    if r.chair_instructs:
        return _("The secretariat may act on the chair's instruction; the record keeps both.")
    return _("What belongs to the chair, the chair does in person.")


def ratify(r: Rules) -> str:
    return ngettext(
        "What was agreed ad referendum is ratified or not within %(n)s business day (G22).",
        "What was agreed ad referendum is ratified or not within %(n)s business days (G22).",
        r.ratify_days,
    ) % {"n": r.ratify_days}


def review(r: Rules) -> str:
    return ngettext(
        "The minutes circulate for %(n)s business day before they are approved.",
        "The minutes circulate for %(n)s business days before they are approved.",
        r.review_days,
    ) % {"n": r.review_days}


def papers(r: Rules) -> str:
    return ngettext(
        "Papers reach the members %(n)s business day before the session (G27.I).",
        "Papers reach the members %(n)s business days before the session (G27.I).",
        r.papers_days,
    ) % {"n": r.papers_days}


def proposals(r: Rules) -> str:
    return ngettext(
        "Members propose items until %(n)s day before the session.",
        "Members propose items until %(n)s days before the session.",
        r.proposal_days,
    ) % {"n": r.proposal_days}


def alternates(r: Rules) -> str:
    if r.alternates_vote:
        return _("An alternate votes instead of the member.")
    return _("An alternate has a voice; the member keeps the vote.")


def majority(r: Rules) -> str:
    if r.majority is Majority.CONSENSUS:
        return _("What is decided is decided by consensus: nothing but procedural motions is voted.")
    if r.chair_lowers:
        said = _("A question that is voted needs: %(majority)s, unless the chair says otherwise before it is put.")
    else:
        said = _("A question that is voted needs: %(majority)s. The chair may ask for more, never for less.")
    return said % {"majority": word(r.majority)}


def base(r: Rules) -> str:
    said = _("That majority is counted of %(base)s.") % {"base": word(counted_of(r.majority, r.base))}
    motions = _(
        "A procedural motion is carried by more than half of the votes for and against, and two thirds of them "
        "reconsider a decision."
    )
    return motions if r.majority is Majority.CONSENSUS else f"{said} {motions}"


def tie(r: Rules) -> str:
    return f"{word(r.tie)}."


def cell(r: Rules) -> str:
    return ngettext(
        "Counts are told by side, and secret ballots counted, only from %(n)s person on.",
        "Counts are told by side, and secret ballots counted, only from %(n)s people on.",
        r.least_cell,
    ) % {"n": r.least_cell}


def statement(r: Rules) -> str:
    if not r.statement_hours:
        return _("Statements in writing are handed in before the closing; no text of a position follows.")
    return ngettext(
        "Written statements, and the text of a position announced before the closing, may follow within %(n)s hour.",
        "Written statements, and the text of a position announced before the closing, may follow within %(n)s hours.",
        r.statement_hours,
    ) % {"n": r.statement_hours}


def silence(r: Rules) -> str:
    return ngettext(
        "A text put under silence after the session is agreed if nobody with a vote breaks the silence "
        "within its term, which lasts %(n)s hour or more.",
        "A text put under silence after the session is agreed if nobody with a vote breaks the silence "
        "within its term, which lasts %(n)s hours or more.",
        r.silence_hours,
    ) % {"n": r.silence_hours}
