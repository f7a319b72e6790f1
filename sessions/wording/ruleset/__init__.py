"""The rules of a session in plain words: one sentence for each rule, in the reader's language (G25)."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from sessions.core.ruleset import Rules
from sessions.wording.ruleset import asking as a
from sessions.wording.ruleset import beside as b
from sessions.wording.ruleset import pacing as p
from sessions.wording.ruleset import sentences as s

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


PARTS: tuple[tuple[Promise, dict[str, Say]], ...] = (
    (gettext_lazy("Before the session"), {
        "papers_days": s.papers, "proposal_days": s.proposals, "alternates_vote": s.alternates,
        "provisional_votes": b.provisional,
    }),
    (gettext_lazy("Quorum and direction"), {
        "quorum_over_percent": s.share, "quorum_base": a.of_whom, "quorum_to_decide": a.to_decide,
        "quorum_least": s.least, "chair_instructs": s.instructs, "undo_seconds": s.undo,
    }),
    (gettext_lazy("The floor"), {
        "speech_seconds": s.speech, "observers_speak": s.observers, "balance": s.balance, "frozen": s.frozen,
        "overtakes": s.overtakes, "budgets": b.budgets, "replies": b.replies, "reply_seconds": b.reply,
        "motion_for": b.motion_for, "motion_against": b.motion_against, "motion_seconds": b.motion,
        "points": a.points,
        "second_seconds": p.second, "adviser_seconds": p.adviser, "observer_seconds": p.observer,
        "expert_seconds": p.expert, "list_seconds": p.closing,
    }),
    (gettext_lazy("Decisions"), {
        "objection_seconds": s.window, "cut_off_percent": s.cut_off, "late_objection_hours": s.late,
        "consensus_first": a.consensus, "majority": s.majority, "base": s.base, "majority_whole": a.whole,
        "tie": s.tie, "methods": a.methods, "method": a.method, "vote_seconds": p.voting,
        "least_cell": s.cell, "ratify_days": s.ratify,
        "amendment_minutes": p.amendments,
    }),
    (gettext_lazy("Beside the floor"), {
        "questions_waiting": b.questions, "answer_days": b.answers, "observers_submit": b.submit, "chat_days": b.chat,
    }),
    (gettext_lazy("What is not told to everybody"), {
        "off_record": b.off_record, "reserve_years": b.reserve, "confirm_days": b.confirmed,
    }),
    (gettext_lazy("Closing and minutes"), {
        "silence_hours": s.silence, "statement_hours": s.statement, "seal_seconds": s.seal, "review_days": s.review,
    }),
)  # fmt: skip

SAID: dict[str, Say] = {name: say for _title, told in PARTS for name, say in told.items()}


def stated(rules: Rules) -> list[Part]:
    """Promise every rule in plain words, by part."""
    return [Part(str(title), [Stated(n, say(rules)) for n, say in told.items()]) for title, told in PARTS]


def changed(before: Rules, now: Rules) -> list[Change]:
    """Promise the rules that differ, as they read before and as they read now."""
    names = [f.name for f in fields(Rules) if f.name in SAID and _differs(f.name, before, now)]
    return [Change(name, SAID[name](before), SAID[name](now)) for name in names]


def _differs(name: str, before: Rules, now: Rules) -> bool:
    """By its value, or by what it means since the rules have another version."""
    if getattr(before, name) != getattr(now, name):
        return True
    return before.version != now.version and SAID[name](before) != SAID[name](now)
