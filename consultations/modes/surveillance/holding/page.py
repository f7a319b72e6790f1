"""What the page of a round shows, and which acts it offers to whoever reads it."""

from typing import Any

from consultations.modes.surveillance import queries
from consultations.modes.surveillance.clock import Timed, timed_one
from consultations.modes.surveillance.following import scored
from consultations.modes.surveillance.holding.shown import ItemShown, rows_shown
from consultations.modes.surveillance.holding.wording import SAYS, replied_in_time, said_of
from consultations.modes.surveillance.models import CheckRound
from consultations.modes.surveillance.names import is_of_team
from consultations.modes.surveillance.rounds import SENT, State
from incidencia.accounts.models import Person

OVER = (State.REPLIED, State.PUBLISHED)


def round_shown(viewer: Person | None, row: CheckRound) -> dict[str, Any]:
    """Promise the context of the page. Constant queries."""
    checklist = row.checklist
    may = viewer.has_perm if viewer else lambda _perm, _on: False
    reads = row.published_at is not None or may("consultations.findings_read", row)
    times = timed_one(row)
    items = queries.asked_in(row, findings=reads)
    team = is_of_team(viewer, checklist.monitors.all())
    keeps = may("consultations.round_keep", row)
    rows = rows_shown(times, items, to_team=team)
    silent = _was_silent(times)
    open_reply = times.state in SENT and row.published_at is None and row.completed_at is None
    return {
        "round": row, "timed": times, "state": times.state.value, "said": said_of(times.state), "reads": reads,
        "says_next": SAYS[times.state], "rows": rows,
        "replied": _replied(rows) if reads and not silent and times.state in OVER else None,
        "score": scored(items) if reads and times.state in SENT else None,
        "silent": silent, "team": team,
        "may_announce": keeps and row.announced_at is None,
        "may_collect": team and times.state is State.COLLECTING,
        "may_send": keeps and times.state is State.COLLECTING,
        "may_reply": open_reply and may("consultations.claim_write", row),
        "may_publish": keeps and times.may_publish,
        "may_correct": team and times.state in SENT and row.published_at is None,
    }  # fmt: skip


def _replied(rows: list[ItemShown]) -> tuple[str, str]:
    asked = [one for one in rows if not one.item.is_dropped]
    return replied_in_time(sum(one.claim is not None and not one.late for one in asked), len(asked))


def _was_silent(times: Timed) -> bool:
    """Whether the record says "no reply in time"."""
    if times.state is State.PUBLISHED:
        return times.instants.was_silent
    return times.state is State.SILENT
