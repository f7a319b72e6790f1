"""What happens on the spine: a contribution is received, a step of its trail is taken, somebody follows it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from consultations.models import Activity, Consultation
from consultations.spine import emails
from consultations.spine.models import Contribution, Follower, Kind, TrailStep
from consultations.trail import NEEDS, Step, follow
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import Voice
from incidencia.references.format import contribution_reference
from incidencia.references.services import next_number

UNASKED = "P"


def digest(sent: Mapping[str, Any]) -> str:
    """Promise the SHA-256 of what was sent: of its JSON with sorted keys and no spaces, in UTF-8.

    Anybody can recount it.
    """
    return hashlib.sha256(
        json.dumps(sent, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    ).hexdigest()


@transaction.atomic
def receive(
    *, consultation: Consultation, activity: Activity | None, kind: Kind, voice: Voice, title: str, language: str,
    sent: Mapping[str, Any], text: str,
) -> Contribution:  # fmt: skip
    """Give what somebody sent its reference, hash and first step; its author follows it from now on.

    `sent` is what the receipt's hash is made of, `text` what the search finds beside the title.
    """
    at = now()
    letter = activity.level if activity else UNASKED
    number = next_number(f"{consultation.reference}-{letter}", 0)
    made = Contribution(
        reference=contribution_reference(consultation.reference, letter, number), consultation=consultation,
        activity=activity, kind=kind, title=title, language=language, author=voice.person, capacity=voice.capacity,
        organization=voice.organization, at=at, hash=digest(sent),
    )  # fmt: skip
    made.keep_findable(text)
    made.save(force_insert=True)
    Follower.objects.create(contribution=made, person=voice.person, since=at)
    step_take([made], Step.RECEIVED, act=made.reference, by=voice.person, acted_as=voice.capacity)
    return made


@transaction.atomic
def step_take(
    contributions: Iterable[Contribution], step: Step, *, act: str, by: Person, acted_as: str, letter: bool = True
) -> list[TrailStep]:
    """Take a step on each trail, made by the act with that reference; whoever follows them is told after commit.

    Without `letter` the act writes its own. Three queries for any number of contributions, and the letters.
    Raises `trail.OutOfOrder`; then no step is taken.
    """
    rows = {c.pk: c for c in contributions}
    taken: dict[int, set[Step]] = {pk: set() for pk in rows}
    known = TrailStep.objects.select_for_update().filter(contribution__in=rows)
    done = set[int]()
    for pk, kind, of in known.values_list("contribution", "kind", "act"):
        taken[pk].add(Step(kind))
        if (kind, of) == (step.value, act):
            done.add(pk)
    fresh = [c for pk, c in rows.items() if pk not in done]
    for one in fresh:
        follow(taken[one.pk], step)
    at = now()
    made = TrailStep.objects.bulk_create(
        TrailStep(contribution=c, kind=step.value, act=act, at=at, by=by, acted_as=acted_as) for c in fresh
    )
    if letter and step is not Step.RECEIVED:
        emails.step_taken(fresh, step, act)
    return made


@transaction.atomic
def step_carry(
    of: str, step: Step, *, consultation: Consultation, act: str, by: Person, acted_as: str
) -> list[TrailStep]:
    """Take a step on every trail of `consultation` that the act with reference `of` is a step of: an agreement, say.

    Nobody takes a step on a trail of another process by naming its act. What is not due there yet is left out: a
    trail where nothing was agreed is not implemented. Again changes nothing.
    """
    reached = Contribution.objects.filter(consultation=consultation, steps__act=of).distinct()
    needed = NEEDS[step]
    if needed is not None:
        reached = reached.filter(pk__in=TrailStep.objects.filter(kind=needed.value).values("contribution"))
    return step_take(reached.select_related("consultation"), step, act=act, by=by, acted_as=acted_as)


@transaction.atomic
def follow_from_now(*, contribution: Contribution, person: Person) -> None:
    """Tell this person of each step from now on. Again changes nothing."""
    Follower.objects.get_or_create(contribution=contribution, person=person, defaults={"since": now()})


@transaction.atomic
def follow_no_more(*, contribution: Contribution, person: Person) -> None:
    """Tell them no more, in one click. Again changes nothing."""
    Follower.objects.filter(contribution=contribution, person=person).delete()
