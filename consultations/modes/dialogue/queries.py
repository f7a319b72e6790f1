"""What is read of threads. Constant queries for any number of posts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from consultations.activities.models import Activity
from consultations.moderation.models import Hiding
from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue.models import (
    Conclusion,
    ExpertOpinion,
    Post,
    Quote,
    Thread,
    ThreadAnswer,
    ThreadQuestion,
    Turn,
)
from consultations.modes.dialogue.turn import Side
from consultations.spine.models import Contribution
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
    """Promise the fifty posts that end with number `until`, with their quotes. Two queries."""
    rows = Post.objects.filter(thread=thread, number__gt=until - PER_PAGE, number__lte=until)
    quotes = Prefetch("quotes", Quote.objects.select_related("quoted"))
    return list(rows.select_related("author", "organization").prefetch_related(quotes))


def last_turn(contribution: Contribution) -> Turn:
    """Promise the turn that runs, or ran last, with its thread. One query.

    `.concluding`, `.asking`, `.hiding` and `.hid` tell whether it has conclusions, asked opinions and hidden posts,
    and whether it ever was hidden as a whole.
    """
    of = {"thread": OuterRef("thread")}
    hidden = Hiding.objects.filter(contribution=OuterRef("thread"), part__gt=0, lifted_at__isnull=True)
    found = Turn.objects.filter(thread=contribution.pk).select_related("thread__responsible").annotate(
        concluding=Exists(Conclusion.objects.filter(**of)), asking=Exists(ExpertOpinion.objects.filter(**of)),
        hiding=Exists(hidden), hid=Exists(Hiding.objects.filter(contribution=OuterRef("thread"), part=0)),
    ).order_by("-number")[0]  # fmt: skip
    found.thread.contribution = contribution
    return found


def asked_in(thread: Thread) -> list[ThreadQuestion]:
    """Promise every question with its post and its answer, in order. One query."""
    rows = ThreadQuestion.objects.filter(thread=thread).select_related("post", "answer__post")
    return list(rows.defer("post__text", "post__folded", "answer__post__text", "answer__post__folded"))


def said_in(
    posts: list[Post],
    asked: list[ThreadQuestion],
    hidden: Mapping[int, Hiding],
    viewer: Person | None,
    *,
    official: bool,
) -> list[Said]:
    """Promise posts as `viewer` reads them: `hidden` is what `hidden_parts` promises. No query."""
    reader = Reader(viewer, official, hidden)
    return [_said(post, asked, reader) for post in posts]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a thread, and what is hidden there."""

    viewer: Person | None
    official: bool
    hidden: Mapping[int, Hiding]

    def reads(self, number: int) -> bool:
        """Whether they read the post with that number: hidden ones only as its author or an official."""
        hiding = self.hidden.get(number)
        if hiding is None or self.official:
            return True
        return self.viewer is not None and hiding.part_author_id == self.viewer.pk


def _said(post: Post, asked: list[ThreadQuestion], reader: Reader) -> Said:
    hiding = reader.hidden.get(post.number)
    if not reader.reads(post.number):
        return Said(post, hiding, reads=False)
    own = reader.viewer is not None and reader.viewer.pk == post.author_id
    answered = [one for one in asked if (given := _answer(one)) is not None and given.post_id == post.pk]
    return Said(
        post, hiding, True, clean.render(post.text),
        [(one, clean.render(one.words) if reader.reads(one.quoted.number) else "") for one in post.quotes.all()],
        [(one.number, clean.render(one.text)) for one in asked if one.post_id == post.pk],
        [
            (
                one.number, clean.render(one.text) if reader.reads(one.post.number) else "",
                clean.render(one.answer.text),
            )
            for one in answered
        ],
        own, reader.official and not own and hiding is None,
    )  # fmt: skip


def _answer(question: ThreadQuestion) -> ThreadAnswer | None:
    return getattr(question, "answer", None)


def questions_of(
    asked: list[ThreadQuestion], hidden: Mapping[int, Hiding], viewer: Person | None, *, official: bool
) -> list[Asked]:
    """Promise the questions of a thread with where each is answered. No query."""
    reader = Reader(viewer, official, hidden)
    return [
        Asked(
            one.number, one.text if reader.reads(one.post.number) else "", one.post.number,
            given.post.number if (given := _answer(one)) is not None else 0,
        )
        for one in asked
    ]  # fmt: skip


def open_questions(thread: Thread, also: Iterable[int] = ()) -> list[ThreadQuestion]:
    """Promise the questions without an answer, in order, and those numbered in `also`. One query."""
    return list(ThreadQuestion.objects.filter(Q(answer__isnull=True) | Q(number__in=also), thread=thread))


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
