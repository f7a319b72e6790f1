"""What is read of submissions and issues. Constant queries for any number of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.opinion.models import Disposition, SignOn, Submission
from incidencia.organizations import networks
from incidencia.organizations.counting import counted_once
from incidencia.text.fold import fold

EXCERPT = 280  # characters


@dataclass(frozen=True, slots=True)
class Joined:
    """How many signed on: people, and organizations with a network and its member counted once (A8)."""

    people: int = 0
    organizations: int = 0

    @property
    def all(self) -> int:
        """Both together."""
        return self.people + self.organizations


def sent_to(activity: Activity) -> QuerySet[Submission]:
    """Promise what was sent to an activity, the newest first, with what a row of a list shows."""
    return _rows().filter(contribution__activity=activity)


def raised_in(consultation: Consultation) -> QuerySet[Submission]:
    """Promise the issues raised in a consultation, the newest first, with what a row of a list shows."""
    return _rows().filter(contribution__consultation=consultation, contribution__activity__isnull=True)


def having(rows: QuerySet[Submission], words: str, *, hidden: bool = False) -> QuerySet[Submission]:
    """Promise those with every one of `words`, accents and case aside; what is hidden only where `hidden` says so."""
    if not hidden:
        rows = rows.filter(contribution__hidden_at__isnull=True)
    for word in fold(words).split():
        rows = rows.filter(contribution__folded__contains=word)
    return rows


def joined(submissions: Iterable[Submission]) -> Mapping[int, Joined]:
    """Promise who signed on, by submission. Two queries for any number."""
    signed = SignOn.objects.filter(submission__in=[s.pk for s in submissions], withdrawn_at__isnull=True)
    people: dict[int, int] = {}
    bodies: dict[int, list[int]] = {}
    for submission, organization in signed.values_list("submission", "organization"):
        if organization is None:
            people[submission] = people.get(submission, 0) + 1
        else:
            bodies.setdefault(submission, []).append(organization)
    pairs = networks.pairs() if bodies else []
    once = {pk: len(counted_once(found, pairs)) for pk, found in bodies.items()}
    return {pk: Joined(people.get(pk, 0), once.get(pk, 0)) for pk in people.keys() | once.keys()}


def whole(reference: str) -> Submission | None:
    """Promise a submission with all that its page names."""
    rows = Submission.objects.select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__activity", "contribution__author", "contribution__organization", "question",
    )  # fmt: skip
    return rows.filter(contribution__reference=reference.upper()).first()


def _rows() -> QuerySet[Submission]:
    named = Submission.objects.select_related(
        "contribution__author", "contribution__organization", "question"
    ).only(
        "position", "current", "contribution__reference", "contribution__title", "contribution__language",
        "contribution__activity", "contribution__consultation",
        "contribution__hidden_at", "contribution__at", "contribution__author__name",
        "contribution__organization__name", "question__place",
        "question__text_es", "question__text_en",
    )  # fmt: skip
    return named.annotate(excerpt=Substr("text", 1, EXCERPT)).order_by("-contribution__at", "-pk")


def answer_of(submission: Submission) -> str:
    """Promise the disposition of its latest published response, in words; empty while it has none.

    No query once `clock.deadlines_of` has read its responses.
    """
    published = [one.response for one in submission.responses.all() if one.response.published_at is not None]
    if published:
        return str(Disposition(published[-1].disposition).label)
    return gettext("Not admitted") if submission.not_admitted is not None else ""
