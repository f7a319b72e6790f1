"""Posts as data, row by row, in constant memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from consultations.activities.models import Activity
from consultations.moderation.models import Hiding
from consultations.modes.dialogue.models import Post, Quote, ThreadAnswer, ThreadQuestion
from consultations.spine.models import shown

COLUMNS = (
    "thread", "title", "settled", "post", "at", "side", "author", "organization", "capacity", "powers", "version",
    "text", "language", "questions", "answers", "quotes",
)  # fmt: skip
CHUNK = 500


def of_activity(activity: Activity) -> Iterator[Mapping[str, Any]]:
    """Promise one row for each post, in order; five queries for each 500. What is hidden has no words."""
    rows = Post.objects.filter(thread__contribution__activity=activity).select_related(
        "thread__contribution", "author", "organization"
    )
    last = 0
    while True:
        chunk = list(rows.filter(pk__gt=last).order_by("pk")[:CHUNK])
        if not chunk:
            return
        yield from _told(chunk)
        last = chunk[-1].pk


def _told(chunk: list[Post]) -> Iterator[Mapping[str, Any]]:
    threads = {post.thread_id for post in chunk}
    standing = Hiding.objects.filter(contribution__in=threads, part__gt=0, lifted_at__isnull=True)
    hidden = set(standing.values_list("contribution", "part"))
    keys = [post.pk for post in chunk]
    questions = _by_post(ThreadQuestion.objects.filter(post__in=keys).values_list("post", "number", "text"))
    answers = _by_post(ThreadAnswer.objects.filter(post__in=keys).values_list("post", "question__number", "text"))
    quotes = _by_post(Quote.objects.filter(post__in=keys).values_list("post", "quoted__number", "paragraph"))
    for post in chunk:
        contribution = post.thread.contribution
        whole = contribution.hidden_at is not None
        gone = whole or (post.thread_id, post.number) in hidden
        yield {
            "thread": contribution.reference, "title": shown(contribution.title, whole),
            "settled": post.thread.end, "post": post.number, "at": post.at, "side": post.side,
            "author": "" if gone else post.author.name,
            "organization": "" if gone or post.organization is None else post.organization.name,
            "capacity": "" if gone else post.acted_as, "powers": "" if gone else post.powers, "version": post.current,
            "text": "" if gone else post.text, "language": post.language,
            "questions": "" if gone else _joined(questions.get(post.pk, [])),
            "answers": "" if gone else _joined(answers.get(post.pk, [])),
            "quotes": " ".join(f"{number}-{paragraph}" for number, paragraph in quotes.get(post.pk, [])),
        }  # fmt: skip


def _by_post(rows: Any) -> dict[int, list[tuple[int, Any]]]:
    found: dict[int, list[tuple[int, Any]]] = {}
    for post, number, what in rows:
        found.setdefault(post, []).append((number, what))
    return found


def _joined(rows: list[tuple[int, Any]]) -> str:
    return "\n\n".join(f"{number}. {text}" for number, text in sorted(rows))
