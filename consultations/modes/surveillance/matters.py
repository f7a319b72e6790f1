"""What goes to the next agenda by itself: checklists whose last published round found items that turned worse."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from consultations.matter import Matter
from consultations.models import Consultation
from consultations.modes.surveillance.models import CheckRound, FrozenItem
from consultations.modes.surveillance.queries import published_rounds
from consultations.modes.surveillance.scale import ORDER, Answer, Turn, turn


def turned_worse(consultation: Consultation) -> Iterator[Matter]:
    """Promise one matter for each checklist whose last published round turned worse. Two queries."""
    rounds = list(published_rounds(consultation).order_by("checklist", "number"))
    by_key = {row.pk: row for row in rounds}
    last = {row.checklist_id: row for row in rounds}
    for checklist, numbers in _worse(by_key, last).items():
        row = last[checklist]
        contribution = row.checklist.contribution
        told = {"numbers": ", ".join(map(str, numbers)), "round": row.number}
        why = ngettext(
            "Item %(numbers)s turned worse in round %(round)s.", "Items %(numbers)s turned worse in round %(round)s.",
            len(numbers),
        ) % told  # fmt: skip
        href = reverse("round_page", args=[contribution.reference, row.number])
        since = row.published_at
        if since is None:
            raise AssertionError("a published round has its instant")
        yield Matter(contribution.reference, contribution.title, href, why, since, contribution.language)


def _worse(by_key: dict[int, CheckRound], last: dict[int, CheckRound]) -> dict[int, list[int]]:
    """The numbers of the items that turned worse in the last round of each checklist."""
    before: dict[int, Answer] = {}
    found: dict[int, list[int]] = {}
    items = FrozenItem.objects.filter(round__in=by_key).select_related("item", "finding")
    for one in items.order_by("round__number", "number"):
        one.round = by_key[one.round_id]
        finding = getattr(one, "finding", None)
        if one.is_dropped or finding is None:
            continue
        answer = Answer(finding.answer)
        if last[one.round.checklist_id].pk == one.round_id:
            if turn(before.get(one.item_id), answer) is Turn.WORSE:
                found.setdefault(one.round.checklist_id, []).append(one.number)
        elif answer in ORDER:
            before[one.item_id] = answer
    return found
