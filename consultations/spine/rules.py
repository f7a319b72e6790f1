"""Who may read a contribution. What is not said here is denied."""

from collections.abc import Iterable
from typing import Any

import rules

from consultations.activities.rules import is_public, takes_part
from consultations.rules import convenes, is_official_of
from consultations.spine.models import Contribution, Kind
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def reads_its_activity(user: Any, contribution: Contribution | None) -> bool:
    """What was sent to a public activity, or raised unasked, is read by everybody; else by who takes part."""
    if contribution is None or contribution.consultation.published_at is None:
        return False
    activity = contribution.activity
    return activity is None or is_public(user, activity) or takes_part(user, activity)


@rules.predicate
def is_author(user: Any, contribution: Contribution | None) -> bool:
    """Who wrote it."""
    return contribution is not None and is_signed_in(user) and contribution.author_id == user.pk


@rules.predicate
def left_it(user: Any, contribution: Contribution | None) -> bool:
    """Who opened a thread among members and takes part in the process no more: what others write there is theirs."""
    if contribution is None or contribution.kind != Kind.THREAD or not is_author(user, contribution):
        return False
    return not reads_its_activity(user, contribution) and not keeps_it(user, contribution)


@rules.predicate
def keeps_it(user: Any, contribution: Contribution | None) -> bool:
    """Who convenes the consultation."""
    return contribution is not None and convenes(user, contribution.consultation)


@rules.predicate
def stands(user: Any, contribution: Contribution | None) -> bool:
    """Not hidden by moderation."""
    return contribution is not None and contribution.hidden_at is None


@rules.predicate
def answers_it(user: Any, contribution: Contribution | None) -> bool:
    """An official of its process: what is hidden is owed its answer too."""
    return contribution is not None and is_official_of(user, contribution.consultation)


def readable(user: Any, rows: Iterable[Contribution]) -> set[int]:
    """Promise the keys of those of `rows` that `user` may view, asking once for each activity they were sent to.

    What depends on who wrote it is asked of each one.
    """
    known: dict[tuple[int, int | None], bool] = {}
    found = set[int]()
    for row in rows:
        sent_to = row.consultation_id, row.activity_id
        if sent_to not in known:
            known[sent_to] = reads_its_activity(user, row)
        if known[sent_to] or is_author(user, row) or keeps_it(user, row):
            found.add(row.pk)
    return found


reads = reads_its_activity | is_author | keeps_it

rules.add_perm("consultations.contribution_view", reads)
rules.add_perm("consultations.contribution_words", reads & ~left_it & (stands | is_author | answers_it))
