"""What is sealed with a conclusion: the hash of each post, and the conclusion. Anybody can recount it."""

from typing import Any

from consultations.modes.dialogue.models import Conclusion, Post, Thread
from consultations.modes.dialogue.posting.content import hash_of
from consultations.spine.services import digest


def sealed_of(thread: Thread, conclusion: Conclusion, posts: list[Post]) -> dict[str, Any]:
    """Promise what the hash of the seal is made of. No query for posts that came from `whole_posts`."""
    return {
        "thread": thread.contribution.reference,
        "opening": thread.contribution.hash,
        "posts": [{"number": one.number, "sha256": hash_of(one)} for one in posts],
        "conclusion": conclusion_of(conclusion),
    }


def conclusion_of(conclusion: Conclusion) -> dict[str, Any]:
    """Promise a conclusion as the seal keeps it: the assent is part of it."""
    return {
        "exchanged": conclusion.exchanged,
        "agreed": conclusion.agreed,
        "open": conclusion.pending,
        "language": conclusion.language,
        "proposed_by": conclusion.side,
        "proposed_as": conclusion.proposed_as,
        "proposed_at": conclusion.proposed_at.isoformat(),
        "sealed_at": conclusion.sealed_at.isoformat() if conclusion.sealed_at else None,
        "sealed_as": conclusion.sealed_as,
        "assented": conclusion.assented,
    }


def whole_posts(thread: Thread) -> list[Post]:
    """Promise every post with what it says, in order. Five queries."""
    rows = Post.objects.filter(thread=thread).order_by("number")
    return list(rows.prefetch_related("questions", "answers__question", "quotes__quoted"))


def hash_of_seal(thread: Thread, conclusion: Conclusion) -> str:
    """Promise the SHA-256 of posts and conclusion, as the page prints it."""
    return digest(sealed_of(thread, conclusion, whole_posts(thread)))
