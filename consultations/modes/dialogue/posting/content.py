"""What a post says, as paragraphs that can be quoted and as the data its hash is made of."""

import hashlib
from collections.abc import Iterable
from typing import Any

from consultations.activities.models import Activity
from consultations.modes.dialogue.models import Post
from consultations.spine.services import digest
from incidencia.text.paragraphs import split


def paragraphs_of(post: Post) -> list[str]:
    """Promise its paragraphs in order: its words, its questions, its answers. Two queries unless prefetched."""
    said = [post.text, *(one.text for one in post.questions.all()), *(one.text for one in post.answers.all())]
    return [paragraph for text in said for paragraph in split(text)]


def opening_of(
    activity: Activity, capacity: str, title: str, text: str, questions: Iterable[str], language: str
) -> dict[str, Any]:
    """Promise what the hash of the receipt of a thread is made of: what was sent first."""
    return {
        "consultation": activity.consultation.reference, "activity": activity.place, "capacity": capacity,
        "title": title, "text": text, "questions": list(questions), "language": language,
    }  # fmt: skip


def content_of(post: Post) -> dict[str, Any]:
    """Promise what the hash of a post is made of. Names of people are left out: they may change.

    A quote is the hash of its words, so that it can be recounted while the quoted post is hidden.
    """
    return {
        "number": post.number,
        "side": post.side,
        "capacity": post.acted_as,
        "powers": post.powers,
        "at": post.at.isoformat(),
        "version": post.current,
        "language": post.language,
        "text": post.text,
        "questions": [{"number": one.number, "text": one.text} for one in post.questions.all()],
        "answers": [{"question": one.question.number, "text": one.text} for one in post.answers.all()],
        "quotes": [
            {
                "post": one.quoted.number, "paragraph": one.paragraph,
                "sha256": hashlib.sha256(one.words.encode()).hexdigest(),
            }
            for one in post.quotes.all()
        ],
    }  # fmt: skip


def hash_of(post: Post) -> str:
    """Promise the SHA-256 of what a post says."""
    return digest(content_of(post))
