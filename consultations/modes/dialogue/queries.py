"""What is read of threads. Constant queries for any number of posts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from consultations.activities.models import Activity
from consultations.moderation.models import Hiding
from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue.models import Post, Quote, Thread, ThreadAnswer, ThreadQuestion, Turn
from consultations.modes.dialogue.turn import Side
from incidencia.accounts.models import Person
from incidencia.text import clean
from incidencia.text.fold import fold

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Said:
    """A post as a page shows it. Hidden from the reader, it is its tombstone: no word of it is here."""

    post: Post
    hiding: Hiding | None = None
    reads: bool = True
    text: str = ""
    quotes: list[tuple[Quote, str]] = field(default_factory=list)  # without words where the quoted post is hidden
    questions: list[tuple[int, str]] = field(default_factory=list)
    answers: list[tuple[int, str, str]] = field(default_factory=list)  # number, question, answer
    is_own: bool = False
    may_hide: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a thread: its words (none where its post is hidden), and the post that answers it."""

    number: int
    text: str
    post: int
    answered_in: int = 0


def whole(reference: str) -> Thread | None:
    """Promise a thread with all that its pages name. One query."""
    rows = Thread.objects.select_related(
        "contribution__consultation__agency", "contribution__consultation__coordinator__person",
        "contribution__activity", "contribution__author", "contribution__organization", "responsible", "ended_by",
    )  # fmt: skip
    found = rows.filter(contribution__reference=reference.upper()).first()
    if found is not None:
        found.activity.consultation = found.contribution.consultation
    return found


def sent_to(activity: Activity) -> QuerySet[Thread]:
    """Promise the threads of an activity, with what a row of a list shows."""
    return Thread.objects.filter(contribution__activity=activity).select_related(
        "contribution__author", "contribution__organization", "responsible"
    )


def waiting_for(rows: QuerySet[Thread], side: Side) -> QuerySet[Thread]:
    """Promise those in which `side` owes the next word, the one that waits longest on top."""
    return rows.filter(turns__ended_at__isnull=True, turns__side=side.value).order_by("turns__since", "pk")


def having(rows: QuerySet[Thread], words: str) -> QuerySet[Thread]:
    """Promise those with every one of `words` in title, names or some post, accents aside; never hidden ones."""
    rows = rows.filter(contribution__hidden_at__isnull=True)
    hidden = Hiding.objects.filter(
        contribution=OuterRef("thread"), part=OuterRef("number"), lifted_at__isnull=True
    )  # fmt: skip
    posts = Post.objects.filter(~Exists(hidden))
    for word in fold(words).split():
        said = posts.filter(thread=OuterRef("pk"), folded__contains=word)
        rows = rows.filter(Q(contribution__folded__contains=word) | Exists(said))
    return rows


def with_turns(threads: Iterable[Thread]) -> dict[int, Turn]:
    """Promise the turn that runs in each of these threads, by thread. One query."""
    found = Turn.objects.filter(thread__in=[one.pk for one in threads], ended_at__isnull=True)
    return {one.thread_id: one for one in found}


def posts_until(thread: Thread, until: int) -> list[Post]:
    """Promise the fifty posts that end with number `until`, with what they say. Five queries."""
    rows = Post.objects.filter(thread=thread, number__gt=until - PER_PAGE, number__lte=until)
    return list(
        rows.select_related("author", "organization").prefetch_related(
            Prefetch("quotes", Quote.objects.select_related("quoted")), "questions",
            Prefetch("answers", ThreadAnswer.objects.select_related("question")),
        )
    )  # fmt: skip


def said_in(thread: Thread, posts: list[Post], viewer: Person | None, *, official: bool) -> list[Said]:
    """Promise posts as `viewer` reads them. Two queries: what is hidden, and where questions were asked."""
    hidden = hidden_parts(thread.contribution)
    asked = dict(ThreadQuestion.objects.filter(thread=thread).values_list("number", "post__number")) if hidden else {}

    def reads(number: int, author: int) -> bool:
        return number not in hidden or official or (viewer is not None and viewer.pk == author)

    authors = _authors(thread, hidden)
    return [
        _said(post, hidden.get(post.number), viewer, official, reads(post.number, post.author_id), {
            number: reads(number, authors[number]) for number in hidden
        }, asked)
        for post in posts
    ]  # fmt: skip


def _authors(thread: Thread, hidden: dict[int, Hiding]) -> dict[int, int]:
    return {number: one.part_author_id or 0 for number, one in hidden.items()}


def _said(
    post: Post, hiding: Hiding | None, viewer: Person | None, official: bool, reads: bool, open_ones: dict[int, bool],
    asked: dict[int, int],
) -> Said:  # fmt: skip
    own = viewer is not None and viewer.pk == post.author_id
    may_hide = official and not own and hiding is None
    if not reads:
        return Said(post, hiding, reads=False)

    def words(number: int, text: str) -> str:
        return clean.render(text) if open_ones.get(number, True) else ""

    return Said(
        post, hiding, True, clean.render(post.text),
        [(one, words(one.quoted.number, one.words)) for one in post.quotes.all()],
        [(one.number, clean.render(one.text)) for one in post.questions.all()],
        [
            (one.question.number, words(asked.get(one.question.number, 0), one.question.text), clean.render(one.text))
            for one in post.answers.all()
        ],
        own, may_hide,
    )  # fmt: skip


def questions_of(thread: Thread, viewer: Person | None, *, official: bool) -> list[Asked]:
    """Promise the questions of a thread with where each is answered. Two queries."""
    hidden = hidden_parts(thread.contribution)
    rows = ThreadQuestion.objects.filter(thread=thread).values_list(
        "number", "text", "post__number", "post__author", "answer__post__number"
    )
    return [
        Asked(
            number,
            text if post not in hidden or official or (viewer and viewer.pk == author) else "",
            post,
            answered or 0,
        )
        for number, text, post, author, answered in rows
    ]


def open_questions(thread: Thread) -> list[ThreadQuestion]:
    """Promise the questions without an answer, in order. One query."""
    return list(ThreadQuestion.objects.filter(thread=thread, answer__isnull=True))


def post_of(thread: Thread, number: int) -> Post | None:
    """Promise one post with what it says. Four queries."""
    rows = Post.objects.filter(thread=thread, number=number).select_related("author", "organization")
    found = rows.prefetch_related("questions", "answers__question", "quotes__quoted").first()
    if found is not None:
        found.thread = thread
    return found


def is_hidden(post: Post) -> bool:
    """Promise whether moderation hides this post. One query."""
    return post.number in hidden_parts(post.thread.contribution)


def counted(activity: Activity) -> dict[str, Any]:
    """Promise how many threads wait for each side and how many are settled. One query."""
    runs = Turn.objects.filter(thread=OuterRef("pk"), ended_at__isnull=True)
    rows = Thread.objects.filter(contribution__activity=activity).annotate(
        public=Exists(runs.filter(side=Side.PUBLIC.value)), civil=Exists(runs.filter(side=Side.CIVIL.value))
    )
    return rows.aggregate(
        all=Count("pk"), public_n=Count("pk", filter=Q(public=True)), civil_n=Count("pk", filter=Q(civil=True)),
        settled=Count("pk", filter=~Q(end="")), silent=Count("pk", filter=Q(end="no_answer")),
    )  # fmt: skip
