"""The rules of a session in plain words: one sentence for each rule, in the reader's language (G25)."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.core.ruleset import Rules
from sessions.wording.words import word

Say = Callable[[Rules], str]

# What a rule set says of itself; everything else is a rule and has its sentence.
ABOUT_ITSELF = ("version", "edition")


@dataclass(frozen=True, slots=True)
class Stated:
    """One rule in words."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Part:
    """Rules that belong together."""

    title: str
    rules: list[Stated]


@dataclass(frozen=True, slots=True)
class Change:
    """A rule that reads differently in two rule sets."""

    name: str
    before: str
    now: str


def _length(seconds: int) -> str:
    if seconds % 60:
        return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    return ngettext("%(n)d minute", "%(n)d minutes", seconds // 60) % {"n": seconds // 60}


def _share(r: Rules) -> str:
    return _("There is quorum with more than %(n)s %% of those entitled to vote.") % {"n": r.quorum_over_percent}


def _least(r: Rules) -> str:
    if not r.quorum_least:
        return _("The quorum has no fixed number: the share alone decides.")
    said = ngettext(
        "There is no quorum with fewer than %(n)s voting member, whatever the share says.",
        "There is no quorum with fewer than %(n)s voting members, whatever the share says.",
        r.quorum_least,
    )
    return said % {"n": r.quorum_least}


def _speech(r: Rules) -> str:
    return _("A turn lasts %(length)s; the chair may give more.") % {"length": _length(r.speech_seconds)}


def _window(r: Rules) -> str:
    said = _("Words put to the room are adopted without a vote when nobody objects within %(length)s.")
    return said % {"length": _length(r.objection_seconds)}


def _cut_off(r: Rules) -> str:
    said = _("That window waits while more than %(n)s %% of the voting members are cut off.")
    return said % {"n": r.cut_off_percent}


def _late(r: Rules) -> str:
    if not r.late_objection_hours:
        return _("Whoever was cut off meanwhile may object until the session closes.")
    return ngettext(
        "Whoever was cut off meanwhile may object within %(n)s hour.",
        "Whoever was cut off meanwhile may object within %(n)s hours.",
        r.late_objection_hours,
    ) % {"n": r.late_objection_hours}


def _undo(r: Rules) -> str:
    said = _("An act is taken back within %(length)s, if nobody has built upon it; afterwards it is corrected.")
    return said % {"length": _length(r.undo_seconds)}


def _seal(r: Rules) -> str:
    said = _("A session may be reopened within %(length)s of its closing; then its log is sealed.")
    return said % {"length": _length(r.seal_seconds)}


def _balance(r: Rules) -> str:
    return _("List of speakers. %(rule)s.") % {"rule": word(r.balance)}


def _frozen(r: Rules) -> str:
    return ngettext(
        "The next %(n)s place of the list does not change.",
        "The next %(n)s places of the list do not change.",
        r.frozen,
    ) % {"n": r.frozen}


def _overtakes(r: Rules) -> str:
    return ngettext(
        "Nobody is overtaken more than %(n)s time in an item.",
        "Nobody is overtaken more than %(n)s times in an item.",
        r.overtakes,
    ) % {"n": r.overtakes}


def _observers(r: Rules) -> str:
    if r.observers_speak:
        return _("Observers may ask for the floor and raise points of order.")
    return _("Members and advisers speak and raise points of order; observers listen.")


def _instructs(r: Rules) -> str:
    if r.chair_instructs:
        return _("The secretariat may act on the chair's instruction; the record keeps both.")
    return _("What belongs to the chair, the chair does in person.")


def _ratify(r: Rules) -> str:
    return ngettext(
        "What was agreed ad referendum is ratified or not within %(n)s business day (G22).",
        "What was agreed ad referendum is ratified or not within %(n)s business days (G22).",
        r.ratify_days,
    ) % {"n": r.ratify_days}


def _review(r: Rules) -> str:
    return ngettext(
        "The minutes circulate for %(n)s business day before they are approved.",
        "The minutes circulate for %(n)s business days before they are approved.",
        r.review_days,
    ) % {"n": r.review_days}


def _papers(r: Rules) -> str:
    return ngettext(
        "Papers reach the members %(n)s business day before the session (G27.I).",
        "Papers reach the members %(n)s business days before the session (G27.I).",
        r.papers_days,
    ) % {"n": r.papers_days}


def _proposals(r: Rules) -> str:
    return ngettext(
        "Members propose items until %(n)s day before the session.",
        "Members propose items until %(n)s days before the session.",
        r.proposal_days,
    ) % {"n": r.proposal_days}


def _alternates(r: Rules) -> str:
    if r.alternates_vote:
        return _("An alternate votes instead of the member.")
    return _("An alternate has a voice; the member keeps the vote.")


def _majority(r: Rules) -> str:
    return _("A question that is voted needs: %(majority)s, unless the chair says otherwise before it is put.") % {
        "majority": word(r.majority)
    }


def _base(r: Rules) -> str:
    return _("That majority is counted of %(base)s.") % {"base": word(r.base)}


def _tie(r: Rules) -> str:
    return f"{word(r.tie)}."


def _cell(r: Rules) -> str:
    return ngettext(
        "Counts are told by side, and secret ballots counted, only from %(n)s person on.",
        "Counts are told by side, and secret ballots counted, only from %(n)s people on.",
        r.least_cell,
    ) % {"n": r.least_cell}


def _statement(r: Rules) -> str:
    if not r.statement_hours:
        return _("Reservations and positions are said before the closing; no text follows.")
    return ngettext(
        "The written text of a position announced before the closing may follow within %(n)s hour.",
        "The written text of a position announced before the closing may follow within %(n)s hours.",
        r.statement_hours,
    ) % {"n": r.statement_hours}


def _silence(r: Rules) -> str:
    return ngettext(
        "A text put under silence after the session is agreed if nobody with a vote breaks the silence "
        "within its term, which lasts %(n)s hour or more.",
        "A text put under silence after the session is agreed if nobody with a vote breaks the silence "
        "within its term, which lasts %(n)s hours or more.",
        r.silence_hours,
    ) % {"n": r.silence_hours}


PARTS: tuple[tuple[Promise, dict[str, Say]], ...] = (
    (gettext_lazy("Before the session"), {
        "papers_days": _papers, "proposal_days": _proposals, "alternates_vote": _alternates,
    }),
    (gettext_lazy("Quorum and direction"), {
        "quorum_over_percent": _share, "quorum_least": _least, "chair_instructs": _instructs, "undo_seconds": _undo,
    }),
    (gettext_lazy("The floor"), {
        "speech_seconds": _speech, "observers_speak": _observers, "balance": _balance, "frozen": _frozen,
        "overtakes": _overtakes,
    }),
    (gettext_lazy("Decisions"), {
        "objection_seconds": _window, "cut_off_percent": _cut_off, "late_objection_hours": _late,
        "majority": _majority, "base": _base, "tie": _tie, "least_cell": _cell, "ratify_days": _ratify,
    }),
    (gettext_lazy("Closing and minutes"), {
        "statement_hours": _statement, "seal_seconds": _seal, "review_days": _review,
        "silence_hours": _silence,
    }),
)  # fmt: skip

SAID: dict[str, Say] = {name: say for _title, told in PARTS for name, say in told.items()}


def stated(rules: Rules) -> list[Part]:
    """Promise every rule in plain words, by part."""
    return [Part(str(title), [Stated(n, say(rules)) for n, say in told.items()]) for title, told in PARTS]


def changed(before: Rules, now: Rules) -> list[Change]:
    """Promise the rules that differ, as they read before and as they read now."""
    names = [f.name for f in fields(Rules) if f.name in SAID and getattr(before, f.name) != getattr(now, f.name)]
    return [Change(name, SAID[name](before), SAID[name](now)) for name in names]
