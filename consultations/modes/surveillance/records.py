"""Items and findings as data: what goes out has the columns that come in, and the raw answers of each round."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from consultations.activities.models import Activity
from consultations.modes.surveillance import queries
from consultations.modes.surveillance.clock import timed
from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.holding.shown import rows_shown
from consultations.modes.surveillance.models import CheckRound
from consultations.modes.surveillance.tables.designing import Checked

RAW = (
    "checklist", "round", "number", "reference", "decision", "source", "question", "method", "weight", "dropped",
    "dropped_because", "answer", "found", "evidence", "place", "checked_on", "monitor", "corrected", "answer_before",
    "corrected_because", "claim", "claim_text", "claimed_at", "claim_in_time",
)  # fmt: skip


def items(rows: Iterable[Checked]) -> Iterator[dict[str, Any]]:
    """Promise items as an import takes them in."""
    for row in rows:
        yield {name: getattr(row, name) for name in COLUMNS}


def of_round(row: CheckRound) -> Iterator[Mapping[str, Any]]:
    """Promise the raw answers of a round, item by item, as everybody reads them. Only for who may read findings."""
    timed_row = timed([row])[0]
    for one in rows_shown(timed_row, queries.asked_in(row, findings=True)):
        item, finding, claim = one.item, one.finding, one.claim
        first = one.corrections[0].correction if one.corrections else None
        yield {
            "checklist": row.checklist.contribution.reference, "round": row.number, "number": item.number,
            "reference": item.reference, "decision": item.decision, "source": item.source, "question": item.question,
            "method": item.method, "weight": item.weight, "dropped": item.is_dropped,
            "dropped_because": item.item.dropped_because if item.is_dropped else "",
            "answer": finding.answer if finding else "", "found": finding.found if finding else "",
            "evidence": " ".join(one.evidence), "place": finding.place if finding else "",
            "checked_on": finding.on if finding else "", "monitor": one.monitor,
            "corrected": len(one.corrections), "answer_before": first.answer_before if first else "",
            "corrected_because": " / ".join(each.correction.reason for each in one.corrections),
            "claim": claim.status if claim else "", "claim_text": claim.text if claim else "",
            "claimed_at": claim.first_at if claim else "", "claim_in_time": bool(claim) and not one.late,
        }  # fmt: skip


def of_activity(activity: Activity) -> Iterator[Mapping[str, Any]]:
    """Promise the raw answers of every published round of an activity, the oldest first."""
    for checklist in queries.of_activity(activity.pk).order_by("contribution__at", "pk"):
        if checklist.contribution.hidden_at is not None:
            continue
        for row in queries.rounds_of(checklist):
            if row.published_at is not None:
                yield from of_round(row)
