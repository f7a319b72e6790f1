"""What the page of a contribution shows of a checklist: its items, its rounds, its team, what one may do."""

from typing import Any

from consultations.activities.window import State as Window
from consultations.mode import Panel
from consultations.modes.surveillance import queries
from consultations.modes.surveillance.clock import timed
from consultations.modes.surveillance.holding.wording import said_of
from consultations.modes.surveillance.listing import scores_of
from consultations.modes.surveillance.models import Checklist, Monitor
from consultations.modes.surveillance.names import is_of_team, shown_name
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person


def checklist(viewer: Person | None, contribution: Contribution) -> Panel:
    """Promise its items (the dropped ones too), its rounds with their clocks, its team. Constant queries."""
    row = queries.checklists().get(pk=contribution.pk)
    row.contribution = contribution
    may = viewer.has_perm if viewer else lambda _perm, _on: False
    keeps, team = may("consultations.checklist_keep", row), is_of_team(viewer, row.monitors.all())
    words = contribution.hidden_at is None or team or may("consultations.contribution_words", contribution)
    if not words:
        return Panel("consultations/modes/surveillance/_checklist.html", {"checklist": row, "words": False})
    rounds = [one for one in queries.rounds_of(row) if one.announced_at is not None or team]
    told = [(one, said_of(one.state)) for one in reversed(timed(rounds))]
    public = [one for one in rounds if one.published_at is not None]
    last = public[-1] if public else None
    under_way = any(one.published_at is None for one in rounds)
    activity = contribution.activity
    context: dict[str, Any] = {
        "checklist": row, "words": True, "items": list(row.items.all()), "rounds": told, "last": last,
        "score": scores_of([last])[last.pk] if last else None, "several": len(public) > 1, "keeps": keeps,
        "team": _team(row, viewer, of_team=team), "of_team": team,
        "may_plan": keeps and not under_way and activity is not None and activity.state is Window.OPEN,
    }  # fmt: skip
    return Panel("consultations/modes/surveillance/_checklist.html", context)


def _team(row: Checklist, viewer: Person | None, *, of_team: bool) -> list[tuple[Monitor, str, bool]]:
    """Each of the team today with the name to show, and whether it is the reader; the team sees who is invited."""
    standing = [
        one for one in row.monitors.all() if one.ended_at is None and (one.accepted_at is not None or of_team)
    ]
    return [
        (one, shown_name(one, row, to_team=of_team), viewer is not None and one.person_id == viewer.pk)
        for one in standing
    ]
