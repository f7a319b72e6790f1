"""Which papers came late, and by how much: read from the hour the session has now (G27.I)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidencia.clock import now
from incidencia.deadlines.holidays import STATUTORY
from incidencia.deadlines.wording import long_day
from sessions.core import circulation
from sessions.models import Paper, Session
from sessions.queries import rules_of


@dataclass(frozen=True, slots=True)
class Term:
    """The term of papers of one session, seen from the day on which it would circulate them.

    `last`: the last day in time; `short`: business days that are missing if they circulate today; `first`: the first
    day on which the session would be in time.
    """

    days: int
    last: date
    short: int
    first: date

    @property
    def warning(self) -> str:
        """What to know before convening; empty while the term can be met."""
        if not self.short:
            return ""
        short = ngettext(
            "Papers that circulate today come %(n)d business day short of the term of %(days)d.",
            "Papers that circulate today come %(n)d business days short of the term of %(days)d.", self.short,
        ) % {"n": self.short, "days": self.days}  # fmt: skip
        in_time = _("They are marked as late and members can object to them. The first day in time is %(day)s.")
        return f"{short} {in_time % {'day': long_day(self.first)}}"


def term_of(session: Session) -> Term:
    """The term of papers for the day the session has now. No query."""
    rules, today = rules_of(session), circulation.day_of(now(), session.zone)
    begins = circulation.day_of(session.starts_at, session.zone)
    days = rules.papers_days
    return Term(
        days, circulation.last_day(begins, days, STATUTORY),
        circulation.short_by(today, begins, days, STATUTORY), circulation.first_day(today, days, STATUTORY),
    )  # fmt: skip


def short_by(circulated_at: datetime, starts_at: datetime, zone: str, days: int) -> int:
    """By how many business days a paper came late for a session that begins then; 0: it came in time."""
    came, begins = circulation.day_of(circulated_at, zone), circulation.day_of(starts_at, zone)
    return circulation.short_by(came, begins, days, STATUTORY)


def late_ones(session: Session, papers: Iterable[Paper]) -> dict[int, int]:
    """By how many business days each of the papers that came late did, by its key. No query."""
    days = rules_of(session).papers_days
    told = {p.pk: short_by(p.circulated_at, session.starts_at, session.zone, days) for p in papers if p.circulated_at}
    return {pk: short for pk, short in told.items() if short}


def late_words(short: int) -> str:
    """What the label says: "2 business days late"."""
    return ngettext("%(n)s business day late", "%(n)s business days late", short) % {"n": short}


def told_objected(paper: Paper, many: int) -> str:
    """What the chair is told at the item: how many objected, and what there is to decide."""
    said = ngettext(
        "%(n)d member objected to the late paper “%(title)s”: defer its item, or say why not.",
        "%(n)d members objected to the late paper “%(title)s”: defer its item, or say why not.", many,
    )  # fmt: skip
    return said % {"n": many, "title": paper.title}
