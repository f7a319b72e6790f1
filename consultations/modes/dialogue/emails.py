"""Letters about a thread: to its followers, to who speaks for its parties, to who answers for the authority."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import translation

from consultations.modes.dialogue import clock, turning
from consultations.modes.dialogue.models import Conclusion, ExpertOpinion, Post, Thread
from consultations.modes.dialogue.turn import Side
from consultations.rules import is_official_of
from consultations.spine.models import Follower
from consultations.spine.rules import left_it
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send
from incidencia.organizations.queries import representatives_among


def thread_opened(thread: Thread) -> None:
    """To its author: what was received and who owes the next word. To who answers for the authority: its turn."""
    author = thread.contribution.author
    shown: dict[str, Any] = {"due": _due(thread), "key": "opened"}
    _send(thread, "thread_opened", [author], yours=False, **shown)
    _send(thread, "thread_opened", _officials(thread), yours=True, **shown)


def post_written(thread: Thread, post: Post, *, answers: int) -> None:
    """To everybody concerned but its author: who wrote, how many questions were answered, whose turn it is."""
    side = Side(post.side)
    civil, officials = _civil(thread) - {post.author}, _officials(thread) - {post.author}
    shown: dict[str, Any] = {"post": post, "answers": answers, "due": _due(thread), "key": f"post:{post.number}"}
    _send(thread, "thread_posted", civil, yours=side is Side.PUBLIC, **shown)
    _send(thread, "thread_posted", officials - civil, yours=side is Side.CIVIL, **shown)


def conclusion_proposed(thread: Thread, conclusion: Conclusion) -> None:
    """To everybody concerned: the three parts, and who assents or replies until when."""
    side = Side(conclusion.side)
    civil, officials = _civil(thread), _officials(thread)
    shown: dict[str, Any] = {"conclusion": conclusion, "key": f"conclusion:{conclusion.number}"}
    _send(thread, "conclusion_proposed", civil, yours=side is Side.PUBLIC, **shown)
    _send(thread, "conclusion_proposed", officials - civil, yours=side is Side.CIVIL, **shown)


def thread_settled(thread: Thread, conclusion: Conclusion | None = None) -> None:
    """To everybody concerned: how it was settled, its hash, and until when a dissent can be attached."""
    _send(thread, "thread_settled", _civil(thread) | _officials(thread), key="settled", conclusion=conclusion)


def responsible_named(thread: Thread) -> None:
    """To the official who answers from now on."""
    if thread.responsible is not None and thread.named_at is not None:
        _send(thread, "responsible_named", [thread.responsible], key=f"named:{thread.named_at.isoformat()}")


def opinion_asked(opinion: ExpertOpinion) -> None:
    """To the officer in charge: of whom an opinion is asked, and about what."""
    officer = opinion.thread.contribution.consultation.coordinator.person
    _send(opinion.thread, "opinion_asked", [officer], key=f"asked:{opinion.pk}", opinion=opinion)


def opinion_forwarded(opinion: ExpertOpinion) -> None:
    """To whoever is asked for it, where they have an account; and to who asked."""
    if opinion.invited is not None:
        _send(opinion.thread, "opinion_forwarded", [opinion.invited], key=f"forwarded:{opinion.pk}", opinion=opinion,
              yours=True)  # fmt: skip
    _send(opinion.thread, "opinion_forwarded", {opinion.asked_by} - {opinion.invited}, key=f"forwarded:{opinion.pk}",
          opinion=opinion, yours=False)  # fmt: skip


def opinion_declined(opinion: ExpertOpinion) -> None:
    """To who asked: why it was not forwarded."""
    _send(opinion.thread, "opinion_declined", [opinion.asked_by], key=f"declined:{opinion.pk}", opinion=opinion)


def opinion_recorded(opinion: ExpertOpinion) -> None:
    """To everybody concerned: whose opinion stands in the thread now."""
    people = _civil(opinion.thread) | _officials(opinion.thread)
    _send(opinion.thread, "opinion_recorded", people, key=f"recorded:{opinion.pk}", opinion=opinion)


def _due(thread: Thread) -> datetime | None:
    """Until when the side that owes the next word has to give it. Three queries."""
    turn, consultation = turning.running(thread), thread.contribution.consultation
    if turn is None:
        return None
    return clock.of_turn(turn, clock.closed_of(consultation), consultation.zone, clock.hidden_in(thread)).due_at


def _civil(thread: Thread) -> set[Person]:
    """Who follows it, and all who speak today for the organizations that are parties."""
    rows = Follower.objects.filter(contribution=thread.contribution_id, person__is_active=True).select_related(
        "person"
    )
    bodies = thread.parties.filter(organization__isnull=False).values_list("organization", flat=True)
    voices = representatives_among(list(bodies))
    return {one.person for one in rows} | {person for people in voices.values() for person in people}


def _officials(thread: Thread) -> set[Person]:
    """The official named for this thread, while in office; else the officer in charge."""
    named, consultation = thread.responsible, thread.contribution.consultation
    return {named if named and is_official_of(named, consultation) else consultation.coordinator.person}


def _send(thread: Thread, name: str, people: Iterable[Person], *, key: str, **shown: Any) -> None:
    contribution = thread.contribution
    for person in sorted(people, key=lambda one: one.pk):
        if not person.is_active or not person.has_perm("consultations.contribution_view", contribution):
            continue
        if left_it(person, contribution):
            continue
        author = contribution.author_id == person.pk
        with translation.override(person.language):
            title = contribution.title if author else contribution.shown_title
        send(
            f"consultations/emails/{name}", person,
            {"thread": thread, "contribution": contribution, "consultation": contribution.consultation,
             "title": title, **shown,
             "link": link("contribution_page", contribution.reference, language=person.language)},
            key=f"{name}:{contribution.reference}:{key}",
        )  # fmt: skip
