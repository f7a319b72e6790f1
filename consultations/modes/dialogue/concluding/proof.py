"""A thread as data that anybody can recount: the posts, what is sealed, and the hash of it."""

from typing import Any

from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue.concluding.sealing import sealed_of, whole_posts
from consultations.modes.dialogue.models import Conclusion, PostVersion, Thread
from consultations.modes.dialogue.posting.content import content_of, hash_of, opening_of


def proof_of(thread: Thread, *, words: bool) -> dict[str, Any]:
    """Promise the whole thread. Of a hidden post only the number and the hash; without `words`, of all of them.

    Once it is sealed `sealed` is what `sha256` was made of. Nine queries.
    """
    posts, hidden = whole_posts(thread), hidden_parts(thread.contribution)
    sealed = Conclusion.objects.filter(thread=thread, sealed_at__isnull=False).first()
    said = [
        {
            "sha256": hash_of(post),
            **(content_of(post) if words and post.number not in hidden else {"number": post.number}),
        }
        for post in posts
    ]
    told: dict[str, Any] = {
        "thread": thread.contribution.reference, "settled": thread.end, "posts": said, "sealed": None, "sha256": "",
        "dissents": [], "opening": {"sha256": thread.contribution.hash},
    }  # fmt: skip
    if words and 1 not in hidden:
        told["opening"]["sent"] = _opening(thread)
    if sealed is not None and words:
        dissents = sealed.dissents.all()
        told |= {
            "sealed": sealed_of(thread, sealed, posts), "sha256": sealed.hash,
            "dissents": [
                {"side": one.side, "capacity": one.acted_as, "at": one.at.isoformat(), "text": one.text}
                for one in dissents
            ],
        }  # fmt: skip
    return told


def _opening(thread: Thread) -> dict[str, Any]:
    first, contribution = PostVersion.objects.get(post__thread=thread, post__number=1, number=1), thread.contribution
    questions = [first.questions[number] for number in sorted(first.questions, key=int)]
    return opening_of(
        thread.activity, contribution.capacity, contribution.title, first.text, questions, contribution.language
    )
